//! What the table of claims leaves out.

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

/// What would not be written of this article.
#[must_use]
pub fn losses(bundle: &Bundle, scheme: &Scheme) -> Losses {
    let mut losses = Losses::new();
    let title = || bundle.document.title.clone();
    losses.add(Lost::ArticleText, title);
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
    for layer in &bundle.layers {
        of_layer(layer, scheme, &mut losses);
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
    if layer.layer.active_ms > 0 {
        losses.add(Lost::ActiveTime, || layer.annotator.name.clone());
    }
    if !layer.layer.answers.is_empty() {
        losses.add(Lost::Answers, || layer.annotator.name.clone());
    }
}
