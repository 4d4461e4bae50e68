//! Schemes: labels, attributes, link kinds, and which rules fill them.
//!
//! Ids never change, only titles do: spans and links keep ids.

mod attribute;
mod carry;
pub mod colour;
mod decision;
mod fault;
mod judge;
mod label;
pub mod letter;
mod link;
mod options;
mod part;
mod register;
mod template;

pub use attribute::{AttributeKind, AttributeRule, Choice, Show, ValueKind};
pub use carry::Carry;
pub use decision::Decision;
pub use fault::{Fault, FaultKind, LARGEST, Place};
pub use label::{Label, Role, Shape};
pub use link::{LinkKind, LinkRule};
pub use options::Options;
pub use part::{Owner, Part};
pub use register::{CheckKind, EntityKinds, EntityLinkKind};
pub use template::{TEMPLATES, template, template_file, templates};

use crate::id::SchemeId;
use serde::{Deserialize, Serialize};

/// The built-in scheme: claims, speakers and places.
pub const DEFAULT: &str = include_str!("../schemes/default.json");

/// The format of scheme files that this version writes and reads.
pub const FORMAT: &str = "postil-scheme/1";

/// Keys of a scheme file that this version does not know, with their values.
pub type Other = serde_json::Map<String, serde_json::Value>;

/// A scheme as the project stores it: the whole JSON text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredScheme {
    /// Row id.
    pub id: SchemeId,
    /// Uid, a text of its author's choice.
    pub uid: String,
    /// Counts up with each change.
    pub version: u32,
    /// The scheme file.
    pub json: String,
}

/// A scheme, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Scheme {
    /// Always [`FORMAT`].
    pub format: String,
    /// Uid.
    pub uid: String,
    /// Version.
    pub version: u32,
    /// Title.
    pub title: String,
    /// What it is for.
    #[serde(default)]
    pub help: String,
    /// Choices that change what a mark takes in.
    #[serde(default)]
    pub options: Options,
    /// Questions about the whole article.
    #[serde(default)]
    pub document_attributes: Vec<AttributeKind>,
    /// Labels.
    pub labels: Vec<Label>,
    /// Link kinds.
    pub links: Vec<LinkKind>,
    /// What the entity register holds.
    pub entities: EntityKinds,
    /// Checks, by rule id.
    #[serde(default)]
    pub checks: Vec<CheckKind>,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

const fn yes() -> bool {
    true
}

/// Why a scheme file was refused.
#[derive(Debug, thiserror::Error)]
pub enum SchemeError {
    /// Not the JSON of a scheme.
    #[error("line {}, column {}: {source}", source.line(), source.column())]
    Unreadable {
        /// What the reader found.
        #[from]
        source: serde_json::Error,
    },
    /// Another format or a later one.
    #[error("the scheme says format \"{0}\", this version reads \"{FORMAT}\"")]
    Format(String),
    /// An id that a link or label names does not exist, or a key is taken.
    #[error("{0}")]
    Inconsistent(String),
    /// Something else that a scheme a person brings may not have.
    #[error("{0}")]
    Faulty(Box<Fault>),
}

impl Scheme {
    /// Reads and checks a scheme file.
    ///
    /// # Errors
    /// When the text is no scheme, or names labels that it does not have, or
    /// gives one key to two labels or to two link kinds.
    pub fn parse(json: &str) -> Result<Self, SchemeError> {
        let scheme: Self = serde_json::from_str(json)?;
        if scheme.format != FORMAT {
            return Err(SchemeError::Format(scheme.format));
        }
        scheme.check()?;
        Ok(scheme)
    }

    fn check(&self) -> Result<(), SchemeError> {
        let mut keys = std::collections::BTreeSet::new();
        let mut ids = std::collections::BTreeSet::new();
        for label in &self.labels {
            if !ids.insert(label.id.as_str()) {
                return Err(SchemeError::Inconsistent(format!(
                    "two labels have the id \"{}\"",
                    label.id
                )));
            }
            if let Some(key) = &label.key
                && !keys.insert(key.to_uppercase())
            {
                return Err(SchemeError::Inconsistent(format!(
                    "two labels have the key {key}"
                )));
            }
        }
        for link in &self.links {
            for name in link.from.iter().chain(&link.to) {
                if name != "entity" && !ids.contains(name.as_str()) {
                    return Err(SchemeError::Inconsistent(format!(
                        "the link kind \"{}\" names the label \"{name}\", which does not exist",
                        link.id
                    )));
                }
            }
        }
        Ok(())
    }

    /// The label with this id.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == id)
    }

    /// The link kind with this id.
    #[must_use]
    pub fn link(&self, id: &str) -> Option<&LinkKind> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The role of a label; [`Role::Other`] for one that does not exist.
    #[must_use]
    pub fn role(&self, label: &str) -> Role {
        self.label(label).map_or(Role::Other, |label| label.role)
    }

    /// The first label with a role that is not retired.
    #[must_use]
    pub fn label_with_role(&self, role: Role) -> Option<&Label> {
        let mut labels = self.labels.iter().filter(|label| !label.retired);
        labels.find(|label| label.role == role)
    }

    /// The link kind that offers the author and "not given": the source.
    #[must_use]
    pub fn source_link(&self) -> Option<&LinkKind> {
        let mut links = self.links.iter().filter(|link| !link.retired);
        links.find(|link| !link.special.is_empty())
    }

    /// The first enabled link kind that a rule fills.
    #[must_use]
    pub fn link_by_rule(&self, rule: LinkRule) -> Option<&LinkKind> {
        self.links
            .iter()
            .find(|link| link.enabled && !link.retired && link.rule == Some(rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_scheme_reads_and_writes_back() {
        let scheme = Scheme::parse(DEFAULT).unwrap();
        assert_eq!(scheme.role("claim"), Role::Statement);
        assert_eq!(
            scheme.source_link().map(|link| link.id.as_str()),
            Some("said_by")
        );
        let again = Scheme::parse(&serde_json::to_string(&scheme).unwrap()).unwrap();
        assert_eq!(scheme, again);
    }

    #[test]
    fn what_this_version_does_not_know_survives() {
        let mut file: serde_json::Value = serde_json::from_str(DEFAULT).unwrap();
        let strange = serde_json::json!({ "deep": [1, "zwei", null] });
        for place in [
            "",
            "/options",
            "/labels/0",
            "/labels/0/attributes/0",
            "/labels/0/attributes/0/values/0",
            "/document_attributes/0",
            "/links/0",
            "/entities",
            "/entities/links/0",
            "/checks/0",
        ] {
            let object = file.pointer_mut(place).unwrap();
            object["later"] = strange.clone();
        }
        file["labels"][0]["decisions"] =
            serde_json::json!([{ "date": "2026-01-14", "text": "As it stands.", "by": "Nur" }]);
        let scheme = Scheme::parse(&file.to_string()).unwrap();
        let again: serde_json::Value = serde_json::to_value(&scheme).unwrap();
        for (place, value) in leaves(&file) {
            assert_eq!(again.pointer(&place), Some(&value), "{place}");
        }
        assert_eq!(scheme.labels[0].decisions[0].other["by"], "Nur");
    }

    /// Every value that holds no others, by its JSON pointer.
    fn leaves(value: &serde_json::Value) -> Vec<(String, serde_json::Value)> {
        use serde_json::Value;
        let inner: Vec<(String, &Value)> = match value {
            Value::Object(object) => object
                .iter()
                .map(|(key, value)| (key.clone(), value))
                .collect(),
            Value::Array(list) => list
                .iter()
                .enumerate()
                .map(|(index, value)| (index.to_string(), value))
                .collect(),
            other => return vec![(String::new(), other.clone())],
        };
        inner
            .into_iter()
            .flat_map(|(key, value)| {
                let below = leaves(value).into_iter();
                below.map(move |(rest, leaf)| (format!("/{key}{rest}"), leaf))
            })
            .collect()
    }

    #[test]
    fn what_is_retired_is_found_by_its_id_and_offered_no_more() {
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        scheme.labels[0].retired = true;
        scheme.links[0].retired = true;
        assert_eq!(scheme.role("claim"), Role::Statement);
        assert_eq!(scheme.label_with_role(Role::Statement), None);
        assert_eq!(scheme.source_link(), None);
        assert!(scheme.link("said_by").is_some());
    }

    #[test]
    fn a_check_that_does_not_exist_is_named() {
        let broken = DEFAULT.replacen("cue-without-claim", "cue-without-clam", 1);
        let error = Scheme::parse(&broken).unwrap_err().to_string();
        assert!(error.contains("cue-without-clam"), "{error}");
        assert!(error.starts_with("line "), "{error}");
    }

    #[test]
    fn a_link_to_a_missing_label_is_named() {
        let broken = DEFAULT.replacen("\"id\": \"speaker\"", "\"id\": \"actor\"", 1);
        let error = Scheme::parse(&broken).unwrap_err().to_string();
        assert!(error.contains("speaker"), "{error}");
    }

    #[test]
    fn a_later_format_is_refused_by_name() {
        let later = DEFAULT.replacen(FORMAT, "postil-scheme/9", 1);
        assert!(matches!(Scheme::parse(&later), Err(SchemeError::Format(_))));
    }
}
