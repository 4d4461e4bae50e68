//! Layers.

use super::Stored;
use super::column::{insert_id, inserted_id, json, to_json, to_word, uid, word};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::{AnnotatorId, DocumentId, LayerId};
use postil_core::layer::Layer;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Layer> {
    Ok(Layer {
        id: LayerId(row.get(0)?),
        uid: uid(row, 1)?,
        document: DocumentId(row.get(2)?),
        annotator: AnnotatorId(row.get(3)?),
        kind: word(row, 4)?,
        status: word(row, 5)?,
        answers: json(row, 6)?,
        scheme_version: row.get(7)?,
        active_ms: row.get(8)?,
    })
}

impl Stored for Layer {
    const NAME: &'static str = "layer";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = LayerId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("layer/select.sql"), " WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("layer/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.uid.as_bytes(),
                self.document.0,
                self.annotator.0,
                to_word(&self.kind)?,
                to_word(&self.status)?,
                to_json(&self.answers)?,
                self.scheme_version,
                self.active_ms
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("layer/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.document.0,
                self.annotator.0,
                to_word(&self.kind)?,
                to_word(&self.status)?,
                to_json(&self.answers)?,
                self.scheme_version,
                self.active_ms
            ])?;
        Ok(())
    }

    fn update_from(&self, before: &Self, connection: &Connection) -> Result<(), StoreError> {
        let same = Self {
            status: self.status,
            ..before.clone()
        };
        if *self != same {
            return self.update(connection);
        }
        connection
            .prepare_cached("UPDATE layer SET status = ?2 WHERE id = ?1")?
            .execute(params![self.id.0, to_word(&self.status)?])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM layer_version WHERE layer = ?1")?
            .execute([id])?;
        connection
            .prepare_cached("DELETE FROM layer WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Layer(self)
    }
}
