//! Letters as a reader compares them, and finding by them.

use super::{CodePoint, Extent, Text};
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};

/// Without case, accents, vowel points and width; vowel signs of the Indic
/// scripts and the voicing marks of kana stay, as they are letters to a
/// reader.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.chars().flat_map(char::to_lowercase);
    let apart = DecomposingNormalizer::new_nfkd();
    let letters = apart
        .normalize_iter(lower)
        .filter(|character| !is_left_out(*character))
        .map(plain);
    ComposingNormalizer::new_nfc()
        .normalize_iter(letters)
        .collect()
}

/// Where `query` stands in a text, in text order, without overlaps and within
/// one line. Compares as [`fold`] does and takes all quotation marks of one
/// kind for the same. What is found is whole graphemes; a blank query finds
/// nothing.
#[must_use]
pub fn find(text: &Text, query: &str) -> Vec<Extent> {
    let wanted = alike(&fold(query));
    if super::is_blank(&wanted) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for line in 0..text.line_count() {
        let Some(content) = text.line_extent(line).and_then(|line| text.slice(line)) else {
            continue;
        };
        if content.is_ascii() && !wanted.is_ascii() {
            continue;
        }
        let folded = FoldedLine::new(text, line, content);
        found.extend(folded.find(&wanted));
    }
    found.dedup();
    found
}

/// A line as it is compared, and where each piece of it came from.
struct FoldedLine {
    content: String,
    /// Byte of `content` and grapheme, in order; those without a letter that
    /// counts are left out.
    pieces: Vec<(usize, Extent)>,
}

impl FoldedLine {
    fn new(text: &Text, line: usize, content: &str) -> Self {
        let breaks = text.grapheme_breaks(line);
        let mut folded = String::with_capacity(content.len());
        let mut pieces = Vec::with_capacity(breaks.len());
        let mut rest = content.chars();
        let mut grapheme = String::new();
        for pair in breaks.windows(2) {
            let [start, end] = *pair else { continue };
            grapheme.clear();
            grapheme.extend(rest.by_ref().take(length(start, end)));
            let piece = alike(&fold(&grapheme));
            if !piece.is_empty() {
                pieces.push((folded.len(), Extent { start, end }));
                folded.push_str(&piece);
            }
        }
        Self {
            content: folded,
            pieces,
        }
    }

    fn find(&self, wanted: &str) -> impl Iterator<Item = Extent> {
        self.content
            .match_indices(wanted)
            .filter_map(|(byte, match_)| {
                let first = self.piece_at(byte)?;
                let last = self.piece_at(byte + match_.len() - 1)?;
                Some(first.hull(last))
            })
    }

    fn piece_at(&self, byte: usize) -> Option<Extent> {
        let after = self.pieces.partition_point(|(start, _)| *start <= byte);
        let (_, extent) = self.pieces.get(after.checked_sub(1)?)?;
        Some(*extent)
    }
}

fn length(start: CodePoint, end: CodePoint) -> usize {
    usize::try_from(end.0.saturating_sub(start.0)).unwrap_or(0)
}

/// Accents, vowel points and the like, which a reader leaves out.
fn is_left_out(character: char) -> bool {
    match character {
        '\u{0640}' | '\u{200C}' | '\u{200D}' | '\u{00AD}' => true,
        '\u{3099}' | '\u{309A}' => false,
        '\u{0300}'.. => {
            CodePointMapData::<GeneralCategory>::new().get(character)
                == GeneralCategory::NonspacingMark
                && matches!(
                    CodePointMapData::<Script>::new().get(character),
                    Script::Inherited | Script::Arabic | Script::Hebrew | Script::Syriac
                )
        }
        _ => false,
    }
}

/// Letters that differ from another one by a stroke or by the keyboard only.
const fn plain(character: char) -> char {
    match character {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        other => other,
    }
}

/// Typed quotation marks find printed ones.
fn alike(folded: &str) -> String {
    folded
        .chars()
        .map(|character| match character {
            '‘' | '’' | '‚' | '‹' | '›' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::any_text;
    use proptest::prelude::*;

    fn found(content: &str, query: &str) -> Vec<String> {
        let text = Text::from(content);
        find(&text, query)
            .into_iter()
            .map(|extent| text.slice(extent).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn case_accents_points_and_width_do_not_matter() {
        for (content, query, expected) in [
            (
                "Müller, MULLER, muller",
                "muller",
                &["Müller", "MULLER", "muller"][..],
            ),
            (
                "in İstanbul and Istanbul",
                "ISTANBUL",
                &["İstanbul", "Istanbul"],
            ),
            (
                "e\u{301}te\u{301} été",
                "ete",
                &["e\u{301}te\u{301}", "été"],
            ),
            ("قال كِتَابٌ و", "كتاب", &["كِتَابٌ"]),
            ("שָׁלוֹם", "שלום", &["שָׁלוֹם"]),
            ("ＢＡＫＵ ﾊﾞｸｰ", "baku", &["ＢＡＫＵ"]),
            ("バクー", "ﾊﾞｸｰ", &["バクー"]),
            ("Łódź", "lodz", &["Łódź"]),
            ("the ﬁne print", "fine", &["ﬁne"]),
            ("it’s “so”", "it's \"so\"", &["it’s “so”"]),
            ("한국 하나", "하", &["하"]),
            ("가각", "각", &["각"]),
            ("क्षमा", "क", &["क्ष"]),
            ("👩\u{200d}👩\u{200d}👧 went", "went", &["went"]),
            ("aaa", "aa", &["aa"]),
            ("one\ntwo", "one two", &[]),
            ("anything", " ", &[]),
            ("anything", "", &[]),
        ] {
            assert_eq!(found(content, query), expected, "{query} in {content}");
        }
    }

    proptest! {
        #[test]
        fn what_stands_in_a_line_is_found_there(content in any_text(), line in 0_usize..8, from in 0_usize..40, length in 1_usize..6) {
            let text = Text::new(content);
            let breaks = text.grapheme_breaks(line % text.line_count().max(1));
            let (Some(start), Some(end)) = (breaks.get(from), breaks.get(from + length)) else {
                return Ok(());
            };
            let there = Extent { start: *start, end: *end };
            let query = text.slice(there).unwrap();
            let hits = find(&text, query);
            prop_assert!(crate::text::is_blank(&fold(query)) || !hits.is_empty());
            for pair in hits.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for hit in &hits {
                prop_assert!(text.is_grapheme_boundary(hit.start) && text.is_grapheme_boundary(hit.end));
            }
        }
    }
}
