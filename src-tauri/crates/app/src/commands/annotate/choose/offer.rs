//! Entities as choices of a list.

use crate::problem::Problem;
use crate::view::target_view;
use crate::wire::{Candidate, TargetView};
use postil_core::entity::{Entity, field};
use postil_core::id::EntityId;
use postil_core::link::Target;
use postil_core::text::fold;
use postil_store::{EntityRow, Project};
use std::collections::BTreeMap;

/// What was typed, and entities read once.
pub(super) struct Offer<'a> {
    project: &'a Project,
    words: Vec<String>,
    read: BTreeMap<EntityId, Entity>,
}

impl<'a> Offer<'a> {
    pub fn new(project: &'a Project, query: &str) -> Self {
        Self {
            project,
            words: fold(query).split_whitespace().map(str::to_owned).collect(),
            read: BTreeMap::new(),
        }
    }

    /// Whether a name has every word that was typed.
    pub fn fits(&self, name: &str) -> bool {
        let name = fold(name);
        self.words.iter().all(|word| name.contains(word))
    }

    /// Whether the names of an entity have, together.
    pub fn fits_entity(&self, entity: &Entity) -> bool {
        self.fits(&entity.names().collect::<Vec<_>>().join("\n"))
    }

    /// The entity that readers see in place of one.
    pub fn standing(&mut self, id: Option<EntityId>) -> Result<Option<Entity>, Problem> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.read.get(&id) {
            return Ok(Some(known.clone()));
        }
        let standing = self.project.standing_entity(id)?;
        self.read.insert(id, standing.clone());
        Ok(Some(standing))
    }

    /// An entity as a choice.
    pub fn entity(&self, entity: Entity, near: &str) -> Result<Candidate, Problem> {
        let counts = self.project.mention_counts(&[entity.id])?;
        let row = EntityRow {
            id: entity.id,
            role: entity.value(field::ROLE),
            kind: entity.kind,
            name: entity.name,
            mentions: counts.first().copied().unwrap_or(0),
        };
        Ok(self.row(row, near))
    }

    /// A row of the register as a choice.
    #[expect(clippy::unused_self, reason = "the shape of the other choices")]
    pub fn row(&self, row: EntityRow, near: &str) -> Candidate {
        Candidate {
            target: target_view(Target::Entity(row.id)),
            title: row.name,
            near: near.to_owned(),
            kind: Some(row.kind),
            role: row.role,
            mentions: Some(row.mentions),
        }
    }
}

/// A new entity of each type, the likeliest first.
pub(super) fn new(name: &str, types: &[String], likeliest: &str) -> Vec<Candidate> {
    let mut types: Vec<&String> = types.iter().collect();
    types.sort_by_key(|kind| *kind != likeliest);
    types
        .into_iter()
        .map(|kind| Candidate {
            target: TargetView::default(),
            title: name.to_owned(),
            near: "new".to_owned(),
            kind: Some(kind.clone()),
            role: String::new(),
            mentions: None,
        })
        .collect()
}
