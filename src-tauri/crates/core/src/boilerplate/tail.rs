//! What stands below the last sentence: share buttons, lists of other headlines, the foot.

use super::body::Body;
use super::line::{LONG, Line, count};
use super::{Page, Proposal, Reason, credit, glue};
use crate::document::ZoneKind;
use crate::text::{CodePoint, Extent};

/// So many lines without an end are no part of the article, whatever they say.
const MANY: usize = 3;

/// The zones below the last line of prose.
pub(super) fn propose(page: &Page<'_>, body: &Body) -> Vec<Proposal> {
    let mut zones = Vec::new();
    let Some(last) = page.line(body.last) else {
        return zones;
    };
    let mut first = body.last + 1;
    if body.last > body.first && credit::is_caption(last) {
        zones.extend(page.zone(body.last, body.last, ZoneKind::Caption, Reason::Credit));
    }
    first = after_list(page, first);
    while page.line(first).is_some_and(credit::is_caption) {
        zones.extend(page.zone(first, first, ZoneKind::Caption, Reason::Credit));
        first += 1;
    }
    if !page.punctuated {
        first = first_certain_block(page, first);
    }
    let lines = page.run(first, page.lines.len());
    let goes_on = lines
        .iter()
        .filter(|line| line.goes_on() && !line.is_tiny())
        .count();
    let certain = lines.iter().any(is_certain);
    if goes_on * 3 > lines.len() || lines.len() < MANY && !certain {
        return zones;
    }
    let end = page.lines.len().saturating_sub(1);
    let Some(mut zone) = page.zone(first, end, ZoneKind::Skip, reason(lines)) else {
        return zones;
    };
    if first == body.last + 1
        && let Some(byte) = glue::glued_at(last.content, last.sentence_end)
    {
        let before = count(last.content.get(..byte).unwrap_or_default());
        zone.extent = Extent {
            start: CodePoint(last.extent.start.0 + before),
            end: zone.extent.end,
        };
    }
    zones.push(zone);
    zones
}

/// What no article ends with.
fn is_certain(line: &Line<'_>) -> bool {
    line.is_date || line.is_row_of_items() || line.is_notice_of_rights()
}

fn reason(lines: &[Line<'_>]) -> Reason {
    let dates = lines.iter().filter(|line| line.is_date).count();
    let wide = lines
        .iter()
        .filter(|line| !line.is_tiny() && !line.is_date)
        .count();
    if dates == lines.len() {
        Reason::PageDate
    } else if dates >= 2 || wide >= 2 {
        Reason::HeadlineList
    } else {
        Reason::Menu
    }
}

/// The line after a list with bullets that ends the article.
fn after_list(page: &Page<'_>, first: usize) -> usize {
    let bulleted = |at: usize| page.line(at).is_some_and(Line::is_bulleted);
    let Some(mut at) = [first, first + 1].into_iter().find(|at| bulleted(*at)) else {
        return first;
    };
    while bulleted(at) {
        at += 1;
    }
    at
}

/// Where sentences have no end marks, the last of them can be as short as an item: a group of
/// lines is taken only from the first line on that stands with something certain, blank lines
/// parting the groups.
fn first_certain_block(page: &Page<'_>, first: usize) -> usize {
    let mut block = first;
    for at in first..page.lines.len() {
        let (Some(line), before) = (page.line(at), page.line(at.wrapping_sub(1))) else {
            break;
        };
        if before.is_some_and(|before| before.number + 1 < line.number) {
            block = at;
        }
        let short_run = page.run(block, at + 1);
        let buttons = short_run.len() > MANY
            && short_run
                .iter()
                .all(|line| line.words == 1 && line.width < LONG / 2);
        if is_certain(line) || buttons {
            return block;
        }
    }
    page.lines.len()
}
