//! The end of a batch: its articles are shown.

use super::{Edited, Edits};
use crate::add::AddReport;
use crate::batch::Batch;
use crate::error::StoreError;
use crate::journal;
use crate::project::Project;

impl Project {
    /// Shows the articles of a batch, and lets `action` change rows besides:
    /// one step named `step`, which undo hides and redo shows. `now` is Unix
    /// milliseconds. A batch that brought nothing and an action that changes
    /// nothing write no step.
    ///
    /// # Errors
    /// What `action` refuses with, or [`StoreError`]; the batch is then as it
    /// was, and can be cleared.
    pub fn show_batch<T, E: From<StoreError>>(
        &mut self,
        batch: &Batch,
        step: &str,
        now: i64,
        action: impl FnOnce(&mut Edits<'_>) -> Result<T, E>,
    ) -> Result<(T, AddReport), E> {
        let mut writing = self.writing()?;
        let Edited {
            answer, changes, ..
        } = writing.edit(action)?;
        writing
            .execute_batch(include_str!("batch/show.sql"))
            .map_err(StoreError::from)?;
        if !(batch.added.is_empty() && changes.is_empty()) {
            journal::record_batch(&writing, step, now, &batch.added, &changes)?;
        }
        writing.commit(&changes)?;
        self.register_is_stale();
        self.touched.note(&changes);
        self.touched.note_added(&batch.added);
        let report = AddReport {
            added: batch.added.clone(),
            duplicates: batch.duplicates.clone(),
        };
        Ok((answer, report))
    }
}
