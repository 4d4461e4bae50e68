//! Attribute values on spans, links, entities and layers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Values by attribute id; an attribute without a value is absent.
pub type Attributes = BTreeMap<String, Attribute>;

/// A value and who set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// The value.
    pub value: Value,
    /// Set by a rule of the scheme and not yet confirmed by a person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_rule: bool,
}

impl Attribute {
    /// A value set by a person.
    #[must_use]
    pub fn by_hand(value: impl Into<Value>) -> Self {
        Self {
            value: value.into(),
            by_rule: false,
        }
    }

    /// A value set by a rule.
    #[must_use]
    pub fn by_rule(value: impl Into<Value>) -> Self {
        Self {
            value: value.into(),
            by_rule: true,
        }
    }
}

/// One value: what it may be is said by the attribute's kind in the scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// A choice (the id of the value), a number (decimal text with a point,
    /// as entered), a text, or a word of a growing vocabulary.
    One(String),
    /// Several choices, in the scheme's order.
    Several(Vec<String>),
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::One(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::One(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::YesNo(value)
    }
}

impl Value {
    /// The value as one line of text: several choices are joined by `|`.
    #[must_use]
    pub fn as_line(&self) -> String {
        match self {
            Self::YesNo(true) => "yes".to_owned(),
            Self::YesNo(false) => "no".to_owned(),
            Self::One(text) => text.clone(),
            Self::Several(values) => values.join("|"),
        }
    }
}
