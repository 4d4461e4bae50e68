//! Grapheme and word boundaries of UAX 29, line by line.
//!
//! A line feed is always a boundary on both sides, so a line is all that is ever read, and
//! of a long one only what lies around the position asked for.

mod clitic;

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::GraphemeClusterBreak;
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, WordSegmenter};

use super::Text;
use super::offsets::{CodePoint, Extent, count};

/// A word boundary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordBreak {
    /// Where it lies, in code points of the whole text.
    pub at: CodePoint,
    /// Whether what ends here is a word or a number, and not space or punctuation.
    pub word_before: bool,
}

/// A line, for work in bytes.
#[derive(Clone, Copy)]
pub(super) struct Line<'text> {
    pub(super) content: &'text str,
    pub(super) extent: Extent,
}

impl Line<'_> {
    /// The document positions of ascending bytes of the line.
    pub(super) fn positions(self, bytes: impl IntoIterator<Item = usize>) -> Vec<CodePoint> {
        let mut at = self.extent.start;
        let mut read = 0;
        bytes
            .into_iter()
            .map(|byte| {
                let between = self.content.get(read..byte).unwrap_or_default();
                at = CodePoint(at.0.saturating_add(count(between.chars().count())));
                read = byte;
                at
            })
            .collect()
    }
}

impl Text {
    pub(super) fn line(&self, number: usize) -> Option<Line<'_>> {
        let extent = self.line_extent(number)?;
        let content = self.slice(extent)?;
        Some(Line { content, extent })
    }

    /// The line that holds `at`, and the byte of `at` in it.
    pub(super) fn line_at(&self, at: CodePoint) -> Option<(Line<'_>, usize)> {
        let line = self.line(self.line_of(at)?)?;
        let byte = self.byte(at)?.checked_sub(self.byte(line.extent.start)?)?;
        Some((line, byte))
    }

    /// The position of a byte of `line`.
    pub(super) fn position_in(&self, line: Line<'_>, byte: usize) -> Option<CodePoint> {
        self.code_point(self.byte(line.extent.start)? + byte)
    }

    /// All grapheme boundaries of a line, its ends included. Empty when there is no such
    /// line, one position when the line is empty.
    #[must_use]
    pub fn grapheme_breaks(&self, line: usize) -> Vec<CodePoint> {
        let Some(line) = self.line(line) else {
            return Vec::new();
        };
        if line.content.is_empty() {
            return vec![line.extent.start];
        }
        line.positions(GraphemeClusterSegmenter::new().segment_str(line.content))
    }

    /// All word boundaries of a line, its ends included. Empty when there is no such line,
    /// one position when the line is empty.
    #[must_use]
    pub fn word_breaks(&self, line: usize) -> Vec<WordBreak> {
        let Some(line) = self.line(line) else {
            return Vec::new();
        };
        let breaks = word_breaks(line.content);
        let positions = line.positions(breaks.iter().map(|&(byte, _)| byte));
        positions
            .into_iter()
            .zip(breaks)
            .map(|(at, (_, word_before))| WordBreak { at, word_before })
            .collect()
    }

    /// Whether `at` does not cut a grapheme; `false` beyond the end.
    #[must_use]
    pub fn is_grapheme_boundary(&self, at: CodePoint) -> bool {
        self.cluster(at)
            .is_some_and(|cluster| cluster.start == at || cluster.end == at)
    }

    /// The smallest extent of whole graphemes that covers `extent`. An empty extent stays
    /// empty and moves to the start of its grapheme; what lies beyond the end is cut off.
    #[must_use]
    pub fn widen_to_graphemes(&self, extent: Extent) -> Extent {
        let start = extent.start.min(self.end());
        let start = self.cluster(start).map_or(start, |cluster| cluster.start);
        if extent.is_empty() {
            return Extent { start, end: start };
        }
        let end = extent.end.min(self.end());
        let end = self.cluster(end).map_or(end, |cluster| cluster.end);
        Extent { start, end }
    }

    /// The grapheme boundary after `at`; `None` at the end of the text and beyond.
    #[must_use]
    pub fn next_grapheme_break(&self, at: CodePoint) -> Option<CodePoint> {
        let after = CodePoint(at.0.checked_add(1)?);
        self.cluster(after).map(|cluster| cluster.end)
    }

    /// The grapheme boundary before `at`; `None` at the start of the text and beyond its end.
    #[must_use]
    pub fn previous_grapheme_break(&self, at: CodePoint) -> Option<CodePoint> {
        if at > self.end() {
            return None;
        }
        let before = CodePoint(at.0.checked_sub(1)?);
        self.cluster(before).map(|cluster| cluster.start)
    }

    /// The grapheme `at` lies inside; empty when `at` is a boundary.
    fn cluster(&self, at: CodePoint) -> Option<Extent> {
        let (line, byte) = self.line_at(at)?;
        let window = cluster_start(line.content, byte);
        let rest = line.content.get(window..)?;
        let (mut start, mut end) = (byte, byte);
        if byte > window && byte < line.content.len() {
            start = window;
            for offset in GraphemeClusterSegmenter::new().segment_str(rest) {
                end = window + offset;
                if end >= byte {
                    break;
                }
                start = end;
            }
            if end == byte {
                start = byte;
            }
        }
        Some(Extent {
            start: self.position_in(line, start)?,
            end: self.position_in(line, end)?,
        })
    }

    /// The word at a caret: the one it is in or before, else the one it is right after.
    #[must_use]
    pub fn word_at(&self, at: CodePoint) -> Option<Extent> {
        let (line, byte) = self.line_at(at)?;
        let window = word_window(line.content, byte);
        let breaks = word_breaks(line.content.get(window.clone())?);
        let mut touching = breaks.windows(2).filter_map(|pair| {
            let [(start, _), (end, word)] = pair else {
                return None;
            };
            let (start, end) = (window.start + start, window.start + end);
            (*word && start <= byte && byte <= end).then_some((start, end))
        });
        let first = touching.next()?;
        let (start, end) = touching.next().unwrap_or(first);
        Some(Extent {
            start: self.position_in(line, start)?,
            end: self.position_in(line, end)?,
        })
    }

    /// The word boundary after `at`; `None` at the end of the text and beyond.
    #[must_use]
    pub fn next_word_break(&self, at: CodePoint) -> Option<CodePoint> {
        let (line, byte) = self.line_at(at)?;
        if byte == line.content.len() {
            let after = CodePoint(at.0.checked_add(1)?);
            return (after <= self.end()).then_some(after);
        }
        let window = word_window(line.content, byte);
        let next = word_breaks(line.content.get(window.clone())?)
            .into_iter()
            .map(|(offset, _)| window.start + offset)
            .find(|&offset| offset > byte)?;
        self.position_in(line, next)
    }

    /// The word boundary before `at`; `None` at the start of the text and beyond its end.
    #[must_use]
    pub fn previous_word_break(&self, at: CodePoint) -> Option<CodePoint> {
        let (line, byte) = self.line_at(at)?;
        if byte == 0 {
            return at.0.checked_sub(1).map(CodePoint);
        }
        let window = word_window(line.content, byte);
        let previous = word_breaks(line.content.get(window.clone())?)
            .into_iter()
            .map(|(offset, _)| window.start + offset)
            .rfind(|&offset| offset < byte)?;
        self.position_in(line, previous)
    }

    /// The next end of a word after `at`, in this line or a later one.
    #[must_use]
    pub fn next_word_end(&self, at: CodePoint) -> Option<CodePoint> {
        let (mut line, mut byte) = self.line_at(at)?;
        loop {
            while byte < line.content.len() {
                let window = word_window(line.content, byte);
                let found = word_breaks(line.content.get(window.clone())?)
                    .into_iter()
                    .find(|&(offset, word)| word && window.start + offset > byte);
                if let Some((offset, _)) = found {
                    return self.position_in(line, window.start + offset);
                }
                byte = window.end;
            }
            line = self.line(self.line_of(line.extent.end)? + 1)?;
            byte = 0;
        }
    }

    /// The next start of a word before `at`, in this line or an earlier one.
    #[must_use]
    pub fn previous_word_start(&self, at: CodePoint) -> Option<CodePoint> {
        let (mut line, mut byte) = self.line_at(at)?;
        loop {
            while byte > 0 {
                let window = word_window(line.content, byte);
                let breaks = word_breaks(line.content.get(window.clone())?);
                let found = breaks.windows(2).rev().find_map(|pair| match pair {
                    [(start, _), (_, true)] if window.start + start < byte => {
                        Some(window.start + start)
                    }
                    _ => None,
                });
                if let Some(start) = found {
                    return self.position_in(line, start);
                }
                byte = window.start;
            }
            line = self.line(self.line_of(line.extent.start)?.checked_sub(1)?)?;
            byte = line.content.len();
        }
    }

    /// `extent` without white space at its ends; empty at its start when there is nothing
    /// else. What lies beyond the end of the text is cut off.
    #[must_use]
    pub fn trim_extent(&self, extent: Extent) -> Extent {
        let start = extent.start.min(self.end());
        let end = extent.end.min(self.end()).max(start);
        let content = self.slice(Extent { start, end }).unwrap_or_default();
        let left = content.trim_start();
        let inside = left.trim_end();
        if inside.is_empty() {
            return Extent { start, end: start };
        }
        let before = count(content.chars().count() - left.chars().count());
        let start = CodePoint(start.0 + before);
        Extent {
            start,
            end: CodePoint(start.0 + count(inside.chars().count())),
        }
    }
}

/// Word boundaries in bytes, each with whether a word ends there; 0 is always one.
pub(super) fn word_breaks(content: &str) -> Vec<(usize, bool)> {
    if content.is_empty() {
        return vec![(0, false)];
    }
    let mut start = 0;
    let mut breaks = Vec::new();
    for byte in
        WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(content)
    {
        let segment = content.get(start..byte).unwrap_or_default();
        match clitic::stem(segment) {
            Some(stem) => breaks.extend([(start + stem, true), (byte, false)]),
            // The segmenter's own status is lost after a combining mark.
            None => breaks.push((byte, segment.chars().any(char::is_alphanumeric))),
        }
        start = byte;
    }
    breaks
}

/// A boundary at or before `byte` from which clusters can be found without what precedes:
/// by the rules GB9 to GB13 nothing joins a character of class Other to what stands before
/// it, except after these three classes.
fn cluster_start(line: &str, byte: usize) -> usize {
    let class = CodePointMapData::<GraphemeClusterBreak>::new();
    let (Some(before), Some(here)) = (line.get(..byte), line.get(byte..)) else {
        return 0;
    };
    let Some(mut right) = here.chars().next().map(|character| class.get(character)) else {
        return byte;
    };
    let mut start = byte;
    for character in before.chars().rev() {
        let left = class.get(character);
        let joins = matches!(
            left,
            GraphemeClusterBreak::Prepend
                | GraphemeClusterBreak::Extend
                | GraphemeClusterBreak::ZWJ
        );
        if right == GraphemeClusterBreak::Other && !joins {
            return start;
        }
        start -= character.len_utf8();
        right = left;
    }
    0
}

/// The stretch of a line around `byte` whose words don't depend on the rest, with at least
/// one boundary on either side of `byte` where the line has one. It is cut before a space
/// between two characters that nothing joins it to, which is always a boundary.
fn word_window(line: &str, byte: usize) -> Range<usize> {
    let class = CodePointMapData::<GraphemeClusterBreak>::new();
    let cut = |space: usize| {
        let before = line
            .get(..space)
            .and_then(|before| before.chars().next_back());
        let after = line.get(space + 1..).and_then(|after| after.chars().next());
        before.is_some_and(|before| !before.is_whitespace())
            && after.is_some_and(|after| class.get(after) == GraphemeClusterBreak::Other)
    };
    let starts = line.get(..byte).unwrap_or_default();
    let start = starts
        .rmatch_indices(' ')
        .map(|(space, _)| space)
        .find(|&space| cut(space))
        .unwrap_or(0);
    let end = line
        .get(byte..)
        .unwrap_or_default()
        .match_indices(' ')
        .map(|(space, _)| byte + space)
        .find(|&space| space > byte && cut(space))
        .unwrap_or(line.len());
    start..end
}

#[cfg(test)]
mod tests;
