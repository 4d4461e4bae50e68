//! What of a sentence is the claim, once its speaker and cue are known.

use super::passage::{Gap, Passage};
use super::{count, sentence};
use crate::reporting::{self, Class};
use crate::scheme::Options;
use crate::text::quotation::Quotation;
use crate::text::{CodePoint, Extent, Text};
use std::collections::BTreeSet;

/// How far behind a cue the word may stand that begins what is said.
const REACH: usize = 10;

/// Whom somebody tells something is hardly more words than this.
const ADDRESSEE: usize = 8;

/// Fewer words before an attribution are hardly a statement: "On Monday".
const STATEMENT: usize = 3;

/// Who reports a claim, and with which word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Nobody when it is not given.
    pub speaker: Option<Extent>,
    /// The word of saying.
    pub cue: Extent,
}

impl Reported {
    fn hull(self) -> Extent {
        self.speaker
            .map_or(self.cue, |speaker| speaker.hull(self.cue))
    }
}

/// What is left of a claim that was made from a sentence once its speaker and
/// cue are marked in its unquoted part: what follows them, or what precedes
/// them where they are set off at the end; and of one that begins with its
/// cue, what follows. `None` when the claim is something else or nothing
/// would be left.
#[must_use]
pub fn shrunk(
    text: &Text,
    quotations: &[Quotation],
    options: &Options,
    whole: Extent,
    reported: Reported,
) -> Option<Extent> {
    let unquoted = |extent: Extent| {
        !quotations
            .iter()
            .any(|quotation| quotation.speech && quotation.outer.overlaps(extent))
    };
    let inside = |extent: Extent| whole.contains_extent(extent) && unquoted(extent);
    let languages = languages(text, reported.cue);
    let part = |start, end| without_joints(text, Extent { start, end });
    if inside(reported.cue) && reported.cue.start == whole.start {
        let begins = reported
            .speaker
            .is_none_or(|speaker| !whole.overlaps(speaker));
        if begins {
            let rest = said(
                text,
                quotations,
                part(reported.cue.end, whole.end),
                &languages,
            );
            return has_letter(text, rest).then_some(rest);
        }
    }
    if sentence(text, whole.start, options)? != whole
        || !inside(reported.cue)
        || !reported.speaker.is_none_or(inside)
    {
        return None;
    }
    let named = reported.hull();
    let preceding = part(whole.start, named.start);
    let following = part(named.end, whole.end);
    let begun = said(
        text,
        quotations,
        past_addressee(text, reported.cue, following),
        &languages,
    );
    let between = reported
        .speaker
        .filter(|speaker| !speaker.overlaps(reported.cue))
        .map(|speaker| {
            let (left, right) = (speaker.min(reported.cue), speaker.max(reported.cue));
            alone(text, part(left.end, right.start), &languages)
        });
    let set_off = has_letter(text, preceding)
        && words(text, preceding) >= STATEMENT
        && (preceding.end < named.start && !touches(text, preceding.end, named.start));
    // In Chinese what is said follows, where anything does.
    let preferred = if !set_off || begun != following || languages.contains("zh") {
        [begun, preceding]
    } else if !has_letter(text, following)
        || !touches(text, named.end, following.start)
        || preceding.len() > following.len()
    {
        [preceding, following]
    } else {
        [following, preceding]
    };
    preferred
        .into_iter()
        .chain(between)
        .find(|rest| has_letter(text, *rest))
}

/// The rest of a sentence whose claim an attribution interrupts: what follows
/// the attribution when the claim stands before it.
#[must_use]
pub fn continuation(
    text: &Text,
    options: &Options,
    claim: Extent,
    reported: Reported,
) -> Option<Extent> {
    let named = reported.hull();
    let whole = sentence(text, claim.start, options)?;
    if named.start < claim.end || !whole.contains_extent(named) {
        return None;
    }
    let rest = without_joints(
        text,
        Extent {
            start: named.end,
            end: whole.end,
        },
    );
    has_letter(text, rest).then_some(rest)
}

/// Where a second statement begins in one: at "and that".
#[must_use]
pub fn parted(
    text: &Text,
    quotations: &[Quotation],
    claim: Extent,
    cue: Option<Extent>,
) -> Option<CodePoint> {
    let languages = cue.map_or_else(reporting::languages, |cue| languages(text, cue));
    let closed: Vec<Extent> = quotations
        .iter()
        .filter(|quotation| quotation.speech && !quotation.outer.contains_extent(claim))
        .map(|quotation| quotation.outer)
        .collect();
    let passage = Passage::of(text, claim, &closed);
    let and_that = |index: &usize| {
        passage.is(*index, Class::And, &languages)
            && (passage.is(*index, Class::That, &languages)
                || passage.is(*index + 1, Class::That, &languages)
                // Chinese has no "that", but a comma before "and".
                || (languages.contains("zh") && passage.gap(*index) >= Gap::Comma))
    };
    let starts = |index: usize| passage.words.get(index).map(|word| word.extent.start);
    (0..passage.words.len())
        .filter(and_that)
        .filter_map(starts)
        .find(|start| *start > claim.start)
}

/// A part of a sentence without the words that join it to the other parts.
#[must_use]
pub fn alone(text: &Text, part: Extent, languages: &BTreeSet<&'static str>) -> Extent {
    let mut rest = without_joints(text, part);
    loop {
        let passage = Passage::of(text, rest, &[]);
        let is = |index: usize, classes: &[Class]| {
            classes
                .iter()
                .any(|class| passage.is(index, *class, languages))
        };
        let (Some(first), Some(last)) = (passage.words.first(), passage.words.last()) else {
            return rest;
        };
        let end = passage.words.len() - 1;
        let cut = if first.extent.start == rest.start
            && end > 0
            && is(0, &[Class::And, Class::That, Class::Topic])
        {
            Extent {
                start: first.extent.end,
                end: rest.end,
            }
        } else if last.extent.end == rest.end && end > 0 && is(end, &[Class::And, Class::That]) {
            Extent {
                start: rest.start,
                end: last.extent.start,
            }
        } else {
            return without_quotative(text, rest, languages);
        };
        rest = without_joints(text, cut);
    }
}

/// Japanese writes "that" onto the verb: 再開すると発表した.
fn without_quotative(text: &Text, rest: Extent, languages: &BTreeSet<&'static str>) -> Extent {
    let ends = text.slice(rest).is_some_and(|rest| rest.ends_with('と'));
    if ends && languages.contains("ja") && rest.len() > 1 {
        return Extent {
            start: rest.start,
            end: CodePoint(rest.end.0 - 1),
        };
    }
    rest
}

/// The languages in which a cue is one; of an unknown one, all.
#[must_use]
pub fn languages(text: &Text, cue: Extent) -> BTreeSet<&'static str> {
    text.slice(cue)
        .and_then(reporting::cue)
        .map_or_else(reporting::languages, |cue| cue.languages.clone())
}

/// What follows "that" soon after an attribution; all of it where there is
/// none.
fn said(
    text: &Text,
    quotations: &[Quotation],
    following: Extent,
    languages: &BTreeSet<&'static str>,
) -> Extent {
    let closed: Vec<Extent> = quotations
        .iter()
        .filter(|quotation| quotation.speech && quotation.outer.overlaps(following))
        .map(|quotation| quotation.outer)
        .collect();
    let passage = Passage::of(text, following, &closed);
    let begins = passage
        .words
        .first()
        .is_some_and(|word| word.extent.start == following.start);
    if !begins {
        return following;
    }
    let near = (0..passage.words.len().min(REACH))
        .take_while(|index| *index == 0 || passage.gap(*index) < Gap::Break)
        .find(|index| passage.is(*index, Class::That, languages));
    let Some(that) = near.and_then(|index| passage.words.get(index)) else {
        return following;
    };
    without_joints(
        text,
        Extent {
            start: that.extent.end,
            end: following.end,
        },
    )
}

/// What follows whom Chinese names between the verb and the comma: 告诉记者，…
fn past_addressee(text: &Text, cue: Extent, following: Extent) -> Extent {
    let addressing = text
        .slice(cue)
        .and_then(reporting::cue)
        .is_some_and(|cue| cue.class == Class::Addressing && cue.languages.contains("zh"));
    if !addressing {
        return following;
    }
    let passage = Passage::of(text, following, &[]);
    let last = (1..passage.words.len().min(ADDRESSEE))
        .find(|index| passage.gap(*index) != Gap::Joined)
        .and_then(|next| passage.words.get(next - 1));
    last.map_or(following, |last| {
        without_joints(
            text,
            Extent {
                start: last.extent.end,
                end: following.end,
            },
        )
    })
}

/// Whether only white space stands between two places.
fn touches(text: &Text, start: CodePoint, end: CodePoint) -> bool {
    text.slice(Extent { start, end })
        .is_none_or(|between| between.chars().all(char::is_whitespace))
}

fn words(text: &Text, extent: Extent) -> usize {
    Passage::of(text, extent, &[]).words.len()
}

/// Without the comma that ends speech before its attribution.
pub(super) fn without_comma(text: &Text, extent: Extent) -> Extent {
    let comma = |slice: &str| slice.ends_with([',', '،', '，']);
    match text.slice(extent) {
        Some(slice) if comma(slice) && extent.len() > 1 => Extent {
            start: extent.start,
            end: CodePoint(extent.end.0 - 1),
        },
        _ => extent,
    }
}

/// Without the white space and the joining punctuation at both ends;
/// quotation marks stay.
pub(super) fn without_joints(text: &Text, extent: Extent) -> Extent {
    const JOINTS: &[char] = &[
        ',', ':', ';', '–', '—', '-', '،', '؛', '，', '：', '；', '、',
    ];
    let Some(slice) = text.slice(extent) else {
        return extent;
    };
    let joint = |c: char| c.is_whitespace() || JOINTS.contains(&c);
    let without_start = slice.trim_start_matches(joint);
    let start = extent
        .start
        .0
        .saturating_add(count(slice).saturating_sub(count(without_start)));
    let end = start.saturating_add(count(without_start.trim_end_matches(joint)));
    // Not a comma inside a closing quotation mark: that one stays before it.
    Extent::of(start, end)
}

fn has_letter(text: &Text, extent: Extent) -> bool {
    text.slice(extent)
        .is_some_and(|slice| slice.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::occurrences;
    use crate::text::quotation::quotations;

    fn at(text: &Text, piece: &str) -> Extent {
        occurrences(text, text.as_str(), CodePoint(0), piece)
            .next()
            .unwrap_or_else(|| panic!("no {piece}"))
    }

    fn shrink(content: &str, speaker: Option<&str>, cue: &str) -> Option<String> {
        let text = Text::new(content.to_owned());
        let quotations = quotations(&text);
        let options = Options::default();
        let whole = sentence(&text, CodePoint(0), &options).unwrap();
        let reported = Reported {
            speaker: speaker.map(|speaker| at(&text, speaker)),
            cue: at(&text, cue),
        };
        let rest = shrunk(&text, &quotations, &options, whole, reported)?;
        Some(text.slice(rest).unwrap().to_owned())
    }

    #[test]
    fn a_claim_shrinks_to_what_follows_the_cue_or_else_to_what_precedes_it() {
        let cases = [
            (
                "Mira Vale said the river would rise.",
                "Mira Vale",
                "said",
                "the river would rise",
            ),
            (
                "The river will rise, Mira Vale said.",
                "Mira Vale",
                "said",
                "The river will rise",
            ),
            (
                "The river will rise, said Mira Vale.",
                "Mira Vale",
                "said",
                "The river will rise",
            ),
            (
                "Vale said: \"It will rise.\"",
                "Vale",
                "said",
                "\"It will rise.\"",
            ),
            (
                "Vale told reporters in Arden that it rose.",
                "Vale",
                "told",
                "it rose",
            ),
            (
                "The river will rise, Vale said on Monday.",
                "Vale",
                "said",
                "The river will rise",
            ),
            (
                "On Monday, Vale said the river rose.",
                "Vale",
                "said",
                "the river rose",
            ),
            (
                "The locks could hold until May, according to the board, which owns them.",
                "the board",
                "according to",
                "The locks could hold until May",
            ),
            (
                "ARDEN — The river will rise, Vale said.",
                "Vale",
                "said",
                "The river will rise",
            ),
            ("她告诉记者，渡轮很快恢复。", "她", "告诉", "渡轮很快恢复"),
            (
                "Minister: Ferries stay in port",
                "Minister",
                ":",
                "Ferries stay in port",
            ),
            (
                "وقالت نقابة البحارة إن الخسائر كبيرة.",
                "نقابة البحارة",
                "وقالت",
                "الخسائر كبيرة",
            ),
            ("मेयर राधा ने कहा कि नदी बढ़ेगी।", "मेयर राधा", "कहा", "नदी बढ़ेगी"),
            (
                "青波町は月曜日に運航を再開すると発表した。",
                "青波町",
                "発表した",
                "月曜日に運航を再開する",
            ),
        ];
        for (content, speaker, cue, expected) in cases {
            assert_eq!(
                shrink(content, Some(speaker), cue).as_deref(),
                Some(expected),
                "{content}"
            );
        }
        assert_eq!(shrink("Vale said.", Some("Vale"), "said"), None);
    }

    #[test]
    fn a_claim_of_nobody_shrinks_to_what_follows_its_cue() {
        assert_eq!(
            shrink("Guests had been told that a bus would come.", None, "told").as_deref(),
            Some("a bus would come")
        );
        assert_eq!(
            shrink(
                "罗大海的女儿在临河的医院上班，据说她住在宿舍。",
                None,
                "据说"
            )
            .as_deref(),
            Some("她住在宿舍")
        );
    }

    #[test]
    fn and_that_begins_another_statement() {
        for (content, second) in [
            ("the gate held and that nobody came", "and that"),
            ("الرخص منحت، وأن أي قارب لم يستثن", "وأن"),
            ("«الباب مفتوح»، وإن بلاده تنتظر", "وإن"),
            ("水库“只蓄不放”，并要求省方开闸", "并"),
        ] {
            let text = Text::new(content.to_owned());
            let place = parted(&text, &quotations(&text), text.extent(), None).unwrap();
            assert_eq!(place, at(&text, second).start, "{content}");
            let rest = Extent {
                start: place,
                end: text.end(),
            };
            let bare = alone(&text, rest, &reporting::languages());
            assert!(!text.slice(bare).unwrap().starts_with(second), "{content}");
        }
        let text = Text::new("the gate and the lock held".to_owned());
        assert_eq!(parted(&text, &[], text.extent(), None), None);
    }

    #[test]
    fn an_interrupted_statement_goes_on_behind_the_attribution() {
        let text = Text::new("If it rains, she said, the gate will hold.".to_owned());
        let reported = Reported {
            speaker: Some(at(&text, "she")),
            cue: at(&text, "said"),
        };
        let first = at(&text, "If it rains");
        let rest = continuation(&text, &Options::default(), first, reported);
        assert_eq!(
            rest.and_then(|rest| text.slice(rest)),
            Some("the gate will hold")
        );
        let whole = at(&text, "the gate will hold");
        assert_eq!(
            continuation(&text, &Options::default(), whole, reported),
            None
        );
    }
}
