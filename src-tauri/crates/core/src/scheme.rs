//! Schemes: labels, attributes, link kinds, and which rules fill them.
//!
//! Ids never change, only titles do: spans and links keep ids.

use crate::id::SchemeId;
use serde::{Deserialize, Serialize};

/// The built-in scheme: claims, speakers and places.
pub const DEFAULT: &str = include_str!("../schemes/default.json");

/// The format of scheme files that this version writes and reads.
pub const FORMAT: &str = "postil-scheme/1";

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
pub struct Scheme {
    /// Always [`FORMAT`].
    pub format: String,
    /// Uid.
    pub uid: String,
    /// Version.
    pub version: u32,
    /// Title.
    pub title: String,
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
}

/// Choices that change what a mark takes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// A quoted claim includes its quotation marks.
    #[serde(default = "yes")]
    pub quotation_marks_inside: bool,
    /// A claim made from a sentence includes the final stop.
    #[serde(default)]
    pub final_stop_inside: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            quotation_marks_inside: true,
            final_stop_inside: false,
        }
    }
}

/// A label that spans carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The letter that marks it; `None` for zones and labels without a key.
    pub key: Option<String>,
    /// `#rrggbb`.
    pub colour: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Whether a span may have several fragments.
    #[serde(default = "yes")]
    pub discontinuous: bool,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
    /// Values that a span may have.
    #[serde(default)]
    pub attributes: Vec<AttributeKind>,
    /// A zone of the article, not a span.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zone: bool,
    /// What the label is for, so that keys and rules know it by role and
    /// never by name.
    #[serde(default)]
    pub role: Role,
}

/// How a label is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// An attribute of a label or of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whether an empty one is reported as unfinished.
    #[serde(default)]
    pub required: bool,
    /// When the card shows it.
    #[serde(default)]
    pub show: Show,
    /// Off until switched on in the scheme.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// The rule that fills it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<AttributeRule>,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
}

/// What an attribute's value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub struct Choice {
    /// Id.
    pub id: String,
    /// Title; the id if empty.
    #[serde(default)]
    pub title: String,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
}

/// When a card shows a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[serde(rename_all = "kebab-case")]
pub enum AttributeRule {
    /// Direct, mixed or indirect, by the quotation marks.
    QuotationMarks,
    /// Name or pronoun, noun or adjective, by the form of the words.
    SurfaceForm,
}

/// A kind of link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    pub special: Vec<crate::link::Special>,
    /// The rule that fills it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<LinkRule>,
    /// Off until switched on in the scheme.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// The rule for annotators.
    #[serde(default)]
    pub help: String,
}

/// The rules that fill links: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkRule {
    /// A place inside a claim, but not inside an actor's mention.
    PlaceInsideClaimNotInsideActor,
    /// A claim inside a claim is its part and has its speaker, until it gets
    /// its own.
    ClaimInsideClaimWithoutOwnSpeaker,
}

/// What the entity register holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityKinds {
    /// Types, such as `person`.
    pub types: Vec<String>,
    /// Attribute ids by type; `*` for all.
    #[serde(default)]
    pub attributes: std::collections::BTreeMap<String, Vec<String>>,
    /// Link kinds between entities.
    #[serde(default)]
    pub links: Vec<EntityLinkKind>,
}

/// A kind of link between entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityLinkKind {
    /// Id.
    pub id: String,
}

/// A check, by rule id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckKind {
    /// Which.
    pub id: crate::check::Check,
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

    /// The first label with a role.
    #[must_use]
    pub fn label_with_role(&self, role: Role) -> Option<&Label> {
        self.labels.iter().find(|label| label.role == role)
    }

    /// The link kind that offers the author and "not given": the source.
    #[must_use]
    pub fn source_link(&self) -> Option<&LinkKind> {
        self.links.iter().find(|link| !link.special.is_empty())
    }

    /// The first enabled link kind that a rule fills.
    #[must_use]
    pub fn link_by_rule(&self, rule: LinkRule) -> Option<&LinkKind> {
        self.links
            .iter()
            .find(|link| link.enabled && link.rule == Some(rule))
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
