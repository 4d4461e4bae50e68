//! Attributes and values of files, and what they may become.

use super::{becomes, label, link};
use crate::commands::request::ImportAsked;
use crate::transfer::{
    Becomes, Found, Mapping, attribute_name, counted, has_value, likely, offered, value_name,
};
use crate::wire::{OurName, ValueFound};
use postil_core::scheme::{Scheme, ValueKind};

/// The attributes and the values that the scheme does not have, where their
/// labels and links become what is chosen or proposed.
pub(super) fn found(
    found: &Found,
    asked: &ImportAsked,
    scheme: &Scheme,
) -> (Vec<ValueFound>, Vec<ValueFound>) {
    let mapping = shown(found, asked, scheme);
    let (mut attributes, mut values) = (Vec::new(), Vec::new());
    for ((bearer, name, attribute), given) in &found.attributes {
        let Some(home) = mapping.home(*bearer, name, scheme) else {
            continue;
        };
        let mut becomes = Becomes::Same;
        if home.attribute(attribute).is_none() {
            let live = home.attributes.iter().filter(|kind| !kind.retired);
            let ours = live.map(|kind| (kind.id.as_str(), kind.title.as_str()));
            let id = attribute_name(name, attribute);
            let ours: Vec<(&str, &str)> = ours.collect();
            becomes = chosen(asked.attributes.get(&id), attribute, &ours, home.is_known);
            attributes.push(ValueFound {
                id,
                of: vec![name.clone()],
                name: attribute.clone(),
                count: counted(given.count),
                adds: home.is_known,
                ours: named(&ours),
                becomes: becomes.clone(),
            });
        }
        let kind = match &becomes {
            Becomes::Same => home.attribute(attribute),
            Becomes::Ours(id) => home.attribute(id),
            Becomes::New | Becomes::Nothing => None,
        };
        let Some(kind) = kind else { continue };
        let ours = offered(kind);
        let adds = matches!(kind.kind, ValueKind::Choice | ValueKind::Choices);
        for (word, count) in &given.words {
            if has_value(kind, word) {
                continue;
            }
            let id = value_name(name, attribute, word);
            values.push(ValueFound {
                of: vec![name.clone(), attribute.clone()],
                name: word.clone(),
                count: counted(*count),
                adds,
                ours: named(&ours),
                becomes: chosen(asked.values.get(&id), word, &ours, adds),
                id,
            });
        }
    }
    (attributes, values)
}

/// What becomes of labels and links as the table shows it.
fn shown(found: &Found, asked: &ImportAsked, scheme: &Scheme) -> Mapping {
    let labels = found.labels.keys().map(|name| {
        let becomes = becomes(name, &asked.labels, &|name| label(scheme, name));
        (name.clone(), becomes)
    });
    let links = found.kinds.keys().map(|name| {
        let becomes = becomes(name, &asked.links, &|name| link(scheme, name));
        (name.clone(), becomes)
    });
    Mapping {
        labels: labels.collect(),
        links: links.collect(),
        ..Mapping::default()
    }
}

/// What was chosen, as long as there is such a one, or else what is most
/// likely.
fn chosen(chosen: Option<&Becomes>, name: &str, ours: &[(&str, &str)], adds: bool) -> Becomes {
    match chosen {
        Some(Becomes::Ours(id)) if ours.iter().all(|(own, _)| own != id) => {}
        Some(Becomes::New) if !adds => {}
        Some(chosen) => return chosen.clone(),
        None => {}
    }
    match likely(name, ours.iter().copied()) {
        Some(id) => Becomes::Ours(id),
        None if adds => Becomes::New,
        None => Becomes::Same,
    }
}

fn named(ours: &[(&str, &str)]) -> Vec<OurName> {
    let ours = ours.iter().map(|(id, title)| OurName {
        id: (*id).to_owned(),
        title: (*title).to_owned(),
    });
    ours.collect()
}
