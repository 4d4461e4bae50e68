//! Carries annotations from one scheme to the next.

use super::{AttributeKind, Owner, Part, Scheme, ValueKind};
use crate::attribute::{Attribute, Attributes, Value};
use crate::link::{Link, Target};
use crate::span::Span;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// How annotations go on under another scheme: what takes the place of parts
/// that it lacks.
#[derive(Clone, Debug)]
pub struct Carry<'a> {
    /// The scheme they were made under.
    pub old: &'a Scheme,
    /// The scheme they go on under.
    pub new: &'a Scheme,
    /// The ids that take the place of parts, which the new scheme has.
    pub instead: &'a BTreeMap<Part, String>,
}

impl Carry<'_> {
    /// The label that spans of a label have now.
    #[must_use]
    pub fn label<'s>(&'s self, label: &'s str) -> &'s str {
        let part = Part::Label {
            label: label.to_owned(),
        };
        self.instead.get(&part).map_or(label, String::as_str)
    }

    /// A span as it goes on, and how many of its values find no place.
    #[must_use]
    pub fn span(&self, span: &Span) -> (Span, u32) {
        let mut carried = span.clone();
        let label = self.label(&span.label);
        label.clone_into(&mut carried.label);
        let (attributes, lost) = self.values(
            Owner::Label(&span.label),
            Owner::Label(label),
            &span.attributes,
        );
        carried.attributes = attributes;
        (carried, lost)
    }

    /// Values of a label, a link kind or the article as they go on under
    /// another or the same, and how many find no place.
    #[must_use]
    pub fn values(
        &self,
        before: Owner<'_>,
        now: Owner<'_>,
        values: &Attributes,
    ) -> (Attributes, u32) {
        let mut carried = Attributes::new();
        let mut moved = Vec::new();
        for (id, attribute) in values {
            let instead = self.instead.get(&before.attribute(id));
            let value = self.replaced(before, id, &attribute.value);
            let value = Attribute {
                value,
                ..attribute.clone()
            };
            match instead {
                Some(other) => moved.push((other.clone(), value)),
                None => {
                    carried.insert(id.clone(), value);
                }
            }
        }
        let mut lost = 0_u32;
        for (id, value) in moved {
            match carried.entry(id) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                // What stands in the other field already stays.
                Entry::Occupied(_) => lost = lost.saturating_add(1),
            }
        }
        let kinds = self.new.attributes_of(now);
        let mut kept = Attributes::new();
        for (id, attribute) in carried {
            let kind = kinds.iter().find(|kind| kind.id == id);
            match kind.and_then(|kind| converted(kind, &attribute.value)) {
                Some(value) => {
                    kept.insert(id, Attribute { value, ..attribute });
                }
                // What never fitted, as an import may bring it, is left alone.
                None if before == now && !self.fitted(before, &id, &attribute.value) => {
                    kept.insert(id, attribute);
                }
                None => lost = lost.saturating_add(1),
            }
        }
        (kept, lost)
    }

    fn fitted(&self, owner: Owner<'_>, attribute: &str, value: &Value) -> bool {
        let kind = self.old.attribute(owner, attribute);
        kind.is_some_and(|kind| kind.accepts(value))
    }

    fn replaced(&self, owner: Owner<'_>, attribute: &str, value: &Value) -> Value {
        let by = |id: &String| {
            let part = owner.value(attribute, id);
            self.instead.get(&part).unwrap_or(id).clone()
        };
        match value {
            Value::One(id) => Value::One(by(id)),
            Value::Several(ids) => {
                let mut several: Vec<String> = Vec::with_capacity(ids.len());
                for id in ids.iter().map(by) {
                    if !several.contains(&id) {
                        several.push(id);
                    }
                }
                Value::Several(several)
            }
            Value::YesNo(answer) => Value::YesNo(*answer),
        }
    }

    /// The kind that links of a kind have now.
    #[must_use]
    pub fn link_kind<'s>(&'s self, kind: &'s str) -> &'s str {
        let part = Part::Link {
            link: kind.to_owned(),
        };
        self.instead.get(&part).map_or(kind, String::as_str)
    }

    /// A link as it goes on between spans of these labels (as they are now),
    /// and how many of its values find no place; `None` if the scheme allows
    /// no such link.
    #[must_use]
    pub fn link(&self, link: &Link, head: &str, tail: Option<&str>) -> Option<(Link, u32)> {
        let id = self.link_kind(&link.kind);
        let kind = self.new.link(id)?;
        let to = match (&link.target, tail) {
            (Target::Special(special), _) => kind.special.contains(special),
            (Target::Entity(_), _) => kind.to.iter().any(|to| to == "entity"),
            (Target::Mention { .. }, Some(tail)) => kind.to.iter().any(|to| to == tail),
            (Target::Mention { .. }, None) => false,
        };
        let from = kind.from.iter().any(|from| from == head);
        (from && to).then(|| {
            let (before, now) = (Owner::Link(&link.kind), Owner::Link(id));
            let (attributes, lost) = self.values(before, now, &link.attributes);
            let carried = Link {
                kind: id.to_owned(),
                attributes,
                ..link.clone()
            };
            (carried, lost)
        })
    }
}

/// A value as a kind has it: one choice becomes several and back, and
/// whatever is one text becomes a text. `None` if it does not fit.
fn converted(kind: &AttributeKind, value: &Value) -> Option<Value> {
    let fitting = match (kind.kind, value) {
        (ValueKind::Choices, Value::One(id)) => Value::Several(vec![id.clone()]),
        (ValueKind::Choice, Value::Several(ids)) => match ids.as_slice() {
            [only] => Value::One(only.clone()),
            _ => return None,
        },
        (ValueKind::Text | ValueKind::Vocabulary, Value::Several(_) | Value::YesNo(_)) => {
            return None;
        }
        (_, value) => value.clone(),
    };
    // A vocabulary has no list here, and a text no values.
    kind.accepts(&fitting).then_some(fitting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EntityId, LayerId, LinkId, SpanId, Uid};
    use crate::link::Special;
    use crate::scheme::DEFAULT;
    use std::collections::BTreeSet;

    fn span(label: &str, values: &[(&str, Value)]) -> Span {
        Span {
            id: SpanId(1),
            uid: Uid::at(1, &[0; 10]),
            layer: LayerId(1),
            label: label.to_owned(),
            fragments: Vec::new(),
            attributes: values
                .iter()
                .map(|(id, value)| ((*id).to_owned(), Attribute::by_hand(value.clone())))
                .collect(),
            entity: None,
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: 1,
        }
    }

    fn link(kind: &str, target: Target) -> Link {
        Link {
            id: LinkId(1),
            uid: Uid::at(2, &[0; 10]),
            layer: LayerId(1),
            kind: kind.to_owned(),
            head: SpanId(1),
            target,
            attributes: Attributes::new(),
            note: String::new(),
            by_rule: false,
        }
    }

    #[test]
    fn values_follow_their_replacement_and_those_without_place_are_counted() {
        let new = Scheme::parse(DEFAULT).unwrap();
        let mut old = new.clone();
        old.labels[0].attributes[3].kind = ValueKind::Text;
        let instead = BTreeMap::from([
            (
                Owner::Label("claim").value("statement", "rumour"),
                "fact".to_owned(),
            ),
            (
                Owner::Label("claim").attribute("subject"),
                "topic".to_owned(),
            ),
        ]);
        let carry = Carry {
            old: &old,
            new: &new,
            instead: &instead,
        };
        let (carried, lost) = carry.span(&span(
            "claim",
            &[
                ("statement", Value::from("rumour")),
                ("subject", Value::from("rain")),
                ("colour", Value::from("red")),
                (&old.labels[0].attributes[3].id, Value::from("perhaps")),
            ],
        ));
        assert_eq!(lost, 1);
        assert_eq!(carried.attributes["statement"].value, Value::from("fact"));
        assert_eq!(carried.attributes["topic"].value, Value::from("rain"));
        assert_eq!(carried.attributes["colour"].value, Value::from("red"));
        assert_eq!(carried.attributes.len(), 3);
    }

    #[test]
    fn a_label_takes_along_what_the_other_has_too() {
        let new = Scheme::parse(DEFAULT).unwrap();
        let label = Part::Label {
            label: "town".to_owned(),
        };
        let instead = BTreeMap::from([(label, "place".to_owned())]);
        let carry = Carry {
            old: &new,
            new: &new,
            instead: &instead,
        };
        let (carried, lost) = carry.span(&span(
            "town",
            &[
                ("sense", Value::from("literal")),
                ("form", Value::from("street")),
            ],
        ));
        assert_eq!((carried.label.as_str(), lost), ("place", 1));
        assert_eq!(carried.attributes["sense"].value, Value::from("literal"));
    }

    #[test]
    fn one_choice_becomes_several_and_back() {
        let mut new = Scheme::parse(DEFAULT).unwrap();
        new.labels[2].attributes[0].kind = ValueKind::Choices;
        let instead = BTreeMap::new();
        let carry = Carry {
            old: &new,
            new: &new,
            instead: &instead,
        };
        let (carried, lost) = carry.span(&span("cue", &[("type", Value::from("verb"))]));
        let several = Value::Several(vec!["verb".to_owned()]);
        assert_eq!((&carried.attributes["type"].value, lost), (&several, 0));
        let old = Scheme::parse(DEFAULT).unwrap();
        let back = Carry {
            old: &new,
            new: &old,
            instead: &instead,
        };
        assert_eq!(
            back.span(&carried).0,
            span("cue", &[("type", Value::from("verb"))])
        );
        let two = Value::Several(vec!["verb".to_owned(), "noun".to_owned()]);
        assert_eq!(back.span(&span("cue", &[("type", two)])).1, 1);
    }

    #[test]
    fn links_stay_where_the_scheme_allows_them() {
        let new = Scheme::parse(DEFAULT).unwrap();
        let gone = Part::Link {
            link: "told".to_owned(),
        };
        let instead = BTreeMap::from([(gone, "addressed_to".to_owned())]);
        let carry = Carry {
            old: &new,
            new: &new,
            instead: &instead,
        };
        let mention = Target::Mention {
            span: SpanId(2),
            entity: None,
        };
        let told = carry.link(&link("told", mention), "claim", Some("speaker"));
        assert_eq!(told.unwrap().0.kind, "addressed_to");
        assert_eq!(
            carry.link(&link("told", mention), "claim", Some("cue")),
            None
        );
        assert_eq!(
            carry.link(&link("told", mention), "cue", Some("speaker")),
            None
        );
        let entity = Target::Entity(EntityId(1));
        assert!(carry.link(&link("told", entity), "claim", None).is_some());
        let author = Target::Special(Special::Author);
        assert_eq!(carry.link(&link("told", author), "claim", None), None);
        assert!(
            carry
                .link(&link("said_by", author), "claim", None)
                .is_some()
        );
    }

    #[test]
    fn values_of_a_link_follow_their_replacement_as_those_of_a_span() {
        let mut old = Scheme::parse(DEFAULT).unwrap();
        let fields = &old.labels[0].attributes;
        let (form, statement) = (fields[0].clone(), fields[1].clone());
        old.links[0].attributes = vec![form.clone(), statement];
        let mut new = old.clone();
        new.links[0].attributes = vec![form];
        let kind = old.links[0].id.clone();
        let owner = Owner::Link(&kind);
        let instead = BTreeMap::from([(owner.value("form", "spoken"), "direct".to_owned())]);
        let carry = Carry {
            old: &old,
            new: &new,
            instead: &instead,
        };
        let mut said = link(&kind, Target::Special(Special::Author));
        for (id, value) in [("form", "spoken"), ("statement", "fact")] {
            let value = Attribute::by_hand(value);
            said.attributes.insert(id.to_owned(), value);
        }
        let (carried, lost) = carry.link(&said, "claim", None).unwrap();
        assert_eq!(lost, 1);
        assert_eq!(carried.attributes.len(), 1);
        assert_eq!(carried.attributes["form"].value, Value::from("direct"));
    }
}
