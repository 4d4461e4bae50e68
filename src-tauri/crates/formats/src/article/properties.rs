//! What a document states of itself.

use super::xml::{Step, Tag, Watcher, walk};
use super::{FileArticle, Kind, Refusal};
use crate::html::words;

/// Where the day stands on which a document was made, which is not the day of publishing.
const CREATED: &str = "created";

/// Takes title, author and day of making from the part of a document that states them.
pub(super) fn read(bytes: &[u8], kind: Kind, article: &mut FileArticle) -> Result<(), Refusal> {
    let mut properties = Properties::default();
    walk(bytes, kind, &mut properties)?;
    article.metadata.title = words(&properties.title);
    article.metadata.author = words(&properties.author).or_else(|| words(&properties.last_author));
    if let Some(created) = words(&properties.created) {
        let day = created.split('T').next().unwrap_or_default();
        article.other.insert(CREATED.to_owned(), day.to_owned());
    }
    Ok(())
}

#[derive(Default)]
struct Properties {
    open: String,
    title: String,
    author: String,
    last_author: String,
    created: String,
}

impl Watcher for Properties {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        tag.name().clone_into(&mut self.open);
        Step::Inside
    }

    fn end(&mut self, _: &str) {
        self.open.clear();
    }

    fn text(&mut self, text: &str) {
        match self.open.as_str() {
            "title" => self.title.push_str(text),
            "initial-creator" => self.author.push_str(text),
            "creator" => self.last_author.push_str(text),
            "created" | "creation-date" => self.created.push_str(text),
            _ => {}
        }
    }

    fn skipped(&mut self, _: &str, _: &str) {}

    fn holds_words(_: &str) -> bool {
        false
    }
}
