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
        /// The label that has it; `None` for a link's and for a question about
        /// the article.
        label: Option<String>,
        /// The link kind that has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        link: Option<String>,
        /// Its id.
        attribute: String,
    },
    /// A value of a choice.
    Value {
        /// The label whose attribute it is; `None` for a link's and for a
        /// question about the article.
        label: Option<String>,
        /// The link kind whose attribute it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        link: Option<String>,
        /// The attribute.
        attribute: String,
        /// Its id.
        value: String,
    },
}

/// What has attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner<'a> {
    /// The article: its questions.
    Article,
    /// A label, by its id.
    Label(&'a str),
    /// A link kind, by its id.
    Link(&'a str),
}

impl Owner<'_> {
    /// An attribute of it, as a part of the scheme.
    #[must_use]
    pub fn attribute(self, id: &str) -> Part {
        let (label, link) = self.ids();
        Part::Attribute {
            label,
            link,
            attribute: id.to_owned(),
        }
    }

    /// A value of an attribute of it, as a part of the scheme.
    #[must_use]
    pub fn value(self, attribute: &str, id: &str) -> Part {
        let (label, link) = self.ids();
        Part::Value {
            label,
            link,
            attribute: attribute.to_owned(),
            value: id.to_owned(),
        }
    }

    fn ids(self) -> (Option<String>, Option<String>) {
        match self {
            Self::Article => (None, None),
            Self::Label(id) => (Some(id.to_owned()), None),
            Self::Link(id) => (None, Some(id.to_owned())),
        }
    }
}

impl Part {
    /// What has the attribute, or has the attribute of the value; the part
    /// itself, for a label or a link kind.
    #[must_use]
    pub fn owner(&self) -> Owner<'_> {
        match self {
            Self::Label { label } => Owner::Label(label),
            Self::Link { link } => Owner::Link(link),
            Self::Attribute { label, link, .. } | Self::Value { label, link, .. } => {
                match (label, link) {
                    (_, Some(link)) => Owner::Link(link),
                    (Some(label), None) => Owner::Label(label),
                    (None, None) => Owner::Article,
                }
            }
        }
    }

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
    /// The attributes of a label, a link kind or the article.
    #[must_use]
    pub fn attributes_of(&self, owner: Owner<'_>) -> &[AttributeKind] {
        match owner {
            Owner::Article => &self.document_attributes,
            Owner::Label(id) => self.label(id).map_or(&[], |label| &label.attributes),
            Owner::Link(id) => self.link(id).map_or(&[], |link| &link.attributes),
        }
    }

    /// An attribute of a label, a link kind or the article.
    #[must_use]
    pub fn attribute(&self, owner: Owner<'_>, id: &str) -> Option<&AttributeKind> {
        let mut kinds = self.attributes_of(owner).iter();
        kinds.find(|kind| kind.id == id)
    }

    /// Whatever may have attributes: the article, the labels, the link kinds.
    pub fn owners(&self) -> impl Iterator<Item = Owner<'_>> {
        let labels = self.labels.iter().map(|label| Owner::Label(&label.id));
        let links = self.links.iter().map(|link| Owner::Link(&link.id));
        std::iter::once(Owner::Article).chain(labels).chain(links)
    }

    /// Whether it has a part, retired or not.
    #[must_use]
    pub fn has(&self, part: &Part) -> bool {
        match part {
            Part::Label { label } => self.label(label).is_some(),
            Part::Link { link } => self.link(link).is_some(),
            Part::Attribute { attribute, .. } => self.attribute(part.owner(), attribute).is_some(),
            Part::Value {
                attribute, value, ..
            } => self
                .attribute(part.owner(), attribute)
                .is_some_and(|kind| kind.values.iter().any(|choice| choice.id == *value)),
        }
    }

    /// The parts of this scheme that `other` lacks, in the order of the file.
    /// What belongs to a part that is gone is not named besides.
    #[must_use]
    pub fn missing_from(&self, other: &Self) -> Vec<Part> {
        let mut missing = Vec::new();
        for owner in self.owners() {
            match owner {
                Owner::Label(label) if other.label(label).is_none() => {
                    missing.push(Part::Label {
                        label: label.to_owned(),
                    });
                }
                // The link kinds that are gone are named below.
                Owner::Link(link) if other.link(link).is_none() => {}
                _ => {
                    for kind in self.attributes_of(owner) {
                        missing.extend(lacking(owner, kind, other));
                    }
                }
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
            Part::Attribute { attribute, .. } => {
                if let Some(kept) = before.attribute(part.owner(), attribute) {
                    let mut kept = kept.clone();
                    kept.retired = true;
                    if let Some(kinds) = self.attributes_mut(part.owner()) {
                        kinds.push(kept);
                    }
                }
            }
            Part::Value {
                attribute, value, ..
            } => {
                let kept = before
                    .attribute(part.owner(), attribute)
                    .and_then(|kind| kind.values.iter().find(|choice| choice.id == *value));
                let kinds = self.attributes_mut(part.owner());
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

    fn attributes_mut(&mut self, owner: Owner<'_>) -> Option<&mut Vec<AttributeKind>> {
        match owner {
            Owner::Article => Some(&mut self.document_attributes),
            Owner::Label(id) => {
                let mut labels = self.labels.iter_mut();
                let label = labels.find(|label| label.id == id);
                label.map(|label| &mut label.attributes)
            }
            Owner::Link(id) => {
                let mut links = self.links.iter_mut();
                let link = links.find(|link| link.id == id);
                link.map(|link| &mut link.attributes)
            }
        }
    }
}

/// The attribute, or those of its values, that `other` lacks.
fn lacking(owner: Owner<'_>, kind: &AttributeKind, other: &Scheme) -> Vec<Part> {
    let Some(now) = other.attribute(owner, &kind.id) else {
        return vec![owner.attribute(&kind.id)];
    };
    if !matches!(now.kind, ValueKind::Choice | ValueKind::Choices) {
        return Vec::new();
    }
    let gone = |id: &String| !now.values.iter().any(|choice| choice.id == *id);
    let values = kind.values.iter().map(|choice| &choice.id);
    values
        .filter(|id| gone(id))
        .map(|value| owner.value(&kind.id, value))
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
        let missing = before.missing_from(&after);
        assert_eq!(
            missing,
            [
                Owner::Article.attribute("relevant"),
                Owner::Label("claim").value("form", "indirect"),
                Owner::Label("speaker").attribute("mention"),
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

    #[test]
    fn a_link_kind_lacks_its_fields_and_their_values_as_a_label_does() {
        let mut before = scheme();
        let form = before.labels[0].attributes[0].clone();
        before.links[1].attributes = vec![form.clone(), before.labels[0].attributes[1].clone()];
        let kind = before.links[1].id.clone();
        let mut after = before.clone();
        after.links[1].attributes.remove(1);
        after.links[1].attributes[0].values.remove(0);
        let owner = Owner::Link(&kind);
        let missing = before.missing_from(&after);
        assert_eq!(
            missing,
            [
                owner.value(&form.id, &form.values[0].id),
                owner.attribute(&before.labels[0].attributes[1].id),
            ]
        );
        for part in &missing {
            assert_eq!(part.owner(), owner);
            assert!(!after.has(part));
            after.retire(part, &before);
            assert!(after.has(part));
        }
        // With the kind all of it is gone.
        after.links.remove(1);
        assert_eq!(before.missing_from(&after), [Part::Link { link: kind }]);
    }
}
