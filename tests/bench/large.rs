//! A project of a million spans.

use crate::corpus::{Article, Size};
use crate::desk::Desk;
use postil_app::app::App;
use postil_app::environment::{Home, SystemEnvironment, WrittenAnswers};
use postil_tests::Outcome;
use tempfile::TempDir;

/// Articles of the project.
pub const ARTICLES: usize = 10_000;
/// Each has a hundred spans, a quarter of them claims.
const SIZE: Size = Size {
    bytes: 3_000,
    spans: 100,
    links: 50,
};
/// Words to search for.
const WORDS: usize = 5;

/// A project with many articles. Gone when dropped.
pub struct Large {
    desk: Desk,
    answers: TempDir,
    /// Words that stand in some of the articles.
    pub words: Vec<String>,
}

impl Large {
    /// Makes one with so many articles.
    ///
    /// # Errors
    /// The project could not be made.
    pub fn with(articles: usize) -> Outcome<Self> {
        let articles: Vec<(String, Article)> = (0_u64..)
            .take(articles)
            .map(|seed| (format!("Article {}", seed + 1), Article::write(SIZE, seed)))
            .collect();
        let some = articles.iter().step_by((articles.len() / WORDS).max(1));
        let words = some.filter_map(|(_, article)| longest_word(&article.text));
        Ok(Self {
            words: words.collect(),
            desk: Desk::with(&articles)?,
            answers: tempfile::tempdir()?,
        })
    }

    /// Where it lies.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The program with the project open.
    ///
    /// # Errors
    /// It does not open.
    pub fn open(&self) -> Outcome<App> {
        let answers = WrittenAnswers::new(self.answers.path().join("answers"));
        let mut app = App::new(
            Home::below(self.desk.folder()),
            Box::new(SystemEnvironment),
            Box::new(answers),
        );
        app.open_path(&self.desk.project())
            .map_err(|problem| problem.key)?;
        Ok(app)
    }
}

fn longest_word(text: &str) -> Option<String> {
    let word = text.split_whitespace().max_by_key(|word| word.len())?;
    Some(
        word.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect(),
    )
}
