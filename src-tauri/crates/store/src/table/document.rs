//! Articles. Their texts are written once and never imaged.

use super::Stored;
use super::column::{inserted_id, json, to_json, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::document::Document;
use postil_core::id::{AnnotatorId, DocumentId};
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        id: DocumentId(row.get(0)?),
        uid: uid(row, 1)?,
        title: row.get(2)?,
        sha256: row.get(3)?,
        metadata: json(row, 4)?,
        version_of: row.get::<_, Option<u32>>(5)?.map(DocumentId),
        added_at: row.get(6)?,
        removed_at: row.get(7)?,
        changed_at: row.get(8)?,
        changed_by: row.get::<_, Option<u32>>(9)?.map(AnnotatorId),
    })
}

/// Writes an article that is not there yet; `length` is that of its text in
/// code points. Its id is given by SQLite.
pub(crate) fn insert_with_text(
    connection: &Connection,
    document: &Document,
    text: &str,
    length: u32,
) -> Result<u32, StoreError> {
    connection
        .prepare_cached(include_str!("document/insert.sql"))?
        .execute(params![
            document.uid.as_bytes(),
            document.title,
            document.sha256,
            to_json(&document.metadata)?,
            document.version_of.map(|version_of| version_of.0),
            document.added_at,
            document.removed_at,
            document.changed_at,
            document.changed_by.map(|annotator| annotator.0),
            length,
            text,
        ])?;
    inserted_id(connection)
}

/// The text of an article.
pub(crate) fn text(connection: &Connection, id: DocumentId) -> Result<String, StoreError> {
    connection
        .prepare_cached("SELECT text FROM document WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or_else(|| super::missing::<Document>(id.0))
}

impl Stored for Document {
    const NAME: &'static str = "article";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = DocumentId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(concat!(
            include_str!("document/select.sql"),
            " WHERE id = ?1"
        ))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, _connection: &Connection) -> Result<u32, StoreError> {
        Err(StoreError::Invalid(
            "an article is added with its text".to_owned(),
        ))
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        let title_before: String = connection
            .prepare_cached("SELECT title FROM document WHERE id = ?1")?
            .query_row([self.id.0], |row| row.get(0))?;
        connection
            .prepare_cached(include_str!("document/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.title,
                to_json(&self.metadata)?,
                self.version_of.map(|version_of| version_of.0),
                self.added_at,
                self.removed_at,
                self.changed_at,
                self.changed_by.map(|annotator| annotator.0),
            ])?;
        if title_before == self.title {
            return Ok(());
        }
        crate::search::feed_again(connection, self.id.0)
    }

    fn update_from(&self, before: &Self, connection: &Connection) -> Result<(), StoreError> {
        let same = Self {
            removed_at: self.removed_at,
            changed_at: self.changed_at,
            changed_by: self.changed_by,
            ..before.clone()
        };
        if *self != same {
            return self.update(connection);
        }
        connection
            .prepare_cached(include_str!("document/update_removed.sql"))?
            .execute(params![
                self.id.0,
                self.removed_at,
                self.changed_at,
                self.changed_by.map(|annotator| annotator.0),
            ])?;
        Ok(())
    }

    fn delete(_connection: &Connection, _id: u32) -> Result<(), StoreError> {
        Err(StoreError::Invalid("an article goes to the bin".to_owned()))
    }

    fn into_row(self) -> Row {
        Row::Document(self)
    }
}
