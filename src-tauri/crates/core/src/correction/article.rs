//! An article's zones, languages and layers, carried to a corrected text.

use super::place::{Fate, Places};
use crate::bundle::{Bundle, LayerBundle};
use crate::document::Zone;
use crate::id::{LayerId, SpanId, Uid};
use crate::layer::LayerStatus;
use crate::link::{Link, Target};
use crate::span::{Flag, Span, fragments};
use crate::text::{CodePoint, Extent, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What goes along to the corrected text. Row ids are those of the old version, uids are
/// new.
#[derive(Debug)]
pub struct Carried {
    /// All layers, with their spans, links and questions.
    pub layers: Vec<LayerBundle>,
    /// Zones in text order.
    pub zones: Vec<Zone>,
    /// Languages that a person chose for paragraphs: the paragraph's number from 0, and the
    /// tag.
    pub languages: Vec<(usize, String)>,
    /// What it comes to.
    pub report: Report,
}

/// What a correction does to the annotations of an article.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// Spans whose text is the same.
    pub same: u32,
    /// Spans whose text changed or that cannot be carried, in text order.
    pub items: Vec<Item>,
    /// Links lost with a span at one of their ends.
    pub links_lost: u32,
    /// Links that lost the mention they pointed to and keep its entity.
    pub links_to_entity: u32,
    /// Questions lost with their span.
    pub questions_lost: u32,
    /// Zones of which nothing is left.
    pub zones_lost: u32,
    /// Layers that were done and are open again.
    pub reopened: u32,
}

/// A span that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The layer, by its row id in the old version.
    pub layer: LayerId,
    /// The span, by its row id in the old version.
    pub span: SpanId,
    /// The span's new uid; `None` if it cannot be carried.
    pub uid: Option<Uid>,
    /// Label id.
    pub label: String,
    /// What it said.
    pub before: String,
    /// What it says now; `None` if it cannot be carried.
    pub after: Option<String>,
    /// Where it lies in the new text; empty, and where it stood, if it cannot be carried.
    pub extent: Extent,
}

impl Report {
    /// How many spans were edited.
    #[must_use]
    pub fn changed(&self) -> usize {
        self.items
            .iter()
            .filter(|item| item.after.is_some())
            .count()
    }

    /// How many spans cannot be carried.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.items.len() - self.changed()
    }
}

/// Carries what belongs to `article`, whose text is `old`, to the text `new`. The
/// annotations of `article` itself stay as they are.
pub fn carry(article: &Bundle, old: &Text, new: &Text, mut uid: impl FnMut() -> Uid) -> Carried {
    let places = Places::new(old, new);
    let grows = places.difference().adds_paragraph(new);
    let mut report = Report::default();
    let layers = article
        .layers
        .iter()
        .map(|layer| {
            Carrying {
                places: &places,
                old,
                new,
                report: &mut report,
            }
            .layer(layer, grows, &mut uid)
        })
        .collect();
    let mut zones = Vec::with_capacity(article.zones.len());
    for zone in &article.zones {
        match places.fate(zone.extent()) {
            Fate::Same(there) | Fate::Changed(there) => zones.push(Zone {
                uid: uid(),
                start: there.start,
                end: there.end,
                ..zone.clone()
            }),
            Fate::Lost(_) => report.zones_lost += 1,
        }
    }
    zones.sort_by_key(|zone| (zone.start, zone.end));
    report
        .items
        .sort_by_key(|item| (item.extent.start, item.extent.end, item.span));
    Carried {
        layers,
        zones,
        languages: languages(article, &places, new),
        report,
    }
}

/// The tags that a person chose, by the paragraphs of the new text.
fn languages(article: &Bundle, places: &Places<'_>, new: &Text) -> Vec<(usize, String)> {
    let chosen: Vec<(Extent, &str)> = article
        .languages
        .iter()
        .filter(|mark| mark.by_hand)
        .filter_map(|mark| match places.fate(mark.extent?) {
            Fate::Same(there) | Fate::Changed(there) => Some((there, mark.tag.as_str())),
            Fate::Lost(_) => None,
        })
        .collect();
    if chosen.is_empty() {
        return Vec::new();
    }
    new.paragraphs()
        .enumerate()
        .filter_map(|(number, paragraph)| {
            let mut over = chosen.iter().filter(|(there, _)| there.overlaps(paragraph));
            over.next().map(|(_, tag)| (number, (*tag).to_owned()))
        })
        .collect()
}

struct Carrying<'a> {
    places: &'a Places<'a>,
    old: &'a Text,
    new: &'a Text,
    report: &'a mut Report,
}

impl Carrying<'_> {
    fn layer(
        mut self,
        layer: &LayerBundle,
        grows: bool,
        uid: &mut impl FnMut() -> Uid,
    ) -> LayerBundle {
        let before = self.report.items.len();
        let spans: Vec<Span> = layer
            .spans
            .iter()
            .filter_map(|span| self.span(span, uid))
            .collect();
        let there: BTreeSet<SpanId> = spans.iter().map(|span| span.id).collect();
        let questions = layer
            .questions
            .iter()
            .filter(|question| there.contains(&question.span))
            .cloned()
            .map(|mut question| {
                question.uid = uid();
                question
            })
            .collect::<Vec<_>>();
        self.report.questions_lost += count(layer.questions.len() - questions.len());
        let links = self.links(layer, &there, uid);
        let mut carried = LayerBundle {
            layer: layer.layer.clone(),
            annotator: layer.annotator.clone(),
            spans,
            links,
            questions,
        };
        carried.layer.uid = uid();
        let touched = grows || self.report.items.len() > before;
        if carried.layer.status == LayerStatus::Done && touched {
            carried.layer.status = LayerStatus::Started;
            self.report.reopened += 1;
        }
        carried
    }

    /// The span over the new text; `None` if nothing of it is left.
    fn span(&mut self, span: &Span, uid: &mut impl FnMut() -> Uid) -> Option<Span> {
        let mut extents = Vec::with_capacity(span.fragments.len());
        let mut stood = None;
        let mut same = true;
        for extent in span.extents() {
            match self.places.fate(extent) {
                Fate::Same(there) => extents.push(self.whole(extent, there)),
                Fate::Changed(there) => {
                    same = false;
                    extents.push(self.whole(extent, there));
                }
                Fate::Lost(at) => {
                    same = false;
                    stood = stood.or(Some(at));
                }
            }
        }
        let Some(fragments) = fragments(self.new, extents) else {
            let at = stood.unwrap_or(CodePoint(0));
            self.report(span, None, Extent { start: at, end: at });
            return None;
        };
        same &= fragments.len() == span.fragments.len()
            && fragments
                .iter()
                .zip(&span.fragments)
                .all(|(after, before)| after.quote == before.quote);
        let mut carried = Span {
            uid: uid(),
            fragments,
            ..span.clone()
        };
        if same {
            self.report.same += 1;
        } else {
            carried.flags.insert(Flag::TextChanged);
            self.report(span, Some(&carried), carried.hull());
        }
        Some(carried)
    }

    /// Widened where the new text put something into a grapheme at its ends.
    fn whole(&self, before: Extent, there: Extent) -> Extent {
        if self.old.widen_to_graphemes(before) == before {
            self.new.widen_to_graphemes(there)
        } else {
            there
        }
    }

    fn report(&mut self, before: &Span, after: Option<&Span>, extent: Extent) {
        self.report.items.push(Item {
            layer: before.layer,
            span: before.id,
            uid: after.map(|after| after.uid),
            label: before.label.clone(),
            before: before.quote(),
            after: after.map(Span::quote),
            extent,
        });
    }

    fn links(
        &mut self,
        layer: &LayerBundle,
        there: &BTreeSet<SpanId>,
        uid: &mut impl FnMut() -> Uid,
    ) -> Vec<Link> {
        let mut carried: Vec<Link> = Vec::with_capacity(layer.links.len());
        let mut to_entities: BTreeMap<(SpanId, &str), Vec<Target>> = BTreeMap::new();
        for link in &layer.links {
            if matches!(link.target, Target::Entity(_)) {
                let slot = to_entities.entry((link.head, &link.kind)).or_default();
                slot.push(link.target);
            }
        }
        for link in &layer.links {
            let mut target = link.target;
            if let Target::Mention { span, entity } = link.target
                && !there.contains(&span)
            {
                let slot = to_entities.entry((link.head, &link.kind)).or_default();
                let kept = entity
                    .map(Target::Entity)
                    .filter(|kept| !slot.contains(kept));
                // What a rule filled follows the text.
                let keeps = there.contains(&link.head) && !link.by_rule;
                let Some(kept) = kept.filter(|_| keeps) else {
                    self.report.links_lost += 1;
                    continue;
                };
                slot.push(kept);
                target = kept;
                self.report.links_to_entity += 1;
            }
            if !there.contains(&link.head) {
                self.report.links_lost += 1;
                continue;
            }
            carried.push(Link {
                uid: uid(),
                target,
                ..link.clone()
            });
        }
        carried
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
