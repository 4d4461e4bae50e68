//! The register in memory: its names folded once, its mentions counted once.
//!
//! Made when it is first asked for. It follows the changes of each committed
//! step, so that listing 20,000 entities reads no row.

use crate::error::StoreError;
use crate::read::all;
use crate::table::entity;
use postil_core::change::{Change, Row};
use postil_core::entity::{Entity, field};
use postil_core::id::{EntityId, Uid};
use postil_core::text::fold;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// What the list keeps of an entity.
pub(crate) struct Entry {
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) names: Vec<String>,
    pub(crate) role: String,
    /// Folded names and identifiers, one a line.
    pub(crate) searched: String,
    /// What it is sorted by: folded name, name, id.
    pub(crate) sorted: (String, String, EntityId),
    into: Option<EntityId>,
    made: u64,
}

impl Entry {
    fn of(entity: &Entity) -> Self {
        let folded = fold(&entity.name);
        let mut searched = folded.clone();
        let identifiers = [field::WIKIDATA, field::GEONAMES].map(|id| entity.value(id));
        for other in entity.aliases.iter().chain(&identifiers) {
            searched.push('\n');
            searched.push_str(&fold(other));
        }
        Self {
            kind: entity.kind.clone(),
            name: entity.name.clone(),
            names: entity.names().map(str::to_owned).collect(),
            role: entity.value(field::ROLE),
            searched,
            sorted: (folded, entity.name.clone(), entity.id),
            into: entity.merged_into,
            made: time_of(entity.uid),
        }
    }
}

/// Mentions of one entity itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    mentions: u32,
    /// When the newest mention was made, in Unix milliseconds; 0 for never.
    newest: u64,
}

/// The register in memory.
pub(crate) struct Index {
    entries: BTreeMap<EntityId, Entry>,
    /// Those with mentions, or counted anew.
    tallies: BTreeMap<EntityId, Tally>,
    /// With what was merged into them.
    sums: BTreeMap<EntityId, Tally>,
    /// Those whose mentions changed since they were counted.
    uncounted: BTreeSet<EntityId>,
    /// The sums are to be made anew.
    unsummed: bool,
    /// SQLite's count of what other programs wrote.
    data_version: i64,
}

impl Index {
    /// The index as the file is now: the one held if nothing else wrote.
    pub(crate) fn current(held: Option<Self>, connection: &Connection) -> Result<Self, StoreError> {
        let data_version =
            connection.query_row("SELECT data_version FROM pragma_data_version", [], |row| {
                row.get(0)
            })?;
        let mut index = match held {
            Some(index) if index.data_version == data_version => index,
            _ => Self::read(connection, data_version)?,
        };
        for id in std::mem::take(&mut index.uncounted) {
            let tally = count(connection, id)?;
            index.tallies.insert(id, tally);
            index.unsummed = true;
        }
        if std::mem::take(&mut index.unsummed) {
            index.sum();
        }
        Ok(index)
    }

    fn read(connection: &Connection, data_version: i64) -> Result<Self, StoreError> {
        let entries = entity::all(connection)?
            .iter()
            .map(|entity| (entity.id, Entry::of(entity)))
            .collect();
        let tallies = all(connection, include_str!("tallies.sql"), [], |row| {
            let newest = Uid::from_bytes(row.get(2)?);
            let tally = Tally {
                mentions: row.get(1)?,
                newest: time_of(newest),
            };
            Ok((EntityId(row.get(0)?), tally))
        })?;
        let mut index = Self {
            entries,
            tallies: tallies.into_iter().collect(),
            sums: BTreeMap::new(),
            uncounted: BTreeSet::new(),
            unsummed: true,
            data_version,
        };
        let hidden = all(connection, include_str!("hidden.sql"), [], |row| {
            Ok((EntityId(row.get(0)?), row.get::<_, u32>(1)?))
        })?;
        for (id, mentions) in hidden {
            let tally = index.tallies.entry(id).or_default();
            tally.mentions = tally.mentions.saturating_sub(mentions);
        }
        Ok(index)
    }

    fn sum(&mut self) {
        self.sums.clear();
        for (id, tally) in &self.tallies {
            let standing = self.entries.get(id).and_then(|entry| entry.into);
            let sum = self.sums.entry(standing.unwrap_or(*id)).or_default();
            sum.mentions = sum.mentions.saturating_add(tally.mentions);
            sum.newest = sum.newest.max(tally.newest);
        }
    }

    /// Follows the changes of a step; `None` if it must be read anew.
    pub(crate) fn follow(mut self, changes: &[Change]) -> Option<Self> {
        for change in changes {
            match (&change.before, &change.after) {
                // An article went to the bin, or came out of it.
                (Some(Row::Document(before)), Some(Row::Document(after)))
                    if before.removed_at != after.removed_at =>
                {
                    return None;
                }
                (_, Some(Row::Entity(entity))) => {
                    self.entries.insert(entity.id, Entry::of(entity));
                    self.unsummed = true;
                }
                (Some(Row::Entity(entity)), None) => {
                    self.entries.remove(&entity.id);
                    self.tallies.remove(&entity.id);
                    self.unsummed = true;
                }
                (before, after) => {
                    let mentioned = |row: &Option<Row>| match row {
                        Some(Row::Span(span)) => span.entity,
                        _ => None,
                    };
                    let (before, after) = (mentioned(before), mentioned(after));
                    if before != after {
                        self.uncounted.extend(before.into_iter().chain(after));
                    }
                }
            }
        }
        let entries = &self.entries;
        self.uncounted.retain(|id| entries.contains_key(id));
        Some(self)
    }

    /// Entities that are not merged into another.
    pub(crate) fn living(&self) -> impl Iterator<Item = (EntityId, &Entry)> {
        self.entries
            .iter()
            .filter(|(_, entry)| entry.into.is_none())
            .map(|(id, entry)| (*id, entry))
    }

    /// Entities that are merged into another, with that one.
    pub(crate) fn merged(&self) -> impl Iterator<Item = (EntityId, EntityId)> {
        self.entries
            .iter()
            .filter_map(|(id, entry)| entry.into.map(|into| (*id, into)))
    }

    /// Mentions of an entity and of what was merged into it.
    pub(crate) fn mentions(&self, id: EntityId) -> u32 {
        self.sums.get(&id).map_or(0, |sum| sum.mentions)
    }

    /// When it was made, or mentioned last.
    pub(crate) fn recent(&self, id: EntityId) -> u64 {
        let made = self.entries.get(&id).map_or(0, |entry| entry.made);
        self.sums.get(&id).map_or(made, |sum| sum.newest.max(made))
    }
}

fn count(connection: &Connection, id: EntityId) -> Result<Tally, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("tally.sql"))?;
    Ok(statement.query_row(params![id.0], |row| {
        let newest: Option<[u8; 16]> = row.get(1)?;
        Ok(Tally {
            mentions: row.get(0)?,
            newest: newest.map_or(0, |uid| time_of(Uid::from_bytes(uid))),
        })
    })?)
}

/// The time in a uid of version 7, in Unix milliseconds; others tell none.
fn time_of(uid: Uid) -> u64 {
    let [a, b, c, d, e, f, version, ..] = *uid.as_bytes();
    if version >> 4 == 7 {
        u64::from_be_bytes([0, 0, a, b, c, d, e, f])
    } else {
        0
    }
}
