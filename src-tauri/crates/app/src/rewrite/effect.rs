//! What becomes of a part of the scheme that is in use and gone.

use super::usage::Usage;
use crate::problem::Problem;
use postil_core::scheme::{Owner, Part, Scheme};
use postil_store::Edits;

/// What becomes of a part that is in use and gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The part.
    pub part: Part,
    /// What takes its place; `None` keeps it as retired.
    pub instead: Option<String>,
    /// Whether a person decided.
    pub decided: bool,
    /// Spans that have it as their label.
    pub spans: u32,
    /// Links that are of it.
    pub links: u32,
    /// Values that are of it, or are it.
    pub values: u32,
    /// Articles in which it is used, those in the bin too.
    pub articles: u32,
    /// Values that found no place under what takes its place.
    pub lost_values: u32,
    /// Links that the scheme does not allow there.
    pub lost_links: u32,
}

impl Effect {
    pub(super) fn new(
        edits: &Edits<'_>,
        part: Part,
        usage: &Usage,
        decided: Option<&Option<String>>,
    ) -> Result<Self, Problem> {
        let (own, layers) = (usage.spans.len(), usage.layers.len());
        let (spans, links, values) = match part {
            Part::Label { .. } => (own, 0, 0),
            Part::Link { .. } => (0, usage.links.len(), 0),
            Part::Attribute { .. } | Part::Value { .. } => {
                let values = own.saturating_add(layers);
                (0, 0, values.saturating_add(usage.links.len()))
            }
        };
        Ok(Self {
            part,
            instead: decided.cloned().flatten(),
            decided: decided.is_some(),
            spans: counted(spans),
            links: counted(links),
            values: counted(values),
            articles: counted(usage.articles(edits)?.len()),
            lost_values: 0,
            lost_links: 0,
        })
    }
}

fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The ids that could take the place of a part: what the scheme offers in the
/// same list.
pub fn choices(scheme: &Scheme, part: &Part) -> Vec<String> {
    match part {
        Part::Label { .. } => {
            let offered = scheme.labels.iter();
            offered
                .filter(|label| !label.zone && !label.retired)
                .map(|label| label.id.clone())
                .collect()
        }
        Part::Link { .. } => {
            let offered = scheme.links.iter().filter(|link| !link.retired);
            offered.map(|link| link.id.clone()).collect()
        }
        Part::Attribute { .. } => {
            let kinds = scheme.attributes_of(part.owner()).iter();
            kinds
                .filter(|kind| !kind.retired)
                .map(|kind| kind.id.clone())
                .collect()
        }
        Part::Value { attribute, .. } => scheme
            .attribute(part.owner(), attribute)
            .map(|kind| {
                let values = kind.values.iter().filter(|value| !value.retired);
                values.map(|value| value.id.clone()).collect()
            })
            .unwrap_or_default(),
    }
}

/// The titles on the way to a part, such as "Claim › form › direct".
pub fn trail(scheme: &Scheme, part: &Part) -> String {
    let label_title = |id: &str| {
        scheme
            .label(id)
            .map_or_else(|| id.to_owned(), |label| titled(&label.title, &label.id))
    };
    let link_title = |id: &str| {
        scheme
            .link(id)
            .map_or_else(|| id.to_owned(), |link| titled(&link.title, &link.id))
    };
    let attribute_titles = |id: &str| {
        let kind = scheme.attribute(part.owner(), id);
        let own = kind.map_or_else(|| id.to_owned(), |kind| titled(&kind.title, &kind.id));
        match part.owner() {
            Owner::Label(label) => format!("{} › {own}", label_title(label)),
            Owner::Link(link) => format!("{} › {own}", link_title(link)),
            Owner::Article => own,
        }
    };
    match part {
        Part::Label { label } => label_title(label),
        Part::Link { link } => link_title(link),
        Part::Attribute { attribute, .. } => attribute_titles(attribute),
        Part::Value {
            attribute, value, ..
        } => {
            let kind = scheme.attribute(part.owner(), attribute);
            let own = kind
                .and_then(|kind| kind.values.iter().find(|choice| choice.id == *value))
                .map_or_else(|| value.clone(), |own| titled(&own.title, &own.id));
            format!("{} › {own}", attribute_titles(attribute))
        }
    }
}

/// A title as it is shown: the id where it is empty.
pub fn titled(title: &str, id: &str) -> String {
    if title.trim().is_empty() {
        id.replace('_', " ")
    } else {
        title.to_owned()
    }
}
