//! Articles that come in, are found and go out.

use super::{ArticleList, DocumentRow, HistoryView, Message};
use postil_core::id::DocumentId;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the paste box shows before an article is added.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleProposal {
    /// The first line, shortened.
    pub title: String,
    /// BCP 47, or `und`.
    pub language: String,
    /// The best guess where the detector abstains.
    pub guess: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// Code points after line ends are made one kind.
    pub length: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Right to left, by the first paragraph.
    pub right_to_left: bool,
    /// Author and published, as far as its lines say them.
    pub metadata: BTreeMap<String, String>,
    /// The article that has this text already.
    pub duplicate: Option<DuplicateView>,
}

/// An article with the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateView {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// It lies in the bin.
    pub removed: bool,
}

/// An article was added, or was there already.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// The article.
    pub document: DocumentRow,
    /// Undo and redo now.
    pub history: HistoryView,
    /// What to say.
    pub message: Message,
}

/// Articles that a search found, in list order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// Articles.
    #[ts(type = "number[]")]
    pub documents: Vec<DocumentId>,
}

/// What an export wrote or an import brought.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransferReport {
    /// Files written, or read.
    pub files: Vec<String>,
    /// Articles.
    pub articles: u32,
    /// Spans.
    pub spans: u32,
    /// Links.
    pub links: u32,
    /// Sentences about what was lost or left out.
    pub notes: Vec<Message>,
    /// What to say.
    pub message: Message,
    /// The article list after an import.
    pub documents: Option<ArticleList>,
    /// Undo and redo after an import.
    pub history: Option<HistoryView>,
}
