//! What stands between the sentences of the article: subheadings, captions, lists of other
//! headlines.

use super::body::Body;
use super::line::Line;
use super::{Page, Proposal, Reason, credit, head};
use crate::document::ZoneKind;

/// Lines of the article before which a run with a date still belongs to the head.
const LEAD: usize = 2;
/// A subheading is no wider than this.
const SUBHEADING: u32 = 70;
/// What leads to another article has no more words than this before its colon.
const LEADING_WORDS: usize = 3;
/// Each such line is compared with all others: no article has more.
const LINES: usize = 2_000;
/// As many columns.
const LEADING_WIDTH: u32 = 24;

/// The zones between the first and the last line of prose.
pub(super) fn propose(page: &Page<'_>, body: &Body) -> Vec<Proposal> {
    let mut zones = Vec::new();
    let mut at = body.first + 1;
    while at < body.last {
        if page.line(at).is_none_or(|line| page.is_prose(line)) {
            zones.extend(caption(page, at));
            at += 1;
            continue;
        }
        let end = (at..body.last)
            .find(|end| page.line(*end).is_none_or(|line| page.is_prose(line)))
            .unwrap_or(body.last);
        zones.extend(run(page, body, at, end));
        at = end;
    }
    zones.extend(caption(page, body.first));
    zones
}

fn caption(page: &Page<'_>, at: usize) -> Option<Proposal> {
    credit::is_caption(page.line(at)?)
        .then(|| page.zone(at, at, ZoneKind::Caption, Reason::Credit))
        .flatten()
}

fn run(page: &Page<'_>, body: &Body, first: usize, end: usize) -> Vec<Proposal> {
    let lines = page.run(first, end);
    let [opening, ..] = lines else {
        return Vec::new();
    };
    // A list of the article itself.
    let listed = lines.iter().any(Line::is_bulleted);
    if listed || opening.goes_on() && opening.words > LEADING_WORDS {
        return Vec::new();
    }
    if lines.len() == 1 {
        return single(page, first, opening).into_iter().collect();
    }
    let dates = lines.iter().filter(|line| line.is_date).count();
    let prose_before = page
        .run(body.first, first)
        .iter()
        .filter(|line| page.is_prose(line))
        .count();
    if dates == 1 && prose_before <= LEAD {
        return head::front_matter(page, first, end);
    }
    let rows = lines
        .iter()
        .any(|line| line.is_row_of_items() || line.is_notice_of_rights());
    if dates >= 2 || rows {
        let reason = if dates >= 2 {
            Reason::HeadlineList
        } else {
            Reason::Menu
        };
        return page
            .zone(first, end - 1, ZoneKind::Skip, reason)
            .into_iter()
            .collect();
    }
    let apart = |at: usize| {
        caption(page, at).or_else(|| {
            let line = page.line(at)?;
            leads_elsewhere(page, line)
                .then(|| page.zone(at, at, ZoneKind::Skip, Reason::ReadAlso))?
        })
    };
    (first..end).filter_map(apart).collect()
}

/// One line between two sentences.
fn single(page: &Page<'_>, at: usize, line: &Line<'_>) -> Option<Proposal> {
    if let Some(caption) = caption(page, at) {
        return Some(caption);
    }
    if line.is_date || line.goes_on() || !page.punctuated && !leads_elsewhere(page, line) {
        return None;
    }
    if leads_elsewhere(page, line) {
        return page.zone(at, at, ZoneKind::Skip, Reason::ReadAlso);
    }
    let named_often = line.times > 1;
    let heading =
        line.width <= SUBHEADING && !named_often && !line.content.starts_with(char::is_numeric);
    heading
        .then(|| page.zone(at, at, ZoneKind::Subheading, Reason::Position))
        .flatten()
}

/// "Read also: A Bridge Is Closed": a few words, a colon, and what is no sentence.
fn leads_elsewhere(page: &Page<'_>, line: &Line<'_>) -> bool {
    if page.lines.len() > LINES {
        return false;
    }
    let Some((lead, rest)) = line.content.split_once([':', '：']) else {
        return false;
    };
    let (lead, rest) = (lead.trim(), rest.trim());
    let Some(first) = rest.chars().next() else {
        return false;
    };
    let short = lead.split_whitespace().count() <= LEADING_WORDS
        && super::line::width(lead) < LEADING_WIDTH;
    let begins = first.is_alphabetic() && !first.is_lowercase() || first.is_numeric();
    let title =
        super::line::width(rest) >= 20 && line.width < super::line::LONG + super::line::WIDE;
    // Who speaks stands before a colon too, but also elsewhere in the text.
    let known = page
        .lines
        .iter()
        .filter(|other| other.number != line.number)
        .any(|other| other.content.contains(lead));
    short && begins && title && !known && !lead.contains(char::is_numeric)
}
