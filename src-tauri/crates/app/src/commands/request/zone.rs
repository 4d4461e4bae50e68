//! What is not the article.

use crate::wire::TextRange;
use postil_core::id::DocumentId;
use postil_core::text::Utf16;
use serde::Deserialize;
use ts_rs::TS;

/// Paragraphs that are not the article, or are it again.
#[derive(Debug, Deserialize, TS)]
pub struct ToggleZone {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// All paragraphs that it touches; `null` for the one at the caret.
    pub selection: Option<TextRange>,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
}
