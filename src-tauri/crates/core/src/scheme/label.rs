//! Labels.

use super::{AttributeKind, Decision, Other};
use serde::{Deserialize, Serialize};

/// A label that spans carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Label {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The letter that marks it; `None` for zones and labels without a key.
    #[serde(default)]
    pub key: Option<String>,
    /// `#rrggbb`.
    pub colour: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether a span may have several fragments.
    #[serde(default = "super::yes")]
    pub discontinuous: bool,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
    /// Values that a span may have.
    #[serde(default)]
    pub attributes: Vec<AttributeKind>,
    /// A zone of the article, not a span.
    #[serde(default)]
    pub zone: bool,
    /// What the label is for, so that keys and rules know it by role and
    /// never by name.
    #[serde(default)]
    pub role: Role,
    /// Examples, each a text with the marked words in it.
    #[serde(default)]
    pub examples: Vec<String>,
    /// What is not meant.
    #[serde(default)]
    pub counter_examples: Vec<String>,
    /// What was decided since, the oldest first.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// Kept for what was marked with it, and offered no more.
    #[serde(default)]
    pub retired: bool,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

/// How a label is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Tinted background and a number.
    Tint,
    /// Solid underline.
    Solid,
    /// Dotted underline.
    Dotted,
    /// Wavy underline.
    Wavy,
    /// A zone at the margin.
    Zone,
}

/// What a label is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Has a card with slots.
    Statement,
    /// Mentions someone who speaks, hears or is spoken of.
    Actor,
    /// Signals an attribution.
    Cue,
    /// Mentions a place.
    Place,
    /// A zone.
    Zone,
    /// None of these.
    #[default]
    Other,
}
