//! Which spans lie near each other: rules and marks ask for them at each edit,
//! and a book has tens of thousands of spans.

use crate::id::SpanId;
use crate::span::Span;
use crate::text::Extent;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Code points of text whose spans are kept together. Most spans are shorter.
const STRETCH: u32 = 1_024;

/// Spans by the stretches of text that their hulls touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Neighbours {
    stretches: BTreeMap<u32, BTreeSet<SpanId>>,
}

impl Neighbours {
    pub(super) fn insert(&mut self, span: &Span) {
        for stretch in touched(span.hull()) {
            self.stretches.entry(stretch).or_default().insert(span.id);
        }
    }

    pub(super) fn remove(&mut self, span: &Span) {
        for stretch in touched(span.hull()) {
            if let Some(ids) = self.stretches.get_mut(&stretch) {
                ids.remove(&span.id);
                if ids.is_empty() {
                    self.stretches.remove(&stretch);
                }
            }
        }
    }

    /// At least the spans whose hulls overlap or touch the extent.
    pub(super) fn around(&self, extent: Extent) -> BTreeSet<SpanId> {
        self.stretches
            .range(touched(extent))
            .flat_map(|(_, ids)| ids)
            .copied()
            .collect()
    }
}

/// The end counts, so that neighbours that touch meet.
fn touched(extent: Extent) -> RangeInclusive<u32> {
    extent.start.0 / STRETCH..=extent.end.0 / STRETCH
}

#[cfg(test)]
mod tests {
    use crate::annotations::Annotations;
    use crate::attribute::Attributes;
    use crate::id::{LayerId, SpanId, Uid};
    use crate::span::{Fragment, Span};
    use crate::text::{CodePoint, Extent};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn extent(start: u32, length: u32) -> Extent {
        Extent {
            start: CodePoint(start),
            end: CodePoint(start + length),
        }
    }

    fn span(id: u32, places: &[(u32, u32)]) -> Span {
        let mut fragments: Vec<Fragment> = places
            .iter()
            .map(|(start, length)| {
                let extent = extent(*start, *length);
                Fragment {
                    start: extent.start,
                    end: extent.end,
                    quote: String::new(),
                }
            })
            .collect();
        fragments.sort_by_key(|fragment| fragment.start);
        Span {
            id: SpanId(id),
            uid: Uid::from_bytes([0; 16]),
            layer: LayerId(1),
            label: "claim".to_owned(),
            fragments,
            attributes: Attributes::new(),
            entity: None,
            note: String::new(),
            flags: BTreeSet::new(),
            scheme_version: 1,
        }
    }

    proptest! {
        /// Put, replaced and removed in any order, near and far apart.
        #[test]
        fn near_is_what_a_plain_scan_finds(
            edits in prop::collection::vec(
                (0..12_u32, prop::collection::vec((0..9_000_u32, 1..3_000_u32), 0..3)),
                1..40,
            ),
            at in 0..10_000_u32,
            length in 0..2_500_u32,
        ) {
            let mut annotations = Annotations::default();
            for (id, places) in edits {
                if places.is_empty() {
                    annotations.remove_span(SpanId(id));
                } else {
                    annotations.put_span(span(id, &places));
                }
            }
            let asked = extent(at, length);
            let near: Vec<SpanId> = annotations.near(asked).map(|span| span.id).collect();
            let scanned: Vec<SpanId> = annotations
                .spans()
                .filter(|span| {
                    let hull = span.hull();
                    hull.start <= asked.end && asked.start <= hull.end
                })
                .map(|span| span.id)
                .collect();
            prop_assert_eq!(near, scanned);
            prop_assert_eq!(annotations.count("claim"), annotations.spans().count());
        }
    }
}
