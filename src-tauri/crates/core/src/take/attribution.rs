//! Who says a claim, with which word, and to whom, as its sentence tells.

mod colon;

use super::passage::{Found, Gap, Passage};
use crate::reporting::Class;
use crate::text::quotation::Quotation;
use crate::text::{CodePoint, Extent, Text, capitalised_run_at};
use std::collections::BTreeSet;

/// A speaker of more words than this is hardly one.
const LONGEST: usize = 12;

/// Where a known name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its place.
    pub extent: Extent,
    /// It is a person's.
    pub person: bool,
}

/// What a sentence tells of a claim in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The word of saying.
    pub cue: Option<Extent>,
    /// Who says it.
    pub speaker: Option<Extent>,
    /// To whom.
    pub addressee: Option<Extent>,
}

/// What the sentence of a claim tells of it. The word of saying is the one at
/// the caret, else the one `marked` as its cue, else the nearest to the claim.
/// `known` are the places of known names.
#[must_use]
pub fn attribution(
    text: &Text,
    quotations: &[Quotation],
    claim: &[Extent],
    caret: CodePoint,
    marked: Option<Extent>,
    known: &[Known],
) -> Attribution {
    let Some(first) = claim.first().copied() else {
        return Attribution::default();
    };
    let Some(passage) = Passage::around(text, quotations, first) else {
        return Attribution::default();
    };
    let extent_of = |found: &Found| passage.extent(found.first, found.end).unwrap_or_default();
    let cues = passage.cues();
    let at_caret = |found: &&Found| {
        passage
            .touched(caret)
            .is_some_and(|word| found.first <= word && word < found.end)
    };
    let away = |found: &&Found| {
        let extent = extent_of(found);
        let nearest = claim.iter().map(|piece| {
            if piece.contains_extent(extent) {
                extent.start.0.abs_diff(caret.0)
            } else if extent.end <= piece.start {
                piece.start.0 - extent.end.0
            } else {
                extent.start.0.saturating_sub(piece.end.0)
            }
        });
        nearest.min().unwrap_or(u32::MAX)
    };
    let is_marked = |found: &&Found| marked.is_some_and(|cue| cue.overlaps(extent_of(found)));
    let found = cues
        .iter()
        .find(at_caret)
        .or_else(|| cues.iter().find(is_marked))
        .or_else(|| cues.iter().min_by_key(away));
    let Some(found) = found else {
        return colon::named_before(text, quotations, first, caret).unwrap_or_default();
    };
    let around = Around {
        passage: &passage,
        cues: &cues,
        found,
        known,
    };
    let speaker = around.speaker();
    Attribution {
        cue: Some(extent_of(found)),
        speaker: speaker.and_then(|(first, end)| around.mention(first, end)),
        addressee: around
            .addressee(speaker)
            .and_then(|(first, end)| around.mention(first, end)),
    }
}

/// Words, from the first to the one after the last.
type Piece = (usize, usize);

struct Around<'a, 't> {
    passage: &'a Passage<'t>,
    cues: &'a [Found],
    found: &'a Found,
    known: &'a [Known],
}

impl Around<'_, '_> {
    const fn languages(&self) -> &BTreeSet<&'static str> {
        &self.found.cue.languages
    }

    fn is(&self, index: usize, class: Class) -> bool {
        self.passage.is(index, class, self.languages())
    }

    fn is_cue(&self, index: usize) -> bool {
        self.cues
            .iter()
            .any(|cue| cue.first <= index && index < cue.end)
    }

    fn speaker(&self) -> Option<Piece> {
        let before = || self.before();
        let after = || self.after(self.found.end);
        match self.found.cue.class {
            Class::Leading => after(),
            Class::Trailing => before(),
            // Chinese never puts its speaker behind the verb: "…, but admitted" is
            // said by whoever said what stands before.
            _ if self.languages().contains("zh") => before().or_else(|| {
                let earlier = self.cues.iter().rfind(|cue| cue.end <= self.found.first);
                Around {
                    found: earlier?,
                    ..*self
                }
                .speaker()
            }),
            // The verb stands first.
            _ if self.languages().contains("ar") => after().or_else(before),
            _ => match before() {
                Some((first, _)) if self.is(first, Class::Preposition) => after().or_else(before),
                Some(piece) => Some(piece),
                None => after(),
            },
        }
    }

    /// What stands before the word of saying, up to a comma or the like.
    fn before(&self) -> Option<Piece> {
        let cue = self.found.first;
        let mut end = cue;
        let mut first = cue;
        while let Some(index) = first.checked_sub(1) {
            let parted = self.passage.gap(first) != Gap::Joined;
            let ends = self.is(index, Class::That) || self.is_cue(index);
            if parted || ends || self.is(index, Class::And) {
                break;
            }
            first = index;
        }
        if first == cue && self.passage.gap(cue) == Gap::Comma {
            first = self.apposition(cue)?;
        }
        // "A man that gave no name said": Persian has one word for "that" and "who".
        let relative = |first: usize| {
            first > 0
                && first < cue
                && self.languages().contains("fa")
                && self.is(first - 1, Class::That)
                && !self.cues.iter().any(|earlier| earlier.end < first)
        };
        if relative(first) {
            end = first - 1;
            first = end;
            while first > 0 && self.passage.gap(first) == Gap::Joined {
                first -= 1;
            }
        }
        // "The mayor, Mira Vale, on Monday said": a Persian verb stands last.
        let set_off = first > 0 && first < cue && self.passage.gap(first) == Gap::Comma;
        if self.languages().contains("fa") && set_off && self.is(first, Class::Preposition) {
            end = first;
            first = self.apposition(first)?;
        }
        while end > first && self.is(end - 1, Class::Auxiliary) {
            end -= 1;
        }
        // "It was", and "quoting" before whom Arabic quotes.
        let arabic = self.languages().contains("ar");
        while first + 1 < end
            && (self.is(first, Class::Auxiliary) || (arabic && self.is(first, Class::Preposition)))
        {
            first += 1;
        }
        let cut = |end: usize, class| {
            (first + 1..end)
                .find(|index| self.is(*index, class))
                .unwrap_or(end)
        };
        end = cut(cut(end, Class::Topic), Class::Towards);
        // Where time and place stand between the speaker and the verb, or
        // before both.
        if ["zh", "fa"]
            .iter()
            .any(|one| self.languages().contains(one))
        {
            let begins = [Class::Preposition, Class::Auxiliary];
            while first + 1 < end && begins.into_iter().any(|class| self.is(first, class)) {
                first += 1;
            }
            end = (first + 1..end)
                .find(|index| self.is(*index, Class::Preposition))
                .unwrap_or(end);
        }
        (first < end && end - first <= LONGEST).then_some((first, end))
    }

    /// "Its chief executive, Jarmo Ristola, told": all from the start.
    fn apposition(&self, cue: usize) -> Option<usize> {
        let mut first = cue;
        while first > 0 && self.passage.gap(first) != Gap::Break {
            if self.is_cue(first - 1) || self.is(first - 1, Class::That) {
                return None;
            }
            first -= 1;
        }
        (cue - first <= LONGEST).then_some(first)
    }

    /// What stands after a place, up to a comma or the like.
    fn after(&self, start: usize) -> Option<Piece> {
        let mut end = start;
        while end < self.passage.words.len()
            && self.passage.gap(end) == Gap::Joined
            && !self.ends_mention(end)
        {
            end += 1;
        }
        if end == start || end - start > LONGEST {
            return None;
        }
        // "the minister, Liina Saar": a name that says who it is.
        if self.passage.gap(end) == Gap::Comma {
            let mut next = end + 1;
            while self.passage.gap(next) == Gap::Joined && !self.ends_mention(next) {
                next += 1;
            }
            let name = self.passage.extent(end, next);
            if name.is_some_and(|name| self.is_name(name))
                && !self
                    .passage
                    .extent(start, end)
                    .is_some_and(|piece| self.is_name(piece))
            {
                end = next;
            }
        }
        Some((start, end))
    }

    fn ends_mention(&self, index: usize) -> bool {
        [Class::That, Class::Preposition, Class::To]
            .into_iter()
            .any(|class| self.is(index, class))
            || self.is_cue(index)
            || is_addressed(self.passage.word(index))
    }

    fn is_name(&self, extent: Extent) -> bool {
        self.known.iter().any(|known| known.extent == extent)
            || capitalised_run_at(self.passage.text, extent.start) == Some(extent)
    }

    /// A name without its article, anything else as it is.
    fn mention(&self, first: usize, end: usize) -> Option<Extent> {
        let mut whole = self.passage.extent(first, end)?;
        let slice = |extent| self.passage.text.slice(extent).unwrap_or_default();
        // Without spaces words run on: "according to" into a name, and a
        // person's name, after which nothing but "'s" tells more of them.
        if self.languages().contains("zh") || self.languages().contains("ja") {
            let lead = ["根据", "根據", "据", "據"]
                .into_iter()
                .find(|lead| slice(whole).starts_with(lead));
            let passed = lead.map_or(0, crate::take::count);
            if whole.len() > passed {
                whole.start = CodePoint(whole.start.0.saturating_add(passed));
            }
            let ends = |name: &&Extent| {
                let rest = slice(Extent {
                    start: name.end,
                    end: whole.end,
                });
                whole.contains_extent(**name) && !rest.starts_with(['的', '之', 'の'])
            };
            let persons = self.known.iter().filter(|known| known.person);
            let within = persons.map(|known| &known.extent).filter(ends);
            if let Some(name) = within.max_by_key(|name| (name.len(), name.end)) {
                whole.end = name.end;
            }
            return Some(whole);
        }
        let bare = self
            .is(first, Class::Article)
            .then(|| self.passage.extent(first + 1, end))
            .flatten();
        Some(bare.filter(|bare| self.is_name(*bare)).unwrap_or(whole))
    }

    /// Whom a claim is told to.
    fn addressee(&self, speaker: Option<Piece>) -> Option<Piece> {
        if let Some(mark) = (0..self.found.first).rfind(|index| self.is(*index, Class::Towards)) {
            // "to whom they wrote, accusing": what they did is not whom.
            let end = (mark + 2..self.found.first)
                .find(|index| {
                    self.passage.gap(*index) != Gap::Joined || self.is(*index, Class::Auxiliary)
                })
                .unwrap_or(self.found.first);
            return Some((mark + 1, end)).filter(|(first, end)| first < end);
        }
        let after = speaker.map_or(0, |(_, end)| end).max(self.found.end);
        let follows = self.passage.gap(after) < Gap::Break;
        let at_once = self.found.cue.class == Class::Addressing && after == self.found.end;
        if follows && is_addressed(self.passage.word(after)) {
            return Some((after, after + 1));
        }
        if follows && self.is(after, Class::To) {
            return self.after(after + 1);
        }
        if at_once && self.passage.gap(after) == Gap::Joined {
            return self.after(after);
        }
        None
    }
}

/// Arabic writes "to the" onto the word.
fn is_addressed(word: &str) -> bool {
    matches!(word, "لي" | "له" | "لها" | "لهم" | "لنا")
        || (word.starts_with("لل") && word.chars().count() > 4)
}

#[cfg(test)]
mod tests;
