//! The text of an article and what can be found in it without knowing its language.
//!
//! Positions are code points ([`CodePoint`]) over the whole stored text, extents are
//! half-open. Bytes do not leave this module, UTF-16 units are for the web view alone.

pub mod boundaries;
pub mod clause;
pub mod direction;
pub mod extent;
pub mod fold;
pub mod intake;
pub mod name;
pub mod offsets;
pub mod quotation;
pub mod sentence;
pub mod shingle;
pub mod unspaced;

use std::fmt;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

pub use boundaries::WordBreak;
pub use clause::{balanced_sentence_at, grow};
pub use direction::Direction;
pub use extent::{Extent, Utf16Extent};
pub use fold::{find, fold};
pub use intake::{Intake, IntakeError, OffsetMap, sha256, take_in, take_in_utf16};
pub use name::{capitalised_run_at, han_name_at, person_at_end, with_stop_of_abbreviation};
pub use offsets::{CodePoint, OffsetIndex, Utf16};
pub use quotation::{Quotation, quotation_at, quotations, stray_marks};
pub use shingle::Shingles;

/// A text with the index that converts its offsets. It never changes.
///
/// Meant for text that went through [`take_in`], but sound for any.
#[derive(Clone, Default)]
pub struct Text {
    content: String,
    index: OffsetIndex,
}

impl Text {
    /// Reads `content` once to index it.
    #[must_use]
    pub fn new(content: impl Into<String>) -> Self {
        let content = content.into();
        let index = OffsetIndex::new(&content);
        Self { content, index }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Length in code points.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.index.code_points()
    }

    /// Whether there are no characters at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// The position after the last code point.
    #[must_use]
    pub fn end(&self) -> CodePoint {
        CodePoint(self.len())
    }

    /// The whole text as an extent.
    #[must_use]
    pub fn extent(&self) -> Extent {
        Extent::of(0, self.len())
    }

    /// The characters in `extent`; `None` beyond the end, or when it ends before it starts.
    #[must_use]
    pub fn slice(&self, extent: Extent) -> Option<&str> {
        let start = self.byte(extent.start)?;
        let end = self.byte(extent.end)?;
        self.content.get(start..end)
    }

    /// The byte at which `at` starts; `None` beyond the end.
    #[must_use]
    pub fn byte(&self, at: CodePoint) -> Option<usize> {
        self.index.byte(&self.content, at)
    }

    /// The code point that starts at `byte`; `None` beyond the end and inside a character.
    #[must_use]
    pub fn code_point(&self, byte: usize) -> Option<CodePoint> {
        self.index.code_point(&self.content, byte)
    }

    /// `at` in UTF-16 units; `None` beyond the end.
    #[must_use]
    pub fn to_utf16(&self, at: CodePoint) -> Option<Utf16> {
        self.index.utf16(&self.content, at)
    }

    /// `at` in code points; `None` beyond the end and inside a surrogate pair.
    #[must_use]
    pub fn from_utf16(&self, at: Utf16) -> Option<CodePoint> {
        self.index.code_point_of_utf16(&self.content, at)
    }

    /// `at` in code points, rounded down inside a surrogate pair; `None` beyond the end.
    #[must_use]
    pub fn from_utf16_floor(&self, at: Utf16) -> Option<CodePoint> {
        self.index.code_point_of_utf16_floor(&self.content, at)
    }

    /// `extent` in UTF-16 units; `None` beyond the end.
    #[must_use]
    pub fn to_utf16_extent(&self, extent: Extent) -> Option<Utf16Extent> {
        self.index.utf16_extent(&self.content, extent)
    }

    /// `extent` in code points; `None` beyond the end and inside a surrogate pair.
    #[must_use]
    pub fn from_utf16_extent(&self, extent: Utf16Extent) -> Option<Extent> {
        self.index.extent(&self.content, extent)
    }

    /// How many lines there are: one more than there are line feeds.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.index.line_count()
    }

    /// The number of the line that holds `at`, from 0; `None` beyond the end.
    #[must_use]
    pub fn line_of(&self, at: CodePoint) -> Option<usize> {
        self.index.line_of(at)
    }

    /// Line number `line`, from 0, without its line feed; `None` beyond the last.
    #[must_use]
    pub fn line_extent(&self, line: usize) -> Option<Extent> {
        self.index.line_extent(line)
    }

    /// The lines in order, without their line feeds.
    pub fn lines(&self) -> impl Iterator<Item = Extent> {
        (0..self.line_count()).filter_map(|line| self.line_extent(line))
    }

    /// The paragraphs in order: the lines that are not blank.
    pub fn paragraphs(&self) -> impl Iterator<Item = Extent> {
        self.lines()
            .filter(|line| self.slice(*line).is_some_and(|line| !is_blank(line)))
    }

    /// The line that holds `at`; `None` on a blank line and beyond the end.
    #[must_use]
    pub fn paragraph_at(&self, at: CodePoint) -> Option<Extent> {
        let extent = self.line_extent(self.line_of(at)?)?;
        (!is_blank(self.slice(extent)?)).then_some(extent)
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Self::new(content)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Text").field(&self.content).finish()
    }
}

/// Whether nothing in `text` can be seen: white space, zero-width and control characters.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    text.chars().all(|character| {
        character.is_whitespace() || character.is_control() || ignorable.contains(character)
    })
}

/// Arbitrary text, rich in what breaks offsets and boundaries.
#[cfg(test)]
pub(crate) fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let pieces = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        6 => "[a-zA-Z ,.!?'\"0-9]{1,8}",
        8 => prop::sample::select(vec![
            "\n", "\r", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\0", "\u{feff}", "\u{200d}",
            "\u{301}", "\u{fe0f}", "👩\u{200d}👩\u{200d}👧", "🇦🇿", "🇦", "क्ष", "नि", "\u{600}1",
            "각", "ᄀ", "ᅡ", "ᆨ", "مرحبا", "שלום", "צה\"ל", "北京", "东京都", "สวัสดี", "。", "、",
            "“", "”", "„", "«", "»", "‘", "’", "「", "」", "《", "》", "\u{202e}", "\u{2067}",
            "\u{2069}", " ", "\u{a0}", "\u{3000}", "U.S. ", "Mr. ", "… ", "J. ", "Əli", "İ",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_are_lines_that_show_something() {
        let text = Text::from("Title\n\n \u{a0}\u{200b}\nBody\n");
        let paragraphs: Vec<_> = text.paragraphs().collect();
        assert_eq!(paragraphs, [Extent::of(0, 5), Extent::of(11, 15)]);
        assert_eq!(text.paragraph_at(CodePoint(5)), Some(Extent::of(0, 5)));
        assert_eq!(text.paragraph_at(CodePoint(8)), None);
        assert_eq!(text.paragraph_at(CodePoint(99)), None);
    }

    #[test]
    fn slice_refuses_what_is_not_there() {
        let text = Text::from("añb");
        assert_eq!(text.slice(Extent::of(1, 2)), Some("ñ"));
        assert_eq!(text.slice(Extent::of(1, 4)), None);
        assert_eq!(text.slice(Extent::of(2, 1)), None);
    }

    proptest! {
        #[test]
        fn slice_is_skip_and_take(content in any_text(), from in 0_u32..80, length in 0_u32..80) {
            let text = Text::new(content.clone());
            let extent = Extent::of(from, from + length);
            let sliced = text.slice(extent).map(str::to_owned);
            let expected: String = content
                .chars()
                .skip(from as usize)
                .take(length as usize)
                .collect();
            let fits = extent.end <= text.end();
            prop_assert_eq!(sliced, fits.then_some(expected));
            let there = text.to_utf16_extent(extent);
            let back = there.and_then(|there| text.from_utf16_extent(there));
            prop_assert_eq!(back, fits.then_some(extent));
        }
    }
}
