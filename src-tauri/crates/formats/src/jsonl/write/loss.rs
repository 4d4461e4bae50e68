//! The little that a line cannot hold.

use crate::loss::{Losses, Lost, shortened};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::link::{Link, Target};
use std::collections::HashMap;

/// What would not be written of this article. Row ids, times, and what a
/// detector can find again are no loss.
#[must_use]
pub fn losses(bundle: &Bundle) -> Losses {
    let mut losses = Losses::new();
    let title = || bundle.document.title.clone();
    if bundle.document.version_of.is_some() {
        losses.add(Lost::VersionOf, title);
    }
    for mark in &bundle.languages {
        if mark.by_hand && mark.extent.is_some() {
            losses.add(Lost::ParagraphLanguageByHand, || {
                format!("{} ({})", title(), mark.tag)
            });
        }
    }
    for zone in &bundle.zones {
        if !zone.reason.is_empty() {
            losses.add(Lost::ZoneReason, || format!("{}: {}", title(), zone.reason));
        }
        if zone.by.is_some() {
            losses.add(Lost::ZoneDecider, || {
                format!("{} {}", title(), zone.extent())
            });
        }
    }
    for layer in &bundle.layers {
        of_layer(bundle, layer, &mut losses);
    }
    losses
}

fn of_layer(bundle: &Bundle, layer: &LayerBundle, losses: &mut Losses) {
    let whose = || format!("{}, {}", bundle.document.title, layer.annotator.name);
    for id in layer.layer.answers.keys() {
        losses.add(Lost::Answers, || format!("{}: {id}", whose()));
    }
    if layer.layer.active_ms > 0 {
        losses.add(Lost::ActiveTime, whose);
    }
    for span in &layer.spans {
        if span.scheme_version != bundle.scheme.version {
            losses.add(Lost::SpanSchemeVersion, || shortened(&span.quote()));
        }
    }
    for question in &layer.questions {
        losses.add(Lost::Question, || shortened(&question.text));
    }
    let entities: HashMap<_, _> = layer
        .spans
        .iter()
        .map(|span| (span.id, span.entity))
        .collect();
    for link in &layer.links {
        if link.attributes.values().any(|value| value.by_rule) {
            losses.add(Lost::LinkValueByRule, || described(link, layer));
        }
        if let Target::Mention { span, entity } = link.target
            && entities.get(&span).is_some_and(|own| *own != entity)
        {
            losses.add(Lost::KeptEntity, || described(link, layer));
        }
    }
}

/// The kind of a link and the words it starts from.
fn described(link: &Link, layer: &LayerBundle) -> String {
    let head = layer.spans.iter().find(|span| span.id == link.head);
    let words = head.map(postil_core::span::Span::quote).unwrap_or_default();
    format!("{}: {}", link.kind, shortened(&words))
}
