//! The scheme.

use serde::Serialize;
use ts_rs::TS;

/// The scheme as the window needs it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SchemeView {
    /// Title.
    pub title: String,
    /// Labels.
    pub labels: Vec<LabelView>,
    /// Link kinds that are enabled, and retired ones.
    pub links: Vec<LinkKindView>,
    /// Questions about the whole article that are enabled, and retired ones.
    pub questions: Vec<AttributeView>,
    /// Types of entities.
    pub entity_types: Vec<String>,
}

/// A label.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabelView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its letter, upper case.
    pub key: Option<String>,
    /// `#rrggbb`.
    pub colour: String,
    /// How it is drawn.
    #[ts(type = "'tint' | 'solid' | 'dotted' | 'wavy' | 'zone'")]
    pub shape: postil_core::scheme::Shape,
    /// What it is for.
    #[ts(type = "'statement' | 'actor' | 'cue' | 'place' | 'zone' | 'other'")]
    pub role: postil_core::scheme::Role,
    /// Kept for what was marked with it, and offered no more.
    pub retired: bool,
    /// May have several fragments.
    pub discontinuous: bool,
    /// The rule for annotators.
    pub help: String,
    /// Attributes that are enabled, and retired ones.
    pub attributes: Vec<AttributeView>,
}

/// An attribute.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttributeView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Kind.
    #[ts(type = "'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'vocabulary'")]
    pub kind: postil_core::scheme::ValueKind,
    /// Values of a choice.
    pub values: Vec<ChoiceView>,
    /// Shown always, or one step away.
    #[ts(type = "'always' | 'more'")]
    pub show: postil_core::scheme::Show,
    /// Shown only where it has a value, and offered no more.
    pub retired: bool,
    /// Filled by a rule until a person sets it.
    pub has_rule: bool,
    /// An empty one is reported as unfinished.
    pub required: bool,
    /// The rule for annotators.
    pub help: String,
}

/// A value of a choice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChoiceView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The rule for annotators.
    pub help: String,
    /// Shown only where it is chosen, and offered no more.
    pub retired: bool,
}

/// A kind of link: a slot of a card.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkKindView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its letter, upper case.
    pub key: Option<String>,
    /// Labels it starts from.
    pub from: Vec<String>,
    /// Labels it points to, and `entity`.
    pub to: Vec<String>,
    /// Shown only where it is filled, and offered no more.
    pub retired: bool,
    /// One head may have several.
    pub many: bool,
    /// Special targets.
    #[ts(type = "('author' | 'not_given')[]")]
    pub special: Vec<postil_core::link::Special>,
    /// Attributes that are enabled, and retired ones.
    pub attributes: Vec<AttributeView>,
    /// A rule may fill it.
    pub has_rule: bool,
    /// The rule for annotators.
    pub help: String,
}
