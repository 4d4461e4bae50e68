//! The transaction in which everything is written.

use crate::edit::revision;
use crate::error::StoreError;
use crate::project::Project;
use crate::text_cache::TextCache;
use postil_core::change::Change;
use postil_core::id::Uid;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::ops::Deref;

/// A durable transaction of the one writer. Dropped before it is committed,
/// it changes nothing.
pub(crate) struct Writing<'a> {
    pub(crate) transaction: Transaction<'a>,
    pub(crate) texts: &'a mut TextCache,
    installation: Option<Uid>,
    unclean: &'a mut bool,
}

impl Project {
    /// Begins to write.
    pub(crate) fn writing(&mut self) -> Result<Writing<'_>, StoreError> {
        self.require_writable()?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Writing {
            transaction,
            texts: &mut self.texts,
            installation: self.installation,
            unclean: &mut self.unclean,
        })
    }
}

impl Writing<'_> {
    /// Makes what was written durable, `changes` of a step of the journal
    /// among it. The file says from then on that it is open and written to.
    pub(crate) fn commit(self, changes: &[Change]) -> Result<(), StoreError> {
        revision::count(&self.transaction, self.installation, changes)?;
        if !*self.unclean {
            self.transaction
                .prepare_cached("UPDATE project SET clean = 0")?
                .execute([])?;
        }
        self.transaction.commit()?;
        *self.unclean = true;
        Ok(())
    }
}

impl Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.transaction
    }
}
