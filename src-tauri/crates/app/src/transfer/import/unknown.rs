//! Labels, links, attributes and values of the articles that came in which
//! the scheme does not have.

use super::mapping::attributes::{Bearer, attribute_name, value_name};
use crate::view::message;
use crate::wire::Message;
use postil_core::attribute::{Attributes, Value};
use postil_core::bundle::LayerBundle;
use postil_core::scheme::{AttributeKind, Scheme};
use std::collections::{BTreeMap, BTreeSet};

/// Different values kept of one attribute.
const VALUES: usize = 50;

/// Names that are said.
const SAID: usize = 12;

/// What the scheme did not have before an import.
#[derive(Clone, Debug, Default)]
pub(super) struct Unknown {
    /// Labels and links, all of them.
    names: BTreeSet<String>,
    /// Values by the label or link and the attribute that have them.
    found: BTreeMap<(Bearer, String, String), Vec<Value>>,
}

impl Unknown {
    /// Notes what a layer has and the scheme has not.
    pub fn look(&mut self, layer: &LayerBundle, scheme: &Scheme) {
        let labels = layer.spans.iter().map(|span| &span.label);
        for name in labels.chain(layer.links.iter().map(|link| &link.kind)) {
            if !self.names.contains(name) {
                self.names.insert(name.clone());
            }
        }
        for span in &layer.spans {
            self.values(Bearer::Label, &span.label, &span.attributes, scheme);
        }
        for link in &layer.links {
            self.values(Bearer::Link, &link.kind, &link.attributes, scheme);
        }
    }

    fn values(&mut self, owner: Bearer, name: &str, values: &Attributes, scheme: &Scheme) {
        if values.is_empty() {
            return;
        }
        let kinds = owner.attributes(scheme, name).unwrap_or_default();
        for (attribute, set) in values {
            if kind(kinds, attribute).is_some_and(|kind| kind.accepts(&set.value)) {
                continue;
            }
            let key = (owner, name.to_owned(), attribute.clone());
            let found = self.found.entry(key).or_default();
            if found.len() < VALUES && !found.contains(&set.value) {
                found.push(set.value.clone());
            }
        }
    }

    /// What `scheme`, as it is after the import, still does not have.
    pub fn notes(&self, scheme: &Scheme) -> Vec<Message> {
        self.of_names(scheme)
            .into_iter()
            .chain(self.of_values(scheme))
            .collect()
    }

    fn of_names(&self, scheme: &Scheme) -> Option<Message> {
        let unknown: Vec<&str> = self
            .names
            .iter()
            .map(String::as_str)
            .filter(|name| scheme.label(name).is_none() && scheme.link(name).is_none())
            .collect();
        (!unknown.is_empty())
            .then(|| message("note-unknown-labels").with("labels", unknown.join(", ")))
    }

    fn of_values(&self, scheme: &Scheme) -> Option<Message> {
        let mut names = Vec::new();
        for ((owner, name, attribute), values) in &self.found {
            // The label is said where it is unknown itself.
            let Some(kinds) = owner.attributes(scheme, name) else {
                continue;
            };
            match kind(kinds, attribute) {
                None => names.push(attribute_name(name, attribute)),
                Some(kind) => {
                    let strange = values.iter().filter(|value| !kind.accepts(value));
                    names
                        .extend(strange.map(|value| value_name(name, attribute, &value.as_line())));
                }
            }
        }
        let count = super::counted(names.len());
        if names.len() > SAID {
            names.truncate(SAID);
            names.push("…".to_owned());
        }
        let said = || message("note-unknown-values").count("count", count);
        (count > 0).then(|| said().with("names", names.join(", ")))
    }
}

fn kind<'a>(kinds: &'a [AttributeKind], id: &str) -> Option<&'a AttributeKind> {
    kinds.iter().find(|kind| kind.id == id)
}
