//! The one write path: every change of a row goes through an edit.

mod batch;
mod deletion;
mod entity;
mod everywhere;
mod many;
mod question;
mod register;
pub(crate) mod revision;
mod rows;
mod rules;

use crate::error::StoreError;
use crate::journal::{self, Reversal, StepSummary};
use crate::project::Project;
use crate::table::Stored;
use crate::text_cache::TextCache;
use crate::writing::Writing;
use postil_core::change::{Change, Row, Table};
use postil_core::id::DocumentId;
use rusqlite::Connection;
use std::collections::BTreeMap;

pub use entity::EntityUse;
pub(crate) use rules::check_sources;

/// The rows of a project while one step changes them.
pub struct Edits<'a> {
    connection: &'a Connection,
    texts: &'a mut TextCache,
    changes: Vec<Change>,
    joins: Option<String>,
}

impl Edits<'_> {
    /// Makes this edit one step with the one before it, if that had the same
    /// name, article and key and is at most two seconds old: so that nudging a
    /// boundary ten times is undone at once.
    pub fn coalesce_with_previous(&mut self, key: &str) {
        self.joins = Some(key.to_owned());
    }

    fn insert<T: Stored>(&mut self, thing: T) -> Result<u32, StoreError> {
        let id = thing.clone().with_id(0).insert(self.connection)?;
        self.changes.push(Change {
            before: None,
            after: Some(thing.with_id(id).into_row()),
        });
        Ok(id)
    }

    fn update<T: Stored>(&mut self, thing: &T) -> Result<(), StoreError> {
        let before = T::require(self.connection, thing.id())?;
        if before == *thing {
            return Ok(());
        }
        thing.update_from(&before, self.connection)?;
        self.changes.push(Change {
            before: Some(before.into_row()),
            after: Some(thing.clone().into_row()),
        });
        Ok(())
    }

    fn delete<T: Stored>(&mut self, id: u32) -> Result<(), StoreError> {
        let before = T::require(self.connection, id)?;
        T::delete(self.connection, id)?;
        self.changes.push(Change {
            before: Some(before.into_row()),
            after: None,
        });
        Ok(())
    }
}

/// What an edit did.
struct Edited<T> {
    answer: T,
    /// None if they come to nothing.
    changes: Vec<Change>,
    /// The key by which it may become one step with the one before.
    joins: Option<String>,
}

impl Writing<'_> {
    /// Lets `action` change rows, and looks over what it did.
    fn edit<T, E: From<StoreError>>(
        &mut self,
        action: impl FnOnce(&mut Edits<'_>) -> Result<T, E>,
    ) -> Result<Edited<T>, E> {
        let mut edits = Edits {
            connection: &self.transaction,
            texts: self.texts,
            changes: Vec::new(),
            joins: None,
        };
        let answer = action(&mut edits)?;
        let Edits {
            mut changes, joins, ..
        } = edits;
        if comes_to_nothing(&changes) {
            changes.clear();
        }
        check_sources(self, &changes)?;
        Ok(Edited {
            answer,
            changes,
            joins,
        })
    }
}

/// Whether the changes, one after the other, leave every row as it was.
fn comes_to_nothing(changes: &[Change]) -> bool {
    type Ends<'a> = (Option<&'a Row>, Option<&'a Row>);
    let mut ends: BTreeMap<(Table, u32), Ends<'_>> = BTreeMap::new();
    for change in changes {
        let Some(row) = change.before.as_ref().or(change.after.as_ref()) else {
            continue;
        };
        ends.entry((row.table(), row.id()))
            .and_modify(|(_, after)| *after = change.after.as_ref())
            .or_insert((change.before.as_ref(), change.after.as_ref()));
    }
    ends.values().all(|(before, after)| before == after)
}

impl Project {
    /// Changes rows in one durable transaction, which is one step of the
    /// journal named `step` (a key such as `mark_span`) and made in
    /// `document`; `now` is Unix milliseconds. Answers what `action` answers,
    /// and the changes. An edit that changes nothing writes no step.
    ///
    /// # Errors
    /// What `action` refuses with, or [`StoreError`]; nothing is changed then.
    pub fn edit<T, E: From<StoreError>>(
        &mut self,
        step: &str,
        document: Option<DocumentId>,
        now: i64,
        action: impl FnOnce(&mut Edits<'_>) -> Result<T, E>,
    ) -> Result<(T, Vec<Change>), E> {
        let mut writing = self.writing()?;
        let Edited {
            answer,
            changes,
            joins,
        } = writing.edit(action)?;
        if changes.is_empty() {
            return Ok((answer, changes));
        }
        journal::record(&writing, step, document, now, joins.as_deref(), &changes)?;
        writing.commit(&changes)?;
        self.register_follows(&changes);
        self.touched.note(&changes);
        Ok((answer, changes))
    }

    /// Takes the last step back; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if a row is no longer as the step left it.
    pub fn undo(&mut self, now: i64) -> Result<Option<Reversal>, StoreError> {
        self.reverse(|connection| journal::undo(connection, now))
    }

    /// Does the step undone last again; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if a row is no longer as the undo left it.
    pub fn redo(&mut self, now: i64) -> Result<Option<Reversal>, StoreError> {
        self.reverse(|connection| journal::redo(connection, now))
    }

    fn reverse(
        &mut self,
        action: impl FnOnce(&Connection) -> Result<Option<Reversal>, StoreError>,
    ) -> Result<Option<Reversal>, StoreError> {
        let writing = self.writing()?;
        let Some(reversal) = action(&writing)? else {
            return Ok(None);
        };
        writing.commit(&reversal.changes)?;
        self.register_follows(&reversal.changes);
        self.touched.note(&reversal.changes);
        Ok(Some(reversal))
    }

    /// The step that [`undo`](Self::undo) would take back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_undo(&self) -> Result<Option<StepSummary>, StoreError> {
        journal::next_undo(&self.connection)
    }

    /// The step that [`redo`](Self::redo) would do again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_redo(&self) -> Result<Option<StepSummary>, StoreError> {
        journal::next_redo(&self.connection)
    }
}
