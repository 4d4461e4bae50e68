//! Languages as the window shows them.

use crate::open_article::OpenArticle;
use crate::problem::Problem;
use crate::wire::{LanguageView, ParagraphView};
use postil_core::document::LanguageMark;
use postil_core::language::{UNDETERMINED, siblings};

/// The article's language and its paragraphs'.
pub fn language_views(
    article: &OpenArticle,
    marks: &[LanguageMark],
) -> Result<(LanguageView, Vec<ParagraphView>), Problem> {
    let whole = marks.iter().find(|mark| mark.extent.is_none()).map_or_else(
        || LanguageView {
            tag: UNDETERMINED.to_owned(),
            guess: None,
            siblings: Vec::new(),
            confidence: 0.0,
            by_hand: false,
        },
        view,
    );
    let mut paragraphs = Vec::new();
    for mark in marks {
        if let Some(extent) = mark.extent {
            paragraphs.push(ParagraphView {
                range: article.range(extent)?,
                language: view(mark),
            });
        }
    }
    paragraphs.sort_by_key(|paragraph| paragraph.range.start);
    Ok((whole, paragraphs))
}

fn view(mark: &LanguageMark) -> LanguageView {
    let guess = mark.guess.as_deref();
    LanguageView {
        tag: mark.tag.clone(),
        guess: mark.guess.clone(),
        siblings: guess
            .into_iter()
            .flat_map(siblings)
            .map(str::to_owned)
            .collect(),
        confidence: mark.confidence,
        by_hand: mark.by_hand,
    }
}
