//! The dateline: place, date and agency before the first sentence.

use super::body::Body;
use super::{Page, Proposal, Reason};
use crate::document::ZoneKind;
use crate::text::{CodePoint, Extent};

/// A dateline has no more characters than this.
const LONGEST: usize = 60;
/// Places without a bracket, a digit or capitals have no more words than this.
const WORDS: usize = 3;

/// The dateline of the first line of prose, or of the one after it.
pub(super) fn propose(page: &Page<'_>, body: &Body) -> Option<Proposal> {
    let lines = [body.first, body.first + 1];
    lines
        .into_iter()
        .filter_map(|at| page.line(at))
        .find_map(|line| {
            let length = length(line.content)?;
            let start = line.extent.start;
            let end = CodePoint(start.0 + u32::try_from(length).ok()?);
            Some(Proposal {
                extent: Extent { start, end },
                kind: ZoneKind::Dateline,
                reason: Reason::Position,
            })
        })
}

/// How many code points of a line are its dateline.
fn length(content: &str) -> Option<usize> {
    let characters: Vec<char> = content.chars().take(LONGEST + 2).collect();
    let dash = |at: usize| matches!(characters.get(at), Some('-' | '–' | '—' | '－'));
    let space = |at: usize| characters.get(at).is_none_or(|c| c.is_whitespace());
    if let Some('【') = characters.first() {
        return characters.iter().position(|c| *c == '】').map(|at| at + 1);
    }
    for at in 1..characters.len().min(LONGEST) {
        let before: String = characters.iter().take(at).collect();
        if dash(at) && (space(at + 1) || characters.get(at) == Some(&'—')) && !dash(at + 1) {
            let apart = space(at - 1) || matches!(characters.get(at - 1), Some('.' | ')' | '）'));
            if apart && says_where(&before) {
                return Some(with_agency(&characters, at + 1));
            }
            return None;
        }
        // "PLACE (agency). Text"
        if characters.get(at) == Some(&')')
            && matches!(characters.get(at + 1), Some('.' | ':'))
            && space(at + 2)
            && before.contains('(')
            && before.split_whitespace().count() <= 2 * WORDS
        {
            return Some(at + 2);
        }
        // "日报北京10月16日电 "
        let wide = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
        if characters.get(at).is_some_and(|c| c.is_whitespace())
            && characters.get(at - 1).is_some_and(wide)
            && before.chars().any(char::is_numeric)
            && before.chars().all(|c| wide(&c) || c.is_numeric())
        {
            return Some(at);
        }
        if matches!(
            characters.get(at),
            Some('"' | '“' | '«' | '„' | '?' | '!' | '。' | '，' | '।')
        ) {
            return None;
        }
    }
    None
}

/// "Place - Agency:" after the dash, and "Place, 3 May — «Agency»."
fn with_agency(characters: &[char], after_dash: usize) -> usize {
    let reach = characters.len().min(after_dash + 24);
    let Some(rest) = characters.get(after_dash..reach) else {
        return after_dash;
    };
    let words = |end: usize| rest.iter().take(end).filter(|c| c.is_whitespace()).count();
    let colon = rest
        .iter()
        .position(|c| *c == ':')
        .filter(|at| words(*at) <= WORDS);
    let quoted = rest.iter().position(|c| *c == '»').and_then(|at| {
        let opened = rest.iter().find(|c| !c.is_whitespace()) == Some(&'«');
        (opened && rest.get(at + 1) == Some(&'.')).then_some(at + 1)
    });
    colon
        .or(quoted)
        .map_or(after_dash, |at| after_dash + at + 1)
}

/// Whether words before a dash name a place, a date or an agency and say nothing.
fn says_where(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    let words = before.split_whitespace().count();
    let letters = || before.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().any(char::is_uppercase) && !letters().any(char::is_lowercase);
    let cased = letters().any(char::is_lowercase);
    let agency = before.ends_with(')') || before.ends_with('）');
    let place_and_date = before.contains(',') && before.chars().any(char::is_numeric);
    match () {
        () if capitals => words <= 2 * WORDS,
        () if agency || place_and_date => words <= 3 * WORDS,
        () => !cased && words <= WORDS,
    }
}
