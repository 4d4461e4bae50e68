//! Where else the words of a mention stand.

use super::occurrences;
use crate::annotations::Annotations;
use crate::span::Span;
use crate::text::{CodePoint, Extent, Text};

/// Marks before the first word of a quotation, which is written as at the
/// start of a sentence.
const OPENING: &[char] = &['"', '“', '„', '«', '»', '‘', '‹', '\'', '¿', '¡', '('];

/// The other places in the text where the words of a span stand as whole
/// words, in text order: not where the same label already marks something,
/// not in `skipped`, and none for a span of several fragments.
///
/// Letters must have the same case, but for a capital at the start of a
/// sentence or quotation: "the office" stands in "The office closed." too.
#[must_use]
pub fn elsewhere(
    text: &Text,
    annotations: &Annotations,
    span: &Span,
    skipped: &[Extent],
) -> Vec<Extent> {
    let [fragment] = span.fragments.as_slice() else {
        return Vec::new();
    };
    let own = fragment.extent();
    let places = |words: &str| -> Vec<Extent> {
        occurrences(text, text.as_str(), CodePoint(0), words)
            .filter(|found| {
                text.is_grapheme_boundary(found.start) && text.is_grapheme_boundary(found.end)
            })
            .collect()
    };
    let mut found = places(&fragment.quote);
    let (capitals, smalls) = other_cases(&fragment.quote);
    for words in capitals {
        found.extend(
            places(&words)
                .into_iter()
                .filter(|found| opens(text, found.start)),
        );
    }
    // A capital inside a sentence is a name's: "Brown" is not "brown".
    let named = found.iter().any(|found| !opens(text, found.start));
    if !named {
        found.extend(smalls.iter().flat_map(|words| places(words)));
    }
    let marked: Vec<Extent> = annotations
        .spans()
        .filter(|other| other.label == span.label)
        .flat_map(|other| other.extents().collect::<Vec<_>>())
        .collect();
    found.retain(|found| {
        !found.overlaps(own)
            && !marked.iter().any(|marked| marked.overlaps(*found))
            && !skipped.iter().any(|zone| zone.overlaps(*found))
    });
    found.sort_unstable();
    found.dedup();
    found
}

/// The words with a capital and with a small first letter, where that differs.
/// The dotted and the dotless i of Turkic languages are both tried, because
/// the words do not tell their language.
fn other_cases(words: &str) -> (Vec<String>, Vec<String>) {
    let mut letters = words.chars();
    let Some(first) = letters.next() else {
        return (Vec::new(), Vec::new());
    };
    let rest = letters.as_str();
    let starting = |starts: Vec<String>| -> Vec<String> {
        starts
            .into_iter()
            .map(|start| start + rest)
            .filter(|other| other != words)
            .collect()
    };
    match first {
        'i' => (starting(vec!["I".to_owned(), "İ".to_owned()]), Vec::new()),
        'I' => (Vec::new(), starting(vec!["i".to_owned(), "ı".to_owned()])),
        'İ' => (Vec::new(), starting(vec!["i".to_owned()])),
        _ if first.is_lowercase() => (starting(vec![first.to_uppercase().collect()]), Vec::new()),
        _ if first.is_uppercase() => (Vec::new(), starting(vec![first.to_lowercase().collect()])),
        _ => (Vec::new(), Vec::new()),
    }
}

/// Whether a word at this place would have a capital whatever it is.
fn opens(text: &Text, at: CodePoint) -> bool {
    let Some(sentence) = text.sentence_at(at) else {
        return false;
    };
    let before = Extent {
        start: sentence.start.min(at),
        end: at,
    };
    text.slice(before).is_some_and(|before| {
        before.ends_with(OPENING) || !before.chars().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{LayerId, SpanId, Uid};
    use crate::span::fragments;

    fn span(text: &Text, id: u32, words: &str, nth: usize) -> Span {
        let (byte, _) = text.as_str().match_indices(words).nth(nth).unwrap();
        let start = text.code_point(byte).unwrap();
        let end = text.code_point(byte + words.len()).unwrap();
        Span {
            id: SpanId(id),
            uid: Uid::default(),
            layer: LayerId(1),
            label: "speaker".to_owned(),
            fragments: fragments(text, vec![Extent { start, end }]).unwrap(),
            attributes: std::collections::BTreeMap::new(),
            entity: None,
            note: String::new(),
            flags: std::collections::BTreeSet::new(),
            scheme_version: 1,
        }
    }

    /// The text with the places in brackets: those where the nth (from 0) of
    /// the words stands elsewhere.
    fn found(content: &str, words: &str, nth: usize) -> String {
        let text = Text::new(content.to_owned());
        let span = span(&text, 1, words, nth);
        let annotations = Annotations::new([span.clone()], []);
        let mut shown = content.to_owned();
        for extent in elsewhere(&text, &annotations, &span, &[]).into_iter().rev() {
            shown.insert(text.byte(extent.end).unwrap(), ']');
            shown.insert(text.byte(extent.start).unwrap(), '[');
        }
        shown
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(
            found(
                "So we are welcome, we said. Awe-struck, we're here.",
                "we",
                0
            ),
            "So we are welcome, [we] said. Awe-struck, [we]'re here."
        );
        assert_eq!(
            found("Ali met Alia; Ali’s brother is Əli.", "Ali", 0),
            "Ali met Alia; [Ali]’s brother is Əli."
        );
    }

    #[test]
    fn a_script_without_spaces_has_words_anywhere_but_never_half_a_grapheme() {
        assert_eq!(found("北京说,在北京大学", "北京", 0), "北京说,在[北京]大学");
        assert_eq!(found("क वह क्ष और क है", "क", 0), "क वह क्ष और [क] है");
        assert_eq!(
            found("👩 met 👩\u{200d}👧 and 👩.", "👩", 0),
            "👩 met 👩\u{200d}👧 and [👩]."
        );
    }

    #[test]
    fn a_korean_name_is_found_before_its_particle() {
        assert_eq!(
            found(
                "김민수는 말했다. 김민수가 왔다. 김민수라미는 없다. 이김민수",
                "김민수",
                0
            ),
            "김민수는 말했다. [김민수]가 왔다. 김민수라미는 없다. 이김민수"
        );
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_or_quotation_counts_the_same() {
        let text = "Yes, the office closed. The office said: \"The office is The office.\"";
        assert_eq!(
            found(text, "the office", 0),
            "Yes, the office closed. [The office] said: \"[The office] is The office.\""
        );
        assert_eq!(
            found("We stay, and we go. \"We,\" he said.", "We", 0),
            "We stay, and [we] go. \"[We],\" he said."
        );
        assert_eq!(
            found("istanbul dedi. İstanbul geldi.", "istanbul", 0),
            "istanbul dedi. [İstanbul] geldi."
        );
    }

    #[test]
    fn a_name_is_not_the_word_it_is_made_of() {
        assert_eq!(
            found("Brown spoke. A brown dog saw Brown.", "Brown", 0),
            "Brown spoke. A brown dog saw [Brown]."
        );
    }

    #[test]
    fn what_is_marked_or_skipped_is_left_out() {
        let text = Text::new("Vale, Mira Vale, Vale.\nVale and Vale.".to_owned());
        let first = span(&text, 1, "Vale", 0);
        let annotations = Annotations::new([first.clone(), span(&text, 2, "Mira Vale", 0)], []);
        let line = text.line_extent(1).unwrap();
        let starts = |skipped: &[Extent]| -> Vec<u32> {
            elsewhere(&text, &annotations, &first, skipped)
                .iter()
                .map(|extent| extent.start.0)
                .collect()
        };
        assert_eq!(starts(&[]), [17, 23, 32]);
        assert_eq!(starts(&[line]), [17]);
    }
}
