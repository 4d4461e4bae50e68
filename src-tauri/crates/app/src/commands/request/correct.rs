//! Corrections of an article's text.

use postil_core::id::DocumentId;
use serde::Deserialize;
use ts_rs::TS;

/// An article and its text as it should be.
#[derive(Debug, Deserialize, TS)]
pub struct CorrectText {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// The whole text.
    pub text: String,
}
