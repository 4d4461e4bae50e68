//! Labels, links, attributes and values that an import adds to the scheme.

mod attributes;

use super::mapping::attributes::Bearer;
use super::mapping::{Becomes, Mapping, new_id};
use attributes::NewAttributes;
use postil_core::bundle::LayerBundle;
use postil_core::link::Target;
use postil_core::scheme::{Label, LinkKind, Role, Scheme, Shape};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Colours of labels that bring none: readable in every theme.
const COLOURS: [&str; 6] = [
    "#8a6cd4", "#1a8c9c", "#c0653a", "#6b8a2a", "#b8558f", "#5a7db8",
];

/// What links are called that point into the register.
const REGISTER: &str = "entity";

/// What was found under names that become new ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Additions {
    /// New ids, each with the name it had.
    labels: BTreeMap<String, String>,
    links: BTreeMap<String, Ends>,
    attributes: NewAttributes,
}

#[derive(Clone, Debug, Default)]
struct Ends {
    name: String,
    from: BTreeSet<String>,
    to: BTreeSet<String>,
}

impl Additions {
    /// Notes the names of a layer that become new ones; before the layer is
    /// renamed.
    pub fn look(&mut self, layer: &LayerBundle, mapping: &Mapping, scheme: &Scheme) {
        let mut labels = HashMap::new();
        for span in &layer.spans {
            let Some(home) = mapping.home(Bearer::Label, &span.label, scheme) else {
                continue;
            };
            let is_new = mapping.label(&span.label, scheme) == Becomes::New;
            if is_new && !self.labels.contains_key(&home.id) {
                self.labels.insert(home.id.clone(), span.label.clone());
            }
            let own = (Bearer::Label, span.label.as_str());
            self.attributes.look(own, &span.attributes, &home, mapping);
            labels.insert(span.id, home.id);
        }
        for link in &layer.links {
            let Some(head) = labels.get(&link.head) else {
                continue;
            };
            if let Some(home) = mapping.home(Bearer::Link, &link.kind, scheme) {
                let own = (Bearer::Link, link.kind.as_str());
                self.attributes.look(own, &link.attributes, &home, mapping);
            }
            if mapping.link(&link.kind, scheme) != Becomes::New {
                continue;
            }
            let ends = self.links.entry(new_id(&link.kind)).or_default();
            ends.name.clone_from(&link.kind);
            ends.from.insert(head.clone());
            match link.target {
                Target::Mention { span, .. } => ends.to.extend(labels.get(&span).cloned()),
                Target::Entity(_) => ends.to.extend([REGISTER.to_owned()]),
                Target::Special(_) => {}
            }
        }
    }

    /// Adds them to a scheme, as `theirs` has them where one of these does;
    /// answers how many it did not have.
    pub fn add_to(&self, scheme: &mut Scheme, theirs: &[Scheme]) -> usize {
        let before = scheme.labels.len() + scheme.links.len();
        for (id, name) in &self.labels {
            if scheme.label(id).is_some() {
                continue;
            }
            let known = theirs.iter().find_map(|scheme| scheme.label(name));
            let colour = COLOURS.get(scheme.labels.len() % COLOURS.len());
            let label = match known {
                Some(label) => Label {
                    id: id.clone(),
                    // A letter of theirs may be taken.
                    key: None,
                    ..label.clone()
                },
                None => new_label(id, name, colour.copied().unwrap_or_default()),
            };
            scheme.labels.push(label);
        }
        for (id, ends) in &self.links {
            let mut ends = ends.clone();
            ends.from.retain(|label| scheme.label(label).is_some());
            ends.to
                .retain(|label| label == REGISTER || scheme.label(label).is_some());
            if scheme.link(id).is_none() && !ends.from.is_empty() && !ends.to.is_empty() {
                scheme.links.push(new_link(id, &ends));
            }
        }
        let names = scheme.labels.len() + scheme.links.len() - before;
        names + self.attributes.add_to(scheme, theirs)
    }
}

fn new_label(id: &str, name: &str, colour: &str) -> Label {
    Label {
        id: id.to_owned(),
        title: name.to_owned(),
        key: None,
        colour: colour.to_owned(),
        shape: Shape::Solid,
        discontinuous: true,
        help: String::new(),
        attributes: Vec::new(),
        zone: false,
        role: Role::Other,
        examples: Vec::new(),
        counter_examples: Vec::new(),
        decisions: Vec::new(),
        retired: false,
        other: Default::default(),
    }
}

fn new_link(id: &str, ends: &Ends) -> LinkKind {
    LinkKind {
        id: id.to_owned(),
        title: ends.name.clone(),
        from: ends.from.iter().cloned().collect(),
        to: ends.to.iter().cloned().collect(),
        many: true,
        key: None,
        special: Vec::new(),
        rule: None,
        enabled: true,
        help: String::new(),
        examples: Vec::new(),
        counter_examples: Vec::new(),
        decisions: Vec::new(),
        retired: false,
        attributes: Vec::new(),
        other: Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil_core::scheme::DEFAULT;

    #[test]
    fn a_scheme_with_new_labels_and_links_is_accepted() {
        let mut scheme = Scheme::parse(DEFAULT).unwrap();
        let mut additions = Additions::default();
        for number in 0..COLOURS.len() {
            let name = format!("Their label {number}");
            additions.labels.insert(new_id(&name), name);
        }
        let ends = Ends {
            name: "Their link".to_owned(),
            from: BTreeSet::from(["Their_label_0".to_owned()]),
            to: BTreeSet::from(["claim".to_owned(), REGISTER.to_owned()]),
        };
        additions.links.insert(new_id(&ends.name), ends);
        assert_eq!(additions.add_to(&mut scheme, &[]), COLOURS.len() + 1);
        assert_eq!(
            scheme.label("Their_label_3").unwrap().title,
            "Their label 3"
        );
        let warned = scheme.faults();
        assert!(warned.is_empty(), "{warned:?}");
        let json = serde_json::to_string(&scheme).unwrap();
        assert_eq!(Scheme::accept(&json).unwrap(), scheme);
        assert_eq!(additions.add_to(&mut scheme, &[]), 0);
    }
}
