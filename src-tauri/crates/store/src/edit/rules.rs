//! Rules between rows that no constraint of SQLite states.

use crate::error::StoreError;
use postil_core::change::{Change, Row};
use postil_core::id::{LayerId, SpanId};
use postil_core::link::Target;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Refuses a link to the author or to "not given" beside another link of the
/// same kind.
pub(crate) fn check_sources(connection: &Connection, changes: &[Change]) -> Result<(), StoreError> {
    let heads: BTreeSet<(LayerId, SpanId)> = changes
        .iter()
        .filter_map(|change| match &change.after {
            Some(Row::Link(link)) => Some((link.layer, link.head)),
            _ => None,
        })
        .collect();
    for (layer, head) in heads {
        let links = crate::table::link::of(connection, layer, head)?;
        for special in links
            .iter()
            .filter(|link| matches!(link.target, Target::Special(_)))
        {
            if links
                .iter()
                .any(|other| other.id != special.id && other.kind == special.kind)
            {
                return Err(StoreError::Invalid(
                    "a claim whose source is the author or not given has no other source"
                        .to_owned(),
                ));
            }
        }
    }
    Ok(())
}
