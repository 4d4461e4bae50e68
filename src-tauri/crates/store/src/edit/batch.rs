//! The end of a batch: its articles are shown.

use super::{Edits, check_sources, comes_to_nothing, revision};
use crate::add::AddReport;
use crate::batch::Batch;
use crate::error::StoreError;
use crate::journal;
use crate::project::Project;
use rusqlite::TransactionBehavior;

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
        self.require_writable()?;
        let (unclean, installation) = (self.unclean, self.installation);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let mut edits = Edits {
            connection: &transaction,
            texts: &mut self.texts,
            changes: Vec::new(),
            joins: None,
        };
        let answer = action(&mut edits)?;
        let Edits { mut changes, .. } = edits;
        if comes_to_nothing(&changes) {
            changes.clear();
        }
        check_sources(&transaction, &changes)?;
        transaction
            .execute_batch(include_str!("batch/show.sql"))
            .map_err(StoreError::from)?;
        if !(batch.added.is_empty() && changes.is_empty()) {
            journal::record_batch(&transaction, step, now, &batch.added, &changes)?;
            revision::count(&transaction, installation, &changes)?;
            crate::open::mark_unclean(&transaction, unclean)?;
        }
        transaction.commit().map_err(StoreError::from)?;
        self.unclean = true;
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
