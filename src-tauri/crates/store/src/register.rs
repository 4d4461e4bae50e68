//! The register as a list: filtered by what was typed, sorted, counted.

mod index;
mod mentions;
mod summary;

pub(crate) use index::Index;
pub use mentions::Mention;
pub use summary::EntitySummary;

use crate::error::StoreError;
use crate::project::Project;
use postil_core::change::Change;
use postil_core::entity::Entity;
use postil_core::id::EntityId;
use postil_core::text::fold;
use std::collections::BTreeMap;

/// In which order entities are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntityOrder {
    /// By name, without case and accents.
    #[default]
    Name,
    /// The most mentioned first.
    Mentions,
    /// The latest made or mentioned first.
    Recent,
}

/// Which entities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityFilter {
    /// Words that a name, another name or an identifier must hold, all of
    /// them; case, accents, vowel points and width do not matter.
    pub query: String,
    /// Types to choose from; all if empty.
    pub kinds: Vec<String>,
    /// The order.
    pub order: EntityOrder,
    /// How many to pass over first.
    pub offset: u32,
    /// At most this many.
    pub limit: u32,
    /// Whose place in the list is wanted.
    pub find: Option<EntityId>,
}

/// A stretch of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityPage {
    /// How many entities the filter finds.
    pub total: u32,
    /// How many it would find of each type, were none chosen.
    pub kinds: BTreeMap<String, u32>,
    /// Those asked for.
    pub rows: Vec<EntityRow>,
    /// The place, from 0, of the one whose place is wanted, if it is listed.
    pub found: Option<u32>,
}

/// An entity in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    /// Row id.
    pub id: EntityId,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
    /// What a person is called for what they do; may be empty.
    pub role: String,
    /// Spans that mention it or what was merged into it; those in the bin and
    /// those of references for practice do not count.
    pub mentions: u32,
}

/// The names of an entity that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownNames {
    /// Row id.
    pub id: EntityId,
    /// Type.
    pub kind: String,
    /// Its name, then its other names.
    pub names: Vec<String>,
}

impl Project {
    /// A stretch of the register; entities merged into another are counted
    /// with it and not listed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity_page(&self, filter: &EntityFilter) -> Result<EntityPage, StoreError> {
        let query = fold(&filter.query);
        let words: Vec<&str> = query.split_whitespace().collect();
        self.with_index(|index| {
            let mut page = EntityPage::default();
            let mut found: Vec<_> = Vec::new();
            for (id, entry) in index.living() {
                if !words.iter().all(|word| entry.searched.contains(word)) {
                    continue;
                }
                *page.kinds.entry(entry.kind.clone()).or_default() += 1;
                if filter.kinds.is_empty() || filter.kinds.contains(&entry.kind) {
                    found.push((id, entry));
                }
            }
            let by_name = |one: &index::Entry, other: &index::Entry| one.sorted.cmp(&other.sorted);
            match filter.order {
                EntityOrder::Name => found.sort_by(|(_, one), (_, other)| by_name(one, other)),
                EntityOrder::Mentions => found.sort_by(|(a, one), (b, other)| {
                    let counts = index.mentions(*b).cmp(&index.mentions(*a));
                    counts.then_with(|| by_name(one, other))
                }),
                EntityOrder::Recent => found.sort_by(|(a, one), (b, other)| {
                    let times = index.recent(*b).cmp(&index.recent(*a));
                    times
                        .then_with(|| b.cmp(a))
                        .then_with(|| by_name(one, other))
                }),
            }
            page.total = u32::try_from(found.len()).unwrap_or(u32::MAX);
            page.found = filter
                .find
                .and_then(|wanted| found.iter().position(|(id, _)| *id == wanted))
                .and_then(|place| u32::try_from(place).ok());
            page.rows = found
                .into_iter()
                .skip(filter.offset as usize)
                .take(filter.limit as usize)
                .map(|(id, entry)| EntityRow {
                    id,
                    kind: entry.kind.clone(),
                    name: entry.name.clone(),
                    role: entry.role.clone(),
                    mentions: index.mentions(id),
                })
                .collect();
            page
        })
    }

    /// The names of all entities that are not merged into another, by id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn known_names(&self) -> Result<Vec<KnownNames>, StoreError> {
        self.with_index(|index| {
            index
                .living()
                .map(|(id, entry)| KnownNames {
                    id,
                    kind: entry.kind.clone(),
                    names: entry.names.clone(),
                })
                .collect()
        })
    }

    /// The entities that are merged into another, with that one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn merged_entities(&self) -> Result<BTreeMap<EntityId, EntityId>, StoreError> {
        self.with_index(|index| index.merged().collect())
    }

    /// How often entities, with what was merged into them, are mentioned; the
    /// bin and references for practice do not count.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn mention_counts(&self, of: &[EntityId]) -> Result<Vec<u32>, StoreError> {
        self.with_index(|index| of.iter().map(|id| index.mentions(*id)).collect())
    }

    /// The entity that readers see in place of one: itself, or the one it was
    /// merged into.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn standing_entity(&self, id: EntityId) -> Result<Entity, StoreError> {
        let entity = self.entity(id)?;
        match entity.merged_into {
            Some(into) => self.entity(into),
            None => Ok(entity),
        }
    }

    fn with_index<T>(&self, read: impl FnOnce(&Index) -> T) -> Result<T, StoreError> {
        let mut held = self.register.borrow_mut();
        let index = Index::current(held.take(), &self.connection)?;
        let answer = read(&index);
        *held = Some(index);
        Ok(answer)
    }

    /// Lets the list follow what was committed.
    pub(crate) fn register_follows(&mut self, changes: &[Change]) {
        let held = self.register.get_mut();
        if let Some(index) = held.take() {
            *held = index.follow(changes);
        }
    }

    /// Reads the list anew when it is next asked for.
    pub(crate) fn register_is_stale(&mut self) {
        *self.register.get_mut() = None;
    }
}
