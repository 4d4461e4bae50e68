//! Claims that are parts of themselves: they come in as they are, and are
//! said.

use crate::transfer::counted;
use crate::view::message;
use crate::wire::Message;
use postil_core::bundle::Bundle;
use postil_core::link::circles;
use postil_core::scheme::Scheme;
use std::collections::{BTreeMap, BTreeSet};

/// Titles that are named.
const EXAMPLES: usize = 3;

/// Links that lead in a circle, by kind: which kinds make parts is known only
/// with the scheme, which comes after the articles.
#[derive(Default)]
pub(super) struct Circles {
    claims: BTreeMap<String, usize>,
    titles: BTreeMap<String, BTreeSet<String>>,
}

impl Circles {
    /// Looks an article through.
    pub fn look(&mut self, bundle: &Bundle) {
        for layer in &bundle.layers {
            let kinds: BTreeSet<&str> = layer.links.iter().map(|link| link.kind.as_str()).collect();
            for kind in kinds {
                let found = circles(layer.links.iter().filter(|link| link.kind == kind));
                if found.is_empty() {
                    continue;
                }
                let claims: usize = found.iter().map(Vec::len).sum();
                *self.claims.entry(kind.to_owned()).or_default() += claims;
                let titles = self.titles.entry(kind.to_owned()).or_default();
                if titles.len() < EXAMPLES {
                    titles.insert(bundle.document.title.clone());
                }
            }
        }
    }

    /// What there is to say of them.
    pub fn note(&self, scheme: &Scheme) -> Option<Message> {
        let kinds = scheme.links.iter().filter(|kind| kind.is_part_of());
        let kinds: Vec<&str> = kinds.map(|kind| kind.id.as_str()).collect();
        let claims: usize = kinds.iter().filter_map(|kind| self.claims.get(*kind)).sum();
        let titles = kinds.iter().filter_map(|kind| self.titles.get(*kind));
        let titles: BTreeSet<&str> = titles.flatten().map(String::as_str).collect();
        let titles: Vec<&str> = titles.into_iter().take(EXAMPLES).collect();
        (claims > 0).then(|| {
            message("note-parts-of-themselves")
                .count("count", counted(claims))
                .with("examples", titles.join("; "))
        })
    }
}
