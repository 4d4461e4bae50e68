//! The register of people, organisations and places.

use super::{Edited, TextRange};
use postil_core::id::{DocumentId, EntityId, EntityLinkId, SpanId};
use serde::Serialize;
use ts_rs::TS;

/// A stretch of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterPage {
    /// How many the filter finds.
    pub total: u32,
    /// How many it would find of each type, in the scheme's order.
    pub kinds: Vec<KindCount>,
    /// Those asked for.
    pub rows: Vec<RegisterRow>,
    /// The place, from 0, of the one whose place is wanted, if it is listed.
    pub found: Option<u32>,
}

/// How many entities are of a type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    /// Type.
    pub kind: String,
    /// How many.
    pub count: u32,
}

/// An entity in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterRow {
    /// Row id.
    #[ts(type = "number")]
    pub id: EntityId,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
    /// What a person is called for what they do; may be empty.
    pub role: String,
    /// How often it is mentioned.
    pub mentions: u32,
}

/// An entity with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityCard {
    /// Row id: of the entity that it was merged into, if it was.
    #[ts(type = "number")]
    pub id: EntityId,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Free text.
    pub note: String,
    /// The fields that the scheme has for its type, then others that it has a
    /// value for.
    pub fields: Vec<FieldValue>,
    /// Kinds of links that the scheme has between entities.
    pub link_kinds: Vec<String>,
    /// Links to and from other entities.
    pub links: Vec<EntityLinkView>,
    /// What was merged into it.
    pub merged: Vec<RegisterRow>,
    /// Mentions of it.
    pub mentions: u32,
    /// Links that point to it or to its mentions.
    pub pointing: u32,
    /// Articles that these lie in.
    pub articles: u32,
}

/// A field and its value; empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldValue {
    /// Id of the field.
    pub field: String,
    /// Value as one line.
    pub value: String,
}

/// A link between an entity and another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EntityLinkView {
    /// Row id.
    #[ts(type = "number")]
    pub id: EntityLinkId,
    /// Kind.
    pub kind: String,
    /// It starts at the entity shown, else it ends there.
    pub outgoing: bool,
    /// The other one.
    #[ts(type = "number")]
    pub entity: EntityId,
    /// Its name.
    pub name: String,
}

/// Where an entity is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MentionPage {
    /// How many mentions there are.
    pub total: u32,
    /// Those asked for, by article and in text order.
    pub rows: Vec<MentionView>,
}

/// A mention with the sentence around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MentionView {
    /// The span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// The article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// From the first to the last of the marked words.
    pub range: TextRange,
    /// The sentence before the mention.
    pub before: String,
    /// The marked words.
    pub quote: String,
    /// The sentence after the mention.
    pub after: String,
    /// It lies in the layer of the person at this computer.
    pub own: bool,
    /// Whose layer it lies in.
    pub annotator: String,
}

/// What a merge would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MergePreview {
    /// The one that goes.
    pub from: RegisterRow,
    /// The one that stays.
    pub into: RegisterRow,
    /// Mentions that will stand for the one that stays.
    pub mentions: u32,
    /// Links that will point to it.
    pub links: u32,
    /// Articles that these lie in.
    pub articles: u32,
    /// Names that it takes over.
    pub aliases: Vec<String>,
    /// Fields that it had empty and takes over.
    pub filled: Vec<FieldValue>,
    /// Fields in which the two differ.
    pub clashes: Vec<ClashView>,
}

/// A field of which both have a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClashView {
    /// Id of the field.
    pub field: String,
    /// The value that stays.
    pub kept: String,
    /// The value that is no longer shown.
    pub dropped: String,
}

/// The register was changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterEdited {
    /// What it did to the article on screen.
    pub edited: Edited,
    /// The entity to show next.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
}
