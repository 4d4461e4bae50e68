//! Parts of a scheme that annotations refer to, and which of them another
//! scheme lacks.

use super::{AttributeKind, Scheme, ValueKind};
use serde::{Deserialize, Serialize};

/// A part of a scheme that annotations refer to by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Part {
    /// A label.
    Label {
        /// Its id.
        label: String,
    },
    /// A kind of link.
    Link {
        /// Its id.
        link: String,
    },
    /// An attribute.
    Attribute {
        /// The label that has it; `None` for a question about the article.
        label: Option<String>,
        /// Its id.
        attribute: String,
    },
    /// A value of a choice.
    Value {
        /// The label whose attribute it is; `None` for a question about the
        /// article.
        label: Option<String>,
        /// The attribute.
        attribute: String,
        /// Its id.
        value: String,
    },
}

impl Part {
    /// The part of the same list with another id.
    #[must_use]
    pub fn named(&self, id: &str) -> Self {
        let mut other = self.clone();
        match &mut other {
            Self::Label { label: own }
            | Self::Link { link: own }
            | Self::Attribute { attribute: own, .. }
            | Self::Value { value: own, .. } => id.clone_into(own),
        }
        other
    }
}

impl Scheme {
    /// The attributes of a label; of the article for `None`.
    #[must_use]
    pub fn attributes_of(&self, label: Option<&str>) -> &[AttributeKind] {
        match label {
            None => &self.document_attributes,
            Some(id) => self.label(id).map_or(&[], |label| &label.attributes),
        }
    }

    /// An attribute of a label, or of the article.
    #[must_use]
    pub fn attribute(&self, label: Option<&str>, id: &str) -> Option<&AttributeKind> {
        let mut kinds = self.attributes_of(label).iter();
        kinds.find(|kind| kind.id == id)
    }

    /// Whether it has a part, retired or not.
    #[must_use]
    pub fn has(&self, part: &Part) -> bool {
        match part {
            Part::Label { label } => self.label(label).is_some(),
            Part::Link { link } => self.link(link).is_some(),
            Part::Attribute { label, attribute } => {
                self.attribute(label.as_deref(), attribute).is_some()
            }
            Part::Value {
                label,
                attribute,
                value,
            } => self
                .attribute(label.as_deref(), attribute)
                .is_some_and(|kind| kind.values.iter().any(|choice| choice.id == *value)),
        }
    }

    /// The parts of this scheme that `other` lacks, in the order of the file.
    /// What belongs to a part that is gone is not named besides.
    #[must_use]
    pub fn missing_from(&self, other: &Self) -> Vec<Part> {
        let mut missing = Vec::new();
        let owners = self.labels.iter().map(|label| Some(label.id.as_str()));
        for owner in std::iter::once(None).chain(owners) {
            if let Some(label) = owner.filter(|label| other.label(label).is_none()) {
                missing.push(Part::Label {
                    label: label.to_owned(),
                });
                continue;
            }
            for kind in self.attributes_of(owner) {
                missing.extend(lacking(owner, kind, other));
            }
        }
        let links = self
            .links
            .iter()
            .filter(|link| other.link(&link.id).is_none());
        missing.extend(links.map(|link| Part::Link {
            link: link.id.clone(),
        }));
        missing
    }

    /// Puts a part of `before` back that this scheme lacks, as retired, with
    /// the ends of links that named it.
    pub fn retire(&mut self, part: &Part, before: &Self) {
        if self.has(part) {
            return;
        }
        match part {
            Part::Label { label } => {
                if let Some(kept) = before.label(label) {
                    let mut kept = kept.clone();
                    kept.retired = true;
                    self.labels.push(kept);
                }
                for link in &mut self.links {
                    let Some(old) = before.link(&link.id) else {
                        continue;
                    };
                    for (now, then) in [(&mut link.from, &old.from), (&mut link.to, &old.to)] {
                        if then.contains(label) && !now.contains(label) {
                            now.push(label.clone());
                        }
                    }
                }
            }
            Part::Link { link } => {
                if let Some(kept) = before.link(link) {
                    let mut kept = kept.clone();
                    kept.retired = true;
                    kept.from.retain(|label| self.label(label).is_some());
                    kept.to
                        .retain(|label| label == "entity" || self.label(label).is_some());
                    self.links.push(kept);
                }
            }
            Part::Attribute { label, attribute } => {
                if let Some(kept) = before.attribute(label.as_deref(), attribute) {
                    let mut kept = kept.clone();
                    kept.retired = true;
                    if let Some(kinds) = self.attributes_mut(label.as_deref()) {
                        kinds.push(kept);
                    }
                }
            }
            Part::Value {
                label,
                attribute,
                value,
            } => {
                let kept = before
                    .attribute(label.as_deref(), attribute)
                    .and_then(|kind| kind.values.iter().find(|choice| choice.id == *value));
                let kinds = self.attributes_mut(label.as_deref());
                let kind =
                    kinds.and_then(|kinds| kinds.iter_mut().find(|kind| kind.id == *attribute));
                if let (Some(kept), Some(kind)) = (kept, kind) {
                    let mut kept = kept.clone();
                    kept.retired = true;
                    kind.values.push(kept);
                }
            }
        }
    }

    fn attributes_mut(&mut self, label: Option<&str>) -> Option<&mut Vec<AttributeKind>> {
        match label {
            None => Some(&mut self.document_attributes),
            Some(id) => self
                .labels
                .iter_mut()
                .find(|label| label.id == id)
                .map(|label| &mut label.attributes),
        }
    }
}

/// The attribute, or those of its values, that `other` lacks.
fn lacking(owner: Option<&str>, kind: &AttributeKind, other: &Scheme) -> Vec<Part> {
    let label = owner.map(ToOwned::to_owned);
    let Some(now) = other.attribute(owner, &kind.id) else {
        return vec![Part::Attribute {
            label,
            attribute: kind.id.clone(),
        }];
    };
    if !matches!(now.kind, ValueKind::Choice | ValueKind::Choices) {
        return Vec::new();
    }
    let gone = |id: &String| !now.values.iter().any(|choice| choice.id == *id);
    let values = kind.values.iter().map(|choice| &choice.id);
    values
        .filter(|id| gone(id))
        .map(|value| Part::Value {
            label: label.clone(),
            attribute: kind.id.clone(),
            value: value.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheme::DEFAULT;

    fn scheme() -> Scheme {
        Scheme::parse(DEFAULT).unwrap()
    }

    #[test]
    fn what_is_gone_is_named_once_and_comes_back_retired() {
        let before = scheme();
        let mut after = scheme();
        after.labels.retain(|label| label.id != "cue");
        for link in &mut after.links {
            link.to.retain(|label| label != "cue");
        }
        after.labels[0].attributes[0].values.remove(1);
        after.labels[1].attributes.clear();
        after.document_attributes.remove(0);
        after.links.remove(0);
        let label = |label: &str| Some(label.to_owned());
        let missing = before.missing_from(&after);
        assert_eq!(
            missing,
            [
                Part::Attribute {
                    label: None,
                    attribute: "relevant".to_owned()
                },
                Part::Value {
                    label: label("claim"),
                    attribute: "form".to_owned(),
                    value: "indirect".to_owned()
                },
                Part::Attribute {
                    label: label("speaker"),
                    attribute: "mention".to_owned()
                },
                Part::Label {
                    label: "cue".to_owned()
                },
                Part::Link {
                    link: "said_by".to_owned()
                },
            ]
        );
        for part in &missing {
            after.retire(part, &before);
        }
        assert!(before.missing_from(&after).is_empty());
        assert!(after.label("cue").unwrap().retired);
        assert_eq!(after.link("cued_by").unwrap().to, ["cue"]);
        assert!(after.link("said_by").unwrap().retired);
        let refusing: Vec<_> = after
            .faults()
            .into_iter()
            .filter(|fault| fault.refuses())
            .collect();
        assert!(refusing.is_empty(), "{refusing:?}");
    }

    #[test]
    fn another_kind_of_value_lacks_no_choices() {
        let before = scheme();
        let mut after = scheme();
        after.labels[2].attributes[0].kind = ValueKind::Text;
        after.labels[2].attributes[0].values.clear();
        assert_eq!(before.missing_from(&after), []);
    }
}
