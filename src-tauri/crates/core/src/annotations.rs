//! The spans and links of one layer in memory, kept in step with the project
//! by applying its changes.

mod neighbours;

use crate::change::{Change, Row};
use crate::id::{LinkId, SpanId};
use crate::link::Link;
use crate::span::Span;
use crate::text::{CodePoint, Extent};
use neighbours::Neighbours;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

/// The spans and links of one layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    spans: BTreeMap<SpanId, Span>,
    links: BTreeMap<LinkId, Link>,
    neighbours: Neighbours,
    /// How many spans have a label.
    counts: BTreeMap<String, usize>,
    /// Links by the span they start from.
    from: BTreeMap<SpanId, BTreeSet<LinkId>>,
    /// Links by the span they point to.
    to: BTreeMap<SpanId, BTreeSet<LinkId>>,
}

impl Annotations {
    /// The spans and links of a layer.
    pub fn new(
        spans: impl IntoIterator<Item = Span>,
        links: impl IntoIterator<Item = Link>,
    ) -> Self {
        let mut annotations = Self::default();
        for span in spans {
            annotations.put_span(span);
        }
        for link in links {
            annotations.put_link(link);
        }
        annotations
    }

    /// Adds or replaces a span.
    pub fn put_span(&mut self, span: Span) {
        self.remove_span(span.id);
        self.neighbours.insert(&span);
        *self.counts.entry(span.label.clone()).or_default() += 1;
        self.spans.insert(span.id, span);
    }

    /// Adds or replaces a link.
    pub fn put_link(&mut self, link: Link) {
        self.remove_link(link.id);
        self.from.entry(link.head).or_default().insert(link.id);
        if let Some(tail) = link.target.span() {
            self.to.entry(tail).or_default().insert(link.id);
        }
        self.links.insert(link.id, link);
    }

    /// Takes a span away; its links are separate changes.
    pub fn remove_span(&mut self, id: SpanId) {
        if let Some(span) = self.spans.remove(&id) {
            self.neighbours.remove(&span);
            if let Entry::Occupied(mut count) = self.counts.entry(span.label) {
                *count.get_mut() -= 1;
                if *count.get() == 0 {
                    count.remove();
                }
            }
        }
    }

    /// Takes a link away.
    pub fn remove_link(&mut self, id: LinkId) {
        let Some(link) = self.links.remove(&id) else {
            return;
        };
        if let Some(ids) = self.from.get_mut(&link.head) {
            ids.remove(&id);
        }
        if let Some(ids) = link.target.span().and_then(|tail| self.to.get_mut(&tail)) {
            ids.remove(&id);
        }
    }

    /// Follows a change of a span or link; other rows are none of its
    /// business.
    pub fn apply(&mut self, change: &Change) {
        match (&change.before, &change.after) {
            (_, Some(Row::Span(span))) => self.put_span(span.clone()),
            (_, Some(Row::Link(link))) => self.put_link(link.clone()),
            (Some(Row::Span(span)), None) => self.remove_span(span.id),
            (Some(Row::Link(link)), None) => self.remove_link(link.id),
            _ => {}
        }
    }

    /// A span.
    #[must_use]
    pub fn span(&self, id: SpanId) -> Option<&Span> {
        self.spans.get(&id)
    }

    /// A link.
    #[must_use]
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        self.links.get(&id)
    }

    /// All spans, by id.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.spans.values()
    }

    /// Spans whose hull overlaps or touches a stretch of text, by id.
    pub fn near(&self, extent: Extent) -> impl Iterator<Item = &Span> {
        self.neighbours
            .around(extent)
            .into_iter()
            .filter_map(|id| self.spans.get(&id))
            .filter(move |span| {
                let hull = span.hull();
                hull.start <= extent.end && extent.start <= hull.end
            })
    }

    /// All links, by id.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.values()
    }

    /// Links that start from a span, by id.
    pub fn links_from(&self, head: SpanId) -> impl Iterator<Item = &Link> {
        self.from
            .get(&head)
            .into_iter()
            .flatten()
            .filter_map(|id| self.links.get(id))
    }

    /// Links that point to a span, by id.
    pub fn links_to(&self, tail: SpanId) -> impl Iterator<Item = &Link> {
        self.to
            .get(&tail)
            .into_iter()
            .flatten()
            .filter_map(|id| self.links.get(id))
    }

    /// The links of one kind that start from a span.
    pub fn slot<'a>(&'a self, head: SpanId, kind: &'a str) -> impl Iterator<Item = &'a Link> {
        self.links_from(head).filter(move |link| link.kind == kind)
    }

    /// Spans with one of the labels.
    pub fn labelled<'a>(&'a self, labels: &'a [String]) -> impl Iterator<Item = &'a Span> {
        self.spans()
            .filter(move |span| labels.contains(&span.label))
    }

    /// How many spans have a label.
    #[must_use]
    pub fn count(&self, label: &str) -> usize {
        self.counts.get(label).copied().unwrap_or(0)
    }

    /// The span with exactly this label and these fragments.
    #[must_use]
    pub fn same(&self, label: &str, extents: &[Extent]) -> Option<&Span> {
        self.near(*extents.first()?)
            .find(|span| span.label == label && span.extents().eq(extents.iter().copied()))
    }

    /// The shortest span with one of the labels at a position, its end
    /// included, because marking leaves the caret there.
    #[must_use]
    pub fn shortest_at(&self, labels: &[String], position: CodePoint) -> Option<&Span> {
        let here = Extent {
            start: position,
            end: position,
        };
        self.near(here)
            .filter(|span| labels.contains(&span.label))
            .filter(|span| {
                span.extents()
                    .any(|extent| extent.start <= position && position <= extent.end)
            })
            .min_by_key(|span| (span.hull().len(), span.id))
    }

    /// Spans with the label in text order: by start, longer ones first.
    #[must_use]
    pub fn in_order(&self, label: &str) -> Vec<&Span> {
        let mut spans: Vec<&Span> = self.spans().filter(|span| span.label == label).collect();
        spans.sort_by_key(|span| (span.hull().start, Reverse(span.hull().end), span.id));
        spans
    }

    /// The span with the same label before this one in text order.
    #[must_use]
    pub fn before(&self, span: &Span) -> Option<&Span> {
        let key = |span: &Span| (span.hull().start, Reverse(span.hull().end), span.id);
        self.spans()
            .filter(|other| other.label == span.label && key(other) < key(span))
            .max_by_key(|other| key(other))
    }
}
