//! What of a pasted page is not the article, and which lines are its headline, byline and so on.
//!
//! Proposals only: a person accepts or refuses them. The rules know no language. They look at how
//! long a line is, how it ends, whether it is a date, what repeats and where it stands. A sentence
//! wrongly proposed is worse than a menu left in, so a line that ends as sentences do is kept
//! unless something about it is certain.

mod author;
mod body;
mod credit;
mod date;
mod dateline;
mod glue;
mod head;
mod line;
mod middle;
mod stated;
mod tail;

pub use author::name_of;
pub use stated::{Stated, stated};

use crate::document::ZoneKind;
use crate::text::{CodePoint, Extent, Text};
use line::Line;

/// One long line in so many must end in a mark where sentences end in marks.
const ENDED: usize = 5;

/// A zone that is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Where: never empty, without white space at its ends.
    pub extent: Extent,
    /// What it is.
    pub kind: ZoneKind,
    /// Why.
    pub reason: Reason,
}

/// Why a zone is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Short lines without an end, as menus and share buttons are.
    Menu,
    /// Lines that look like headlines, one under the other, often with dates.
    HeadlineList,
    /// A date or time alone on its line.
    PageDate,
    /// A notice whose buttons follow it.
    Notice,
    /// One line that leads to another article.
    ReadAlso,
    /// Where it stands in the article.
    Position,
    /// The name of a photographer or agency at its end.
    Credit,
}

impl Reason {
    /// The name under which it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Menu => "menu",
            Self::HeadlineList => "headline_list",
            Self::PageDate => "page_date",
            Self::Notice => "notice",
            Self::ReadAlso => "read_also",
            Self::Position => "position",
            Self::Credit => "credit",
        }
    }
}

/// The zones of a page, in text order; they do not overlap. `title` is what the page calls itself,
/// where that is known: the line that says the same is the headline.
///
/// An article without anything around it, and a text without sentences, have no skip zones.
#[must_use]
pub fn propose(text: &Text, title: Option<&str>) -> Vec<Proposal> {
    let page = Page::read(text);
    let Some(body) = body::find(&page, title) else {
        return Vec::new();
    };
    let mut proposals = head::propose(&page, &body);
    proposals.extend(middle::propose(&page, &body));
    proposals.extend(tail::propose(&page, &body));
    proposals.extend(dateline::propose(&page, &body));
    proposals.sort_by_key(|proposal| proposal.extent);
    join(text, proposals)
}

/// The lines of a page that show something.
struct Page<'text> {
    lines: Vec<Line<'text>>,
    /// Whether its sentences end in marks. Thai ones do not.
    punctuated: bool,
}

impl<'text> Page<'text> {
    fn read(text: &'text Text) -> Self {
        let mut lines: Vec<Line<'text>> = Vec::new();
        for (number, extent) in text.lines().enumerate() {
            if let Some(line) = Line::read(text, number, extent) {
                lines.push(line);
            }
        }
        line::count_repeats(&mut lines);
        // Lists of headlines are lines without an end too: a few ends are enough.
        let long = lines.iter().filter(|line| line.width >= line::LONG);
        let ended = long.clone().filter(|line| line.ends_in_mark).count();
        let punctuated = match long.count() {
            0 => lines.iter().filter(|line| line.ends_in_mark).count() * 2 >= lines.len(),
            count => ended * ENDED >= count,
        };
        Self { lines, punctuated }
    }

    fn line(&self, at: usize) -> Option<&Line<'text>> {
        self.lines.get(at)
    }

    /// The lines from `first` up to and without `end`.
    fn run(&self, first: usize, end: usize) -> &[Line<'text>] {
        self.lines.get(first..end).unwrap_or_default()
    }

    /// Whether a line can be a sentence of the article.
    fn is_prose(&self, line: &Line<'text>) -> bool {
        if line.is_date || line.is_notice_of_rights() {
            return false;
        }
        line.ends_sentence
            || line.starts_with_quote
            || line.sentence_end.is_some()
            || line.width
                >= if self.punctuated {
                    line::VERY_LONG
                } else {
                    line::SENTENCE
                }
    }

    /// From the start of one line to the end of another, as a zone.
    fn zone(&self, first: usize, last: usize, kind: ZoneKind, reason: Reason) -> Option<Proposal> {
        let extent = Extent {
            start: self.line(first)?.extent.start,
            end: self.line(last)?.extent.end,
        };
        Some(Proposal {
            extent,
            kind,
            reason,
        })
    }
}

/// Neighbouring skip zones become one: a person decides once about what lies together.
fn join(text: &Text, proposals: Vec<Proposal>) -> Vec<Proposal> {
    let mut joined: Vec<Proposal> = Vec::new();
    for proposal in proposals {
        let Some(last) = joined.last_mut() else {
            joined.push(proposal);
            continue;
        };
        let end: CodePoint = last.extent.end;
        if proposal.extent.start < end {
            continue;
        }
        let between = text.slice(Extent {
            start: end,
            end: proposal.extent.start,
        });
        let together = between.is_some_and(crate::text::is_blank);
        if together && last.kind == ZoneKind::Skip && proposal.kind == ZoneKind::Skip {
            let whole = last.extent.hull(proposal.extent);
            if proposal.extent.len() > last.extent.len() {
                last.reason = proposal.reason;
            }
            last.extent = whole;
        } else {
            joined.push(proposal);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_article_alone_keeps_every_line() {
        let text = Text::from(
            "The mill closes\n\nThe mill will close in May, its owner said.\n\n\"We have no orders.\"\n\nNo.",
        );
        let kinds: Vec<_> = propose(&text, None).iter().map(|zone| zone.kind).collect();
        assert_eq!(kinds, [ZoneKind::Headline]);
    }

    #[test]
    fn the_line_that_is_the_title_is_the_headline() {
        let text = Text::from(
            "Old ferry sold for one crown to a school\nRain\nIt rained on Monday, and on Tuesday too.\n",
        );
        let headline = |title| {
            let zones = propose(&text, title);
            let found = zones.iter().find(|zone| zone.kind == ZoneKind::Headline);
            found
                .and_then(|zone| text.slice(zone.extent))
                .map(str::to_owned)
        };
        assert_eq!(headline(Some("rain")).as_deref(), Some("Rain"));
        let first = "Old ferry sold for one crown to a school";
        assert_eq!(headline(None).as_deref(), Some(first));
    }

    #[test]
    fn a_long_text_is_read_in_time() {
        let began = std::time::Instant::now();
        for line in [
            "a: Bcdefghi jklmno pqrstu vw\n",
            "!",
            "Ab\n",
            "12:41\n",
            "x.Y",
        ] {
            let text = Text::new(line.repeat(1024 * 1024 / line.len()));
            let _ = propose(&text, None);
        }
        assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
    }

    proptest! {
        #[test]
        fn zones_lie_in_the_text_in_order_and_apart(content in crate::text::any_text()) {
            let text = Text::new(content);
            let mut before = CodePoint(0);
            for zone in propose(&text, Some("Title")) {
                prop_assert!(before <= zone.extent.start && zone.extent.start < zone.extent.end);
                let slice = text.slice(zone.extent);
                prop_assert!(slice.is_some_and(|slice| slice.trim() == slice));
                before = zone.extent.end;
            }
        }
    }
}
