//! Spans: marked text with a label.

use crate::attribute::Attributes;
use crate::id::{EntityId, LayerId, SpanId, Uid};
use crate::text::{CodePoint, Extent, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A stretch of text, or several, that one label marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Row id.
    pub id: SpanId,
    /// Uid.
    pub uid: Uid,
    /// The layer it belongs to.
    pub layer: LayerId,
    /// Label id of the scheme.
    pub label: String,
    /// At least one; sorted, disjoint, not empty, not touching.
    pub fragments: Vec<Fragment>,
    /// Values by attribute id.
    pub attributes: Attributes,
    /// Whom or what it mentions.
    pub entity: Option<EntityId>,
    /// Free text.
    pub note: String,
    /// Flags.
    pub flags: BTreeSet<Flag>,
    /// The version of the scheme it was last checked under.
    pub scheme_version: u32,
}

/// A continuous part of a span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fragment {
    /// First code point.
    pub start: CodePoint,
    /// One past the last code point.
    pub end: CodePoint,
    /// The text between them, kept so that a shift can never go unseen.
    pub quote: String,
}

/// What a person or an import noted of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The annotator is not sure.
    Unsure,
    /// A question for the team is open.
    Question,
    /// An imported boundary lies inside a grapheme.
    CutsGrapheme,
    /// A correction changed the text that it marks, and nobody has looked since.
    TextChanged,
}

impl Fragment {
    /// Where it lies.
    #[must_use]
    pub const fn extent(&self) -> Extent {
        Extent {
            start: self.start,
            end: self.end,
        }
    }
}

impl Span {
    /// The extents of the fragments, in text order.
    pub fn extents(&self) -> impl Iterator<Item = Extent> + '_ {
        self.fragments.iter().map(Fragment::extent)
    }

    /// From the first fragment's start to the last one's end. Empty at 0 for a
    /// span without fragments, which no stored span is.
    #[must_use]
    pub fn hull(&self) -> Extent {
        match (self.fragments.first(), self.fragments.last()) {
            (Some(first), Some(last)) => Extent {
                start: first.start,
                end: last.end,
            },
            _ => Extent {
                start: CodePoint(0),
                end: CodePoint(0),
            },
        }
    }

    /// Whether the position lies in one of the fragments.
    #[must_use]
    pub fn contains(&self, position: CodePoint) -> bool {
        self.extents().any(|extent| extent.contains(position))
    }

    /// Whether every fragment of `other` lies inside a fragment of this span.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        !other.fragments.is_empty()
            && other
                .extents()
                .all(|inner| self.extents().any(|outer| outer.contains_extent(inner)))
    }

    /// The quotes in text order, joined by " … ".
    #[must_use]
    pub fn quote(&self) -> String {
        let quotes: Vec<&str> = self
            .fragments
            .iter()
            .map(|fragment| fragment.quote.as_str())
            .collect();
        quotes.join(" … ")
    }
}

/// Sorts extents, drops empty ones, merges those that overlap or touch.
#[must_use]
pub fn tidy(mut extents: Vec<Extent>) -> Vec<Extent> {
    extents.retain(|extent| extent.start < extent.end);
    extents.sort_by_key(|extent| (extent.start, extent.end));
    let mut tidied: Vec<Extent> = Vec::with_capacity(extents.len());
    for extent in extents {
        match tidied.last_mut() {
            Some(last) if extent.start <= last.end => last.end = last.end.max(extent.end),
            _ => tidied.push(extent),
        }
    }
    tidied
}

/// The fragments of tidied extents with their quotes; `None` if one lies
/// outside the text or nothing is left.
#[must_use]
pub fn fragments(text: &Text, extents: Vec<Extent>) -> Option<Vec<Fragment>> {
    let tidied = tidy(extents);
    if tidied.is_empty() {
        return None;
    }
    tidied
        .into_iter()
        .map(|extent| {
            let quote = text.slice(extent)?.to_owned();
            Some(Fragment {
                start: extent.start,
                end: extent.end,
                quote,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(start: u32, end: u32) -> Extent {
        Extent {
            start: CodePoint(start),
            end: CodePoint(end),
        }
    }

    #[test]
    fn tidying_merges_what_overlaps_or_touches_and_drops_the_empty() {
        let tidied = tidy(vec![
            extent(8, 9),
            extent(0, 3),
            extent(3, 5),
            extent(4, 4),
            extent(8, 12),
        ]);
        assert_eq!(tidied, vec![extent(0, 5), extent(8, 12)]);
    }

    #[test]
    fn fragments_carry_their_quotes_in_code_points() {
        let text = Text::new("a😀b 北京".to_owned());
        let found = fragments(&text, vec![extent(4, 6), extent(1, 2)]).unwrap();
        let quotes: Vec<_> = found
            .iter()
            .map(|fragment| fragment.quote.as_str())
            .collect();
        assert_eq!(quotes, ["😀", "北京"]);
        assert!(fragments(&text, vec![extent(4, 7)]).is_none());
        assert!(fragments(&text, vec![extent(4, 4)]).is_none());
    }
}
