//! The project-wide register of people, organisations, governments, groups
//! and places.

pub mod coordinates;
pub mod field;
pub mod merge;

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

impl Entity {
    /// The entity that it stands for: itself, or the one it was merged into.
    #[must_use]
    pub fn standing(&self) -> EntityId {
        self.merged_into.unwrap_or(self.id)
    }

    /// Its name, then its other names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.aliases)
            .map(String::as_str)
    }

    /// A value as one line of text; empty where there is none.
    #[must_use]
    pub fn value(&self, field: &str) -> String {
        self.attributes
            .get(field)
            .map(|attribute| attribute.value.as_line())
            .unwrap_or_default()
    }

    /// Adds another name. One that it has already, or that is blank, is not
    /// added; answers whether it was.
    pub fn add_alias(&mut self, name: &str) -> bool {
        let name = name.trim();
        let new = !name.is_empty() && self.names().all(|known| known != name);
        if new {
            self.aliases.push(name.to_owned());
        }
        new
    }
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
