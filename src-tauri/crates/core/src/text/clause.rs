//! Growing a selection: word, name, clause, quotation, sentence, paragraph.

use super::Text;
use super::name::{capitalised_run_at, han_name_at};
use super::offsets::{CodePoint, Extent};
use super::quotation::{Quotation, quotations_near};

/// The next larger of what stands around `extent`: word, name, clause, quotation without and
/// with its marks, sentence without its end mark, paragraph. It strictly contains `extent`;
/// when nothing larger is left the answer is `extent` itself, cut to the text.
///
/// `names` are names known to stand in the text; without one of them a run of capitalised
/// words counts as a name.
#[must_use]
pub fn grow(text: &Text, extent: Extent, names: &[Extent]) -> Extent {
    let end = extent.end.min(text.end());
    let start = extent.start.min(end);
    let extent = Extent { start, end };
    let larger = |candidate: &Extent| candidate.contains_extent(extent) && *candidate != extent;
    let words = words_around(text, extent).filter(larger);
    if words.is_some() && extent.is_empty() {
        return words.unwrap_or(extent);
    }
    let known = names
        .iter()
        .copied()
        .filter(larger)
        .min_by_key(|name| name.len());
    let name = known
        .or_else(|| capitalised_run_at(text, start).filter(larger))
        .or_else(|| han_name_at(text, start).filter(larger));
    let quotations = quotations_near(text, start);
    let sentence = sentence_around(text, extent, &quotations);
    let bare = sentence.map(|sentence| text.sentence_without_end_mark(sentence));
    let whole = sentence.filter(|_| !bare.is_some_and(|bare| bare.contains_extent(extent)));
    let clause = sentence.and_then(|sentence| clause(text, extent, sentence, &quotations));
    let quoted = quotations
        .iter()
        .filter(|found| found.speech)
        .flat_map(|found| [found.inner, found.outer]);
    [words, name, clause, bare, whole]
        .into_iter()
        .flatten()
        .chain(quoted)
        .chain(paragraphs_around(text, extent))
        .filter(larger)
        .min_by_key(|candidate| candidate.len())
        .unwrap_or(extent)
}

/// The whole words `extent` lies in or cuts.
fn words_around(text: &Text, extent: Extent) -> Option<Extent> {
    if extent.is_empty() {
        return text.word_at(extent.start);
    }
    let before = CodePoint(extent.start.0 + 1);
    let after = CodePoint(extent.end.0.saturating_sub(1));
    Some(Extent {
        start: text.previous_word_break(before)?,
        end: text.next_word_break(after)?,
    })
}

/// The sentence at a caret, with quotations kept whole: from outside a quotation of several
/// sentences it reaches over all of it, from inside one it does not leave it. Without the
/// white space around it; `None` on a blank line and beyond the end.
#[must_use]
pub fn balanced_sentence_at(text: &Text, at: CodePoint) -> Option<Extent> {
    balanced(text, at, &quotations_near(text, at))
}

fn balanced(text: &Text, at: CodePoint, quotations: &[Quotation]) -> Option<Extent> {
    let mut sentence = text.sentence_at(at)?;
    let line = text.paragraph_at(at)?;
    for Quotation { outer, inner, .. } in quotations {
        if outer.start < at && at < outer.end {
            if !sentence.contains_extent(*outer) {
                sentence.start = sentence.start.max(inner.start);
                sentence.end = sentence.end.min(inner.end);
            }
        } else if line.contains_extent(*outer) && outer.overlaps(sentence) {
            let last = CodePoint(outer.end.0.saturating_sub(1));
            sentence = sentence
                .hull(text.sentence_at(outer.start)?)
                .hull(text.sentence_at(last)?);
        }
    }
    (!sentence.is_empty()).then_some(sentence)
}

/// The sentence, or the sentences from the one of the start to the one of the end.
fn sentence_around(text: &Text, extent: Extent, quotations: &[Quotation]) -> Option<Extent> {
    let last = CodePoint(extent.end.0.saturating_sub(1)).max(extent.start);
    let first = balanced(text, extent.start, quotations)?;
    if first.contains(last) {
        return Some(first);
    }
    Some(first.hull(balanced(text, last, quotations)?))
}

fn paragraphs_around(text: &Text, extent: Extent) -> Option<Extent> {
    let first = text.paragraph_at(extent.start)?;
    Some(first.hull(text.paragraph_at(extent.end)?))
}

/// What lies between two of `, ; : — –` around `extent`, in its sentence and inside the
/// innermost quotation that holds it. Marks inside other quotations cut nothing.
fn clause(
    text: &Text,
    extent: Extent,
    sentence: Extent,
    quotations: &[Quotation],
) -> Option<Extent> {
    let mut region = sentence;
    let around = |found: &&Quotation| found.inner.contains_extent(extent);
    if let Some(innermost) = quotations.iter().rfind(around) {
        region.start = region.start.max(innermost.inner.start);
        region.end = region.end.min(innermost.inner.end);
    }
    if !region.contains_extent(extent) {
        return None;
    }
    let content: Vec<char> = text.slice(region)?.chars().collect();
    let mut others = quotations
        .iter()
        .filter(|found| region.contains_extent(found.outer) && !found.outer.overlaps(extent))
        .peekable();
    let (mut start, mut end) = (region.start, region.end);
    let mut skip = region.start;
    for (index, number) in (region.start.0..region.end.0).enumerate() {
        let at = CodePoint(number);
        while let Some(other) = others.next_if(|other| other.outer.start <= at) {
            skip = skip.max(other.outer.end);
        }
        if at < skip || !separates(&content, index) {
            continue;
        }
        if at < extent.start {
            start = CodePoint(number + 1);
        } else if at >= extent.end {
            end = at;
            break;
        }
    }
    let found = text.trim_extent(Extent { start, end });
    Some(text.sentence_without_end_mark(found))
}

/// Whether the character at `at` parts two clauses. Between digits it belongs to a number,
/// and a hyphen parts only with spaces around it.
fn separates(content: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| content.get(before));
    let after = content.get(at + 1);
    let number = before.is_some_and(|before| before.is_numeric())
        && after.is_some_and(|after| after.is_numeric());
    match content.get(at) {
        Some(',' | ';' | ':' | '—' | '–') => !number,
        Some('-') => before == Some(&' ') && after == Some(&' '),
        Some('،' | '؛' | '，' | '；' | '：' | '、' | '·' | '՝') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::any_text;
    use proptest::prelude::*;

    /// All steps from a caret at `^` until nothing larger is left.
    fn steps(marked: &str) -> Vec<String> {
        let caret = marked.chars().take_while(|&mark| mark != '^').count();
        let caret = u32::try_from(caret).unwrap_or(u32::MAX);
        let text = Text::new(marked.replace('^', ""));
        let mut extent = Extent::of(caret, caret);
        let mut steps = Vec::new();
        loop {
            let next = grow(&text, extent, &[]);
            if next == extent {
                return steps;
            }
            steps.push(text.slice(next).unwrap_or_default().to_owned());
            extent = next;
        }
    }

    #[test]
    fn grows_through_every_step() {
        assert_eq!(
            steps("He left. “We met Vedant Pa^tel, and go on. Now,” she said. So it was."),
            [
                "Patel",
                "Vedant Patel",
                "We met Vedant Patel",
                "We met Vedant Patel, and go on",
                "We met Vedant Patel, and go on. Now,",
                "“We met Vedant Patel, and go on. Now,”",
                "“We met Vedant Patel, and go on. Now,” she said",
                "He left. “We met Vedant Patel, and go on. Now,” she said. So it was.",
            ]
        );
    }

    #[test]
    fn clauses_keep_numbers_and_other_quotations_whole() {
        assert_eq!(
            steps("Prices ro^se 3,5 percent “here, there”, he said - slowly."),
            [
                "rose",
                "Prices rose 3,5 percent “here, there”",
                "Prices rose 3,5 percent “here, there”, he said - slowly",
                "Prices rose 3,5 percent “here, there”, he said - slowly.",
            ]
        );
        assert_eq!(
            steps("قال الوزير، الي^وم ممطر؛ ثم غادر."),
            [
                "اليوم",
                "اليوم ممطر",
                "قال الوزير، اليوم ممطر؛ ثم غادر",
                "قال الوزير، اليوم ممطر؛ ثم غادر.",
            ]
        );
        assert_eq!(
            steps("他说，北^京很大。好"),
            ["北京", "北京很大", "他说，北京很大", "他说，北京很大。好"]
        );
    }

    #[test]
    fn sentences_do_not_cut_quotations() {
        let text = Text::from("So. He said: “One. Two,” and left. End.");
        let at =
            |at| balanced_sentence_at(&text, CodePoint(at)).and_then(|found| text.slice(found));
        let whole = Some("He said: “One. Two,” and left.");
        assert_eq!(at(1), Some("So."));
        assert_eq!((at(5), at(30)), (whole, whole));
        assert_eq!(at(15), Some("One."));
        assert_eq!(at(20), Some("Two,"));
        assert_eq!(at(38), Some("End."));
    }

    #[test]
    fn a_known_name_comes_before_the_clause() {
        let text = Text::from("the secretary of state said so, he");
        let names = [Extent::of(4, 22), Extent::of(0, 22)];
        assert_eq!(grow(&text, Extent::of(4, 13), &names), Extent::of(4, 22));
        assert_eq!(grow(&text, Extent::of(4, 22), &names), Extent::of(0, 22));
        assert_eq!(grow(&text, Extent::of(0, 22), &names), Extent::of(0, 30));
    }

    #[test]
    fn half_words_and_several_paragraphs_become_whole() {
        let text = Text::from("One two\n\nthree four.");
        assert_eq!(grow(&text, Extent::of(1, 6), &[]), Extent::of(0, 7));
        assert_eq!(grow(&text, Extent::of(5, 12), &[]), Extent::of(4, 14));
        assert_eq!(grow(&text, Extent::of(4, 14), &[]), Extent::of(0, 19));
        assert_eq!(grow(&text, Extent::of(0, 19), &[]), Extent::of(0, 20));
        assert_eq!(grow(&text, Extent::of(0, 99), &[]), Extent::of(0, 20));
    }

    proptest! {
        #[test]
        fn each_step_is_strictly_larger(content in any_text(), from in 0_u32..90, length in 0_u32..9) {
            let text = Text::new(content);
            if let Some(found) = balanced_sentence_at(&text, CodePoint(from)) {
                prop_assert!(text.extent().contains_extent(found));
            }
            let mut extent = Extent {
                start: CodePoint(from).min(text.end()),
                end: CodePoint(from + length).min(text.end()),
            };
            for _ in 0..=text.len() {
                let next = grow(&text, extent, &[]);
                prop_assert!(text.extent().contains_extent(next));
                prop_assert!(next.contains_extent(extent));
                if next == extent {
                    break;
                }
                extent = next;
            }
            prop_assert_eq!(grow(&text, extent, &[]), extent);
        }
    }
}
