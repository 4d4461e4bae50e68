//! What a format keeps of annotations, and so what an article would lose.

use crate::loss::{Losses, Lost, shortened};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::{Link, Target};
use postil_core::span::Span;
use std::collections::HashMap;

/// What a format keeps. Labels, places and words of spans are kept by all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Spans in several fragments.
    pub fragments: bool,
    /// Spans that share text with another one.
    pub overlaps: bool,
    /// Links between spans.
    pub links: bool,
    /// Links to an entity that is not mentioned.
    pub links_to_entities: bool,
    /// Links to the author, or to nobody.
    pub links_to_nobody: bool,
    /// Values and notes of links.
    pub link_details: bool,
    /// Values of spans.
    pub attributes: bool,
    /// Notes of spans.
    pub notes: bool,
    /// Flags of spans.
    pub flags: bool,
    /// Whom a span mentions.
    pub entities: bool,
    /// Metadata of articles, and their languages.
    pub metadata: bool,
    /// What kind of layer it is and how far it is.
    pub layers: bool,
}

impl Holds {
    /// What would not be written of an article.
    #[must_use]
    pub fn losses(&self, bundle: &Bundle) -> Losses {
        let mut losses = Losses::new();
        let title = || bundle.document.title.clone();
        if bundle.document.version_of.is_some() {
            losses.add(Lost::VersionOf, title);
        }
        if !self.metadata {
            for key in bundle.document.metadata.keys() {
                losses.add(Lost::Metadata, || format!("{}: {key}", title()));
            }
        }
        for mark in &bundle.languages {
            let what = match mark.extent {
                Some(_) => Lost::ParagraphLanguage,
                None if !self.metadata => Lost::Language,
                None => continue,
            };
            losses.add(what, || format!("{}: {}", title(), mark.tag));
        }
        for zone in &bundle.zones {
            losses.add(Lost::Zone, || format!("{} {}", title(), zone.extent()));
        }
        for entity in &bundle.entities {
            let named = self.entities && entity.aliases.is_empty() && entity.note.is_empty();
            if !named || !entity.attributes.is_empty() {
                losses.add(Lost::EntityDetail, || entity.name.clone());
            }
        }
        for layer in &bundle.layers {
            self.of_layer(bundle, layer, &mut losses);
        }
        losses
    }

    fn of_layer(&self, bundle: &Bundle, layer: &LayerBundle, losses: &mut Losses) {
        let whose = || format!("{}, {}", bundle.document.title, layer.annotator.name);
        for id in layer.layer.answers.keys() {
            losses.add(Lost::Answers, || format!("{}: {id}", whose()));
        }
        if layer.layer.active_ms > 0 {
            losses.add(Lost::ActiveTime, whose);
        }
        let plain =
            layer.layer.kind == LayerKind::Annotation && layer.layer.status == LayerStatus::Started;
        if !self.layers && !plain {
            losses.add(Lost::LayerState, whose);
        }
        for question in &layer.questions {
            losses.add(Lost::Question, || shortened(&question.text));
        }
        for span in &layer.spans {
            self.of_span(span, losses);
        }
        if !self.overlaps {
            overlaps(layer, losses);
        }
        let spans: HashMap<_, _> = layer.spans.iter().map(|span| (span.id, span)).collect();
        for link in &layer.links {
            let words = || {
                let head = spans.get(&link.head).map(|span| span.quote());
                format!("{}: {}", link.kind, shortened(&head.unwrap_or_default()))
            };
            self.of_link(link, &words, losses);
        }
    }

    fn of_span(&self, span: &Span, losses: &mut Losses) {
        let words = || shortened(&span.quote());
        if !self.fragments && span.fragments.len() > 1 {
            losses.add(Lost::Discontinuous, words);
        }
        for (id, attribute) in &span.attributes {
            if !self.attributes {
                losses.add(Lost::Attribute, || format!("{id}: {}", words()));
            } else if attribute.by_rule {
                losses.add(Lost::ByRule, || format!("{id}: {}", words()));
            }
        }
        if !self.notes && !span.note.is_empty() {
            losses.add(Lost::Note, || shortened(&span.note));
        }
        if !self.flags && !span.flags.is_empty() {
            losses.add(Lost::Flag, words);
        }
        if !self.entities && span.entity.is_some() {
            losses.add(Lost::Entity, words);
        }
    }

    fn of_link(&self, link: &Link, words: &dyn Fn() -> String, losses: &mut Losses) {
        let kept = match link.target {
            Target::Mention { .. } => self.links,
            Target::Entity(_) => self.links_to_entities,
            Target::Special(_) => self.links_to_nobody,
        };
        if !kept {
            let what = match link.target {
                Target::Mention { .. } => Lost::SpanLink,
                _ => Lost::OtherTarget,
            };
            losses.add(what, words);
            return;
        }
        let values = !link.attributes.is_empty() || !link.note.is_empty();
        if values && !self.link_details {
            losses.add(Lost::LinkDetail, words);
        }
        if link.by_rule {
            losses.add(Lost::ByRule, words);
        }
    }
}

/// Spans that lie in another one, or share text with one that starts before.
fn overlaps(layer: &LayerBundle, losses: &mut Losses) {
    let mut spans: Vec<&Span> = layer.spans.iter().collect();
    spans.sort_by_key(|span| {
        (
            span.hull().start,
            std::cmp::Reverse(span.hull().end),
            span.id,
        )
    });
    let mut outer: Option<&Span> = None;
    for span in spans {
        let words = || shortened(&span.quote());
        match outer {
            Some(before) if before.hull().contains_extent(span.hull()) => {
                losses.add(Lost::Nested, words);
            }
            Some(before) if before.hull().overlaps(span.hull()) => {
                losses.add(Lost::Overlapping, words);
                outer = Some(span);
            }
            _ => outer = Some(span),
        }
    }
}
