//! Saved pages of the web.

use super::{Choices, FileArticle, Kind, Reading, Refusal, encoding};
use crate::html::{self, LIMIT, TooLarge};

/// The paragraphs of the page, and what it says of itself.
pub(super) fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, Refusal> {
    let declared = encoding::declared_in(bytes);
    let (source, used) = encoding::decode(bytes, choices.encoding.as_deref(), declared)?;
    let page = html::read(&source).map_err(|TooLarge { bytes }| Refusal::TooLarge {
        bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
        limit: u64::try_from(LIMIT).unwrap_or(u64::MAX),
    })?;
    if page.text.trim().is_empty() {
        return Err(Refusal::NoText);
    }
    let article = FileArticle {
        text: page.text,
        metadata: page.metadata,
        ..FileArticle::default()
    };
    Ok(Reading {
        encoding: Some(used),
        ..Reading::of_one(Kind::Html, article)
    })
}
