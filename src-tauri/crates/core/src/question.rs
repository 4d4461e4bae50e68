//! Questions for the team: asked at a span, answered by a decision that stands
//! in the scheme.

use crate::id::{AnnotatorId, LayerId, QuestionId, SpanId, Uid};
use crate::scheme::{Decision, Owner, Scheme};
use serde::{Deserialize, Serialize};

/// The longest question or answer, in code points.
pub const LONGEST: usize = 4_000;

/// A question for the team about one span. It goes with its span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Row id.
    pub id: QuestionId,
    /// Uid.
    pub uid: Uid,
    /// The layer of the span.
    pub layer: LayerId,
    /// What it is about.
    pub span: SpanId,
    /// What is asked; not empty.
    pub text: String,
    /// When, in Unix milliseconds.
    pub asked_at: i64,
    /// Who asks.
    pub asked_by: AnnotatorId,
    /// What the team decided; `None` while the question is open.
    pub answer: Option<Answer>,
}

/// What the team decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The decision as it was written into the scheme; not empty.
    pub text: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who wrote it down.
    pub by: AnnotatorId,
    /// What it is a rule for.
    pub subject: Subject,
    /// The version of the scheme that holds it first.
    pub scheme_version: u32,
}

/// What a decision is a rule for: a label or a link kind, an attribute of it,
/// or a value of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Label id; of a link kind, a label that it starts from.
    pub label: String,
    /// Link kind id, of a rule for links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Attribute id.
    pub attribute: Option<String>,
    /// Value id of the attribute.
    pub value: Option<String>,
}

impl Question {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

impl Subject {
    /// The decisions of what it names; `None` if the scheme has no such thing.
    pub fn decisions<'s>(&self, scheme: &'s mut Scheme) -> Option<&'s mut Vec<Decision>> {
        let (decisions, attributes) = match &self.link {
            None => {
                let mut labels = scheme.labels.iter_mut();
                let label = labels.find(|label| label.id == self.label)?;
                (&mut label.decisions, &mut label.attributes)
            }
            Some(id) => {
                let mut links = scheme.links.iter_mut();
                let link = links.find(|link| link.id == *id)?;
                (&mut link.decisions, &mut link.attributes)
            }
        };
        let Some(attribute) = &self.attribute else {
            return self.value.is_none().then_some(decisions);
        };
        let mut attributes = attributes.iter_mut();
        let attribute = attributes.find(|kind| kind.id == *attribute)?;
        let Some(value) = &self.value else {
            return Some(&mut attribute.decisions);
        };
        let mut values = attribute.values.iter_mut();
        let value = values.find(|choice| choice.id == *value)?;
        Some(&mut value.decisions)
    }

    /// The titles of what it names, from the label down; ids where the scheme
    /// has none.
    #[must_use]
    pub fn titles(&self, scheme: &Scheme) -> Vec<String> {
        let (title, id) = match &self.link {
            None => {
                let label = scheme.label(&self.label);
                (label.map(|label| &label.title), &self.label)
            }
            Some(id) => (scheme.link(id).map(|link| &link.title), id),
        };
        let owner = match &self.link {
            None => Owner::Label(&self.label),
            Some(id) => Owner::Link(id),
        };
        let attribute = self
            .attribute
            .as_ref()
            .and_then(|id| scheme.attribute(owner, id));
        let value = attribute.and_then(|attribute| {
            let mut values = attribute.values.iter();
            values.find(|choice| Some(&choice.id) == self.value.as_ref())
        });
        let titled = |title: Option<&String>, id: &String| {
            title
                .filter(|title| !title.is_empty())
                .unwrap_or(id)
                .clone()
        };
        let mut titles = vec![titled(title, id)];
        if let Some(id) = &self.attribute {
            titles.push(titled(attribute.map(|kind| &kind.title), id));
        }
        if let Some(id) = &self.value {
            titles.push(titled(value.map(|choice| &choice.title), id));
        }
        titles
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheme::DEFAULT;

    fn subject(attribute: Option<&str>, value: Option<&str>) -> Subject {
        Subject {
            label: "claim".to_owned(),
            link: None,
            attribute: attribute.map(str::to_owned),
            value: value.map(str::to_owned),
        }
    }

    #[test]
    fn a_decision_goes_to_the_label_the_attribute_or_the_value() {
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        for (n, there) in [
            subject(None, None),
            subject(Some("form"), None),
            subject(Some("form"), Some("mixed")),
        ]
        .iter()
        .enumerate()
        {
            there.decisions(&mut scheme).unwrap().push(Decision {
                text: n.to_string(),
                ..Decision::default()
            });
        }
        let claim = scheme.label("claim").unwrap();
        let form = &claim.attributes[0];
        let mixed = form
            .values
            .iter()
            .find(|value| value.id == "mixed")
            .unwrap();
        for (n, decisions) in [&claim.decisions, &form.decisions, &mixed.decisions]
            .into_iter()
            .enumerate()
        {
            let texts: Vec<&str> = decisions.iter().map(|one| one.text.as_str()).collect();
            assert_eq!(texts, [n.to_string()]);
        }
        for nowhere in [
            subject(Some("forms"), None),
            subject(Some("form"), Some("mix")),
            subject(None, Some("mixed")),
        ] {
            assert!(nowhere.decisions(&mut scheme).is_none(), "{nowhere:?}");
        }
    }

    #[test]
    fn titles_fall_back_to_ids() {
        let scheme = Scheme::parse(DEFAULT).unwrap();
        let there = subject(Some("form"), Some("free_indirect"));
        assert_eq!(there.titles(&scheme), ["Claim", "form", "free indirect"]);
        assert_eq!(
            subject(Some("gone"), None).titles(&scheme),
            ["Claim", "gone"]
        );
    }

    #[test]
    fn a_decision_may_be_a_rule_for_a_link_kind_and_its_fields() {
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        let form = scheme.labels[0].attributes[0].clone();
        scheme.links[0].attributes = vec![form];
        for (place, value) in [
            (None, None),
            (Some("form"), None),
            (Some("form"), Some("mixed")),
        ] {
            let subject = Subject {
                link: Some("said_by".to_owned()),
                ..subject(place, value)
            };
            let decisions = subject.decisions(&mut scheme).unwrap();
            assert!(decisions.is_empty());
            decisions.push(Decision::default());
            let titles = ["said by"].into_iter().chain(place).chain(value);
            assert_eq!(subject.titles(&scheme), titles.collect::<Vec<_>>());
        }
        let said_by = &scheme.links[0];
        assert_eq!(said_by.decisions.len(), 1);
        assert_eq!(said_by.attributes[0].decisions.len(), 1);
        assert!(scheme.labels[0].decisions.is_empty());
        let gone = Subject {
            link: Some("gone".to_owned()),
            ..subject(None, None)
        };
        assert!(gone.decisions(&mut scheme).is_none());
    }
}
