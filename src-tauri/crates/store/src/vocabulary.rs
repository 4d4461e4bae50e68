//! The words of a growing vocabulary: what was answered so far.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use rusqlite::params;

impl Project {
    /// The texts that spans of a label have as value of an attribute, in all
    /// layers outside the bin, those used most first; with how often. At most
    /// `limit`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vocabulary(
        &self,
        label: &str,
        attribute: &str,
        limit: u32,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        all(
            &self.connection,
            include_str!("vocabulary/of_spans.sql"),
            params![label, attribute, limit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// The same for links of a kind.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vocabulary_of_links(
        &self,
        kind: &str,
        attribute: &str,
        limit: u32,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        all(
            &self.connection,
            include_str!("vocabulary/of_links.sql"),
            params![kind, attribute, limit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}
