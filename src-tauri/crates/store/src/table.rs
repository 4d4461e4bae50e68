//! The tables: how each thing is read from its rows and written to them.

pub(crate) mod annotator;
pub(crate) mod column;
pub(crate) mod document;
pub(crate) mod entity;
pub(crate) mod entity_link;
pub(crate) mod language;
pub(crate) mod layer;
pub(crate) mod link;
pub(crate) mod question;
pub(crate) mod scheme;
pub(crate) mod span;
pub(crate) mod zone;

use crate::error::StoreError;
use postil_core::change::{Row, Table};
use rusqlite::Connection;

/// A thing that edits insert, update and delete, and that the journal images.
pub(crate) trait Stored: Sized + Clone + PartialEq {
    /// What messages call it.
    const NAME: &'static str;

    /// Its row id.
    fn id(&self) -> u32;

    /// The same thing with another row id.
    fn with_id(self, id: u32) -> Self;

    /// Reads it.
    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError>;

    /// Writes a row that is not there yet; with id 0 SQLite gives it one.
    fn insert(&self, connection: &Connection) -> Result<u32, StoreError>;

    /// Writes a row that is there.
    fn update(&self, connection: &Connection) -> Result<(), StoreError>;

    /// Writes a row that is as `before`; what few of its fields say is written
    /// alone.
    fn update_from(&self, before: &Self, connection: &Connection) -> Result<(), StoreError> {
        let _ = before;
        self.update(connection)
    }

    /// Deletes a row that is there.
    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError>;

    /// It as a row of a change.
    fn into_row(self) -> Row;

    /// Reads it, or says that it is missing.
    fn require(connection: &Connection, id: u32) -> Result<Self, StoreError> {
        Self::load(connection, id)?.ok_or_else(|| missing::<Self>(id))
    }
}

/// The error for a row that is not there.
pub(crate) fn missing<T: Stored>(id: u32) -> StoreError {
    StoreError::NotFound {
        what: format!("{} {id}", T::NAME),
    }
}

macro_rules! by_table {
    ($table:expr, $thing:ident => $answer:expr) => {{
        use postil_core::document::{Document, LanguageMark, Zone};
        use postil_core::entity::{Entity, EntityLink};
        use postil_core::layer::{Annotator, Layer};
        use postil_core::link::Link;
        use postil_core::question::Question;
        use postil_core::scheme::StoredScheme;
        use postil_core::span::Span;
        match $table {
            Table::Document => {
                type $thing = Document;
                $answer
            }
            Table::Language => {
                type $thing = LanguageMark;
                $answer
            }
            Table::Zone => {
                type $thing = Zone;
                $answer
            }
            Table::Annotator => {
                type $thing = Annotator;
                $answer
            }
            Table::Layer => {
                type $thing = Layer;
                $answer
            }
            Table::Span => {
                type $thing = Span;
                $answer
            }
            Table::Link => {
                type $thing = Link;
                $answer
            }
            Table::Entity => {
                type $thing = Entity;
                $answer
            }
            Table::EntityLink => {
                type $thing = EntityLink;
                $answer
            }
            Table::Scheme => {
                type $thing = StoredScheme;
                $answer
            }
            Table::Question => {
                type $thing = Question;
                $answer
            }
        }
    }};
}

/// Reads a row of any table.
pub(crate) fn load(
    connection: &Connection,
    table: Table,
    id: u32,
) -> Result<Option<Row>, StoreError> {
    by_table!(table, Thing => Ok(<Thing as Stored>::load(connection, id)?.map(Stored::into_row)))
}

/// Deletes a row of any table.
pub(crate) fn delete(connection: &Connection, table: Table, id: u32) -> Result<(), StoreError> {
    by_table!(table, Thing => <Thing as Stored>::delete(connection, id))
}

macro_rules! by_row {
    ($row:expr, $thing:ident => $answer:expr) => {
        match $row {
            Row::Document($thing) => $answer,
            Row::Language($thing) => $answer,
            Row::Zone($thing) => $answer,
            Row::Annotator($thing) => $answer,
            Row::Layer($thing) => $answer,
            Row::Span($thing) => $answer,
            Row::Link($thing) => $answer,
            Row::Entity($thing) => $answer,
            Row::EntityLink($thing) => $answer,
            Row::Scheme($thing) => $answer,
            Row::Question($thing) => $answer,
        }
    };
}

pub(crate) use by_row;

/// Inserts a row of any table under its own id.
pub(crate) fn insert(connection: &Connection, row: &Row) -> Result<(), StoreError> {
    by_row!(row, thing => thing.insert(connection).map(|_| ()))
}

/// Updates a row of any table, which is as `before`.
pub(crate) fn update(connection: &Connection, before: &Row, row: &Row) -> Result<(), StoreError> {
    match (before, row) {
        (Row::Layer(before), Row::Layer(layer)) => layer.update_from(before, connection),
        (Row::Document(before), Row::Document(document)) => {
            document.update_from(before, connection)
        }
        _ => by_row!(row, thing => thing.update(connection)),
    }
}
