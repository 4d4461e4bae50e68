//! Annotators.

use super::Stored;
use super::column::{insert_id, inserted_id, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::AnnotatorId;
use postil_core::layer::Annotator;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Annotator> {
    Ok(Annotator {
        id: AnnotatorId(row.get(0)?),
        uid: uid(row, 1)?,
        name: row.get(2)?,
    })
}

impl Stored for Annotator {
    const NAME: &'static str = "annotator";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = AnnotatorId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(concat!(
            include_str!("annotator/select.sql"),
            " WHERE id = ?1"
        ))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("annotator/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid.as_bytes(),
                self.name
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("annotator/update.sql"))?
            .execute(params![self.id.0, self.uid.as_bytes(), self.name])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM annotator WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Annotator(self)
    }
}
