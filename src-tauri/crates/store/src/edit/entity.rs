//! Adding, merging and deleting entities.

use super::Edits;
use crate::error::StoreError;
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityId, EntityLinkId, LinkId, SpanId};
use postil_core::link::{Link, Target};
use rusqlite::Connection;

/// What refers to an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityUse {
    /// Spans that mention it.
    pub mentions: Vec<SpanId>,
    /// Links that point to it, or to a mention of it.
    pub links: Vec<LinkId>,
    /// Links between it and other entities.
    pub entity_links: Vec<EntityLinkId>,
    /// Entities merged into it.
    pub merged: Vec<EntityId>,
}

impl EntityUse {
    /// Reads what refers to an entity.
    pub(crate) fn of(connection: &Connection, id: EntityId) -> Result<Self, StoreError> {
        Ok(Self {
            mentions: ids(
                connection,
                "SELECT id FROM span WHERE entity = ?1 ORDER BY id",
                id,
            )?
            .map(SpanId)
            .collect(),
            links: ids(
                connection,
                "SELECT id FROM link WHERE entity = ?1 ORDER BY id",
                id,
            )?
            .map(LinkId)
            .collect(),
            entity_links: ids(
                connection,
                "SELECT id FROM entity_link WHERE head = ?1 OR tail = ?1 ORDER BY id",
                id,
            )?
            .map(EntityLinkId)
            .collect(),
            merged: ids(
                connection,
                "SELECT id FROM entity WHERE merged_into = ?1 ORDER BY id",
                id,
            )?
            .map(EntityId)
            .collect(),
        })
    }

    /// Whether nothing refers to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn ids(
    connection: &Connection,
    sql: &str,
    id: EntityId,
) -> Result<std::vec::IntoIter<u32>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_map([id.0], |row| row.get(0))?
        .collect::<Result<Vec<u32>, _>>()?;
    Ok(found.into_iter())
}

impl Edits<'_> {
    /// Adds an entity; its id is given by the store.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] or [`StoreError::Duplicate`].
    pub fn insert_entity(&mut self, mut entity: Entity) -> Result<EntityId, StoreError> {
        entity.merged_into = self.root(entity.merged_into)?;
        self.insert(entity).map(EntityId)
    }

    /// Writes an entity that is there. Merging it into one that is merged
    /// itself merges it into where that leads; entities merged into it follow.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] if it would be merged into itself.
    pub fn update_entity(&mut self, entity: &Entity) -> Result<(), StoreError> {
        let mut entity = entity.clone();
        entity.merged_into = self.root(entity.merged_into)?;
        if entity.merged_into == Some(entity.id) {
            return Err(StoreError::Invalid(
                "an entity cannot be merged into itself".to_owned(),
            ));
        }
        self.update(&entity)?;
        if entity.merged_into.is_some() {
            for merged in EntityUse::of(self.connection, entity.id)?.merged {
                let follower = Entity {
                    merged_into: entity.merged_into,
                    ..self.entity(merged)?
                };
                self.update(&follower)?;
            }
        }
        Ok(())
    }

    /// What refers to an entity, to be shown before it is deleted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entity_use(&self, id: EntityId) -> Result<EntityUse, StoreError> {
        EntityUse::of(self.connection, id)
    }

    /// Deletes an entity. Mentions stay without it, links to mentions too;
    /// links to the entity alone and its links to other entities go with it;
    /// entities merged into it stand for themselves again. Answers what
    /// referred to it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn delete_entity(&mut self, id: EntityId) -> Result<EntityUse, StoreError> {
        let used = self.entity_use(id)?;
        for mention in &used.mentions {
            let mut span = self.span(*mention)?;
            span.entity = None;
            self.update(&span)?;
        }
        for link in &used.links {
            let mut link = self.link(*link)?;
            match link.target {
                Target::Mention { span, .. } => {
                    link.target = Target::Mention { span, entity: None };
                    self.update(&link)?;
                }
                _ => self.delete::<Link>(link.id.0)?,
            }
        }
        for link in &used.entity_links {
            self.delete::<EntityLink>(link.0)?;
        }
        for merged in &used.merged {
            let alone = Entity {
                merged_into: None,
                ..self.entity(*merged)?
            };
            self.update(&alone)?;
        }
        self.delete::<Entity>(id.0)?;
        Ok(used)
    }

    fn root(&self, merged_into: Option<EntityId>) -> Result<Option<EntityId>, StoreError> {
        match merged_into {
            Some(target) => Ok(Some(self.entity(target)?.merged_into.unwrap_or(target))),
            None => Ok(None),
        }
    }
}
