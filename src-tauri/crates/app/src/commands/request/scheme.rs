//! What the commands about the scheme are asked with. The window edits a
//! scheme file as it is and sends the whole of it: what is gone from it is
//! found by comparing, so that nothing depends on the way in which a person
//! got there.

use postil_core::id::DocumentId;
use postil_core::scheme::{Part, Scheme};
use serde::Deserialize;
use ts_rs::TS;

/// A scheme as edited, not yet taken.
#[derive(Debug, Deserialize, TS)]
pub struct DraftScheme {
    /// The scheme file.
    pub scheme: Scheme,
}

/// A scheme as edited, with what a person decided about what is in use and
/// gone from it.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeScheme {
    /// The scheme file; its version is given by the program.
    pub scheme: Scheme,
    /// What becomes of parts that are in use and gone from the draft.
    pub decisions: Vec<PartDecision>,
    /// The article on screen.
    #[ts(type = "number | null")]
    pub document: Option<DocumentId>,
}

/// A new project.
#[derive(Debug, Deserialize, TS)]
pub struct NewProject {
    /// The id of the scheme that it begins with, one of those that come with
    /// the program.
    pub template: String,
}

/// What becomes of a part that is in use and gone from the draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PartDecision {
    /// The part.
    pub part: Part,
    /// The id of what takes its place in the same list; `null` keeps it as
    /// retired.
    pub instead: Option<String>,
}
