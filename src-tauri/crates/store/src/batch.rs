//! Articles that come in slices: nobody sees them before all are there, and
//! stopping leaves nothing of them.
//!
//! What a batch brought is written down in the file, so that the next writer
//! clears what a killed one left.

use crate::add::{Adding, same};
use crate::error::StoreError;
use crate::project::Project;
use postil_core::bundle::Bundle;
use postil_core::id::DocumentId;
use postil_core::text::sha256;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// The time of removal of articles that are not shown yet: no article was
/// ever put into the bin in 1970.
pub(crate) const UNSEEN: i64 = 0;

/// Articles cleared in one transaction.
const CLEARED_AT_ONCE: u32 = 25;

/// Articles on their way in.
#[derive(Debug, Default)]
pub struct Batch {
    /// Those added, in their order.
    pub added: Vec<DocumentId>,
    /// Those not added: the title given, and the article, in the bin or not,
    /// that has the same text or uid.
    pub duplicates: Vec<(String, DocumentId)>,
    /// Spans of those added.
    pub spans: usize,
    /// Links of those added.
    pub links: usize,
}

impl Project {
    /// Begins a batch: one at a time.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] while there is another.
    pub fn begin_batch(&mut self) -> Result<Batch, StoreError> {
        self.require_writable()?;
        require_none(&self.connection)?;
        self.connection
            .execute_batch(include_str!("batch/begin.sql"))?;
        Ok(Batch::default())
    }

    /// Adds articles as long as `next` gives some, unseen and in one durable
    /// transaction. As in [`add_documents`](Self::add_documents), ids inside a
    /// bundle hold inside it only. `now` is Unix milliseconds.
    ///
    /// # Errors
    /// As [`add_documents`](Self::add_documents); nothing of this slice is
    /// added then.
    pub fn add_to_batch(
        &mut self,
        batch: &mut Batch,
        now: i64,
        mut next: impl FnMut() -> Option<Bundle>,
    ) -> Result<(), StoreError> {
        let writing = self.writing()?;
        let mut slice = Batch::default();
        while let Some(bundle) = next() {
            let sha256 = sha256(&bundle.text);
            if let Some(there) = same(&writing, &sha256, bundle.document.uid)? {
                slice.duplicates.push((bundle.document.title, there));
                continue;
            }
            for layer in &bundle.layers {
                slice.spans = slice.spans.saturating_add(layer.spans.len());
                slice.links = slice.links.saturating_add(layer.links.len());
            }
            let mut adding = Adding::unseen(&writing);
            let document = adding.bundle(bundle, sha256, now)?;
            note(&writing, "document", &[document.0])?;
            note(&writing, "entity", &adding.new_entities)?;
            note(&writing, "annotator", &adding.new_annotators)?;
            slice.added.push(document);
        }
        writing.commit(&[])?;
        batch.added.append(&mut slice.added);
        batch.duplicates.append(&mut slice.duplicates);
        batch.spans = batch.spans.saturating_add(slice.spans);
        batch.links = batch.links.saturating_add(slice.links);
        Ok(())
    }

    /// Takes back a part of what a batch brought; answers whether something
    /// is left to take back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn clear_batch(&mut self) -> Result<bool, StoreError> {
        self.require_writable()?;
        let left = clear_some(&mut self.connection)?;
        if !left {
            self.register_is_stale();
        }
        Ok(left)
    }
}

fn note(connection: &Connection, kind: &str, ids: &[u32]) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO batch (kind, id) VALUES (?1, ?2)")?;
    for id in ids {
        statement.execute((kind, id))?;
    }
    Ok(())
}

fn exists(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'batch'";
    Ok(connection
        .query_row(sql, [], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Refuses while articles are on their way in.
pub(crate) fn require_none(connection: &Connection) -> Result<(), StoreError> {
    if exists(connection)? {
        return Err(StoreError::Invalid(
            "articles are being brought in".to_owned(),
        ));
    }
    Ok(())
}

/// Takes back all that a batch brought whose program was killed.
pub(crate) fn clear_left(connection: &mut Connection) -> Result<(), StoreError> {
    while exists(connection)? && clear_some(connection)? {}
    Ok(())
}

fn clear_some(connection: &mut Connection) -> Result<bool, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let documents: Vec<u32> = crate::read::all(
        &transaction,
        "SELECT id FROM batch WHERE kind = 'document' ORDER BY id DESC LIMIT ?1",
        [CLEARED_AT_ONCE],
        |row| row.get(0),
    )?;
    for document in &documents {
        for sql in include_str!("batch/clear_document.sql").split(';') {
            if !sql.trim().is_empty() {
                transaction.prepare_cached(sql)?.execute([document])?;
            }
        }
    }
    let left = !documents.is_empty();
    if !left {
        transaction.execute_batch(include_str!("batch/clear_register.sql"))?;
    }
    transaction.commit()?;
    Ok(left)
}
