//! Plain text.

use super::{Choices, FileArticle, Kind, Reading, Refusal, encoding};

/// The file as it stands.
pub(super) fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, Refusal> {
    let (text, used) = encoding::decode(bytes, choices.encoding.as_deref(), None)?;
    if text.trim().is_empty() {
        return Err(Refusal::NoText);
    }
    let article = FileArticle {
        text,
        ..FileArticle::default()
    };
    Ok(Reading {
        encoding: Some(used),
        ..Reading::of_one(Kind::Text, article)
    })
}
