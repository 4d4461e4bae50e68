//! Languages of articles and paragraphs.

use super::Stored;
use super::column::{insert_id, inserted_id};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::document::LanguageMark;
use postil_core::id::{DocumentId, LanguageId};
use postil_core::text::offsets::{CodePoint, Extent};
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<LanguageMark> {
    let start: Option<u32> = row.get(2)?;
    let end: Option<u32> = row.get(3)?;
    Ok(LanguageMark {
        id: LanguageId(row.get(0)?),
        document: DocumentId(row.get(1)?),
        extent: start.zip(end).map(|(start, end)| Extent {
            start: CodePoint(start),
            end: CodePoint(end),
        }),
        tag: row.get(4)?,
        confidence: row.get(5)?,
        guess: row.get(6)?,
        detector: row.get(7)?,
        detector_version: row.get(8)?,
        by_hand: row.get(9)?,
    })
}

impl Stored for LanguageMark {
    const NAME: &'static str = "language";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = LanguageId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(concat!(
            include_str!("language/select.sql"),
            " WHERE id = ?1"
        ))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        connection
            .prepare_cached(include_str!("language/insert.sql"))?
            .execute(params![
                insert_id(self.id.0),
                self.document.0,
                self.extent.map(|extent| extent.start.0),
                self.extent.map(|extent| extent.end.0),
                self.tag,
                self.confidence,
                self.guess,
                self.detector,
                self.detector_version,
                self.by_hand
            ])?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("language/update.sql"))?
            .execute(params![
                self.id.0,
                self.document.0,
                self.extent.map(|extent| extent.start.0),
                self.extent.map(|extent| extent.end.0),
                self.tag,
                self.confidence,
                self.guess,
                self.detector,
                self.detector_version,
                self.by_hand
            ])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM language WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Language(self)
    }
}

/// The languages of an article: the whole first, then paragraphs in text order.
pub(crate) fn of_document(
    connection: &Connection,
    id: DocumentId,
) -> Result<Vec<LanguageMark>, StoreError> {
    let sql = concat!(
        include_str!("language/select.sql"),
        " WHERE document = ?1 ORDER BY start"
    );
    crate::read::all(connection, sql, [id.0], read)
}

pub(crate) fn of_whole(
    connection: &Connection,
    id: DocumentId,
) -> Result<Option<String>, StoreError> {
    let sql = "SELECT tag FROM language WHERE document = ?1 AND ifnull(start, -1) = -1";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([id.0], |row| row.get(0))
        .optional()?)
}
