//! What hangs on an entity, counted: to be shown before it is merged.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use crate::table::entity_link;
use postil_core::entity::EntityLink;
use postil_core::id::{AnnotatorId, EntityId};
use rusqlite::params;

/// What refers to an entity or to what was merged into it, without the bin and
/// references for practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntitySummary {
    /// Spans.
    pub mentions: u32,
    /// Links of articles.
    pub links: u32,
    /// Articles that these spans and links lie in.
    pub articles: u32,
}

impl Project {
    /// Counts what refers to an entity.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity_summary(&self, entity: EntityId) -> Result<EntitySummary, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("summary.sql"))?;
        Ok(statement.query_row(params![entity.0], |row| {
            Ok(EntitySummary {
                mentions: row.get(0)?,
                links: row.get(1)?,
                articles: row.get(2)?,
            })
        })?)
    }

    /// Links between an entity and others, of either end, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links_of_entity(&self, entity: EntityId) -> Result<Vec<EntityLink>, StoreError> {
        let sql = concat!(
            include_str!("../table/entity_link/select.sql"),
            " WHERE head = ?1 OR tail = ?1 ORDER BY id"
        );
        all(&self.connection, sql, [entity.0], entity_link::read)
    }

    /// Entities merged into one, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn merged_into(&self, entity: EntityId) -> Result<Vec<EntityId>, StoreError> {
        let sql = "SELECT id FROM entity WHERE merged_into = ?1 ORDER BY id";
        all(&self.connection, sql, [entity.0], |row| {
            row.get(0).map(EntityId)
        })
    }

    /// The names of those other than `annotator` whose layers, in the bin or
    /// not, mention or link to an entity; references count as another's.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn others_who_name(
        &self,
        entity: EntityId,
        annotator: AnnotatorId,
    ) -> Result<Vec<String>, StoreError> {
        let sql = include_str!("others.sql");
        all(&self.connection, sql, [entity.0, annotator.0], |row| {
            row.get(0)
        })
    }
}
