//! The register beside the articles.

use crate::problem::Problem;
use postil_core::bundle::Register;
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityId, EntityLinkId, Uid};
use postil_store::{Edits, Project, StoreError};
use std::collections::{BTreeSet, HashMap};

/// What of a register a project has.
pub(super) struct Known {
    entities: HashMap<Uid, EntityId>,
    links: BTreeSet<Uid>,
}

impl Known {
    pub fn of(project: &Project) -> Result<Self, Problem> {
        let entities = project.entities()?.into_iter();
        Ok(Self {
            entities: entities.map(|entity| (entity.uid, entity.id)).collect(),
            links: project
                .entity_links()?
                .into_iter()
                .map(|link| link.uid)
                .collect(),
        })
    }

    /// Adds the entities and links that the project does not have; those it
    /// has are left as they are.
    pub fn add(&mut self, edits: &mut Edits<'_>, register: &Register) -> Result<(), StoreError> {
        let uids: HashMap<EntityId, Uid> = register
            .entities
            .iter()
            .map(|entity| (entity.id, entity.uid))
            .collect();
        let mut merged = Vec::new();
        for entity in &register.entities {
            if self.entities.contains_key(&entity.uid) {
                continue;
            }
            let entity = Entity {
                id: EntityId::UNSTORED,
                ..entity.clone()
            };
            let into = entity.merged_into;
            let alone = Entity {
                merged_into: None,
                ..entity
            };
            let id = edits.insert_entity(alone.clone())?;
            self.entities.insert(alone.uid, id);
            merged.extend(into.map(|into| (Entity { id, ..alone }, into)));
        }
        let own = |id: EntityId| {
            let uid = uids.get(&id);
            uid.and_then(|uid| self.entities.get(uid))
                .copied()
                .ok_or_else(|| StoreError::NotFound {
                    what: format!("entity {id}"),
                })
        };
        for (entity, into) in merged {
            let merged_into = Some(own(into)?);
            edits.update_entity(&Entity {
                merged_into,
                ..entity
            })?;
        }
        for link in &register.links {
            if self.links.insert(link.uid) {
                edits.insert_entity_link(EntityLink {
                    id: EntityLinkId::UNSTORED,
                    head: own(link.head)?,
                    tail: own(link.tail)?,
                    ..link.clone()
                })?;
            }
        }
        Ok(())
    }
}
