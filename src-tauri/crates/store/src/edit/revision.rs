//! How many times each installation has changed each layer.

use crate::error::StoreError;
use crate::project::Project;
use crate::table::column::to_json;
use postil_core::change::{Change, Row};
use postil_core::id::{LayerId, Uid};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// Counts a change of every layer that the changes touch. The count never
/// falls behind the journal, so that a layer which is undone and made again
/// goes on counting where it was.
pub(crate) fn count(
    connection: &Connection,
    installation: Option<Uid>,
    changes: &[Change],
) -> Result<(), StoreError> {
    let Some(installation) = installation else {
        return Ok(());
    };
    let layers: BTreeSet<LayerId> = changes.iter().filter_map(layer_of).collect();
    if layers.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached(include_str!("count_revision.sql"))?
        .execute(params![to_json(&layers)?, installation.as_bytes()])?;
    Ok(())
}

fn layer_of(change: &Change) -> Option<LayerId> {
    match change.after.as_ref().or(change.before.as_ref())? {
        Row::Span(span) => Some(span.layer),
        Row::Link(link) => Some(link.layer),
        Row::Layer(layer) => Some(layer.id),
        Row::Question(question) => Some(question.layer),
        _ => None,
    }
}

impl Project {
    /// Says which installation of the program edits, so that copies of one
    /// layer can be told apart: from now on each step counts one revision of
    /// this installation in every layer that it touches.
    pub const fn set_installation(&mut self, installation: Uid) {
        self.installation = Some(installation);
    }

    /// The version vector of a layer: installations with their revisions.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn layer_versions(&self, layer: LayerId) -> Result<Vec<(Uid, u32)>, StoreError> {
        let sql = "SELECT installation, revision FROM layer_version WHERE layer = ?1 ORDER BY installation";
        crate::read::all(&self.connection, sql, [layer.0], |row| {
            Ok((crate::table::column::uid(row, 0)?, row.get(1)?))
        })
    }
}
