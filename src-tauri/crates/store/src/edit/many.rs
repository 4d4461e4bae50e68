//! Many rows given the same in one go: they are read by one statement, and
//! each is written without its indexes.

use super::Edits;
use crate::error::StoreError;
use crate::table::column::{to_json, to_word};
use crate::table::{Stored, document, layer};
use postil_core::change::Change;
use postil_core::document::Document;
use postil_core::id::{AnnotatorId, DocumentId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use rusqlite::params;

impl Edits<'_> {
    /// The layer of this kind that an annotator has of each of these articles,
    /// the first one of several.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn layers_of(
        &self,
        documents: &[DocumentId],
        annotator: AnnotatorId,
        kind: LayerKind,
    ) -> Result<Vec<Layer>, StoreError> {
        crate::read::all(
            self.connection,
            concat!(
                include_str!("../table/layer/select.sql"),
                include_str!("../table/layer/first_of_each.sql")
            ),
            params![to_json(&documents)?, annotator.0, to_word(&kind)?],
            layer::read,
        )
    }

    /// Gives layers, as they were read within this edit, a status.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_statuses(
        &mut self,
        layers: Vec<Layer>,
        status: LayerStatus,
    ) -> Result<(), StoreError> {
        self.change_each(layers, |layer| layer.status = status)
    }

    /// Moves articles to the bin at `removed_at`, or out of it for `None`;
    /// those that are where they are to be stay as they are. An earlier
    /// version of an article is neither here nor there. `now` is Unix
    /// milliseconds.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn set_removed(
        &mut self,
        documents: &[DocumentId],
        removed_at: Option<i64>,
        now: i64,
        by: AnnotatorId,
    ) -> Result<(), StoreError> {
        let found = crate::read::all(
            self.connection,
            concat!(
                include_str!("../table/document/select.sql"),
                " WHERE id IN (SELECT value FROM json_each(?1))"
            ),
            [to_json(&documents)?],
            document::read,
        )?;
        if found.len() < documents.len() {
            for id in documents {
                Document::require(self.connection, id.0)?;
            }
        }
        let moved = |document: &Document| {
            document.removed_at.is_some() != removed_at.is_some() && !document.is_replaced()
        };
        self.change_each(found.into_iter().filter(moved).collect(), |document| {
            document.removed_at = removed_at;
            document.changed_at = now;
            document.changed_by = Some(by);
        })
    }

    fn change_each<T: Stored>(
        &mut self,
        things: Vec<T>,
        change: impl Fn(&mut T),
    ) -> Result<(), StoreError> {
        for before in things {
            let mut after = before.clone();
            change(&mut after);
            if before == after {
                continue;
            }
            after.update_from(&before, self.connection)?;
            self.changes.push(Change {
                before: Some(before.into_row()),
                after: Some(after.into_row()),
            });
        }
        Ok(())
    }
}
