//! What the commands of the register are asked with.

use postil_core::id::{DocumentId, EntityId, EntityLinkId, SpanId};
use serde::Deserialize;
use ts_rs::TS;

/// A stretch of the register.
#[derive(Debug, Deserialize, TS)]
pub struct AskRegister {
    /// Words of a name or an identifier, as typed.
    pub query: String,
    /// A type; `null` for all.
    pub kind: Option<String>,
    /// The order.
    #[ts(type = "'name' | 'mentions' | 'recent'")]
    pub order: RegisterOrder,
    /// How many to pass over.
    pub offset: u32,
    /// At most this many, up to 200.
    pub limit: u32,
    /// Whose place in the list is wanted.
    #[serde(default)]
    #[ts(optional, type = "number | null")]
    pub find: Option<EntityId>,
}

/// The order of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterOrder {
    /// By name.
    Name,
    /// The most mentioned first.
    Mentions,
    /// The latest made or mentioned first.
    Recent,
}

/// An entity.
#[derive(Debug, Deserialize, TS)]
pub struct OfEntity {
    /// Row id.
    #[ts(type = "number")]
    pub entity: EntityId,
}

/// Where an entity is mentioned.
#[derive(Debug, Deserialize, TS)]
pub struct AskMentions {
    /// Entity.
    #[ts(type = "number")]
    pub entity: EntityId,
    /// How many to pass over.
    pub offset: u32,
    /// At most this many, up to 50.
    pub limit: u32,
}

/// A new entity.
#[derive(Debug, Deserialize, TS)]
pub struct NewEntity {
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
}

/// Two entities that are one.
#[derive(Debug, Deserialize, TS)]
pub struct MergeEntities {
    /// The one that goes.
    #[ts(type = "number")]
    pub from: EntityId,
    /// The one that stays.
    #[ts(type = "number")]
    pub into: EntityId,
}

/// Mentions that are someone else.
#[derive(Debug, Deserialize, TS)]
pub struct SplitEntity {
    /// Whose mentions they are now.
    #[ts(type = "number")]
    pub entity: EntityId,
    /// Those that go to the new entity.
    #[ts(type = "number[]")]
    pub spans: Vec<SpanId>,
    /// Type of the new entity.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// Deletes an entity.
#[derive(Debug, Deserialize, TS)]
pub struct DeleteEntity {
    /// Entity.
    #[ts(type = "number")]
    pub entity: EntityId,
    /// Also when it is in use: the person was told by what.
    pub anyway: bool,
}

/// Changes one thing about an entity.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeEntity {
    /// Entity.
    #[ts(type = "number")]
    pub entity: EntityId,
    /// What.
    pub change: EntityChange,
}

/// One thing about an entity.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum EntityChange {
    /// Its name.
    Name {
        /// The new one.
        name: String,
        /// The old one stays as another name.
        keep: bool,
    },
    /// Its type.
    Kind {
        /// A type of the scheme.
        kind: String,
    },
    /// A further name.
    AddAlias {
        /// The name.
        name: String,
    },
    /// A name less.
    RemoveAlias {
        /// The name.
        name: String,
    },
    /// A field.
    Value {
        /// Its id in the scheme.
        field: String,
        /// The value; empty takes it away.
        value: String,
    },
    /// Latitude and longitude at once.
    Coordinates {
        /// As pasted; empty takes both away.
        text: String,
    },
    /// The note.
    Note {
        /// Text.
        note: String,
    },
    /// A link to another entity.
    Link {
        /// A kind of the scheme.
        kind: String,
        /// To whom.
        #[ts(type = "number")]
        to: EntityId,
    },
    /// A link less.
    Unlink {
        /// The link.
        #[ts(type = "number")]
        link: EntityLinkId,
    },
    /// What was merged into it stands for itself again.
    Separate {
        /// The entity that was merged into it.
        #[ts(type = "number")]
        merged: EntityId,
    },
}

/// A mention whose words stand at other mentions too.
#[derive(Debug, Deserialize, TS)]
pub struct JoinSame {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// The mention whose entity they get.
    #[ts(type = "number")]
    pub span: SpanId,
}
