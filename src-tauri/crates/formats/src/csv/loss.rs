//! What the table of claims leaves out.

use super::{OWN_COLUMN, further_attributes};
use crate::loss::{Losses, Lost, shortened};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::id::SpanId;
use postil_core::scheme::{Role, Scheme};
use postil_core::span::Span;
use std::collections::{HashMap, HashSet};

/// Metadata that has a column.
const METADATA: &[&str] = &["outlet", "published"];

/// Link kinds that have a column, besides those to sources, cues and places.
const LINKS: &[&str] = &["addressed_to", "about", "part_of"];

/// What is known of entities that has a column.
const OF_ENTITIES: &[&str] = &[
    "role_title",
    "affiliation",
    "geonames",
    "wikidata",
    "lat",
    "lon",
];

/// What would not be written of this article.
#[must_use]
pub fn losses(bundle: &Bundle, scheme: &Scheme) -> Losses {
    let mut losses = Losses::new();
    let title = || bundle.document.title.clone();
    losses.add(Lost::ArticleText, title);
    if bundle.document.version_of.is_some() {
        losses.add(Lost::VersionOf, title);
    }
    let claims = bundle
        .layers
        .iter()
        .flat_map(|layer| &layer.spans)
        .filter(|span| is_claim(scheme, span));
    if claims.count() == 0 {
        losses.add(Lost::ArticleWithoutClaim, title);
    }
    for key in bundle.document.metadata.keys() {
        if !METADATA.contains(&key.as_str()) {
            losses.add(Lost::Metadata, || format!("{}: {key}", title()));
        }
    }
    for mark in &bundle.languages {
        if let Some(extent) = mark.extent {
            losses.add(Lost::ParagraphLanguage, || {
                format!("{} {extent}: {}", title(), mark.tag)
            });
        }
    }
    for zone in &bundle.zones {
        losses.add(Lost::Zone, || format!("{} {}", title(), zone.extent()));
    }
    for entity in &bundle.entities {
        let mut ids = entity.attributes.keys();
        let more = ids.any(|id| !OF_ENTITIES.contains(&id.as_str()));
        if more || !entity.aliases.is_empty() || !entity.note.is_empty() {
            losses.add(Lost::EntityDetail, || entity.name.clone());
        }
    }
    let columns = further_attributes(scheme);
    for layer in &bundle.layers {
        let whose = || format!("{}, {}", title(), layer.annotator.name);
        if layer.layer.active_ms > 0 {
            losses.add(Lost::ActiveTime, whose);
        }
        for id in layer.layer.answers.keys() {
            losses.add(Lost::Answers, || format!("{}: {id}", whose()));
        }
        of_layer(layer, scheme, &mut losses);
        for claim in layer.spans.iter().filter(|span| is_claim(scheme, span)) {
            for id in claim.attributes.keys() {
                if !OWN_COLUMN.contains(&id.as_str()) && !columns.contains(id) {
                    losses.add(Lost::Attribute, || {
                        format!("{id}: {}", shortened(&claim.quote()))
                    });
                }
            }
        }
    }
    losses
}

fn is_claim(scheme: &Scheme, span: &Span) -> bool {
    scheme.role(&span.label) == Role::Statement
}

fn of_layer(layer: &LayerBundle, scheme: &Scheme, losses: &mut Losses) {
    let source = scheme.source_link().map(|link| link.id.as_str());
    let roles: HashMap<SpanId, Role> = layer
        .spans
        .iter()
        .map(|span| (span.id, scheme.role(&span.label)))
        .collect();
    let role = |id: SpanId| roles.get(&id).copied().unwrap_or_default();
    let mut written: HashSet<SpanId> = HashSet::new();
    for link in &layer.links {
        let tail = link.target.span();
        let to_cue_or_place =
            tail.is_some_and(|tail| matches!(role(tail), Role::Cue | Role::Place));
        let has_column = Some(link.kind.as_str()) == source
            || LINKS.contains(&link.kind.as_str())
            || to_cue_or_place;
        if role(link.head) == Role::Statement && has_column {
            written.extend(tail);
            if link.by_rule {
                losses.add(Lost::ByRule, || link.kind.clone());
            }
        } else {
            losses.add(Lost::Link, || link.kind.clone());
        }
        if !link.note.is_empty() || !link.attributes.is_empty() {
            losses.add(Lost::LinkDetail, || format!("{}: {}", link.kind, link.note));
        }
    }
    for span in layer.spans.iter().filter(|span| !is_claim(scheme, span)) {
        let words = || shortened(&span.quote());
        if !written.contains(&span.id) {
            losses.add(Lost::UnlinkedSpan, words);
        }
        if !span.note.is_empty() || !span.attributes.is_empty() || !span.flags.is_empty() {
            losses.add(Lost::MentionDetail, words);
        }
    }
    for question in &layer.questions {
        losses.add(Lost::Question, || shortened(&question.text));
    }
}
