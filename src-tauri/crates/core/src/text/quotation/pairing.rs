//! Pairing marks into quotations, line by line.

use super::Quotation;
use super::mark::{Mark, closes, is_only_closing, is_only_opening, is_single, marks};
use crate::text::Text;
use crate::text::offsets::{CodePoint, Extent, count};

/// Deeper than this the outermost open quotation is given up, so that cost stays linear.
const DEPTH: usize = 32;

/// A quotation whose end has not been read yet.
#[derive(Debug, Clone, Copy)]
struct Open {
    symbol: char,
    start: CodePoint,
    inner: CodePoint,
}

impl Open {
    /// Left open it was an apostrophe and not a quotation.
    fn is_doubtful(self) -> bool {
        matches!(self.symbol, '\'' | '’')
    }
}

enum Meaning {
    Opens,
    /// Closes the open quotation of this number, and those inside it with it.
    Closes(usize),
    Stray,
    Nothing,
}

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    open: Vec<Open>,
    found: Vec<Quotation>,
    stray: Vec<Extent>,
    /// The end of the last paragraph read.
    end: CodePoint,
}

impl Pairing {
    /// Whether a quotation may go on in the next paragraph.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Reads the next line.
    pub(super) fn read_line(&mut self, text: &Text, number: usize) {
        let Some(extent) = text.line_extent(number) else {
            return;
        };
        let content = text.slice(extent).unwrap_or_default();
        if crate::text::is_blank(content) {
            return;
        }
        let line: Vec<char> = content.chars().collect();
        let marks = marks(&line);
        let reopened = self.go_on(text, &line, &marks);
        for mark in marks.into_iter().skip(reopened) {
            let start = CodePoint(extent.start.0 + count(mark.index));
            let end = CodePoint(start.0 + count(mark.length));
            match self.meaning(mark) {
                Meaning::Opens => self.push(text, mark.symbol, Extent { start, end }),
                Meaning::Closes(number) => self.close(text, number, Extent { start, end }),
                Meaning::Stray => self.stray.push(Extent { start, end }),
                Meaning::Nothing => {}
            }
        }
        self.open.retain(|open| !open.is_doubtful());
        self.end = text.trim_extent(extent).end;
    }

    /// What was found, by start, and the marks that close nothing.
    pub(super) fn finish(mut self, text: &Text) -> (Vec<Quotation>, Vec<Extent>) {
        self.give_up(text, 0, self.end);
        self.found.sort_by_key(|quotation| {
            let outer = quotation.outer;
            (outer.start, std::cmp::Reverse(outer.end))
        });
        let mut around: Vec<CodePoint> = Vec::new();
        for quotation in &mut self.found {
            while around
                .last()
                .is_some_and(|&end| end <= quotation.outer.start)
            {
                around.pop();
            }
            quotation.depth = count(around.len());
            around.push(quotation.outer.end);
        }
        (self.found, self.stray)
    }

    /// A paragraph goes on with the quotations whose marks it repeats at its start, or whose
    /// end is the first double mark in it; the others are left unclosed. Answers how many
    /// marks were repeated.
    fn go_on(&mut self, text: &Text, line: &[char], marks: &[Mark]) -> usize {
        let mut at = line
            .iter()
            .take_while(|character| character.is_whitespace())
            .count();
        let mut repeated = 0;
        for (open, mark) in self.open.iter().zip(marks) {
            let repeats = open.symbol == mark.symbol
                || closes(open.symbol, mark.symbol) && open.symbol == '«';
            if mark.index != at || !repeats {
                break;
            }
            at += mark.length;
            repeated += 1;
        }
        let ends = first_end(marks.get(repeated..).unwrap_or_default());
        let innermost = self.open.iter().rposition(|open| !is_single(open.symbol));
        let kept = match (innermost, ends) {
            (Some(number), Some(mark))
                if self
                    .open
                    .get(number)
                    .is_some_and(|open| closes(open.symbol, mark.symbol)) =>
            {
                repeated.max(number + 1)
            }
            _ => repeated,
        };
        self.give_up(text, kept, self.end);
        repeated
    }

    fn meaning(&self, mark: Mark) -> Meaning {
        let symbol = mark.symbol;
        if is_only_opening(symbol) {
            return Meaning::Opens;
        }
        if matches!(symbol, '\'' | '’' | '‘') {
            return self.meaning_of_single(mark);
        }
        let open = self
            .open
            .iter()
            .rposition(|open| closes(open.symbol, symbol));
        let close = open.map_or(Meaning::Stray, Meaning::Closes);
        if is_only_closing(symbol) {
            return close;
        }
        match (mark.opening, mark.closing) {
            (true, false) if matches!(symbol, '»' | '›') && open.is_some() => close,
            (true, false) => Meaning::Opens,
            (false, true) if mark.measure && open.is_none() => Meaning::Nothing,
            (false, true) => close,
            _ if matches!(symbol, '“' | '«' | '‹' | '‟') => match open {
                Some(number)
                    if self
                        .open
                        .get(number)
                        .is_some_and(|open| open.symbol != symbol) =>
                {
                    Meaning::Closes(number)
                }
                _ => Meaning::Opens,
            },
            _ => open.map_or(Meaning::Opens, Meaning::Closes),
        }
    }

    /// A single mark closes only what no double mark was opened in since, and `'` and `’`
    /// open only what the next single mark closes.
    fn meaning_of_single(&self, mark: Mark) -> Meaning {
        let innermost = self
            .open
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, open)| is_single(open.symbol))
            .find(|(_, open)| closes(open.symbol, mark.symbol))
            .map(|(number, _)| number);
        let unspaced = !mark.opening && !mark.closing;
        match innermost {
            Some(_) if mark.possessive && mark.closed_later => Meaning::Nothing,
            Some(number) if mark.closing || (unspaced && mark.symbol != '‘') => {
                Meaning::Closes(number)
            }
            _ if mark.symbol == '‘' && (mark.opening || unspaced) => Meaning::Opens,
            _ if mark.opening && mark.closed_later => Meaning::Opens,
            _ => Meaning::Nothing,
        }
    }

    fn push(&mut self, text: &Text, symbol: char, mark: Extent) {
        if self.open.len() == DEPTH {
            let outermost = self.open.remove(0);
            self.leave_unclosed(text, outermost, mark.start);
        }
        self.open.push(Open {
            symbol,
            start: mark.start,
            inner: mark.end,
        });
    }

    fn close(&mut self, text: &Text, number: usize, mark: Extent) {
        self.give_up(text, number + 1, mark.start);
        let Some(open) = self.open.pop() else { return };
        self.add(text, open, mark.start, mark.end, true);
    }

    /// Leaves the open quotations from number `from` on unclosed.
    fn give_up(&mut self, text: &Text, from: usize, end: CodePoint) {
        while self.open.len() > from {
            if let Some(open) = self.open.pop() {
                self.leave_unclosed(text, open, end);
            }
        }
    }

    fn leave_unclosed(&mut self, text: &Text, open: Open, end: CodePoint) {
        if !open.is_doubtful() {
            self.add(text, open, end, end, false);
        }
    }

    fn add(&mut self, text: &Text, open: Open, inner: CodePoint, end: CodePoint, closed: bool) {
        let inner = text.trim_extent(Extent {
            start: open.inner,
            end: inner,
        });
        if inner.is_empty() {
            return;
        }
        self.found.push(Quotation {
            outer: Extent {
                start: open.start,
                end: if closed { end } else { inner.end },
            },
            inner,
            depth: 0,
            closed,
            speech: !matches!(open.symbol, '《' | '〈'),
        });
    }
}

/// The first double mark, if it can only close: what it closes was opened before.
pub(super) fn first_end(marks: &[Mark]) -> Option<Mark> {
    let first = marks.iter().find(|mark| !is_single(mark.symbol))?;
    let closing = is_only_closing(first.symbol) || first.closing && !first.opening;
    (closing && !is_only_opening(first.symbol)).then_some(*first)
}
