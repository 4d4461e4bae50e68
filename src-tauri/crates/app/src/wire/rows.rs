//! The spans and links of an open article. A book has tens of thousands, and
//! most of them are plain: those cross as columns of numbers, because as many
//! objects would fill the window's memory.

use super::{LinkView, SpanView};
use serde::Serialize;
use ts_rs::TS;

/// The spans of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct SpanRows {
    /// The labels of plain spans; each once.
    pub labels: Vec<String>,
    /// Five numbers for each span of one fragment with no values, note or
    /// flags: id, place in `labels` from 0, start and end in UTF-16 units,
    /// and entity or 0. In text order: by start, the longer first, by id.
    pub plain: Vec<u32>,
    /// All others, in text order.
    pub others: Vec<SpanView>,
}

/// The links of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct LinkRows {
    /// The kinds of plain links; each once.
    pub kinds: Vec<String>,
    /// Five numbers for each link to a span that has no values or note and
    /// was made by a person: id, place in `kinds` from 0, head, the span it
    /// points to, and entity or 0. By head, then by id.
    pub plain: Vec<u32>,
    /// All others, by id.
    pub others: Vec<LinkView>,
}
