//! Attributes and values that an import adds to the scheme.

use super::super::mapping::attributes::{Bearer, Home, words};
use super::super::mapping::{Becomes, Mapping, new_id};
use postil_core::attribute::{Attributes, Value};
use postil_core::scheme::{AttributeKind, Choice, Scheme, Show, ValueKind};
use std::collections::BTreeMap;

/// A label or link of the project, and an attribute of it.
type Key = (Bearer, String, String);

/// What was found under attributes and values that become new ones.
#[derive(Clone, Debug, Default)]
pub(super) struct NewAttributes {
    attributes: BTreeMap<Key, NewAttribute>,
    /// New ids, each with the word it was.
    values: BTreeMap<Key, BTreeMap<String, String>>,
}

#[derive(Clone, Debug, Default)]
struct NewAttribute {
    /// The label or link, and the attribute, as in the files.
    owner: String,
    name: String,
    /// Some value is a text.
    texts: bool,
    /// The choices of values that are several.
    choices: BTreeMap<String, String>,
}

impl NewAttributes {
    /// Notes what becomes new of the values of a span or link, which still
    /// has the name `owner`.
    pub fn look(
        &mut self,
        (owner, name): (Bearer, &str),
        values: &Attributes,
        home: &Home<'_>,
        mapping: &Mapping,
    ) {
        for (attribute, set) in values {
            let becomes = mapping.attribute(name, attribute, home);
            if becomes == Becomes::New {
                let key = (owner, home.id.clone(), new_id(attribute));
                let found = self.attributes.entry(key).or_default();
                name.clone_into(&mut found.owner);
                found.name.clone_from(attribute);
                match &set.value {
                    Value::YesNo(_) => {}
                    Value::One(_) => found.texts = true,
                    Value::Several(several) => {
                        let choices = several.iter().map(|word| (new_id(word), word.clone()));
                        found.choices.extend(choices);
                    }
                }
                continue;
            }
            let id = match &becomes {
                Becomes::Same => attribute,
                Becomes::Ours(id) => id,
                Becomes::New | Becomes::Nothing => continue,
            };
            let kind = home.attribute(id);
            for word in words(&set.value) {
                if mapping.value(name, attribute, &word, kind) == Becomes::New {
                    let key = (owner, home.id.clone(), id.clone());
                    let values = self.values.entry(key).or_default();
                    values.insert(new_id(&word), word);
                }
            }
        }
    }

    /// Adds them to a scheme, as `theirs` has them where one of these does;
    /// answers how many it did not have.
    pub fn add_to(&self, scheme: &mut Scheme, theirs: &[Scheme]) -> usize {
        let mut added = 0;
        for ((owner, home, id), found) in &self.attributes {
            let Some(own) = attributes(scheme, *owner, home) else {
                continue;
            };
            if own.iter().any(|kind| kind.id == *id) {
                continue;
            }
            let known = theirs.iter().find_map(|scheme| {
                let kinds = owner.attributes(scheme, &found.owner)?;
                kinds.iter().find(|kind| kind.id == found.name)
            });
            own.push(match known {
                Some(kind) => AttributeKind {
                    id: id.clone(),
                    ..kind.clone()
                },
                None => found.kind(id),
            });
            added += 1;
        }
        for ((owner, home, id), words) in &self.values {
            let own = attributes(scheme, *owner, home);
            let kind = own.and_then(|own| own.iter_mut().find(|kind| kind.id == *id));
            let Some(kind) = kind else { continue };
            for (id, word) in words {
                if kind.values.iter().all(|choice| choice.id != *id) {
                    kind.values.push(choice(id, word));
                    added += 1;
                }
            }
        }
        added
    }
}

fn attributes<'a>(
    scheme: &'a mut Scheme,
    owner: Bearer,
    id: &str,
) -> Option<&'a mut Vec<AttributeKind>> {
    match owner {
        Bearer::Label => {
            let mut labels = scheme.labels.iter_mut();
            let label = labels.find(|label| label.id == id);
            label.map(|label| &mut label.attributes)
        }
        Bearer::Link => {
            let mut links = scheme.links.iter_mut();
            let link = links.find(|link| link.id == id);
            link.map(|link| &mut link.attributes)
        }
    }
}

impl NewAttribute {
    /// Several at once are choices; texts are a list that grows, because
    /// nobody said which there may be.
    fn kind(&self, id: &str) -> AttributeKind {
        let kind = if !self.choices.is_empty() {
            ValueKind::Choices
        } else if self.texts {
            ValueKind::Vocabulary
        } else {
            ValueKind::YesNo
        };
        AttributeKind {
            id: id.to_owned(),
            title: self.name.clone(),
            kind,
            values: self
                .choices
                .iter()
                .map(|(id, word)| choice(id, word))
                .collect(),
            default: None,
            required: false,
            show: Show::More,
            enabled: true,
            rule: None,
            help: String::new(),
            examples: Vec::new(),
            counter_examples: Vec::new(),
            decisions: Vec::new(),
            retired: false,
            other: Default::default(),
        }
    }
}

fn choice(id: &str, word: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        title: word.to_owned(),
        help: String::new(),
        examples: Vec::new(),
        counter_examples: Vec::new(),
        decisions: Vec::new(),
        retired: false,
        other: Default::default(),
    }
}
