//! What is not finished.

use super::{Message, TextRange};
use postil_core::id::SpanId;
use serde::Serialize;
use ts_rs::TS;

/// What the checks find in an article.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Findings {
    /// How many an article that is done should not have.
    pub open: u32,
    /// How many are worth a look and no more.
    pub hints: u32,
    /// The first 500 of both in text order.
    pub findings: Vec<FindingView>,
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FindingView {
    /// What is the matter.
    pub message: Message,
    /// Where.
    pub range: TextRange,
    /// The span it is about; `null` for a question about the article.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
    /// Worth a look and no more.
    pub hint: bool,
}
