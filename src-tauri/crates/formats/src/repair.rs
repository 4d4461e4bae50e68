//! Offsets that do not fit their text: what they probably count.
//!
//! The words that a file states for a span are compared with the words that
//! its offsets cover. Where they differ for some, the whole article is tried
//! in other units, with other ends, shifted, and drifting, in this order. What
//! is found is applied only with the caller's consent.

use crate::loss::shortened;
use postil_core::text::{CodePoint, Extent, Text, Utf16, Utf16Extent};
use std::collections::BTreeMap;
use std::fmt;

/// The largest constant shift that is tried, in code points.
const LARGEST_SHIFT: i64 = 16;

/// How far from its place a drifting span is looked for, in code points.
const LARGEST_DRIFT: u32 = 64;

/// What the offsets of an article count, or what is wrong with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// They count UTF-16 units.
    Utf16,
    /// They count bytes of UTF-8.
    Bytes,
    /// Their ends name the last character instead of the one after it.
    LastIncluded,
    /// All are too high by this many code points, or too low where negative.
    Shift(i64),
    /// They are off by a number that changes from span to span.
    Drift,
    /// The words stated differ from those in the text in white space.
    WhiteSpace,
}

impl fmt::Display for Repair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utf16 => formatter.write_str("they count UTF-16 units"),
            Self::Bytes => formatter.write_str("they count bytes"),
            Self::LastIncluded => {
                formatter.write_str("their ends name the last character, not the one after it")
            }
            Self::Shift(by) if *by < 0 => write!(formatter, "they are {} too low", -by),
            Self::Shift(by) => write!(formatter, "they are {by} too high"),
            Self::Drift => formatter.write_str("they are off by a few, differently along the text"),
            Self::WhiteSpace => {
                formatter.write_str("the stated words have other white space than the text")
            }
        }
    }
}

/// Where a file says a stretch of text lies, and which words it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated<'a> {
    /// Start, in the file's unit.
    pub start: u32,
    /// End, in the file's unit.
    pub end: u32,
    /// Its words; `None` where the file does not say.
    pub words: Option<&'a str>,
}

/// Where the stretches of an article lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// One for each that was stated; `None` for one that was not found.
    pub extents: Vec<Option<Extent>>,
    /// What was wrong with the offsets, if anything.
    pub repair: Option<Repair>,
}

/// Finds where stretches lie.
#[must_use]
pub fn locate(text: &Text, stated: &[Stated<'_>]) -> Located {
    let shifts = (1..=LARGEST_SHIFT).flat_map(|by| [by, -by]);
    let tried = [None, Some(Repair::Utf16), Some(Repair::Bytes)]
        .into_iter()
        .chain([Some(Repair::LastIncluded)])
        .chain(shifts.map(|by| Some(Repair::Shift(by))));
    // Without words nothing tells one reading from another.
    let tell = stated.iter().any(|stated| stated.words.is_some());
    for repair in tried.take(if tell { usize::MAX } else { 1 }) {
        let extents: Vec<_> = stated
            .iter()
            .map(|stated| read_as(text, stated, repair).filter(|at| says(text, *at, stated)))
            .collect();
        if extents.iter().all(Option::is_some) || !tell {
            return Located { extents, repair };
        }
    }
    let folded: Vec<_> = stated
        .iter()
        .map(|stated| read_as(text, stated, None).filter(|at| says_folded(text, *at, stated)))
        .collect();
    if folded.iter().all(Option::is_some) {
        return Located {
            extents: folded,
            repair: Some(Repair::WhiteSpace),
        };
    }
    Located {
        extents: stated.iter().map(|stated| nearest(text, stated)).collect(),
        repair: Some(Repair::Drift),
    }
}

fn read_as(text: &Text, stated: &Stated<'_>, repair: Option<Repair>) -> Option<Extent> {
    let extent = match repair {
        None | Some(Repair::Drift | Repair::WhiteSpace) => Extent::of(stated.start, stated.end),
        Some(Repair::Utf16) => text.from_utf16_extent(Utf16Extent {
            start: Utf16(stated.start),
            end: Utf16(stated.end),
        })?,
        Some(Repair::Bytes) => Extent {
            start: text.code_point(usize::try_from(stated.start).ok()?)?,
            end: text.code_point(usize::try_from(stated.end).ok()?)?,
        },
        Some(Repair::LastIncluded) => Extent::of(stated.start, stated.end.checked_add(1)?),
        Some(Repair::Shift(by)) => {
            let moved = |at: u32| u32::try_from(i64::from(at) - by).ok();
            Extent::of(moved(stated.start)?, moved(stated.end)?)
        }
    };
    (!extent.is_empty() && extent.end <= text.end()).then_some(extent)
}

fn says(text: &Text, at: Extent, stated: &Stated<'_>) -> bool {
    stated
        .words
        .is_none_or(|words| text.slice(at) == Some(words))
}

fn says_folded(text: &Text, at: Extent, stated: &Stated<'_>) -> bool {
    let found = text.slice(at).unwrap_or_default();
    stated
        .words
        .is_none_or(|words| found.split_whitespace().eq(words.split_whitespace()))
}

/// Where the words of a stretch stand nearest to where it is said to be.
fn nearest(text: &Text, stated: &Stated<'_>) -> Option<Extent> {
    let Some(words) = stated.words.filter(|words| !words.is_empty()) else {
        return read_as(text, stated, None);
    };
    let length = u32::try_from(words.chars().count()).ok()?;
    let from = CodePoint(stated.start.saturating_sub(LARGEST_DRIFT));
    let most = stated
        .start
        .saturating_add(LARGEST_DRIFT)
        .saturating_add(length);
    let window = Extent {
        start: from,
        end: CodePoint(most.min(text.len())),
    };
    let shown = text.slice(window)?;
    let offset = text.byte(from)?;
    let places = shown.match_indices(words).filter_map(|(byte, _)| {
        let start = text.code_point(offset + byte)?;
        Some(Extent::of(start.0, start.0.checked_add(length)?))
    });
    places.min_by_key(|place| place.start.0.abs_diff(stated.start))
}

/// What was repaired, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    kinds: BTreeMap<Repair, Repaired>,
}

/// What was repaired in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// Articles.
    pub articles: usize,
    /// Spans of them.
    pub spans: usize,
    /// The titles of the first three, each cut to 80 characters.
    pub examples: Vec<String>,
}

impl Repairs {
    /// Notes an article.
    pub fn add(&mut self, repair: Repair, spans: usize, title: &str) {
        let kind = self.kinds.entry(repair).or_default();
        kind.articles += 1;
        kind.spans += spans;
        if kind.examples.len() < 3 {
            kind.examples.push(shortened(title));
        }
    }

    /// What was repaired, in the order of [`Repair`].
    pub fn iter(&self) -> impl Iterator<Item = (Repair, &Repaired)> {
        self.kinds
            .iter()
            .map(|(repair, repaired)| (*repair, repaired))
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "😀 «Нет», said Zoë. \nShe said no,\nand no 北京 again.";

    fn place(words: &str) -> (u32, u32) {
        let start = NEWS[..NEWS.find(words).unwrap()].chars().count();
        let end = start + words.chars().count();
        (u32::try_from(start).unwrap(), u32::try_from(end).unwrap())
    }

    /// All words, each end changed, found again.
    fn found(change: impl Fn(&str, u32, u32) -> (u32, u32)) -> Option<Repair> {
        let text = Text::from(NEWS);
        let words = ["«Нет»", "Zoë", "She said no", "北京", "again"];
        let places: Vec<_> = words.iter().map(|words| place(words)).collect();
        let stated: Vec<_> = words
            .iter()
            .zip(&places)
            .map(|(words, (start, end))| {
                let (start, end) = change(words, *start, *end);
                Stated {
                    start,
                    end,
                    words: Some(*words),
                }
            })
            .collect();
        let located = locate(&text, &stated);
        let right: Vec<_> = places
            .iter()
            .map(|(start, end)| Some(Extent::of(*start, *end)))
            .collect();
        assert_eq!(located.extents, right);
        located.repair
    }

    #[test]
    fn units_ends_and_shifts_are_told_apart() {
        let text = Text::from(NEWS);
        let utf16 = |at: u32| text.to_utf16(CodePoint(at)).unwrap().0;
        let bytes = |at: u32| u32::try_from(text.byte(CodePoint(at)).unwrap()).unwrap();
        assert_eq!(found(|_, start, end| (start, end)), None);
        assert_eq!(
            found(|_, start, end| (utf16(start), utf16(end))),
            Some(Repair::Utf16)
        );
        assert_eq!(
            found(|_, start, end| (bytes(start), bytes(end))),
            Some(Repair::Bytes)
        );
        assert_eq!(
            found(|_, start, end| (start, end - 1)),
            Some(Repair::LastIncluded)
        );
        assert_eq!(
            found(|_, start, end| (start + 2, end + 2)),
            Some(Repair::Shift(2))
        );
        assert_eq!(
            found(|_, start, end| (start - 2, end - 2)),
            Some(Repair::Shift(-2))
        );
        assert_eq!(
            found(|_, start, end| (start + start / 8, end + start / 8)),
            Some(Repair::Drift)
        );
    }

    #[test]
    fn other_white_space_is_seen_and_words_that_are_nowhere_are_not_found() {
        let text = Text::from(NEWS);
        let (start, _) = place("She said no,");
        let (_, end) = place("and no");
        let stated = |words| {
            [Stated {
                start,
                end,
                words: Some(words),
            }]
        };
        let located = locate(&text, &stated("She said no, and no"));
        assert_eq!(located.repair, Some(Repair::WhiteSpace));
        assert_eq!(located.extents, [Some(Extent::of(start, end))]);
        assert_eq!(locate(&text, &stated("He said yes")).extents, [None]);
    }

    #[test]
    fn nothing_is_guessed_without_words() {
        let text = Text::from("abc");
        let stated = [
            Stated {
                start: 1,
                end: 3,
                words: None,
            },
            Stated {
                start: 2,
                end: 9,
                words: None,
            },
        ];
        let located = locate(&text, &stated);
        assert_eq!(located.repair, None);
        assert_eq!(located.extents, [Some(Extent::of(1, 3)), None]);
    }
}
