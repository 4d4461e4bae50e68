//! Where an entity is mentioned.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use crate::table::column::word;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, SpanId};
use postil_core::layer::{LayerKind, LayerStatus};
use rusqlite::params;

/// A span that mentions an entity, with where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The span.
    pub span: SpanId,
    /// The article.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// The layer.
    pub layer: LayerId,
    /// What kind of layer.
    pub kind: LayerKind,
    /// How far its annotator is.
    pub status: LayerStatus,
    /// Whose layer.
    pub annotator: AnnotatorId,
    /// Their name.
    pub annotator_name: String,
}

impl Project {
    /// Spans that mention an entity or what was merged into it, without the
    /// bin and references for practice: by article in export order and then in
    /// text order; at most `limit` after passing over `offset`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn mentions(
        &self,
        entity: EntityId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<Mention>, StoreError> {
        all(
            &self.connection,
            include_str!("mentions.sql"),
            params![entity.0, limit, offset],
            |row| {
                Ok(Mention {
                    span: SpanId(row.get(0)?),
                    document: DocumentId(row.get(1)?),
                    title: row.get(2)?,
                    layer: LayerId(row.get(3)?),
                    kind: word(row, 4)?,
                    status: word(row, 5)?,
                    annotator: AnnotatorId(row.get(6)?),
                    annotator_name: row.get(7)?,
                })
            },
        )
    }
}
