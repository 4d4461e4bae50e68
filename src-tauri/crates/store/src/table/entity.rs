//! Entities.

use super::Stored;
use super::column::{insert_id, inserted_id, json, to_json, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::entity::Entity;
use postil_core::id::EntityId;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entity> {
    Ok(Entity {
        id: EntityId(row.get(0)?),
        uid: uid(row, 1)?,
        kind: row.get(2)?,
        name: row.get(3)?,
        aliases: json(row, 4)?,
        attributes: json(row, 5)?,
        note: row.get(6)?,
        merged_into: row.get::<_, Option<u32>>(7)?.map(EntityId),
    })
}

impl Stored for Entity {
    const NAME: &'static str = "entity";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = EntityId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("entity/select.sql"), " WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("entity/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid.as_bytes(),
                self.kind,
                self.name,
                to_json(&self.aliases)?,
                to_json(&self.attributes)?,
                self.note,
                self.merged_into.map(|into| into.0)
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("entity/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.kind,
                self.name,
                to_json(&self.aliases)?,
                to_json(&self.attributes)?,
                self.note,
                self.merged_into.map(|into| into.0)
            ])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM entity WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Entity(self)
    }
}

/// The whole register by name.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Entity>, StoreError> {
    let sql = concat!(include_str!("entity/select.sql"), " ORDER BY name, uid");
    crate::read::all(connection, sql, [], read)
}
