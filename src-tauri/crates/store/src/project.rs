//! An open project.

use crate::error::StoreError;
use crate::lock::WriterLock;
use crate::open::Access;
use crate::register::Index;
use crate::text_cache::TextCache;
use crate::touched::Followers;
use postil_core::id::Uid;
use rusqlite::Connection;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// A project file that is open: one connection, and the right to write if it
/// was asked for.
pub struct Project {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) uid: Uid,
    pub(crate) access: Access,
    pub(crate) texts: TextCache,
    /// The register as a list, once it was asked for.
    pub(crate) register: RefCell<Option<Index>>,
    /// Which installation edits.
    pub(crate) installation: Option<Uid>,
    /// What the table of claims and the like have yet to follow.
    pub(crate) touched: Followers,
    /// Whether the file says that it was not closed.
    pub(crate) unclean: bool,
    /// Held until after the connection is closed: fields drop in this order.
    pub(crate) lock: Option<WriterLock>,
}

impl Project {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The uid of the project.
    #[must_use]
    pub const fn uid(&self) -> Uid {
        self.uid
    }

    /// Whether it was opened for reading.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access == Access::Read
    }

    /// Closes the file: marks it as whole and removes SQLite's journal file.
    /// Dropping does the same and says nothing if it fails.
    ///
    /// # Errors
    /// When the mark cannot be written. The annotations are safe even then.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.leave()
    }

    pub(crate) fn require_writable(&self) -> Result<(), StoreError> {
        if self.is_read_only() {
            Err(StoreError::ReadOnly)
        } else {
            Ok(())
        }
    }

    fn leave(&mut self) -> Result<(), StoreError> {
        if self.lock.is_none() {
            return Ok(());
        }
        if self.unclean {
            self.connection
                .execute("UPDATE project SET clean = 1", [])?;
            self.unclean = false;
        }
        self.connection
            .pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        Ok(())
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // The next opening checks the file when this fails.
        let _unwritten = self.leave();
    }
}
