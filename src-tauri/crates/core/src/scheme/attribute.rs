//! Attributes and the values they may have.

use super::{Decision, Other};
use crate::attribute::Value;
use serde::{Deserialize, Serialize};

/// An attribute of a label or of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AttributeKind {
    /// Id.
    pub id: String,
    /// Title; the id if empty.
    #[serde(default)]
    pub title: String,
    /// What its value may be.
    pub kind: ValueKind,
    /// The values of a choice.
    #[serde(default)]
    pub values: Vec<Choice>,
    /// What a new span has; an article has none.
    #[serde(default)]
    #[cfg_attr(
        feature = "typescript",
        ts(type = "string | boolean | string[] | null")
    )]
    pub default: Option<Value>,
    /// Whether an empty one is reported as unfinished.
    #[serde(default)]
    pub required: bool,
    /// When the card shows it.
    #[serde(default)]
    pub show: Show,
    /// Off until switched on in the scheme.
    #[serde(default = "super::yes")]
    pub enabled: bool,
    /// The rule that fills it.
    #[serde(default)]
    pub rule: Option<AttributeRule>,
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
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

impl AttributeKind {
    /// Whether it has this value to choose; retired ones are not.
    #[must_use]
    pub fn offers(&self, value: &str) -> bool {
        let mut values = self.values.iter();
        values.any(|choice| choice.id == value && !choice.retired)
    }

    /// Whether it may have this value: a choice is one of its values, retired
    /// ones too; a number is decimal text with a point.
    #[must_use]
    pub fn accepts(&self, value: &Value) -> bool {
        let known = |id: &String| self.values.iter().any(|choice| choice.id == *id);
        match (self.kind, value) {
            (ValueKind::Choice, Value::One(id)) => known(id),
            (ValueKind::Choices, Value::Several(ids)) => ids.iter().all(known),
            (ValueKind::YesNo, Value::YesNo(_))
            | (ValueKind::Text | ValueKind::Vocabulary, Value::One(_)) => true,
            (ValueKind::Number, Value::One(number)) => {
                number.parse::<f64>().is_ok_and(f64::is_finite)
                    && number.chars().all(|c| "+-.0123456789".contains(c))
            }
            _ => false,
        }
    }
}

/// What an attribute's value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ValueKind {
    /// One of the values.
    Choice,
    /// Several of the values.
    Choices,
    /// Yes or no.
    YesNo,
    /// A decimal number.
    Number,
    /// Free text.
    Text,
    /// A word, from a list that grows.
    Vocabulary,
}

/// A value of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Choice {
    /// Id.
    pub id: String,
    /// Title; the id if empty.
    #[serde(default)]
    pub title: String,
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
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

/// When a card shows a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Always.
    Always,
    /// One step away.
    #[default]
    More,
}

/// The rules that fill attributes: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AttributeRule {
    /// Direct, mixed or indirect, by the quotation marks.
    QuotationMarks,
    /// Name or pronoun, noun or adjective, by the form of the words.
    SurfaceForm,
}
