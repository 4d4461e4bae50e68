//! Whom or what claims are linked to.

use super::page::ClaimName;
use super::pool::Pool;
use crate::error::StoreError;
use postil_core::link::Special;
use postil_core::text::fold;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// One end of a link.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// An entity by its row, shown by its name.
    Entity(u32),
    /// The words of a mention whose entity is not known.
    Words(String),
    /// The author, or nobody.
    Special(Special),
}

/// An entity as readers see it: one that is merged is its target.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) kind: String,
    pub(crate) name: String,
}

/// Lists of ends; the same list is kept once.
#[derive(Default)]
pub(crate) struct Names {
    lists: Pool<Vec<Part>>,
    /// The names of each list, folded and joined.
    folded: Vec<String>,
    entities: HashMap<u32, Known>,
}

impl Names {
    pub(crate) fn number(
        &mut self,
        connection: &Connection,
        list: Vec<Part>,
    ) -> Result<u32, StoreError> {
        let (number, new) = self.lists.number(list.clone());
        if new {
            let folded = self.fold(connection, &list)?;
            self.folded.push(folded);
        }
        Ok(number)
    }

    /// What is known of an entity, read once.
    pub(crate) fn entity(
        &mut self,
        connection: &Connection,
        id: u32,
    ) -> Result<&Known, StoreError> {
        match self.entities.entry(id) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let known = connection
                    .prepare_cached(include_str!("entity.sql"))?
                    .query_row([id], |row| {
                        Ok(Known {
                            kind: row.get(0)?,
                            name: row.get(1)?,
                        })
                    })
                    .optional()?;
                Ok(place.insert(known.unwrap_or_default()))
            }
        }
    }

    /// Entities have other names now.
    pub(crate) fn read_again(&mut self, connection: &Connection) -> Result<(), StoreError> {
        self.entities.clear();
        for number in 0..self.folded.len() {
            let list = self.lists.all().get(number).cloned().unwrap_or_default();
            if list.iter().any(|part| matches!(part, Part::Entity(_))) {
                let folded = self.fold(connection, &list)?;
                if let Some(place) = self.folded.get_mut(number) {
                    *place = folded;
                }
            }
        }
        Ok(())
    }

    fn fold(&mut self, connection: &Connection, list: &[Part]) -> Result<String, StoreError> {
        let mut folded = Vec::with_capacity(list.len());
        for part in list {
            folded.push(match part {
                Part::Entity(id) => fold(&self.entity(connection, *id)?.name),
                Part::Words(words) => fold(words),
                // After all names, and found by none.
                Part::Special(_) => "\u{10FFFF}".to_owned(),
            });
        }
        Ok(folded.join("\n"))
    }

    pub(crate) fn shown(&self, number: u32) -> Vec<ClaimName> {
        let parts = self.lists.get(number).into_iter().flatten();
        parts
            .map(|part| match part {
                Part::Entity(id) => ClaimName::Named(
                    self.entities
                        .get(id)
                        .map_or_else(String::new, |known| known.name.clone()),
                ),
                Part::Words(words) => ClaimName::Named(words.clone()),
                Part::Special(special) => ClaimName::Special(*special),
            })
            .collect()
    }

    /// The folded names of each list, by its number.
    pub(crate) fn folded(&self) -> &[String] {
        &self.folded
    }

    /// Every list, by its number.
    pub(crate) fn lists(&self) -> &[Vec<Part>] {
        self.lists.all()
    }
}
