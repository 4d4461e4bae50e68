//! A new version of an article: its text corrected, its annotations carried
//! along by whoever asks.

use crate::add::{Adding, same};
use crate::error::StoreError;
use crate::journal;
use crate::project::Project;
use crate::table::Stored;
use postil_core::bundle::Bundle;
use postil_core::change::Change;
use postil_core::document::{Document, REPLACED};
use postil_core::id::DocumentId;
use postil_core::text::sha256;
use rusqlite::{Connection, OptionalExtension};

impl Project {
    /// Puts a new version in the place of an article, as one step named
    /// `step`. The ids in `bundle` are those of this project. The old version
    /// keeps its text and annotations, and leaves library, counts, searches
    /// and exports. `now` is Unix milliseconds.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] if an article has the new text,
    /// [`StoreError::Invalid`] if `old` is not the newest version or an
    /// annotation does not fit its text; nothing is changed then.
    pub fn correct(
        &mut self,
        step: &str,
        old: DocumentId,
        bundle: Bundle,
        now: i64,
    ) -> Result<(DocumentId, Vec<Change>), StoreError> {
        let annotators: Vec<_> = self.annotators()?.into_iter().map(|one| one.id).collect();
        let writing = self.writing()?;
        let before = Document::require(&writing, old.0)?;
        if before.removed_at.is_some() {
            return Err(StoreError::Invalid(
                "only an article of the library is corrected".to_owned(),
            ));
        }
        let sha256 = sha256(&bundle.text);
        if same(&writing, &sha256, bundle.document.uid)?.is_some() {
            return Err(StoreError::Duplicate {
                what: "an article with this text".to_owned(),
            });
        }
        let new = Adding::own(&writing, annotators).bundle(bundle, sha256, now)?;
        let added = Document::require(&writing, new.0)?;
        let linked = Document {
            version_of: Some(old),
            ..added.clone()
        };
        let replaced = Document {
            removed_at: Some(REPLACED),
            ..before.clone()
        };
        // The link is a change of its own, so that undoing takes it back: an
        // article that nobody corrected has no version.
        let changes = vec![change(added, linked), change(before, replaced)];
        for change in &changes {
            if let Some(postil_core::change::Row::Document(row)) = &change.after {
                row.update(&writing)?;
            }
        }
        journal::record_batch(&writing, step, now, &[new], &changes)?;
        writing.commit(&[])?;
        self.register_is_stale();
        self.touched.note_added(&[new]);
        self.touched.note(&changes);
        Ok((new, changes))
    }

    /// The version that took the place of an article, if any.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn newer_version(&self, id: DocumentId) -> Result<Option<DocumentId>, StoreError> {
        if self.document(id)?.is_replaced() {
            newer(&self.connection, id)
        } else {
            Ok(None)
        }
    }
}

fn newer(connection: &Connection, id: DocumentId) -> Result<Option<DocumentId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM document WHERE version_of = ?1")?
        .query_row([id.0], |row| row.get(0).map(DocumentId))
        .optional()?)
}

fn change(before: Document, after: Document) -> Change {
    Change {
        before: Some(before.into_row()),
        after: Some(after.into_row()),
    }
}
