//! The line of history: the rows of the table `step`.

use super::{Reversal, StepSummary};
use crate::error::StoreError;
use crate::table::column::{to_word, word};
use postil_core::change::Change;
use postil_core::id::{DocumentId, StepId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Edit,
    Undo,
    Redo,
}

/// A step as the journal has it. Ids of steps are 0 for none.
pub(super) struct Step {
    pub(super) id: u32,
    pub(super) name: String,
    pub(super) document: Option<DocumentId>,
    pub(super) at: i64,
    pub(super) kind: Kind,
    pub(super) previous: u32,
    pub(super) continues: Option<u32>,
    pub(super) joins: Option<String>,
    pub(super) next_undo: u32,
    pub(super) next_redo: u32,
}

impl Step {
    pub(super) fn summary(self) -> StepSummary {
        StepSummary {
            id: StepId(self.id),
            step: self.name,
            document: self.document,
        }
    }

    pub(super) fn reversal(self, changes: Vec<Change>) -> Reversal {
        Reversal {
            step: self.name,
            document: self.document,
            changes,
        }
    }
}

/// A step to be added.
pub(super) struct NewStep<'a> {
    pub(super) id: u32,
    pub(super) name: &'a str,
    pub(super) document: Option<DocumentId>,
    pub(super) at: i64,
    pub(super) kind: Kind,
    pub(super) reverses: Option<u32>,
    pub(super) previous: u32,
    pub(super) continues: Option<u32>,
    pub(super) joins: Option<&'a str>,
    pub(super) above: u32,
    pub(super) next_undo: u32,
    pub(super) next_redo: u32,
}

impl<'a> NewStep<'a> {
    /// A step that reverses `step`, with the line of history left to fill in.
    pub(super) fn reversal(id: u32, step: &'a Step, at: i64) -> Self {
        Self {
            id,
            name: &step.name,
            document: step.document,
            at,
            kind: Kind::Undo,
            reverses: Some(step.id),
            previous: 0,
            continues: None,
            joins: None,
            above: 0,
            next_undo: 0,
            next_redo: 0,
        }
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: row.get(0)?,
        name: row.get(1)?,
        document: row.get::<_, Option<u32>>(2)?.map(DocumentId),
        at: row.get(3)?,
        kind: word(row, 4)?,
        previous: row.get(5)?,
        continues: row.get(6)?,
        joins: row.get(7)?,
        next_undo: row.get(8)?,
        next_redo: row.get(9)?,
    })
}

/// The step added last.
pub(super) fn last(connection: &Connection) -> Result<Option<Step>, StoreError> {
    let sql = concat!(include_str!("select_step.sql"), " ORDER BY id DESC LIMIT 1");
    Ok(connection
        .prepare_cached(sql)?
        .query_row([], read)
        .optional()?)
}

/// A step; none for 0.
pub(super) fn step(connection: &Connection, id: u32) -> Result<Option<Step>, StoreError> {
    let sql = concat!(include_str!("select_step.sql"), " WHERE id = ?1");
    Ok(connection
        .prepare_cached(sql)?
        .query_row([id], read)
        .optional()?)
}

/// The ids of the steps that are undone with `last`, the latest first.
pub(super) fn chain(connection: &Connection, last: &Step) -> Result<Vec<u32>, StoreError> {
    let mut ids = vec![last.id];
    let mut before = last.continues;
    while let Some(id) = before {
        ids.push(id);
        before = step(connection, id)?.and_then(|step| step.continues);
    }
    Ok(ids)
}

/// What could be redone before the last undo of a step.
pub(super) fn above(connection: &Connection, id: u32) -> Result<u32, StoreError> {
    let sql =
        "SELECT above FROM step WHERE reverses = ?1 AND kind = 'undo' ORDER BY id DESC LIMIT 1";
    Ok(connection
        .prepare_cached(sql)?
        .query_row([id], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// Adds a step.
pub(super) fn add(connection: &Connection, step: &NewStep<'_>) -> Result<(), StoreError> {
    connection
        .prepare_cached(include_str!("insert_step.sql"))?
        .execute(params![
            step.id,
            step.name,
            step.document.map(|document| document.0),
            step.at,
            to_word(&step.kind)?,
            step.reverses,
            step.previous,
            step.continues,
            step.joins,
            step.above,
            step.next_undo,
            step.next_redo,
        ])?;
    Ok(())
}
