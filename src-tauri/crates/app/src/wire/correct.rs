//! What a correction of the text does to the annotations.

use super::{DocumentRow, HistoryView, Message, TextRange};
use postil_core::id::{DocumentId, SpanId};
use serde::Serialize;
use ts_rs::TS;

/// What a correction does to the annotations of all annotators.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionView {
    /// Spans whose text is the same.
    pub same: u32,
    /// Spans whose text changed: they are flagged until somebody looks.
    pub changed: u32,
    /// Spans that cannot be carried: they stay in the earlier version.
    pub lost: u32,
    /// Links lost with a span.
    pub links_lost: u32,
    /// Links whose mention is lost and whose entity is kept.
    pub links_to_entity: u32,
    /// Questions lost with their span.
    pub questions_lost: u32,
    /// Zones lost.
    pub zones_lost: u32,
    /// Layers that were done and are open again.
    pub reopened: u32,
    /// The first 500 spans that changed or are lost, in text order.
    pub items: Vec<CarriedView>,
}

/// A span that changed or is lost.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarriedView {
    /// Label id.
    pub label: String,
    /// Whose it is.
    pub annotator: String,
    /// What it said.
    pub before: String,
    /// What it says now; `null` if it is lost.
    pub after: Option<String>,
    /// Where, in the new text; empty, and where it stood, if it is lost.
    pub range: TextRange,
    /// The span in the annotator's own layer of the new version; `null` if it
    /// is lost, deleted or another's, and in a preview.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
    /// Nobody has looked since.
    pub open: bool,
}

/// A new version took the place of an article.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Corrected {
    /// The new version.
    pub document: DocumentRow,
    /// The old version, which left the list.
    #[ts(type = "number")]
    pub replaced: DocumentId,
    /// What it did.
    pub correction: CorrectionView,
    /// Undo and redo now.
    pub history: HistoryView,
    /// What to say.
    pub message: Message,
}
