//! Annotators and their layers.

use crate::attribute::Attributes;
use crate::id::{AnnotatorId, DocumentId, LayerId, Uid};
use serde::{Deserialize, Serialize};

/// A person who annotates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotator {
    /// Row id.
    pub id: AnnotatorId,
    /// Uid.
    pub uid: Uid,
    /// Name.
    pub name: String,
}

/// One person's annotations of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// Row id.
    pub id: LayerId,
    /// Uid.
    pub uid: Uid,
    /// The article.
    pub document: DocumentId,
    /// Whose.
    pub annotator: AnnotatorId,
    /// What kind of work it holds.
    pub kind: LayerKind,
    /// How far it is.
    pub status: LayerStatus,
    /// Article-level answers by attribute id.
    pub answers: Attributes,
    /// The version of the scheme it was last checked under.
    pub scheme_version: u32,
    /// Milliseconds of work; idle time over 60 s is not counted.
    pub active_ms: i64,
}

/// What kind of work a layer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayerKind {
    /// A person's own annotations.
    Annotation,
    /// The adjudicated result.
    Gold,
    /// The reference that a practice article is compared with.
    Reference,
}

/// How far a person is with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LayerStatus {
    /// Untouched.
    New,
    /// Begun.
    Started,
    /// Done: read-only until reopened.
    Done,
}
