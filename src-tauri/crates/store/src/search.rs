//! Full-text search: the table `search`, derived from titles and texts.

mod fold;

use crate::error::StoreError;
use crate::project::Project;
use postil_core::id::DocumentId;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::HashSet;

/// The version of the function that folds and segments text and queries; a
/// project fed by another one is fed again when it is opened.
pub const SEARCH_VERSION: u32 = 2;

/// Adds an article to the table.
pub(crate) fn feed(
    connection: &Connection,
    id: u32,
    title: &str,
    text: &str,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute(params![id, fold::fold(title), fold::fold(text)])?;
    Ok(())
}

/// Writes an article again after its title has changed.
pub(crate) fn feed_again(connection: &Connection, id: u32) -> Result<(), StoreError> {
    let (title, text): (String, String) = connection
        .prepare_cached("SELECT title, text FROM document WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    connection
        .prepare_cached("DELETE FROM search WHERE rowid = ?1")?
        .execute([id])?;
    feed(connection, id, &title, &text)
}

/// Feeds the whole table again if another version of the function fed it.
pub(crate) fn renew(connection: &mut Connection) -> Result<(), StoreError> {
    let version: u32 =
        connection.query_row("SELECT search_version FROM project", [], |row| row.get(0))?;
    if version == SEARCH_VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
    let mut documents = transaction.prepare("SELECT id, title, text FROM document ORDER BY id")?;
    let mut rows = documents.query([])?;
    while let Some(row) = rows.next()? {
        feed(
            &transaction,
            row.get(0)?,
            &row.get::<_, String>(1)?,
            &row.get::<_, String>(2)?,
        )?;
    }
    drop(rows);
    drop(documents);
    transaction.execute("UPDATE project SET search_version = ?1", [SEARCH_VERSION])?;
    transaction.commit()?;
    Ok(())
}

impl Project {
    /// The articles of the library, not the bin, that hold every word of
    /// `query`, in export order; at most `limit`. Case, accents and vowel
    /// points do not matter; a word may be the beginning of a longer one;
    /// words in quotation marks must stand together; where words are written
    /// without spaces any part of the text is found. A query without letters
    /// or digits finds nothing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<DocumentId>, StoreError> {
        let Some(expression) = fold::expression(query) else {
            return Ok(Vec::new());
        };
        let mut statement = self
            .connection
            .prepare_cached(include_str!("search/select.sql"))?;
        let found =
            statement.query_map(params![expression, limit], |row| row.get(0).map(DocumentId))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The same articles and those of the bin, all of them, in no order.
    pub(crate) fn search_all(&self, query: &str) -> Result<HashSet<DocumentId>, StoreError> {
        let Some(expression) = fold::expression(query) else {
            return Ok(HashSet::new());
        };
        let mut statement = self
            .connection
            .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1")?;
        let found = statement.query_map([expression], |row| row.get(0).map(DocumentId))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
