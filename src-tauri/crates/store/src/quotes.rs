//! Which words were linked to whom, in all articles.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use postil_core::id::EntityId;

impl Project {
    /// The quotes whose spans links of a kind point from to an entity, oldest
    /// link first.
    ///
    /// # Errors
    /// Whatever SQLite reports.
    pub fn quotes_linked_to_entities(
        &self,
        kind: &str,
    ) -> Result<Vec<(String, EntityId)>, StoreError> {
        all(
            &self.connection,
            include_str!("table/link/quotes_to_entities.sql"),
            [kind],
            |row| Ok((row.get(0)?, EntityId(row.get(1)?))),
        )
    }
}
