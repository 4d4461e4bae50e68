//! Where to go and what to choose.

use super::{TargetView, TextRange};
use postil_core::id::SpanId;
use postil_core::text::Utf16;
use serde::Serialize;
use ts_rs::TS;

/// A place to go to, or to select.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StopView {
    /// What to select; empty for a paragraph's start and a word of saying.
    pub range: TextRange,
    /// `span`, `quotation`, `name`, `saying` or `paragraph`.
    #[ts(type = "'span' | 'quotation' | 'name' | 'saying' | 'paragraph'")]
    pub kind: StopKind,
    /// The span, when it is one.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
}

/// Kinds of stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StopKind {
    /// A marked span.
    Span,
    /// A quotation not yet marked.
    Quotation,
    /// A known name not yet marked.
    Name,
    /// A word of saying that is no cue yet.
    Saying,
    /// A paragraph.
    Paragraph,
}

/// Boundaries of one line, so that the window needs no segmenter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LineBoundaries {
    /// Line number from 0.
    pub line: u32,
    /// Word boundaries over the whole article, the line's ends included.
    #[ts(type = "number[]")]
    pub words: Vec<Utf16>,
    /// For each piece between two word boundaries: whether it is a word.
    pub is_word: Vec<bool>,
    /// Graphemes of more than one unit; all others are one unit long.
    pub clusters: Vec<TextRange>,
}

/// Another place where the words of a span stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OccurrenceView {
    /// Where.
    pub range: TextRange,
    /// What stands before it in its paragraph, at most 38 code points.
    pub before: String,
    /// What stands after it, at most as much.
    pub after: String,
}

/// A choice for a slot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Candidate {
    /// What it would link to.
    pub target: TargetView,
    /// Name or quote.
    pub title: String,
    /// Where it was found: `same` words, `sentence`, `paragraph`, `article`,
    /// `register`; `new` for one to be made, which has no target.
    pub near: String,
    /// Type of the entity, if any.
    pub kind: Option<String>,
    /// What a person is called for what they do; may be empty.
    pub role: String,
    /// How often the entity is mentioned, if it is one.
    pub mentions: Option<u32>,
}
