//! What the table of claims is asked with.

use postil_core::id::SpanId;
use serde::Deserialize;
use ts_rs::TS;

/// A part of the table of claims.
#[derive(Debug, Deserialize, TS)]
pub struct AskClaims {
    /// Which claims.
    pub filter: ClaimsFilter,
    /// In which order.
    pub order: ClaimsOrder,
    /// Row from 0.
    pub first: u32,
    /// Rows, at most 400.
    pub count: u32,
    /// A span whose place among the rows is asked for.
    #[ts(type = "number | null")]
    pub find: Option<SpanId>,
}

/// Which claims; what is `null` or empty lets all pass.
#[derive(Debug, Default, Deserialize, TS)]
pub struct ClaimsFilter {
    /// Label id; `null` for all labels that are statements.
    pub label: Option<String>,
    /// A part of a speaker's name, as typed.
    pub speaker: String,
    /// Attribute id.
    pub attribute: Option<String>,
    /// A value of the attribute; `null` for none.
    pub value: Option<String>,
    /// Something noted of it.
    pub mark: Option<NotedMark>,
    /// Status of the article.
    #[ts(type = "'new' | 'started' | 'done' | null")]
    pub status: Option<postil_core::layer::LayerStatus>,
    /// Language tag of the article.
    pub language: Option<String>,
    /// Words in its own, in its note, or in the title of its article.
    pub words: String,
}

/// Something noted of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotedMark {
    /// The annotator is not sure.
    Unsure,
    /// A question for the team.
    Question,
    /// A note.
    Note,
    /// Nobody has said who says it.
    NoSource,
    /// The author says it.
    Author,
    /// No source is given.
    NotGiven,
}

/// In which order; what is empty in the column stands last.
#[derive(Debug, Deserialize, TS)]
pub struct ClaimsOrder {
    /// The column.
    pub column: ClaimsColumn,
    /// Attribute id, for the column of its values.
    pub attribute: Option<String>,
    /// The last first.
    pub descending: bool,
}

/// What claims are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimsColumn {
    /// Articles as in the list, then the text.
    Place,
    /// Their words.
    Words,
    /// Who says them.
    Speaker,
    /// What signals them.
    Cue,
    /// Places.
    Places,
    /// Values of an attribute.
    Value,
    /// Flags.
    Flags,
    /// Titles of articles.
    Title,
    /// Status of articles.
    Status,
    /// Languages of articles.
    Language,
    /// When articles were published.
    Published,
}
