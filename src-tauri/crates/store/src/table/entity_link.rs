//! Links between entities.

use super::Stored;
use super::column::{insert_id, inserted_id, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::entity::EntityLink;
use postil_core::id::{EntityId, EntityLinkId};
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<EntityLink> {
    Ok(EntityLink {
        id: EntityLinkId(row.get(0)?),
        uid: uid(row, 1)?,
        kind: row.get(2)?,
        head: EntityId(row.get(3)?),
        tail: EntityId(row.get(4)?),
    })
}

impl Stored for EntityLink {
    const NAME: &'static str = "link between entities";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = EntityLinkId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(concat!(
            include_str!("entity_link/select.sql"),
            " WHERE id = ?1"
        ))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("entity_link/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid.as_bytes(),
                self.kind,
                self.head.0,
                self.tail.0
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("entity_link/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.kind,
                self.head.0,
                self.tail.0
            ])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM entity_link WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::EntityLink(self)
    }
}
