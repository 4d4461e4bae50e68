//! What is answered about an article as a whole.

use postil_core::attribute::Value;
use postil_core::id::DocumentId;
use serde::Deserialize;
use ts_rs::TS;

/// An answer to a question of the scheme about the article.
#[derive(Debug, Deserialize, TS)]
pub struct SetAnswer {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Attribute id, of those of the article.
    pub attribute: String,
    /// The value; `null` takes the answer back.
    #[ts(type = "string | boolean | string[] | null")]
    pub value: Option<Value>,
}
