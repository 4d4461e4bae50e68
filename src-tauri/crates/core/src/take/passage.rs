//! The words of a sentence outside its quotations, and what parts them.

use crate::reporting::{self, Class, Cue, LONGEST};
use crate::text::quotation::Quotation;
use crate::text::{CodePoint, Extent, Text, balanced_sentence_at};
use std::collections::BTreeSet;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing but space.
    Joined,
    /// A comma.
    Comma,
    /// More than that, or a quotation.
    Break,
}

/// A word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) extent: Extent,
    pub(super) gap: Gap,
}

/// The words of a sentence outside its quotations.
pub(super) struct Passage<'t> {
    pub(super) text: &'t Text,
    pub(super) words: Vec<Word>,
}

/// A cue among the words: the first and the one after the last.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) cue: &'static Cue,
}

impl<'t> Passage<'t> {
    /// The sentence in which something stands that starts at `at`; quotations
    /// that it lies in are left open.
    pub(super) fn around(
        text: &'t Text,
        quotations: &[Quotation],
        around: Extent,
    ) -> Option<Passage<'t>> {
        let region = balanced_sentence_at(text, around.start)?;
        let closed: Vec<Extent> = quotations
            .iter()
            .filter(|quotation| quotation.speech && quotation.outer.overlaps(region))
            .map(|quotation| quotation.outer)
            .filter(|outer| *outer == around || !outer.contains_extent(around))
            .collect();
        Some(Self::of(text, region, &closed))
    }

    /// The words of a stretch, but not those inside `closed`.
    pub(super) fn of(text: &'t Text, region: Extent, closed: &[Extent]) -> Passage<'t> {
        let mut words: Vec<Word> = Vec::new();
        let first = text.line_of(region.start).unwrap_or(0);
        let last = text.line_of(region.end).unwrap_or(first);
        let (mut start, mut gap) = (region.start, Gap::Break);
        for line in first..=last {
            for end in text.word_breaks(line) {
                let extent = Extent { start, end: end.at };
                if end.at <= region.start {
                    start = region.start;
                    continue;
                }
                if start >= region.end {
                    break;
                }
                start = end.at;
                if closed.iter().any(|closed| closed.overlaps(extent)) {
                    gap = Gap::Break;
                } else if end.word_before {
                    words.push(Word { extent, gap });
                    gap = Gap::Joined;
                } else {
                    gap = gap.max(parting(text, extent));
                }
            }
        }
        Self { text, words }
    }

    fn at(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The gap before a word; a break beyond the last.
    pub(super) fn gap(&self, index: usize) -> Gap {
        self.at(index).map_or(Gap::Break, |word| word.gap)
    }

    /// The extent from one word up to another, without the latter.
    pub(super) fn extent(&self, first: usize, end: usize) -> Option<Extent> {
        let last = self.at(end.checked_sub(1)?)?;
        (first < end).then_some(Extent {
            start: self.at(first)?.extent.start,
            end: last.extent.end,
        })
    }

    pub(super) fn word(&self, index: usize) -> &'t str {
        self.at(index)
            .and_then(|word| self.text.slice(word.extent))
            .unwrap_or_default()
    }

    /// Whether a word, or one of several words that begins there, is of a class.
    pub(super) fn is(
        &self,
        index: usize,
        class: Class,
        languages: &BTreeSet<&'static str>,
    ) -> bool {
        (index + 1..=index + 2).any(|end| {
            self.joined(index, end)
                .is_some_and(|phrase| reporting::is(phrase, class, languages))
        })
    }

    /// Words that only spaces part.
    fn joined(&self, first: usize, end: usize) -> Option<&'t str> {
        (first + 1..end)
            .all(|index| self.gap(index) == Gap::Joined)
            .then(|| self.extent(first, end))
            .flatten()
            .and_then(|extent| self.text.slice(extent))
    }

    /// The words that report, the longest phrase at each place.
    pub(super) fn cues(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < self.words.len() {
            let longest = (first + 1..=(first + LONGEST).min(self.words.len()))
                .rev()
                .find_map(|end| {
                    let cue = reporting::cue(self.joined(first, end)?)?;
                    Some(Found { first, end, cue })
                });
            first = longest.as_ref().map_or(first + 1, |found| found.end);
            found.extend(longest);
        }
        self.closed(found)
    }

    /// "据…报道": what begins with "according to" and ends with a word that
    /// reports has the latter for its cue; such a word alone may be a noun.
    fn closed(&self, found: Vec<Found>) -> Vec<Found> {
        let goes_on =
            |from: usize, to: usize| (from + 1..=to).all(|index| self.gap(index) == Gap::Joined);
        let leads = |index: usize| {
            let word = self.word(index);
            ["据", "據", "根据", "根據"]
                .iter()
                .any(|lead| word.starts_with(lead))
        };
        let kept = |index: usize, one: &Found| match one.cue.class {
            Class::Closing => (0..one.first).any(|at| leads(at) && goes_on(at, one.first)),
            Class::Leading if leads(one.first) => !found.get(index + 1).is_some_and(|next| {
                matches!(next.cue.class, Class::Closing | Class::Verb)
                    && goes_on(one.first, next.first)
            }),
            _ => true,
        };
        let kept: Vec<bool> = (0..)
            .zip(&found)
            .map(|(index, one)| kept(index, one))
            .collect();
        found
            .into_iter()
            .zip(kept)
            .filter_map(|(one, kept)| kept.then_some(one))
            .collect()
    }

    /// The word that a position touches.
    pub(super) fn touched(&self, at: CodePoint) -> Option<usize> {
        self.words
            .iter()
            .rposition(|word| word.extent.start <= at && at <= word.extent.end)
    }
}

fn parting(text: &Text, extent: Extent) -> Gap {
    // Where words run on, a space parts more than words: headlines have it for a comma.
    let character = |at: CodePoint| {
        let end = CodePoint(at.0.saturating_add(1));
        text.slice(Extent { start: at, end })?.chars().next()
    };
    let ideograph = |at: Option<CodePoint>| {
        at.and_then(character)
            .is_some_and(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
    };
    let between = text.slice(extent).unwrap_or_default();
    // "ARDEN - The mayor": a dash, which a keyboard has no other sign for.
    let before = extent.start.0.checked_sub(1).map(CodePoint);
    let space = |at: Option<CodePoint>| at.and_then(character).is_some_and(char::is_whitespace);
    if between == "-" && space(before) && space(Some(extent.end)) {
        return Gap::Break;
    }
    if between.chars().all(char::is_whitespace) && ideograph(before) && ideograph(Some(extent.end))
    {
        return Gap::Break;
    }
    let one = |c: char| match c {
        ',' | '،' | '，' | '、' => Gap::Comma,
        '.' | '\'' | '’' | '-' | '·' | '՝' => Gap::Joined,
        c if c.is_whitespace() => Gap::Joined,
        // A possessive: "the ministry's spokesman".
        c if c.is_alphabetic() => Gap::Joined,
        _ => Gap::Break,
    };
    between.chars().map(one).max().unwrap_or(Gap::Joined)
}

/// Words of saying in a stretch of text outside of speech, in text order.
#[must_use]
pub fn words_of_saying(text: &Text, quotations: &[Quotation], region: Extent) -> Vec<Extent> {
    let closed: Vec<Extent> = quotations
        .iter()
        .filter(|quotation| quotation.speech && quotation.outer.overlaps(region))
        .map(|quotation| quotation.outer)
        .collect();
    let passage = Passage::of(text, region, &closed);
    passage
        .cues()
        .into_iter()
        .filter_map(|found| passage.extent(found.first, found.end))
        .collect()
}

/// The word or phrase of saying that a caret touches, inside of speech too.
#[must_use]
pub fn word_of_saying(text: &Text, caret: CodePoint) -> Option<Extent> {
    let line = text.line_extent(text.line_of(caret)?)?;
    let start = text
        .sentence_at(caret)
        .map_or(line.start, |sentence| sentence.start);
    let passage = Passage::of(
        text,
        Extent {
            start,
            end: line.end,
        },
        &[],
    );
    let word = passage.touched(caret)?;
    passage
        .cues()
        .into_iter()
        .find(|found| found.first <= word && word < found.end)
        .and_then(|found| passage.extent(found.first, found.end))
}
