//! Links from a span to a span, an entity, the author or nobody.

mod circle;

pub use circle::{circles, closes_circle};

use crate::attribute::Attributes;
use crate::id::{EntityId, LayerId, LinkId, SpanId, Uid};
use serde::{Deserialize, Serialize};

/// A link of the scheme's kinds, such as `said_by`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Row id.
    pub id: LinkId,
    /// Uid.
    pub uid: Uid,
    /// The layer of its head, and of its tail.
    pub layer: LayerId,
    /// Link kind of the scheme.
    pub kind: String,
    /// The span it starts from.
    pub head: SpanId,
    /// What it points to.
    pub target: Target,
    /// Values by attribute id.
    pub attributes: Attributes,
    /// Free text.
    pub note: String,
    /// Made by a rule of the scheme and not yet confirmed by a person.
    pub by_rule: bool,
}

/// The end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A span of the same layer. Its entity is kept too, so that deleting the
    /// mention leaves the entity in the slot.
    Mention {
        /// The span.
        span: SpanId,
        /// The entity of that span when the link was made or last followed it.
        entity: Option<EntityId>,
    },
    /// An entity that is not mentioned here.
    Entity(EntityId),
    /// Neither.
    Special(Special),
}

/// Sources that are no mention and no entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Special {
    /// The article itself.
    Author,
    /// Nobody is named: passive, "it is said".
    NotGiven,
}

impl Target {
    /// The span pointed to, if any.
    #[must_use]
    pub const fn span(&self) -> Option<SpanId> {
        match self {
            Self::Mention { span, .. } => Some(*span),
            _ => None,
        }
    }

    /// The entity pointed to or kept, if any.
    #[must_use]
    pub const fn entity(&self) -> Option<EntityId> {
        match self {
            Self::Mention { entity, .. } => *entity,
            Self::Entity(entity) => Some(*entity),
            Self::Special(_) => None,
        }
    }
}
