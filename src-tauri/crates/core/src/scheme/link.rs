//! Kinds of links.

use super::{AttributeKind, Decision, Other};
use crate::link::Special;
use serde::{Deserialize, Serialize};

/// A kind of link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LinkKind {
    /// Id.
    pub id: String,
    /// Title; the id if empty.
    #[serde(default)]
    pub title: String,
    /// Labels that it may start from.
    pub from: Vec<String>,
    /// Labels that it may point to; `entity` stands for the register.
    pub to: Vec<String>,
    /// Whether one head may have several.
    #[serde(default)]
    pub many: bool,
    /// The letter that fills it from the text.
    #[serde(default)]
    pub key: Option<String>,
    /// Targets that are no span and no entity.
    #[serde(default)]
    pub special: Vec<Special>,
    /// The rule that fills it.
    #[serde(default)]
    pub rule: Option<LinkRule>,
    /// Off until switched on in the scheme.
    #[serde(default = "super::yes")]
    pub enabled: bool,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
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
    /// Values that a link may have.
    #[serde(default)]
    pub attributes: Vec<AttributeKind>,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

impl LinkKind {
    /// Whether it says that a claim is a part of another, so that no claim may
    /// come back to itself by it. A scheme in which a person switched the rule
    /// off still has the id that all templates use.
    #[must_use]
    pub fn is_part_of(&self) -> bool {
        self.rule == Some(LinkRule::ClaimInsideClaimWithoutOwnSpeaker) || self.id == PART_OF
    }
}

/// The id that the schemes which come with the program give it.
const PART_OF: &str = "part_of";

/// The rules that fill links: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LinkRule {
    /// A place inside a claim, but not inside an actor's mention.
    PlaceInsideClaimNotInsideActor,
    /// A claim inside a claim is its part and has its speaker, until it gets
    /// its own.
    ClaimInsideClaimWithoutOwnSpeaker,
}
