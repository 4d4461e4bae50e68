//! Making one entity of two, and two of one.

use super::{Edits, EntityUse};
use crate::error::StoreError;
use postil_core::entity::merge::{Merged, merged};
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityId, SpanId};

impl Edits<'_> {
    /// Merges `from` into `into`, which takes over names, empty fields and
    /// links to other entities; `from` points to it and keeps its own row, and
    /// no span is touched. Either may be merged already: what they stand for
    /// is merged.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or [`StoreError::Invalid`] if both are one.
    pub fn merge_entities(&mut self, from: EntityId, into: EntityId) -> Result<Merged, StoreError> {
        let from = self.standing_entity(from)?;
        let into = self.standing_entity(into)?;
        if from.id == into.id {
            return Err(StoreError::Invalid(
                "an entity cannot be merged into itself".to_owned(),
            ));
        }
        let merged = merged(&from, &into);
        for id in EntityUse::of(self.connection, from.id)?.entity_links {
            self.move_entity_link(id.0, from.id, into.id)?;
        }
        self.update_entity(&merged.entity)?;
        self.update_entity(&Entity {
            merged_into: Some(into.id),
            ..from
        })?;
        Ok(merged)
    }

    /// Gives mentions to a new entity; links to them follow. Answers its id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or [`StoreError::Invalid`].
    pub fn split_entity(
        &mut self,
        mentions: &[SpanId],
        entity: Entity,
    ) -> Result<EntityId, StoreError> {
        let id = self.insert_entity(entity)?;
        self.join_mentions(mentions, id)?;
        Ok(id)
    }

    /// Says of mentions that they are an entity; links to them follow.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn join_mentions(
        &mut self,
        mentions: &[SpanId],
        entity: EntityId,
    ) -> Result<(), StoreError> {
        for mention in mentions {
            let mut span = self.span(*mention)?;
            span.entity = Some(entity);
            self.update_span(&span)?;
        }
        Ok(())
    }

    /// The entity that readers see in place of one.
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

    /// Lets a link between entities start or end elsewhere. One that says
    /// nothing new then is deleted.
    fn move_entity_link(
        &mut self,
        link: u32,
        from: EntityId,
        into: EntityId,
    ) -> Result<(), StoreError> {
        let before = self.entity_link(postil_core::id::EntityLinkId(link))?;
        let moved = |end| if end == from { into } else { end };
        let after = EntityLink {
            head: moved(before.head),
            tail: moved(before.tail),
            ..before.clone()
        };
        let beside = EntityUse::of(self.connection, into)?.entity_links;
        let mut says_nothing = after.head == after.tail;
        for other in beside {
            let other = self.entity_link(other)?;
            says_nothing |= other.id != after.id
                && (&other.kind, other.head, other.tail) == (&after.kind, after.head, after.tail);
        }
        if says_nothing {
            self.delete_entity_link(before.id)
        } else {
            self.update_entity_link(&after)
        }
    }
}
