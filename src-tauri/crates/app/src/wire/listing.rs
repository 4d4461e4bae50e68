//! The library and the bin.

use crate::commands::LibraryAsked;
use postil_core::id::DocumentId;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The articles that fit.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LibraryPage {
    /// What was asked, or how the project was left.
    pub asked: LibraryAsked,
    /// All that fit, in order.
    #[ts(type = "number[]")]
    pub articles: Vec<DocumentId>,
    /// Everything that was asked for is read; until then ask again.
    pub whole: bool,
    /// How many of all articles are done.
    pub done: u32,
    /// Articles whose spans are read.
    pub read: u32,
    /// How many there are of each kind.
    pub counts: LibraryCountsView,
}

/// How many articles would be listed if this part of the filter were so and
/// the rest as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LibraryCountsView {
    /// New, started, done.
    pub statuses: [u32; 3],
    /// By language tag; `und` where it is not known.
    pub languages: BTreeMap<String, u32>,
    /// By outlet; empty where it is not known.
    pub outlets: BTreeMap<String, u32>,
    /// By label id.
    pub labels: BTreeMap<String, u32>,
    /// By flag; `note` for a note.
    pub flags: BTreeMap<String, u32>,
}

/// Where in an article the words of a search stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SnippetView {
    /// The article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Where; `null` if it is found nowhere as it was typed.
    pub place: Option<SnippetPlaceView>,
    /// The label of the span whose quote holds it.
    pub label: Option<String>,
    /// What stands before it.
    pub before: String,
    /// What was found.
    pub found: String,
    /// What stands after it.
    pub after: String,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SnippetPlaceView {
    /// In the text.
    Text,
    /// In the text, in a marked quote.
    Marked,
    /// In the title.
    Title,
    /// In a note.
    Note,
}

/// An article in the bin.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BinRow {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// BCP 47, or `und`.
    pub language: String,
    /// Claims marked by the annotator.
    pub claims: u32,
}
