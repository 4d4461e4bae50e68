//! What near duplicates are asked with.

use postil_core::id::DocumentId;
use serde::Deserialize;
use ts_rs::TS;

/// Near duplicates.
#[derive(Debug, Deserialize, TS)]
pub struct AskNear {
    /// Only pairs with one of these; `null` for all.
    #[ts(type = "number[] | null")]
    pub among: Option<Vec<DocumentId>>,
}

/// Two articles.
#[derive(Debug, Deserialize, TS)]
pub struct ComparePair {
    /// One.
    #[ts(type = "number")]
    pub first: DocumentId,
    /// The other.
    #[ts(type = "number")]
    pub second: DocumentId,
}
