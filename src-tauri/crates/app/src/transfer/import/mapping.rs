//! What the labels and links of files become in the project.

pub mod attributes;

use attributes::Bearer;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::choice::Choice;
use postil_core::scheme::Scheme;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use ts_rs::TS;

/// What becomes of a name that files have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// It stays, whether the scheme has it or not.
    #[default]
    Same,
    /// This label, link, attribute or value of the scheme.
    Ours(String),
    /// A new one of the scheme.
    New,
    /// What has it is left out.
    Nothing,
}

/// What becomes of the names of files; those that are not here stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Labels of spans.
    pub labels: BTreeMap<String, Becomes>,
    /// Kinds of links.
    pub links: BTreeMap<String, Becomes>,
    /// Attributes of spans and links, by their
    /// [`attribute_name`](attributes::attribute_name).
    pub attributes: BTreeMap<String, Becomes>,
    /// Values of these, by their [`value_name`](attributes::value_name).
    pub values: BTreeMap<String, Becomes>,
    /// What becomes of all others that the scheme does not have.
    pub unknown: Becomes,
}

/// How much a mapping left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Spans.
    pub spans: usize,
    /// Links, those of left out spans too.
    pub links: usize,
    /// Values of what stays.
    pub values: usize,
}

impl Mapping {
    /// Whether everything stays as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The first name it maps onto that the scheme does not have.
    #[must_use]
    pub fn unknown_target(&self, scheme: &Scheme) -> Option<String> {
        let ours = |becomes: &Becomes| match becomes {
            Becomes::Ours(id) => Some(id.clone()),
            _ => None,
        };
        let label = |id: &String| scheme.label(id).is_none_or(|label| label.zone);
        let link = |id: &String| scheme.link(id).is_none();
        let kinds = || {
            let labels = scheme.labels.iter().flat_map(|label| &label.attributes);
            labels.chain(scheme.links.iter().flat_map(|link| &link.attributes))
        };
        let attribute = |id: &String| kinds().all(|kind| kind.id != *id);
        let value = |id: &String| {
            let mut offered = kinds().flat_map(attributes::offered);
            offered.all(|(value, _)| value != id)
        };
        let labels = self.labels.values().filter_map(ours).find(label);
        labels
            .or_else(|| self.links.values().filter_map(ours).find(link))
            .or_else(|| self.attributes.values().filter_map(ours).find(attribute))
            .or_else(|| self.values.values().filter_map(ours).find(value))
    }

    /// What becomes of a label.
    #[must_use]
    pub fn label(&self, name: &str, scheme: &Scheme) -> Becomes {
        let known = scheme.label(name).is_some();
        self.becomes(self.labels.get(name), known)
    }

    /// What becomes of a kind of link.
    #[must_use]
    pub fn link(&self, name: &str, scheme: &Scheme) -> Becomes {
        let known = scheme.link(name).is_some();
        self.becomes(self.links.get(name), known)
    }

    fn becomes(&self, chosen: Option<&Becomes>, known: bool) -> Becomes {
        match chosen {
            Some(becomes) => becomes.clone(),
            None if known => Becomes::Same,
            None => self.unknown.clone(),
        }
    }

    /// Renames the spans and links of an article, and takes away what is left
    /// out.
    pub fn apply(&self, article: Bundle, scheme: &Scheme, left_out: &mut LeftOut) -> Bundle {
        if self.is_empty() {
            return article;
        }
        let mut article = self.without(article, scheme, left_out);
        for layer in &mut article.layers {
            self.rename(layer, scheme, left_out);
        }
        article
    }

    fn without(&self, mut article: Bundle, scheme: &Scheme, left_out: &mut LeftOut) -> Bundle {
        let count = |article: &Bundle| LeftOut {
            spans: article.layers.iter().map(|layer| layer.spans.len()).sum(),
            links: article.layers.iter().map(|layer| layer.links.len()).sum(),
            values: 0,
        };
        let before = count(&article);
        for layer in &mut article.layers {
            layer
                .links
                .retain(|link| self.link(&link.kind, scheme) != Becomes::Nothing);
        }
        let spans = article.layers.iter().flat_map(|layer| &layer.spans);
        let labels: BTreeSet<String> = spans.map(|span| span.label.clone()).collect();
        let mut kept = labels.clone();
        kept.retain(|label| self.label(label, scheme) != Becomes::Nothing);
        if kept.len() < labels.len() {
            // A choice of no label lets all through; no label is empty.
            kept.insert(String::new());
            let choice = Choice {
                labels: kept,
                ..Choice::default()
            };
            article = choice.of(article.clone()).unwrap_or(article);
        }
        let after = count(&article);
        left_out.spans += before.spans - after.spans;
        left_out.links += before.links - after.links;
        article
    }

    fn rename(&self, layer: &mut LayerBundle, scheme: &Scheme, left_out: &mut LeftOut) {
        for span in &mut layer.spans {
            let own = (Bearer::Label, span.label.as_str());
            self.rename_values(own, &mut span.attributes, scheme, left_out);
            if let Some(label) = renamed(&span.label, &self.label(&span.label, scheme)) {
                span.label = label;
            }
        }
        for link in &mut layer.links {
            let own = (Bearer::Link, link.kind.as_str());
            self.rename_values(own, &mut link.attributes, scheme, left_out);
            if let Some(kind) = renamed(&link.kind, &self.link(&link.kind, scheme)) {
                link.kind = kind;
            }
        }
        // Two names that become one may say the same twice.
        let mut slots = HashSet::new();
        layer
            .links
            .retain(|link| slots.insert((link.head, link.kind.clone(), link.target)));
    }
}

fn renamed(name: &str, becomes: &Becomes) -> Option<String> {
    let becomes = match becomes {
        Becomes::Ours(id) => id.clone(),
        Becomes::New => new_id(name),
        Becomes::Same | Becomes::Nothing => return None,
    };
    (becomes != name).then_some(becomes)
}

/// The id that a name has as a label or link of a scheme.
#[must_use]
pub fn new_id(name: &str) -> String {
    let odd = |c: char| c.is_whitespace() || c.is_control() || c == '|';
    let id: String = name.chars().map(|c| if odd(c) { '_' } else { c }).collect();
    // What a link calls the register.
    match id.as_str() {
        "" => "_".to_owned(),
        "entity" => "entity_".to_owned(),
        _ => id,
    }
}

/// The id among `ours`, each with its title, that a name of a file most
/// likely means: the same letters and digits, whatever stands between them.
#[must_use]
pub fn likely<'a>(name: &str, ours: impl Iterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(name);
    let mut ours = ours.filter(|_| !wanted.is_empty());
    let found = ours.find(|(id, title)| plain(id) == wanted || plain(title) == wanted);
    found.map(|(id, _)| id.to_owned())
}
