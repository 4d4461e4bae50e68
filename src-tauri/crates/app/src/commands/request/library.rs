//! What the library and several articles at once are asked with.

use postil_core::id::DocumentId;
use postil_core::layer::LayerStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The library.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskLibrary {
    /// Which articles in which order; `null`: as the project was left.
    pub asked: Option<LibraryAsked>,
    /// How many have which label and flag is wanted as well.
    pub count_spans: bool,
}

/// Which articles, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LibraryAsked {
    /// Which.
    pub filter: ListFilter,
    /// In which order.
    pub order: ListOrder,
}

/// Which articles; what is `null` or empty lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListFilter {
    /// How far the annotator is.
    #[ts(type = "'new' | 'started' | 'done' | null")]
    pub status: Option<LayerStatus>,
    /// Language tag; `und` for none known.
    pub language: Option<String>,
    /// Outlet; empty for none known.
    pub outlet: Option<String>,
    /// Published then or later, as far as it matters.
    pub from: String,
    /// Published then or earlier.
    pub to: String,
    /// Label id that a span of it has.
    pub label: Option<String>,
    /// A part of the name of one who says something in it.
    pub speaker: String,
    /// A flag that a span of it has; `note` for a note.
    pub flag: Option<String>,
    /// Words in its title, its text or the notes on it.
    pub words: String,
}

/// In which order; what is not known stands last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListOrder {
    /// By what.
    pub column: ListColumn,
    /// The last first.
    pub descending: bool,
}

/// What articles are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// When they were added.
    #[default]
    Added,
    /// When they were published.
    Published,
    /// Title.
    Title,
    /// Outlet.
    Outlet,
    /// Status.
    Status,
    /// How many claims they have.
    Claims,
    /// Language.
    Language,
}

/// Where words stand in articles.
#[derive(Debug, Deserialize, TS)]
pub struct AskSnippets {
    /// The articles.
    #[ts(type = "number[]")]
    pub documents: Vec<DocumentId>,
    /// The words, as they were searched for.
    pub words: String,
}

/// Several articles.
#[derive(Debug, Deserialize, TS)]
pub struct OfDocuments {
    /// The articles.
    #[ts(type = "number[]")]
    pub documents: Vec<DocumentId>,
}

/// A status for several articles.
#[derive(Debug, Deserialize, TS)]
pub struct SetStatus {
    /// The articles.
    #[ts(type = "number[]")]
    pub documents: Vec<DocumentId>,
    /// The status.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: LayerStatus,
}
