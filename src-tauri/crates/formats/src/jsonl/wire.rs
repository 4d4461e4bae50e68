//! The lines as they are written: the order of fields is the order of keys.
//!
//! Keys with a default are not in the lines of earlier versions.

mod maps;
mod question;

use postil_core::document::{ZoneKind, ZoneState};
use postil_core::id::Uid;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::Special;
use postil_core::span::Flag;
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(crate) use maps::{AttributeValue, Metadata, Unique, Values};
pub(crate) use question::{Answer, Question, Subject};

type Text<'a> = Cow<'a, str>;

/// Serde takes a missing key for `null`; here each key must be there.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Article<'a> {
    #[serde(borrow)]
    pub format: Text<'a>,
    pub uid: Uid,
    #[serde(borrow)]
    pub sha256: Text<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub text: Text<'a>,
    pub metadata: Metadata<'a>,
    #[serde(borrow, deserialize_with = "stated")]
    pub language: Option<Language<'a>>,
    #[serde(borrow)]
    pub paragraphs: Vec<Paragraph<'a>>,
    #[serde(borrow)]
    pub zones: Vec<Zone<'a>>,
    #[serde(borrow)]
    pub entities: Vec<Entity<'a>>,
    #[serde(borrow)]
    pub scheme: Scheme<'a>,
    #[serde(borrow)]
    pub layers: Vec<Layer<'a>>,
}

/// What tells a line of another version from a broken one.
#[derive(Deserialize)]
pub(crate) struct Head<'a> {
    #[serde(borrow)]
    pub format: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Language<'a> {
    #[serde(borrow)]
    pub tag: Text<'a>,
    pub confidence: f64,
    #[serde(borrow)]
    pub by: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Paragraph<'a> {
    pub start: u32,
    pub end: u32,
    #[serde(borrow)]
    pub language: Text<'a>,
    pub confidence: f64,
    #[serde(borrow, default)]
    pub by: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Zone<'a> {
    pub uid: Uid,
    pub start: u32,
    pub end: u32,
    pub kind: ZoneKind,
    pub state: ZoneState,
    #[serde(borrow, default)]
    pub reason: Text<'a>,
    #[serde(borrow, default)]
    pub by: Option<Annotator<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Entity<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub kind: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub aliases: Vec<Text<'a>>,
    pub attributes: Values<'a>,
    #[serde(borrow)]
    pub by_rule: Vec<Text<'a>>,
    #[serde(borrow)]
    pub note: Text<'a>,
    #[serde(deserialize_with = "stated")]
    pub merged_into: Option<Uid>,
}

/// A line of the register.
#[derive(Serialize, Deserialize)]
pub(crate) struct RegisterEntity<'a> {
    #[serde(borrow)]
    pub format: Text<'a>,
    pub uid: Uid,
    #[serde(borrow)]
    pub kind: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub aliases: Vec<Text<'a>>,
    pub attributes: Values<'a>,
    #[serde(borrow)]
    pub by_rule: Vec<Text<'a>>,
    #[serde(borrow)]
    pub note: Text<'a>,
    #[serde(deserialize_with = "stated")]
    pub merged_into: Option<Uid>,
    #[serde(borrow)]
    pub links: Vec<EntityLink<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct EntityLink<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub kind: Text<'a>,
    pub to: Uid,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Scheme<'a> {
    #[serde(borrow)]
    pub uid: Text<'a>,
    pub version: u32,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Layer<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub annotator: Annotator<'a>,
    pub kind: LayerKind,
    pub status: LayerStatus,
    #[serde(borrow)]
    pub spans: Vec<Span<'a>>,
    #[serde(borrow)]
    pub links: Vec<Link<'a>>,
    #[serde(default)]
    pub answers: Values<'a>,
    #[serde(borrow, default)]
    pub answers_by_rule: Vec<Text<'a>>,
    #[serde(default)]
    pub active_ms: i64,
    #[serde(default)]
    pub scheme_version: Option<u32>,
    #[serde(borrow, default)]
    pub questions: Vec<Question<'a>>,
    /// Spans last checked under another version of the scheme, by that.
    #[serde(default)]
    pub checked_under: Unique<'a, Vec<Uid>>,
    /// Ids of values that a rule set, by link.
    #[serde(default)]
    pub link_values_by_rule: Unique<'a, Vec<String>>,
    /// What links to mentions keep beside their mention's entity, by link.
    #[serde(default)]
    pub kept_entities: Unique<'a, Option<Uid>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Annotator<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub name: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Span<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub label: Text<'a>,
    #[serde(borrow)]
    pub fragments: Vec<Fragment<'a>>,
    pub attributes: Values<'a>,
    #[serde(borrow)]
    pub by_rule: Vec<Text<'a>>,
    #[serde(deserialize_with = "stated")]
    pub entity: Option<Uid>,
    #[serde(borrow)]
    pub note: Text<'a>,
    pub flags: BTreeSet<Flag>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Fragment<'a> {
    pub start: u32,
    pub end: u32,
    #[serde(borrow)]
    pub text: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Link<'a> {
    pub uid: Uid,
    #[serde(borrow)]
    pub kind: Text<'a>,
    pub from: Uid,
    pub to: Target,
    pub attributes: Values<'a>,
    #[serde(borrow)]
    pub note: Text<'a>,
    pub by_rule: bool,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    Span(Uid),
    Entity(Uid),
    Special(Special),
}
