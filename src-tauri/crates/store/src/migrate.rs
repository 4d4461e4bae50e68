//! The shapes of project files, and the way from one to the next.

#[cfg(test)]
mod constraints;

use crate::error::StoreError;
use crate::open::SHAPE;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// The oldest shape whose programs can open a file of this one.
pub(crate) const READABLE_BY: u32 = 2;

/// The shape that brought questions for the team.
const SHAPE_WITH_QUESTIONS: u32 = 2;

/// What makes shape `n` from shape `n - 1`, at place `n - 1`.
const MIGRATIONS: [&str; SHAPE as usize] = [
    concat!(
        include_str!("migrations/1.sql"),
        include_str!("migrations/1_views.sql")
    ),
    include_str!("migrations/2.sql"),
];

/// Lays out an empty file, inside a transaction.
pub(crate) fn lay_out(connection: &Connection) -> Result<(), StoreError> {
    climb(connection, 0)
}

/// Brings an older file to this shape: a copy beside it first, then one
/// transaction.
pub(crate) fn migrate(
    path: &Path,
    connection: &mut Connection,
    shape: u32,
) -> Result<(), StoreError> {
    if shape >= SHAPE {
        return Ok(());
    }
    let mut copy = path.as_os_str().to_owned();
    copy.push(format!(".shape-{shape}"));
    crate::backup::snapshot(connection, Path::new(&copy))?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    climb(&transaction, shape)?;
    transaction.execute("UPDATE project SET readable_by = ?1", [READABLE_BY])?;
    transaction.commit()?;
    Ok(())
}

/// An older file that is only read is not changed: tables that it lacks stand
/// beside it, empty.
pub(crate) fn stand_in(connection: &Connection, shape: u32) -> Result<(), StoreError> {
    if shape < SHAPE_WITH_QUESTIONS {
        connection.pragma_update(None, "query_only", false)?;
        connection.execute_batch(include_str!("migrations/2_missing.sql"))?;
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(())
}

fn climb(connection: &Connection, from: u32) -> Result<(), StoreError> {
    for (shape, sql) in (1..).zip(MIGRATIONS).skip(from as usize) {
        connection.execute_batch(sql)?;
        connection.pragma_update(None, "user_version", shape)?;
    }
    Ok(())
}
