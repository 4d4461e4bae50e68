//! The project-wide register of people, organisations, governments, groups
//! and places.

use crate::attribute::Attributes;
use crate::id::{EntityId, EntityLinkId, Uid};
use serde::{Deserialize, Serialize};

/// Someone or something that spans mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Row id.
    pub id: EntityId,
    /// Uid.
    pub uid: Uid,
    /// A type of the scheme's `entities.types`, such as `person`.
    pub kind: String,
    /// The name it is listed under.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Values by attribute id.
    pub attributes: Attributes,
    /// Free text.
    pub note: String,
    /// The entity that it was merged into; readers follow it.
    pub merged_into: Option<EntityId>,
}

/// A link between entities, such as `located_in`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityLink {
    /// Row id.
    pub id: EntityLinkId,
    /// Uid.
    pub uid: Uid,
    /// A kind of the scheme's `entities.links`.
    pub kind: String,
    /// From.
    pub head: EntityId,
    /// To.
    pub tail: EntityId,
}
