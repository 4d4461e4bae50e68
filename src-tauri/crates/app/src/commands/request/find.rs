//! What is asked of the text: in one article, and in all.

use postil_core::id::DocumentId;
use serde::Deserialize;
use ts_rs::TS;

/// Finds in the article on screen.
#[derive(Debug, Deserialize, TS)]
pub struct FindInArticle {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// What to find, as typed.
    pub query: String,
}

/// A search.
#[derive(Debug, Deserialize, TS)]
pub struct Search {
    /// Words.
    pub query: String,
}
