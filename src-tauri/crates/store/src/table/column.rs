//! Values of columns.

use crate::error::{StoreError, unreadable_row};
use postil_core::id::Uid;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A uid of 16 bytes.
pub(crate) fn uid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uid> {
    row.get::<_, [u8; 16]>(column).map(Uid::from_bytes)
}

/// A value kept as JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row
        .get_ref(column)?
        .as_str()
        .map_err(|error| unreadable(column, error))?;
    serde_json::from_str(text).map_err(|error| unreadable(column, error))
}

/// As [`json`]; what most of millions of rows have, `empty`, is not parsed.
pub(crate) fn json_unless<T: DeserializeOwned + Default>(
    row: &Row<'_>,
    column: usize,
    empty: &str,
) -> rusqlite::Result<T> {
    match row.get_ref(column)? {
        ValueRef::Text(text) if text == empty.as_bytes() => Ok(T::default()),
        _ => json(row, column),
    }
}

/// One word of a closed list.
pub(crate) fn word<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(text))
        .map_err(|error| unreadable(column, error))
}

/// The same, or nothing.
pub(crate) fn optional_word<T: DeserializeOwned>(
    row: &Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<T>> {
    if row.get_ref(column)? == ValueRef::Null {
        return Ok(None);
    }
    word(row, column).map(Some)
}

/// JSON for a column.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| unreadable_row(&error))
}

/// The word for a value of a closed list.
pub(crate) fn to_word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(StoreError::Invalid(format!("{other} is not a word"))),
        Err(error) => Err(unreadable_row(&error)),
    }
}

/// The id for an insert: none for 0, so that SQLite gives one.
pub(crate) const fn insert_id(id: u32) -> Option<u32> {
    if id == 0 { None } else { Some(id) }
}

/// The id of the row inserted last.
pub(crate) fn inserted_id(connection: &Connection) -> Result<u32, StoreError> {
    u32::try_from(connection.last_insert_rowid())
        .map_err(|_| StoreError::FileDamaged("row ids have run out".to_owned()))
}

fn unreadable(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
