//! An open article.

use super::{LanguageView, LinkRows, ParagraphView, SpanRows, TextRange};
use postil_core::id::{DocumentId, EntityId, LayerId, LinkId, SpanId, ZoneId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// An open article.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleView {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// The text; lines end in "\n" alone.
    pub text: String,
    /// Line numbers (from 0) that read from right to left.
    pub right_to_left_lines: Vec<u32>,
    /// Language of the article.
    pub language: LanguageView,
    /// Language of each paragraph, in text order.
    pub paragraphs: Vec<ParagraphView>,
    /// The annotator's layer.
    #[ts(type = "number | null")]
    pub layer: Option<LayerId>,
    /// `done` is read-only.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: postil_core::layer::LayerStatus,
    /// What the annotator answered about the article as a whole, by attribute
    /// id.
    pub answers: BTreeMap<String, ValueView>,
    /// Spans.
    pub spans: SpanRows,
    /// Links.
    pub links: LinkRows,
    /// Entities that spans or links name.
    pub entities: Vec<EntityView>,
    /// Zones.
    pub zones: Vec<ZoneView>,
    /// Outlet, author, published, url and others.
    pub metadata: BTreeMap<String, String>,
    /// Has a reference to compare with.
    pub practice: bool,
    /// The version that this one corrects.
    #[ts(type = "number | null")]
    pub earlier: Option<DocumentId>,
    /// The version that took its place: this one is read-only then.
    #[ts(type = "number | null")]
    pub newer: Option<DocumentId>,
}

/// A span.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SpanView {
    /// Row id.
    #[ts(type = "number")]
    pub id: SpanId,
    /// Label id.
    pub label: String,
    /// Sorted, disjoint, at least one.
    pub fragments: Vec<TextRange>,
    /// Values by attribute id.
    pub attributes: BTreeMap<String, ValueView>,
    /// Entity.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Free text.
    pub note: String,
    /// Flags.
    #[ts(type = "('unsure' | 'question' | 'cuts_grapheme' | 'text_changed')[]")]
    pub flags: Vec<postil_core::span::Flag>,
    /// The question for the team that is open; empty if there is none.
    pub question: String,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueView {
    /// The value.
    #[ts(type = "string | boolean | string[]")]
    pub value: postil_core::attribute::Value,
    /// Set by a rule, not yet confirmed.
    pub by_rule: bool,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// Row id.
    #[ts(type = "number")]
    pub id: LinkId,
    /// Link kind.
    pub kind: String,
    /// From.
    #[ts(type = "number")]
    pub head: SpanId,
    /// To.
    pub target: TargetView,
    /// Values by attribute id.
    pub attributes: BTreeMap<String, ValueView>,
    /// Free text.
    pub note: String,
    /// Made by a rule, not yet confirmed.
    pub by_rule: bool,
}

/// A word of a growing vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WordUsed {
    /// The word, or several.
    pub word: String,
    /// How often it was used.
    pub count: u32,
}

/// The end of a link: a span (with its entity, if known), an entity, or a
/// special target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TargetView {
    /// Span.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
    /// Entity.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Special.
    #[ts(type = "'author' | 'not_given' | null")]
    pub special: Option<postil_core::link::Special>,
}

/// An entity, with the type and the names of the one that it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct EntityView {
    /// Row id.
    #[ts(type = "number")]
    pub id: EntityId,
    /// The entity that it was merged into, else itself.
    #[ts(type = "number")]
    pub standing: EntityId,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ZoneView {
    /// Row id.
    #[ts(type = "number")]
    pub id: ZoneId,
    /// Where it lies.
    pub range: TextRange,
    /// What it is.
    #[ts(type = "'skip' | 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption'")]
    pub kind: postil_core::document::ZoneKind,
    /// Proposed or accepted; refused ones are not sent.
    #[ts(type = "'proposed' | 'accepted' | 'refused'")]
    pub state: postil_core::document::ZoneState,
    /// Why.
    pub reason: String,
}
