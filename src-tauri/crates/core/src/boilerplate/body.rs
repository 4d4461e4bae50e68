//! Where the article begins and ends.

use super::Page;
use super::line::{LONG, Line, VERY_LONG, WIDE};
use crate::text::fold;

/// A headline stands among this many lines before the first sentence, where nothing is wide.
const SHORT_HEAD: usize = 3;

/// The lines between which the article lies, as indices into the lines of the page.
pub(super) struct Body {
    /// The line after a notice at the start of the page.
    pub(super) start: usize,
    pub(super) headline: Option<usize>,
    /// The headline is what the page calls itself.
    pub(super) titled: bool,
    /// The first line of prose.
    pub(super) first: usize,
    /// The last line of prose.
    pub(super) last: usize,
}

/// `None` in a text without prose.
pub(super) fn find(page: &Page<'_>, title: Option<&str>) -> Option<Body> {
    let start = end_of_notice(page);
    let titled = titled(page, title);
    let headline = titled.or_else(|| headline(page, start));
    let from = headline.map_or(start, |at| at + 1);
    let first = (from..page.lines.len()).find(|at| is_prose_at(page, *at))?;
    let last = (first..page.lines.len())
        .rev()
        .find(|at| is_prose_at(page, *at) && !is_item(page, *at))?;
    Some(Body {
        start,
        headline,
        titled: titled.is_some(),
        first,
        last,
    })
}

fn is_prose_at(page: &Page<'_>, at: usize) -> bool {
    page.line(at).is_some_and(|line| page.is_prose(line))
}

/// An item of a list of headlines that looks like a sentence: a question among other items, or a
/// quotation with the date under it.
fn is_item(page: &Page<'_>, at: usize) -> bool {
    let Some(line) = page.line(at) else {
        return false;
    };
    let next = page.line(at + 1);
    let dated = next.is_some_and(|next| next.is_date);
    let listed = |line: Option<&Line<'_>>| line.is_some_and(|line| !page.is_prose(line));
    let before = at.checked_sub(1).and_then(|before| page.line(before));
    let open = line.content.ends_with(['?', '!', '？', '！', '؟']) || !line.ends_sentence;
    open && line.sentence_end.is_none()
        && line.width < VERY_LONG
        && listed(before)
        && listed(next)
        && (dated || line.words > 1 && line.content.ends_with(['?', '？', '؟']))
}

/// The line that says what the page calls itself.
fn titled(page: &Page<'_>, title: Option<&str>) -> Option<usize> {
    let wanted = fold(title?.trim());
    if wanted.is_empty() {
        return None;
    }
    // The title of a page often has the outlet behind it.
    page.lines.iter().position(|line| {
        let here = fold(line.content);
        here == wanted || line.width >= WIDE && wanted.starts_with(&here)
    })
}

/// The first wide line that does not end as a statement.
fn headline(page: &Page<'_>, start: usize) -> Option<usize> {
    let longest = if page.punctuated { VERY_LONG } else { LONG };
    for (at, line) in page.lines.iter().enumerate().skip(start) {
        let statement = line.ends_sentence
            && !line
                .content
                .ends_with(['?', '!', '？', '！', '؟', '"', '”', '»', '“', '」']);
        if line.width >= WIDE
            && line.width < longest
            && !statement
            && !line.is_date
            && !line.goes_on()
            && !line.is_row_of_items()
            && !line.is_notice_of_rights()
        {
            return Some(at);
        }
        if page.is_prose(line) {
            break;
        }
    }
    let first = (start..page.lines.len()).find(|at| is_prose_at(page, *at))?;
    let opening = page.line(start)?;
    let plain = !opening.is_date && !opening.is_row_of_items();
    (first > start && first - start <= SHORT_HEAD && plain).then_some(start)
}

/// A notice about cookies at the start of the page, with the lines that are its buttons.
fn end_of_notice(page: &Page<'_>) -> usize {
    let Some(at) = (0..SHORT_HEAD).find(|at| is_prose_at(page, *at)) else {
        return 0;
    };
    let tiny = |at: usize| page.line(at).is_some_and(Line::is_tiny);
    let (true, Some(line)) = (tiny(at + 1) && tiny(at + 2), page.line(at)) else {
        return 0;
    };
    // It names its own buttons, or the one word that every such notice has.
    let named = page.run(at + 1, at + 5).iter().any(|button| {
        button.is_tiny() && button.width > 5 && line.content.contains(button.content)
    });
    if named || line.content.to_lowercase().contains("cookie") {
        at + 1
    } else {
        0
    }
}
