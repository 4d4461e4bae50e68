//! What a mark takes when nothing, or only part of it, is selected.

mod attribution;
mod elsewhere;
mod passage;
mod shrink;

pub use crate::rule::is_pronoun;
pub use attribution::{Attribution, Known, attribution};
pub use elsewhere::elsewhere;
pub use passage::{word_of_saying, words_of_saying};
pub use shrink::{Reported, alone, continuation, languages, parted, shrunk};

use crate::scheme::Options;
use crate::text::quotation::Quotation;
use crate::text::{CodePoint, Extent, Text, balanced_sentence_at, capitalised_run_at, han_name_at};

/// How far around the caret a known name is looked for, in code points.
const NAME_REACH: u32 = 120;

/// The smallest quotation of speech around a caret, its edges included.
#[must_use]
pub fn quotation_at(quotations: &[Quotation], caret: CodePoint) -> Option<&Quotation> {
    quotations
        .iter()
        .filter(|quotation| {
            quotation.speech
                && quotation.closed
                && quotation.outer.start <= caret
                && caret <= quotation.outer.end
        })
        .min_by_key(|quotation| quotation.outer.len())
}

/// A quotation as the scheme wants it taken: with its marks or without.
#[must_use]
pub fn quoted(quotation: &Quotation, options: &Options) -> Extent {
    if options.quotation_marks_inside {
        quotation.outer
    } else {
        quotation.inner
    }
}

/// The sentence at a caret, with or without its end mark.
#[must_use]
pub fn sentence(text: &Text, caret: CodePoint, options: &Options) -> Option<Extent> {
    let sentence = without_dateline(text, balanced_sentence_at(text, caret)?);
    let taken = if options.final_stop_inside {
        sentence
    } else {
        text.sentence_without_end_mark(sentence)
    };
    let taken = shrink::without_comma(text, text.trim_extent(taken));
    (!taken.is_empty()).then_some(taken)
}

/// A sentence without the place and agency that begin an article's first
/// paragraph: "TALLINN (Reuters) — Ferry crews …".
fn without_dateline(text: &Text, sentence: Extent) -> Extent {
    const LONGEST: usize = 5;
    let opens = text
        .line_of(sentence.start)
        .and_then(|line| text.line_extent(line))
        .is_some_and(|line| text.trim_extent(line).start == sentence.start);
    let Some(content) = text.slice(sentence).filter(|_| opens) else {
        return sentence;
    };
    let dash = [" — ", " – ", " - "]
        .into_iter()
        .filter_map(|dash| Some((content.find(dash)?, dash)))
        .min();
    let Some((place, dash)) = dash.and_then(|(byte, dash)| Some((content.get(..byte)?, dash)))
    else {
        return sentence;
    };
    let named = |word: &str| {
        word.chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|first| !first.is_lowercase())
    };
    if place.split_whitespace().count() > LONGEST || !place.split_whitespace().all(named) {
        return sentence;
    }
    let passed = count(place).saturating_add(count(dash));
    text.trim_extent(Extent {
        start: CodePoint(sentence.start.0.saturating_add(passed)),
        end: sentence.end,
    })
}

/// A claim at a caret: the quotation around it, else its sentence.
#[must_use]
pub fn claim(
    text: &Text,
    quotations: &[Quotation],
    caret: CodePoint,
    options: &Options,
) -> Option<Extent> {
    quotation_at(quotations, caret)
        .map(|quotation| quoted(quotation, options))
        .or_else(|| sentence(text, caret, options))
}

/// A claim at a caret where some are marked: the smallest quotation that is
/// none yet, else the sentence, else what stands there.
#[must_use]
pub fn new_claim(
    text: &Text,
    quotations: &[Quotation],
    caret: CodePoint,
    options: &Options,
    marked: impl Fn(Extent) -> bool,
) -> Option<Extent> {
    let around = quotations
        .iter()
        .filter(|quotation| quotation.speech && quotation.closed)
        .filter(|quotation| quotation.outer.start <= caret && caret <= quotation.outer.end)
        .map(|quotation| quoted(quotation, options))
        .filter(|quoted| !marked(*quoted))
        .min_by_key(|quoted| quoted.len());
    // Another claim inside one is a sentence of it, not the same words again.
    let differs = |taken: &Extent| match quotation_at(quotations, caret) {
        Some(quotation) => {
            let bare = text.sentence_without_end_mark(quotation.inner);
            let inside = quotation.inner.start <= caret && caret <= quotation.inner.end;
            inside && !taken.contains_extent(bare)
        }
        None => true,
    };
    around
        .or_else(|| {
            sentence(text, caret, options).filter(|taken| differs(taken) && !marked(*taken))
        })
        .or_else(|| claim(text, quotations, caret, options))
}

/// A mention at a caret: a known name, else a run of capitalised words or a
/// name in Chinese characters, else the word. Where words run on, a caret
/// before a word of saying is behind who says it.
#[must_use]
pub fn mention<'a>(
    text: &Text,
    known: impl Iterator<Item = &'a str>,
    caret: CodePoint,
) -> Option<Extent> {
    known_name(text, known, caret)
        .or_else(|| capitalised_run_at(text, caret))
        .or_else(|| {
            let caret = before_word_of_saying(text, caret).unwrap_or(caret);
            han_name_at(text, caret).or_else(|| text.word_at(caret))
        })
}

/// A place inside the word that runs on into the word of saying at a caret.
fn before_word_of_saying(text: &Text, caret: CodePoint) -> Option<CodePoint> {
    let before = CodePoint(caret.0.checked_sub(1)?);
    let letter = text
        .slice(Extent {
            start: before,
            end: caret,
        })?
        .chars()
        .next()?;
    let starts = || word_of_saying(text, caret).is_some_and(|word| word.start == caret);
    (without_spaces(letter) && starts()).then_some(before)
}

/// A fragment at a caret: the quotation around it, else the word.
#[must_use]
pub fn fragment(
    text: &Text,
    quotations: &[Quotation],
    caret: CodePoint,
    options: &Options,
) -> Option<Extent> {
    quotation_at(quotations, caret)
        .map(|quotation| quoted(quotation, options))
        .or_else(|| text.word_at(caret))
}

/// The longest known name that covers a caret, as whole words where the
/// script separates words.
#[must_use]
pub fn known_name<'a>(
    text: &Text,
    known: impl Iterator<Item = &'a str>,
    caret: CodePoint,
) -> Option<Extent> {
    let line = text.line_extent(text.line_of(caret)?)?;
    let window = Extent {
        start: line
            .start
            .max(CodePoint(caret.0.saturating_sub(NAME_REACH))),
        end: line.end.min(CodePoint(caret.0.saturating_add(NAME_REACH))),
    };
    let near = text.slice(window)?;
    known
        .flat_map(|name| occurrences(text, near, window.start, name))
        .filter(|found| found.start <= caret && caret <= found.end)
        .max_by_key(|found| found.len())
}

/// Where a name stands as whole words in a slice of the text that starts at
/// `offset`.
pub fn occurrences<'a>(
    text: &'a Text,
    slice: &'a str,
    offset: CodePoint,
    name: &'a str,
) -> impl Iterator<Item = Extent> + 'a {
    let mut read = 0;
    let mut at = offset.0;
    slice
        .match_indices(if name.is_empty() { "\u{0}" } else { name })
        .filter_map(move |(byte, found)| {
            at = at.saturating_add(count(slice.get(read..byte)?));
            read = byte;
            let extent = Extent::of(at, at.saturating_add(count(found)));
            is_whole(text, extent).then_some(extent)
        })
}

/// Whether an extent neither begins nor ends inside a word.
#[must_use]
pub fn is_whole(text: &Text, extent: Extent) -> bool {
    (ends_word(text, extent.start) || proclitic_precedes(text, extent.start))
        && (ends_word(text, extent.end) || particle_follows(text, extent.end))
}

/// Whether a name may end here: not between two letters of a script that
/// separates words by spaces.
fn ends_word(text: &Text, at: CodePoint) -> bool {
    let before =
        at.0.checked_sub(1)
            .and_then(|start| text.slice(Extent::of(start, at.0)));
    let after = text.slice(Extent::of(at.0, at.0.saturating_add(1)));
    let letter = |piece: Option<&str>| {
        piece
            .and_then(|piece| piece.chars().next())
            .filter(|c| c.is_alphanumeric())
    };
    match (letter(before), letter(after)) {
        (Some(left), Some(right)) => without_spaces(left) || without_spaces(right),
        _ => true,
    }
}

/// Whether a word begins before a name with no more than what Arabic and
/// Hebrew write onto it: "and", "to", "in".
fn proclitic_precedes(text: &Text, at: CodePoint) -> bool {
    const PROCLITICS: &[char] = &['و', 'ف', 'ب', 'ل', 'ك', 'ו', 'ב', 'ל', 'מ', 'ה', 'ש', 'כ'];
    let Some(start) = at.0.checked_sub(1) else {
        return false;
    };
    let letter = text.slice(Extent::of(start, at.0)).unwrap_or_default();
    letter.chars().all(|letter| PROCLITICS.contains(&letter)) && ends_word(text, CodePoint(start))
}

/// Whether the rest of the word is a particle that Korean writes onto a noun.
fn particle_follows(text: &Text, at: CodePoint) -> bool {
    const PARTICLES: &[&str] = &[
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "에서",
        "에게",
        "에는",
        "에도",
        "와",
        "과",
        "도",
        "만",
        "로",
        "으로",
        "께서",
        "까지",
        "부터",
        "측",
        "측은",
        "측이",
        "이다",
        "입니다",
    ];
    const LONGEST: u32 = 4;
    let end = CodePoint(at.0.saturating_add(LONGEST).min(text.end().0));
    let rest = text.slice(Extent { start: at, end }).unwrap_or_default();
    let word = rest
        .find(|letter: char| !letter.is_alphanumeric())
        .map_or(rest, |end| rest.get(..end).unwrap_or_default());
    PARTICLES.contains(&word)
}

/// Scripts that put no space between words: a name there may stand anywhere.
const fn without_spaces(letter: char) -> bool {
    matches!(letter,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

fn count(slice: &str) -> u32 {
    u32::try_from(slice.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::quotation::quotations;

    #[test]
    fn a_known_name_wins_over_the_word_but_not_inside_a_longer_word() {
        let text = Text::new("We are welcome, said Jean-Luc of 北京大学 today.".to_owned());
        let take = |caret: u32, names: &[&str]| {
            mention(&text, names.iter().copied(), CodePoint(caret))
                .map(|extent| text.slice(extent).unwrap().to_owned())
        };
        assert_eq!(take(8, &["we"]).as_deref(), Some("welcome"));
        assert_eq!(take(34, &["北京"]).as_deref(), Some("北京"));
        assert_eq!(
            take(23, &["Jean-Luc of 北京大学"]).as_deref(),
            Some("Jean-Luc of 北京大学")
        );
    }

    #[test]
    fn a_claim_takes_the_quotation_around_the_caret_or_its_sentence() {
        let text = Text::new("Rain came. \"It will pass,\" Vale said. Nobody moved!".to_owned());
        let quotations = quotations(&text);
        let options = Options::default();
        let take = |caret: u32| {
            claim(&text, &quotations, CodePoint(caret), &options)
                .map(|extent| text.slice(extent).unwrap().to_owned())
        };
        assert_eq!(take(2).as_deref(), Some("Rain came"));
        assert_eq!(take(15).as_deref(), Some("\"It will pass,\""));
        assert_eq!(take(45).as_deref(), Some("Nobody moved"));
    }
}
