//! A CAS in memory, the same for JSON and XMI.

use std::collections::BTreeMap;

/// Type names that UIMA itself has.
pub(super) const SOFA: &str = "uima.cas.Sofa";
pub(super) const ANNOTATION: &str = "uima.tcas.Annotation";
pub(super) const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";
pub(super) const STRINGS: &str = "uima.cas.StringArray";
pub(super) const VIEW: &str = "_InitialView";

/// One text with what is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cas {
    pub text: String,
    pub types: Types,
    /// In file order.
    pub structures: Vec<Structure>,
}

/// Types by name.
pub(super) type Types = BTreeMap<String, Type>;

/// A type and the features it adds to its supertype's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Type {
    pub supertype: String,
    pub features: BTreeMap<String, Range>,
}

/// What a feature holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Text,
    YesNo,
    Texts,
    /// Another structure, or whatever else, by its UIMA name.
    Named(String),
}

impl Range {
    pub fn of(name: &str) -> Self {
        match name {
            "uima.cas.String" => Self::Text,
            "uima.cas.Boolean" => Self::YesNo,
            "uima.cas.StringArray" | "uima.cas.String[]" => Self::Texts,
            other => Self::Named(other.to_owned()),
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Text => "uima.cas.String",
            Self::YesNo => "uima.cas.Boolean",
            Self::Texts => STRINGS,
            Self::Named(name) => name,
        }
    }
}

/// A feature structure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Structure {
    pub id: u32,
    pub kind: String,
    /// In UTF-16 units; annotations have one.
    pub extent: Option<(u32, u32)>,
    pub features: BTreeMap<String, Value>,
}

/// The value of a feature.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    YesNo(bool),
    Texts(Vec<String>),
    /// The ids of structures.
    References(Vec<u32>),
}

impl Structure {
    pub fn text(&self, feature: &str) -> Option<&str> {
        match self.features.get(feature) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn is_yes(&self, feature: &str) -> bool {
        self.features.get(feature) == Some(&Value::YesNo(true))
    }

    pub fn texts(&self, feature: &str) -> &[String] {
        match self.features.get(feature) {
            Some(Value::Texts(texts)) => texts,
            _ => &[],
        }
    }

    pub fn reference(&self, feature: &str) -> Option<u32> {
        match self.features.get(feature) {
            Some(Value::References(ids)) => ids.first().copied(),
            _ => None,
        }
    }
}

/// What the feature of a type holds, by the type or one it is made from.
pub(super) fn range<'t>(types: &'t Types, kind: &str, feature: &str) -> Option<&'t Range> {
    let mut name = kind;
    // Bounded, for a file may make types from each other in a circle.
    for _ in 0..64 {
        let found = types.get(name)?;
        if let Some(range) = found.features.get(feature) {
            return Some(range);
        }
        name = &found.supertype;
    }
    None
}
