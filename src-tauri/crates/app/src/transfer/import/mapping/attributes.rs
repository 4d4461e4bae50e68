//! What the attributes of files, and their values, become in the project.

use super::{Becomes, LeftOut, Mapping, new_id};
use postil_core::attribute::{Attributes, Value};
use postil_core::scheme::{AttributeKind, Scheme, ValueKind};
use postil_formats::value::{of_texts, texts};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What has attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    /// Spans, by their label.
    Label,
    /// Links, by their kind.
    Link,
}

impl Bearer {
    /// The attributes of a label or link; `None` where the scheme has no such
    /// one.
    #[must_use]
    pub fn attributes<'a>(self, scheme: &'a Scheme, id: &str) -> Option<&'a [AttributeKind]> {
        match self {
            Self::Label => scheme.label(id).map(|label| label.attributes.as_slice()),
            Self::Link => scheme.link(id).map(|link| link.attributes.as_slice()),
        }
    }
}

/// What a mapping calls an attribute: the label or link before it, both as in
/// the files.
#[must_use]
pub fn attribute_name(owner: &str, attribute: &str) -> String {
    format!("{owner}.{attribute}")
}

/// What a mapping calls a value, as in the files.
#[must_use]
pub fn value_name(owner: &str, attribute: &str, value: &str) -> String {
    format!("{owner}.{attribute}.{value}")
}

/// The words of a value: one for each choice; yes and no have theirs.
#[must_use]
pub fn words(value: &Value) -> Vec<String> {
    match value {
        Value::YesNo(_) => vec![value.as_line()],
        Value::One(text) => vec![text.clone()],
        Value::Several(values) => values.clone(),
    }
}

/// The ids and titles of what an attribute offers to choose.
#[must_use]
pub fn offered(kind: &AttributeKind) -> Vec<(&str, &str)> {
    if kind.kind == ValueKind::YesNo {
        return vec![("yes", "yes"), ("no", "no")];
    }
    let live = kind.values.iter().filter(|choice| !choice.retired);
    live.map(|choice| (choice.id.as_str(), choice.title.as_str()))
        .collect()
}

/// Whether an attribute may have the value that a word of a file stands for.
#[must_use]
pub fn has(kind: &AttributeKind, word: &str) -> bool {
    match kind.kind {
        ValueKind::YesNo => matches!(word, "yes" | "no" | "true" | "false"),
        ValueKind::Choices => kind.accepts(&Value::Several(vec![word.to_owned()])),
        _ => kind.accepts(&Value::One(word.to_owned())),
    }
}

/// Whether its values are a list that can grow.
const fn is_list(kind: &AttributeKind) -> bool {
    matches!(kind.kind, ValueKind::Choice | ValueKind::Choices)
}

/// What a label or link of the files becomes, with its attributes there.
#[derive(Clone, Debug)]
pub struct Home<'a> {
    /// Its id in the project.
    pub id: String,
    /// Its attributes in the scheme.
    pub attributes: &'a [AttributeKind],
    /// The scheme has it, or will have it.
    pub is_known: bool,
}

impl<'a> Home<'a> {
    /// The attribute `id`.
    #[must_use]
    pub fn attribute(&self, id: &str) -> Option<&'a AttributeKind> {
        self.attributes.iter().find(|kind| kind.id == id)
    }
}

impl Mapping {
    /// What a label or link becomes; `None` where it is left out.
    #[must_use]
    pub fn home<'a>(&self, owner: Bearer, name: &str, scheme: &'a Scheme) -> Option<Home<'a>> {
        let becomes = match owner {
            Bearer::Label => self.label(name, scheme),
            Bearer::Link => self.link(name, scheme),
        };
        let is_new = becomes == Becomes::New;
        let id = match becomes {
            Becomes::Same => name.to_owned(),
            Becomes::Ours(id) => id,
            Becomes::New => new_id(name),
            Becomes::Nothing => return None,
        };
        let attributes = owner.attributes(scheme, &id);
        Some(Home {
            id,
            is_known: is_new || attributes.is_some(),
            attributes: attributes.unwrap_or_default(),
        })
    }

    /// What becomes of an attribute. A label that stays unknown to the scheme
    /// can have no new one.
    #[must_use]
    pub fn attribute(&self, owner: &str, name: &str, home: &Home<'_>) -> Becomes {
        let chosen = self.attributes.get(&attribute_name(owner, name));
        match self.becomes(chosen, home.attribute(name).is_some()) {
            Becomes::New if !home.is_known => Becomes::Same,
            becomes => becomes,
        }
    }

    /// What becomes of a value, where `kind` is what its attribute becomes.
    /// Only a list of values takes new ones.
    #[must_use]
    pub fn value(
        &self,
        owner: &str,
        attribute: &str,
        word: &str,
        kind: Option<&AttributeKind>,
    ) -> Becomes {
        let chosen = self.values.get(&value_name(owner, attribute, word));
        let known = kind.is_none_or(|kind| has(kind, word));
        match self.becomes(chosen, known) {
            Becomes::New if !kind.is_some_and(is_list) => Becomes::Same,
            becomes => becomes,
        }
    }

    /// Renames the values of a span or link, which still has the name `owner`.
    pub(super) fn rename_values(
        &self,
        (owner, name): (Bearer, &str),
        values: &mut Attributes,
        scheme: &Scheme,
        left_out: &mut LeftOut,
    ) {
        if values.is_empty() {
            return;
        }
        let Some(home) = self.home(owner, name, scheme) else {
            return;
        };
        let mut renamed: Attributes = BTreeMap::new();
        for (attribute, mut set) in std::mem::take(values) {
            let becomes = self.attribute(name, &attribute, &home);
            let is_new = becomes == Becomes::New;
            let id = match becomes {
                Becomes::Same => attribute.clone(),
                Becomes::Ours(id) => id,
                Becomes::New => new_id(&attribute),
                Becomes::Nothing => {
                    left_out.values += 1;
                    continue;
                }
            };
            let kind = home.attribute(&id);
            let given = words(&set.value);
            let mut kept: Vec<String> = Vec::with_capacity(given.len());
            for word in &given {
                let word = match self.value(name, &attribute, word, kind) {
                    // The values of a list are ids.
                    Becomes::Same if is_new && matches!(set.value, Value::Several(_)) => {
                        new_id(word)
                    }
                    Becomes::Same => word.clone(),
                    Becomes::Ours(id) => id,
                    Becomes::New => new_id(word),
                    Becomes::Nothing => continue,
                };
                if !kept.contains(&word) {
                    kept.push(word);
                }
            }
            if kept.is_empty() && !given.is_empty() {
                left_out.values += 1;
                continue;
            }
            if kept != given {
                set.value = of_words(kind, kept, &set.value);
            } else if id != attribute || home.id != name {
                // What the file could not know of the value, the scheme says.
                set.value = match kind {
                    Some(_) => of_texts(kind, texts(&set.value)),
                    None => set.value,
                };
            }
            match renamed.entry(id) {
                Entry::Vacant(free) => drop(free.insert(set)),
                // Two that become one: the first stays.
                Entry::Occupied(_) => left_out.values += 1,
            }
        }
        *values = renamed;
    }
}

/// The value that words stand for, in place of `before`.
fn of_words(kind: Option<&AttributeKind>, mut words: Vec<String>, before: &Value) -> Value {
    let kind = kind.map(|kind| kind.kind);
    let several = matches!(before, Value::Several(_)) && kind.is_none();
    match (kind, words.as_slice()) {
        (Some(ValueKind::YesNo), [word]) if word == "yes" => Value::YesNo(true),
        (Some(ValueKind::YesNo), [word]) if word == "no" => Value::YesNo(false),
        (Some(ValueKind::Choices), _) => Value::Several(words),
        (_, [_]) if !several => Value::One(words.swap_remove(0)),
        _ => Value::Several(words),
    }
}
