//! The scheme.

use super::Stored;
use super::column::{insert_id, inserted_id};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::SchemeId;
use postil_core::scheme::StoredScheme;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<StoredScheme> {
    Ok(StoredScheme {
        id: SchemeId(row.get(0)?),
        uid: row.get(1)?,
        version: row.get(2)?,
        json: row.get(3)?,
    })
}

impl Stored for StoredScheme {
    const NAME: &'static str = "scheme";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = SchemeId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("scheme/select.sql"), " WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("scheme/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid,
                self.version,
                self.json
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("scheme/update.sql"))?
            .execute(params![self.id.0, self.uid, self.version, self.json])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM scheme WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Scheme(self)
    }
}

/// The scheme of the project.
pub(crate) fn current(connection: &Connection) -> Result<StoredScheme, StoreError> {
    let sql = concat!(
        include_str!("scheme/select.sql"),
        " ORDER BY id DESC LIMIT 1"
    );
    connection
        .prepare_cached(sql)?
        .query_row([], read)
        .optional()?
        .ok_or_else(|| StoreError::FileDamaged("the project has no scheme".to_owned()))
}
