//! Languages chosen by hand.

use postil_core::id::DocumentId;
use postil_core::text::Utf16;
use serde::Deserialize;
use ts_rs::TS;

/// A language chosen by hand.
#[derive(Debug, Deserialize, TS)]
pub struct ChooseLanguage {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Anywhere in the paragraph, or `null` for the whole article.
    #[ts(type = "number | null")]
    pub caret: Option<Utf16>,
    /// BCP 47; `null` gives the choice back to the detector.
    pub tag: Option<String>,
}

/// What a paragraph or article may be in.
#[derive(Debug, Deserialize, TS)]
pub struct AskLanguages {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Anywhere in the paragraph, or `null` for the whole article.
    #[ts(type = "number | null")]
    pub caret: Option<Utf16>,
}
