//! Code points, UTF-16 units and bytes, and the one place that converts between them.

use std::fmt;

use serde::{Deserialize, Serialize};

pub use super::extent::{Extent, Utf16Extent};

/// Code points from one checkpoint to the next.
const STRIDE: usize = 256;

/// A position in code points from the start of a text. The unit of everything stored.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct CodePoint(pub u32);

/// A position in UTF-16 units from the start of a text. Only the web view counts so.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Utf16(pub u32);

impl fmt::Display for CodePoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Display for Utf16 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A count as `u32`. A stored text is far below the limit (see `intake::LIMIT`).
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A position as `usize`.
pub(crate) fn position(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[derive(Debug, Clone, Copy)]
struct Checkpoint {
    byte: usize,
    utf16: u32,
}

/// What is needed to convert offsets of one text without counting from its start.
///
/// It does not hold the text: every method takes the text it was made from.
/// With another text the answers are meaningless, but nothing panics.
#[derive(Debug, Clone, Default)]
pub struct OffsetIndex {
    /// One for each [`STRIDE`] code points; empty when the text is ASCII.
    checkpoints: Vec<Checkpoint>,
    bytes: usize,
    code_points: u32,
    utf16: u32,
    /// Where each line starts, in code points; the first is 0.
    lines: Vec<u32>,
}

impl OffsetIndex {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ascii = text.is_ascii();
        let mut index = Self {
            bytes: text.len(),
            lines: vec![0],
            ..Self::default()
        };
        let (mut code_points, mut utf16) = (0_usize, 0_usize);
        for (byte, character) in text.char_indices() {
            if !ascii && code_points.is_multiple_of(STRIDE) {
                index.checkpoints.push(Checkpoint {
                    byte,
                    utf16: count(utf16),
                });
            }
            code_points += 1;
            utf16 += character.len_utf16();
            if character == '\n' {
                index.lines.push(count(code_points));
            }
        }
        index.code_points = count(code_points);
        index.utf16 = count(utf16);
        index
    }

    /// Length in code points.
    #[must_use]
    pub fn code_points(&self) -> u32 {
        self.code_points
    }

    /// Length in UTF-16 units.
    #[must_use]
    pub fn utf16_units(&self) -> u32 {
        self.utf16
    }

    /// The byte at which the code point `at` starts; `None` beyond the end.
    #[must_use]
    pub fn byte(&self, text: &str, at: CodePoint) -> Option<usize> {
        if at.0 >= self.code_points {
            return (at.0 == self.code_points).then_some(self.bytes);
        }
        let wanted = position(at.0);
        if self.checkpoints.is_empty() {
            return Some(wanted);
        }
        let checkpoint = self.checkpoints.get(wanted / STRIDE)?;
        let rest = text.as_bytes().get(checkpoint.byte..)?;
        Some(checkpoint.byte + start_of(rest, wanted % STRIDE))
    }

    /// The UTF-16 unit at which the code point `at` starts; `None` beyond the end.
    #[must_use]
    pub fn utf16(&self, text: &str, at: CodePoint) -> Option<Utf16> {
        self.forward(text, at).map(|(_, utf16)| Utf16(utf16))
    }

    fn forward(&self, text: &str, at: CodePoint) -> Option<(usize, u32)> {
        if at.0 > self.code_points {
            return None;
        }
        if at.0 == self.code_points {
            return Some((self.bytes, self.utf16));
        }
        let wanted = position(at.0);
        if self.checkpoints.is_empty() {
            return Some((wanted, at.0));
        }
        let checkpoint = self.checkpoints.get(wanted / STRIDE)?;
        let (mut byte, mut utf16) = (checkpoint.byte, position(checkpoint.utf16));
        for character in text.get(byte..)?.chars().take(wanted % STRIDE) {
            byte += character.len_utf8();
            utf16 += character.len_utf16();
        }
        Some((byte, count(utf16)))
    }

    /// The code point that starts at `byte`; `None` beyond the end and inside a character.
    #[must_use]
    pub fn code_point(&self, text: &str, byte: usize) -> Option<CodePoint> {
        if byte > self.bytes {
            return None;
        }
        if byte == self.bytes {
            return Some(CodePoint(self.code_points));
        }
        if self.checkpoints.is_empty() {
            return Some(CodePoint(count(byte)));
        }
        let before = self
            .checkpoints
            .partition_point(|checkpoint| checkpoint.byte <= byte)
            .checked_sub(1)?;
        let checkpoint = self.checkpoints.get(before)?;
        let between = text.get(checkpoint.byte..byte)?.chars().count();
        Some(CodePoint(count(before * STRIDE + between)))
    }

    /// The code point that starts at the UTF-16 unit `at`; `None` beyond the end and
    /// between the two halves of a surrogate pair.
    #[must_use]
    pub fn code_point_of_utf16(&self, text: &str, at: Utf16) -> Option<CodePoint> {
        let floor = self.code_point_of_utf16_floor(text, at)?;
        (self.utf16(text, floor)? == at).then_some(floor)
    }

    /// As [`Self::code_point_of_utf16`], but between the halves of a surrogate pair it
    /// answers the code point the pair stands for; `None` only beyond the end.
    #[must_use]
    pub fn code_point_of_utf16_floor(&self, text: &str, at: Utf16) -> Option<CodePoint> {
        if at.0 > self.utf16 {
            return None;
        }
        if at.0 == self.utf16 {
            return Some(CodePoint(self.code_points));
        }
        if self.checkpoints.is_empty() {
            return Some(CodePoint(at.0));
        }
        let before = self
            .checkpoints
            .partition_point(|checkpoint| checkpoint.utf16 <= at.0)
            .checked_sub(1)?;
        let checkpoint = self.checkpoints.get(before)?;
        let mut left = position(at.0 - checkpoint.utf16);
        let mut code_point = before * STRIDE;
        for character in text.get(checkpoint.byte..)?.chars() {
            if left < character.len_utf16() {
                break;
            }
            left -= character.len_utf16();
            code_point += 1;
        }
        Some(CodePoint(count(code_point)))
    }

    /// The same stretch in UTF-16 units; `None` beyond the end.
    #[must_use]
    pub fn utf16_extent(&self, text: &str, extent: Extent) -> Option<Utf16Extent> {
        Some(Utf16Extent {
            start: self.utf16(text, extent.start)?,
            end: self.utf16(text, extent.end)?,
        })
    }

    /// The same stretch in code points; `None` beyond the end and inside a surrogate pair.
    #[must_use]
    pub fn extent(&self, text: &str, extent: Utf16Extent) -> Option<Extent> {
        Some(Extent {
            start: self.code_point_of_utf16(text, extent.start)?,
            end: self.code_point_of_utf16(text, extent.end)?,
        })
    }

    /// How many lines there are: one more than there are line feeds.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines.len().max(1)
    }

    /// The number of the line that holds `at`, from 0; a line feed belongs to the line it
    /// ends. `None` beyond the end.
    #[must_use]
    pub fn line_of(&self, at: CodePoint) -> Option<usize> {
        if at.0 > self.code_points {
            return None;
        }
        Some(
            self.lines
                .partition_point(|&start| start <= at.0)
                .saturating_sub(1),
        )
    }

    /// Line number `line`, from 0, without its line feed; `None` beyond the last line.
    #[must_use]
    pub fn line_extent(&self, line: usize) -> Option<Extent> {
        if line == 0 && self.lines.is_empty() {
            return Some(Extent::default());
        }
        let start = *self.lines.get(line)?;
        let end = match self.lines.get(line + 1) {
            Some(next) => next.saturating_sub(1),
            None => self.code_points,
        };
        Some(Extent {
            start: CodePoint(start),
            end: CodePoint(end),
        })
    }
}

/// The byte of UTF-8 at which the code point with this number, from 0, starts.
fn start_of(bytes: &[u8], code_point: usize) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (words, _) = bytes.as_chunks::<8>();
    let (mut byte, mut left) = (0, code_point);
    for word in words {
        let word = u64::from_ne_bytes(*word);
        // 10xxxxxx goes on with a character, any other byte starts one.
        let starts = 8 - ((word >> 7) & !(word >> 6) & EACH).count_ones() as usize;
        if starts > left {
            break;
        }
        left -= starts;
        byte += 8;
    }
    for next in bytes.get(byte..).unwrap_or_default() {
        if next & 0b1100_0000 != 0b1000_0000 {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        byte += 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn surrogate_pair_has_no_middle() {
        let text = "a😀b";
        let index = OffsetIndex::new(text);
        assert_eq!(
            index.code_point_of_utf16(text, Utf16(1)),
            Some(CodePoint(1))
        );
        assert_eq!(index.code_point_of_utf16(text, Utf16(2)), None);
        assert_eq!(
            index.code_point_of_utf16_floor(text, Utf16(2)),
            Some(CodePoint(1))
        );
        assert_eq!(
            index.code_point_of_utf16(text, Utf16(3)),
            Some(CodePoint(2))
        );
        assert_eq!(index.code_point_of_utf16_floor(text, Utf16(5)), None);
        assert_eq!(index.code_point(text, 3), None);
        assert_eq!(index.byte(text, CodePoint(4)), None);
    }

    #[test]
    fn lines_end_at_line_feeds_only() {
        let text = "a\u{2028}b\nc\r\n";
        let index = OffsetIndex::new(text);
        assert_eq!(index.line_count(), 3);
        assert_eq!(index.line_extent(0), Some(Extent::of(0, 3)));
        assert_eq!(index.line_extent(1), Some(Extent::of(4, 6)));
        assert_eq!(index.line_extent(2), Some(Extent::of(7, 7)));
        assert_eq!(index.line_extent(3), None);
        assert_eq!(index.line_of(CodePoint(3)), Some(0));
        assert_eq!(index.line_of(CodePoint(4)), Some(1));
        assert_eq!(index.line_of(CodePoint(7)), Some(2));
        assert_eq!(index.line_of(CodePoint(8)), None);
    }

    #[test]
    fn an_index_of_nothing_has_one_empty_line() {
        for index in [OffsetIndex::new(""), OffsetIndex::default()] {
            assert_eq!(index.line_count(), 1);
            assert_eq!(index.line_extent(0), Some(Extent::of(0, 0)));
            assert_eq!(index.line_of(CodePoint(0)), Some(0));
        }
    }

    #[test]
    fn checkpoints_agree_with_counting_across_strides() {
        let text = "aé😀ب\n".repeat(300);
        let index = OffsetIndex::new(&text);
        let (mut byte, mut utf16) = (0, 0);
        for (number, character) in text.chars().enumerate() {
            let at = CodePoint(count(number));
            assert_eq!(index.byte(&text, at), Some(byte));
            assert_eq!(index.utf16(&text, at), Some(Utf16(utf16)));
            assert_eq!(index.code_point(&text, byte), Some(at));
            assert_eq!(index.code_point_of_utf16(&text, Utf16(utf16)), Some(at));
            assert_eq!(index.line_of(at), Some(number / 5));
            byte += character.len_utf8();
            utf16 += count(character.len_utf16());
        }
    }

    proptest! {
        #[test]
        fn every_code_point_goes_there_and_back(text in crate::text::any_text()) {
            let index = OffsetIndex::new(&text);
            prop_assert_eq!(position(index.code_points()), text.chars().count());
            prop_assert_eq!(position(index.utf16_units()), text.encode_utf16().count());
            let mut before = None;
            for number in 0..=index.code_points() {
                let at = CodePoint(number);
                let byte = index.byte(&text, at);
                let utf16 = index.utf16(&text, at);
                prop_assert!(byte > before || before.is_none());
                before = byte;
                prop_assert_eq!(byte.and_then(|byte| index.code_point(&text, byte)), Some(at));
                let back = utf16.and_then(|utf16| index.code_point_of_utf16(&text, utf16));
                prop_assert_eq!(back, Some(at));
            }
            prop_assert_eq!(index.byte(&text, CodePoint(index.code_points() + 1)), None);
        }

        #[test]
        fn every_unit_has_a_floor(text in crate::text::any_text()) {
            let index = OffsetIndex::new(&text);
            for unit in 0..=index.utf16_units() {
                let floor = index.code_point_of_utf16_floor(&text, Utf16(unit));
                let back = floor.and_then(|floor| index.utf16(&text, floor));
                prop_assert!(back.is_some_and(|back| back.0 == unit || back.0 + 1 == unit));
            }
        }

        #[test]
        fn lines_are_those_of_split(text in crate::text::any_text()) {
            let index = OffsetIndex::new(&text);
            let lines: Vec<&str> = text.split('\n').collect();
            prop_assert_eq!(index.line_count(), lines.len());
            for (number, line) in lines.iter().enumerate() {
                let extent = index.line_extent(number).unwrap_or_default();
                prop_assert_eq!(position(extent.len()), line.chars().count());
                prop_assert_eq!(index.line_of(extent.start), Some(number));
                prop_assert_eq!(index.line_of(extent.end), Some(number));
            }
        }
    }
}
