//! The journal: every step with what it changed, its undo and its redo.
//!
//! Steps are only ever added. Each one carries what can be undone and redone
//! after it, so the line of history is read off the last row.

mod few;
mod image;
mod line;

use crate::error::StoreError;
use image::{Image, Record};
use line::{Kind, NewStep, Step};
use postil_core::change::{Change, Row};
use postil_core::document::Document;
use postil_core::id::{DocumentId, StepId};
use rusqlite::Connection;

/// The longest pause, in milliseconds, between two edits that are one step.
pub const JOIN_WITHIN_MS: i64 = 2_000;

/// A step that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepSummary {
    /// Its id.
    pub id: StepId,
    /// The key that names what it did, such as `mark_span`.
    pub step: String,
    /// The article it was made in.
    pub document: Option<DocumentId>,
}

/// What an undo or a redo did.
#[derive(Clone, Debug, PartialEq)]
pub struct Reversal {
    /// The key of the step that was undone or redone.
    pub step: String,
    /// The article it was made in.
    pub document: Option<DocumentId>,
    /// The changes, in the order in which they were made.
    pub changes: Vec<Change>,
}

/// Writes a step and its changes.
pub(crate) fn record(
    connection: &Connection,
    name: &str,
    document: Option<DocumentId>,
    at: i64,
    joins: Option<&str>,
    changes: &[Change],
) -> Result<StepId, StoreError> {
    let id = add_edit(connection, name, document, at, joins)?;
    image::write_all(connection, id, changes.iter().map(Record::of))?;
    Ok(StepId(id))
}

/// Writes a step that added articles; their rows are not imaged.
pub(crate) fn record_added(
    connection: &Connection,
    name: &str,
    at: i64,
    documents: &[DocumentId],
) -> Result<StepId, StoreError> {
    let only = if let [document] = documents {
        Some(*document)
    } else {
        None
    };
    let id = add_edit(connection, name, only, at, None)?;
    let added = documents
        .iter()
        .map(|document| Ok(Record::added(document.0)));
    image::write_all(connection, id, added)?;
    Ok(StepId(id))
}

/// Writes a step that added articles and changed rows besides.
pub(crate) fn record_batch(
    connection: &Connection,
    name: &str,
    at: i64,
    documents: &[DocumentId],
    changes: &[Change],
) -> Result<StepId, StoreError> {
    let only = match documents {
        [document] => Some(*document),
        _ => None,
    };
    let id = add_edit(connection, name, only, at, None)?;
    let added = documents
        .iter()
        .map(|document| Ok(Record::added(document.0)));
    image::write_all(connection, id, added.chain(changes.iter().map(Record::of)))?;
    Ok(StepId(id))
}

/// Writes a step that cannot be undone, and before which nothing can.
pub(crate) fn close_line(connection: &Connection, name: &str, at: i64) -> Result<(), StoreError> {
    let id = line::last(connection)?.map_or(0, |last| last.id) + 1;
    line::add(
        connection,
        &NewStep {
            id,
            name,
            document: None,
            at,
            kind: Kind::Edit,
            reverses: None,
            previous: 0,
            continues: None,
            joins: None,
            above: 0,
            next_undo: 0,
            next_redo: 0,
        },
    )
}

fn add_edit(
    connection: &Connection,
    name: &str,
    document: Option<DocumentId>,
    at: i64,
    joins: Option<&str>,
) -> Result<u32, StoreError> {
    let last = line::last(connection)?;
    let joined = last.as_ref().filter(|last| {
        last.kind == Kind::Edit
            && joins.is_some()
            && last.joins.as_deref() == joins
            && last.name == name
            && last.document == document
            && (0..=JOIN_WITHIN_MS).contains(&at.saturating_sub(last.at))
    });
    let id = last.as_ref().map_or(0, |last| last.id) + 1;
    let previous = match joined {
        Some(joined) => joined.previous,
        None => last.as_ref().map_or(0, |last| last.next_undo),
    };
    line::add(
        connection,
        &NewStep {
            id,
            name,
            document,
            at,
            kind: Kind::Edit,
            reverses: None,
            previous,
            continues: joined.map(|joined| joined.id),
            joins,
            above: 0,
            next_undo: id,
            next_redo: 0,
        },
    )?;
    Ok(id)
}

/// The step that an undo would take back.
pub(crate) fn next_undo(connection: &Connection) -> Result<Option<StepSummary>, StoreError> {
    match line::last(connection)? {
        Some(last) => Ok(line::step(connection, last.next_undo)?.map(Step::summary)),
        None => Ok(None),
    }
}

/// The step that a redo would do again.
pub(crate) fn next_redo(connection: &Connection) -> Result<Option<StepSummary>, StoreError> {
    match line::last(connection)? {
        Some(last) => Ok(line::step(connection, last.next_redo)?.map(Step::summary)),
        None => Ok(None),
    }
}

/// Takes the last step back, inside a transaction.
pub(crate) fn undo(connection: &Connection, now: i64) -> Result<Option<Reversal>, StoreError> {
    let Some(last) = line::last(connection)? else {
        return Ok(None);
    };
    let Some(step) = line::step(connection, last.next_undo)? else {
        return Ok(None);
    };
    let mut changes = Vec::new();
    for member in line::chain(connection, &step)? {
        for record in image::read(connection, member)?.into_iter().rev() {
            changes.push(apply(connection, record.inverse(), now)?);
        }
    }
    let row = NewStep {
        kind: Kind::Undo,
        reverses: Some(step.id),
        above: last.next_redo,
        next_undo: step.previous,
        next_redo: step.id,
        ..NewStep::reversal(last.id + 1, &step, now)
    };
    line::add(connection, &row)?;
    Ok(Some(step.reversal(changes)))
}

/// Does the step undone last again, inside a transaction.
pub(crate) fn redo(connection: &Connection, now: i64) -> Result<Option<Reversal>, StoreError> {
    let Some(last) = line::last(connection)? else {
        return Ok(None);
    };
    let Some(step) = line::step(connection, last.next_redo)? else {
        return Ok(None);
    };
    let mut changes = Vec::new();
    for member in line::chain(connection, &step)?.into_iter().rev() {
        for record in image::read(connection, member)? {
            changes.push(apply(connection, record, now)?);
        }
    }
    let row = NewStep {
        kind: Kind::Redo,
        reverses: Some(step.id),
        next_undo: step.id,
        next_redo: line::above(connection, step.id)?,
        ..NewStep::reversal(last.id + 1, &step, now)
    };
    line::add(connection, &row)?;
    Ok(Some(step.reversal(changes)))
}

/// Brings one row from `before` to `after`, if it still is as `before` says.
fn apply(connection: &Connection, record: Record, now: i64) -> Result<Change, StoreError> {
    let current = crate::table::load(connection, record.table, record.row)?;
    let after = match (record.before, record.after, &current) {
        (Image::Absent, Image::Whole(after), None) => {
            let row = image::row_of(record.table, &after)?;
            crate::table::insert(connection, &row)?;
            Some(row)
        }
        (Image::Whole(before), Image::Absent, Some(current)) if image::is_of(&before, current)? => {
            crate::table::delete(connection, record.table, record.row)?;
            None
        }
        (Image::Fields(before), Image::Fields(after), Some(current)) => {
            let row = match few::brought(current, &before, &after)? {
                Some(row) => row,
                None => image::brought(current, &before, after)?,
            };
            crate::table::update(connection, current, &row)?;
            Some(row)
        }
        (Image::Hidden, Image::Shown, Some(Row::Document(document)))
            if document.removed_at.is_some() =>
        {
            Some(set_removed(connection, document, None)?)
        }
        (Image::Shown, Image::Hidden, Some(Row::Document(document)))
            if document.removed_at.is_none() =>
        {
            Some(set_removed(connection, document, Some(now))?)
        }
        _ => return Err(StoreError::Stale),
    };
    Ok(Change {
        before: current,
        after,
    })
}

fn set_removed(
    connection: &Connection,
    document: &Document,
    removed_at: Option<i64>,
) -> Result<Row, StoreError> {
    let row = Row::Document(Document {
        removed_at,
        ..document.clone()
    });
    crate::table::update(connection, &Row::Document(document.clone()), &row)?;
    Ok(row)
}
