//! Zones.

use super::Stored;
use super::column::{insert_id, inserted_id, to_word, uid, word};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::document::Zone;
use postil_core::id::{AnnotatorId, DocumentId, ZoneId};
use postil_core::text::offsets::CodePoint;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Zone> {
    Ok(Zone {
        id: ZoneId(row.get(0)?),
        uid: uid(row, 1)?,
        document: DocumentId(row.get(2)?),
        start: CodePoint(row.get(3)?),
        end: CodePoint(row.get(4)?),
        kind: word(row, 5)?,
        reason: row.get(6)?,
        state: word(row, 7)?,
        by: row.get::<_, Option<u32>>(8)?.map(AnnotatorId),
    })
}

impl Stored for Zone {
    const NAME: &'static str = "zone";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = ZoneId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("zone/select.sql"), " WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("zone/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid.as_bytes(),
                self.document.0,
                self.start.0,
                self.end.0,
                to_word(&self.kind)?,
                self.reason,
                to_word(&self.state)?,
                self.by.map(|by| by.0)
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("zone/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.document.0,
                self.start.0,
                self.end.0,
                to_word(&self.kind)?,
                self.reason,
                to_word(&self.state)?,
                self.by.map(|by| by.0)
            ])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM zone WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Zone(self)
    }
}

/// The zones of an article, in text order.
pub(crate) fn of_document(
    connection: &Connection,
    id: DocumentId,
) -> Result<Vec<Zone>, StoreError> {
    let sql = concat!(
        include_str!("zone/select.sql"),
        " WHERE document = ?1 ORDER BY start, end DESC, uid"
    );
    crate::read::all(connection, sql, [id.0], read)
}
