//! All articles of the project, as the window begins with them.

use super::DocumentRow;
use postil_core::id::DocumentId;
use serde::Serialize;
use ts_rs::TS;

/// The articles that are not in the bin. Rows are sent as they are looked at:
/// there may be ten thousand.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ArticleList {
    /// All, in the order in which they were added.
    #[ts(type = "number[]")]
    pub articles: Vec<DocumentId>,
    /// The rows of the first of them.
    pub rows: Vec<DocumentRow>,
    /// How many the annotator has done.
    pub done: u32,
    /// Tags of their languages, the most frequent first; `und` for none known.
    pub languages: Vec<String>,
    /// The one to open with the project: the first unfinished one as the list
    /// was left; `null` if there is none, or where no project is opened.
    #[ts(type = "number | null")]
    pub first: Option<DocumentId>,
}
