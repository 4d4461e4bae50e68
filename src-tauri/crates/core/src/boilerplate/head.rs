//! What stands above the first sentence: menus, headline, byline, date, share buttons.

use super::body::Body;
use super::line::{LONG, Line, VERY_LONG};
use super::{Page, Proposal, Reason, author, credit};
use crate::document::ZoneKind;

/// More lines than this between headline and first sentence are something else.
const FRONT_MATTER: usize = 60;
/// A byline has no more words than this.
const BYLINE_WORDS: usize = 8;
/// So many digits are a date with something beside it.
const DIGITS: usize = 7;
/// Menu items above a page without a wide headline: as many as make a menu certain.
const MENU: usize = 4;

/// More lines than this under a menu are no notice.
const NOTICE: usize = 3;

/// The zones above the first sentence.
pub(super) fn propose(page: &Page<'_>, body: &Body) -> Vec<Proposal> {
    let mut zones = Vec::new();
    let end = match body.headline {
        Some(headline) => headline,
        // The headline may be one of the short lines: the last two are kept.
        None => body.first.saturating_sub(2),
    };
    // Where sentences have no end marks, short ones may stand above the first wide line.
    let sure = body.headline.is_some() && page.punctuated;
    let least = if sure { 2 } else { MENU };
    zones.extend(menus(page, body.start, end, least));
    if body.titled {
        zones.extend(notice_under_menu(page, body.start, end, &zones));
    }
    if body.start > 0 {
        zones.extend(page.zone(0, body.start - 1, ZoneKind::Skip, Reason::Notice));
    }
    if let Some(headline) = body.headline {
        zones.extend(page.zone(headline, headline, ZoneKind::Headline, Reason::Position));
        zones.extend(front_matter(page, headline + 1, body.first));
    }
    zones
}

/// What stands between a menu and the line that the page calls itself: a notice or a kicker, even
/// where it is a sentence.
fn notice_under_menu(
    page: &Page<'_>,
    first: usize,
    headline: usize,
    menus: &[Proposal],
) -> Option<Proposal> {
    let in_menu = |line: &Line<'_>| {
        let start = line.extent.start;
        menus.iter().any(|menu| menu.extent.contains(start))
    };
    let lines = page.run(first, headline);
    let under = lines.iter().rev().take_while(|line| !in_menu(line)).count();
    let from = headline.checked_sub(under)?;
    let narrow = page
        .run(from, headline)
        .iter()
        .all(|line| line.width < VERY_LONG);
    let some = (1..=NOTICE).contains(&under) && under < lines.len() && narrow;
    some.then(|| page.zone(from, headline - 1, ZoneKind::Skip, Reason::Notice))?
}

/// Runs of short lines and dates; one alone may be a kicker or a name.
fn menus(page: &Page<'_>, first: usize, end: usize, least: usize) -> Vec<Proposal> {
    let mut zones = Vec::new();
    let mut run: Option<usize> = None;
    for at in first..=end {
        let line = page.line(at).filter(|_| at < end);
        let junk = line.is_some_and(|line| {
            line.is_tiny() || line.is_date || line.is_row_of_items() || line.is_notice_of_rights()
        });
        match (run, junk) {
            (None, true) => run = Some(at),
            (Some(start), false) => {
                let lines = page.run(start, at);
                let certain = lines
                    .iter()
                    .any(|line| line.is_date || line.is_row_of_items());
                if lines.len() >= least || certain {
                    let dates = lines.iter().all(|line| line.is_date);
                    let reason = if dates {
                        Reason::PageDate
                    } else {
                        Reason::Menu
                    };
                    zones.extend(page.zone(start, at - 1, ZoneKind::Skip, reason));
                }
                run = None;
            }
            _ => {}
        }
    }
    zones
}

/// What a line between headline and first sentence is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Date,
    Row,
    Caption,
    Byline,
    Subheading,
    Tiny,
    Unknown,
}

/// The zones of the lines from `first` up to and without `end`, which stand under the headline.
pub(super) fn front_matter(page: &Page<'_>, first: usize, end: usize) -> Vec<Proposal> {
    if end.saturating_sub(first) > FRONT_MATTER {
        return Vec::new();
    }
    let mut roles: Vec<Role> = Vec::new();
    for at in first..end {
        let Some(line) = page.line(at) else { break };
        roles.push(role(line, page.line(at + 1), &roles));
    }
    let role_at = |index: usize| roles.get(index).copied();
    let mut zones = Vec::new();
    for (index, role) in roles.iter().enumerate() {
        let at = first + index;
        let beside = [index.checked_sub(1).and_then(role_at), role_at(index + 1)];
        let in_run = beside
            .iter()
            .flatten()
            .any(|other| matches!(other, Role::Tiny | Role::Date | Role::Row));
        let (kind, reason) = match role {
            Role::Date => (ZoneKind::Skip, Reason::PageDate),
            Role::Row => (ZoneKind::Skip, Reason::Menu),
            Role::Tiny if in_run => (ZoneKind::Skip, Reason::Menu),
            Role::Caption => (ZoneKind::Caption, Reason::Credit),
            Role::Byline => (ZoneKind::Byline, Reason::Position),
            Role::Subheading => (ZoneKind::Subheading, Reason::Position),
            Role::Tiny | Role::Unknown => continue,
        };
        zones.extend(page.zone(at, at, kind, reason));
    }
    zones
}

fn role(line: &Line<'_>, next: Option<&Line<'_>>, before: &[Role]) -> Role {
    if line.is_date {
        return Role::Date;
    }
    if line.is_row_of_items() {
        return Role::Row;
    }
    if credit::is_caption(line) {
        return Role::Caption;
    }
    if !before.contains(&Role::Byline) && may_be_byline(line, next, before) {
        return Role::Byline;
    }
    if line.is_tiny() {
        return Role::Tiny;
    }
    let digits = line.content.chars().filter(|c| c.is_numeric()).count();
    let wide = line.width >= super::line::WIDE && !line.goes_on() && digits < DIGITS;
    if wide && !before.contains(&Role::Subheading) {
        return Role::Subheading;
    }
    Role::Unknown
}

/// Names: capitalised words; where there are no capitals, the first short line of two words or
/// more, under the headline or beside the date.
fn may_be_byline(line: &Line<'_>, next: Option<&Line<'_>>, before: &[Role]) -> bool {
    if line.words > BYLINE_WORDS || line.width >= LONG || before.contains(&Role::Tiny) {
        return false;
    }
    if author::is_name_with_by_after(line.content) {
        return true;
    }
    let beside_date = before.last() == Some(&Role::Date) || next.is_some_and(|next| next.is_date);
    match line.is_capitalised() {
        Some(capitalised) => capitalised,
        None => {
            line.is_tiny()
                && line.words >= 2
                && (beside_date || before.iter().all(|role| *role == Role::Subheading))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::propose;
    use crate::document::ZoneKind;
    use crate::text::Text;

    /// What is skipped of a page that calls itself "The old mill of Veldan closes".
    fn skipped(above: &str, title: Option<&str>) -> Vec<String> {
        let content = format!(
            "{above}The old mill of Veldan closes\nThe mill will close in May, its owner said on \
             Monday to nobody's surprise.\n\nNobody will be sent away, she told reporters there.\n"
        );
        let text = Text::new(content);
        let zones = propose(&text, title).into_iter();
        let skipped = zones.filter(|zone| zone.kind == ZoneKind::Skip);
        skipped
            .map(|zone| text.slice(zone.extent).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn a_notice_between_the_menu_and_the_stated_headline_goes_with_the_menu() {
        let title = Some("The old mill of Veldan closes");
        let menu = "Home\nPolitics\nSports\n";
        let notice = format!("{menu}We use small files of yours.\n");
        assert_eq!(skipped(&notice, title), [notice.trim_end()]);
        // Nobody says which line is the headline.
        assert!(!skipped(&notice, None).concat().contains("small files"));
        // Without a menu above it a sentence may be the article's.
        let sentence = "The mill has stood for two hundred years.\n";
        assert_eq!(skipped(sentence, title), [""; 0]);
        let prose = format!("{menu}{}", sentence.repeat(4));
        assert_eq!(skipped(&prose, title), [menu.trim_end()]);
    }
}
