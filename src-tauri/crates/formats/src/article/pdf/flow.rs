//! Columns of lines into paragraphs.

use super::order::columns;
use super::segments::Segment;
use crate::article::{Left, LeftOut};
use std::collections::{BTreeMap, BTreeSet};

/// A line of a column.
#[derive(Clone, Debug)]
struct Line {
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    text: String,
    from_right: bool,
}

/// The text of all pages, each given as its pieces of lines from the top.
pub(super) fn text(mut pages: Vec<Vec<Segment>>, left_out: &mut LeftOut) -> String {
    leave_margins(&mut pages, left_out);
    let columns: Vec<Vec<Line>> = pages
        .into_iter()
        .flat_map(columns)
        .map(lines)
        .filter(|lines| !lines.is_empty())
        .collect();
    let words = Words::of(&columns);
    let mut text = String::new();
    let mut last: Option<Line> = None;
    for column in columns {
        let shape = Shape::of(&column);
        for (at, line) in column.iter().enumerate() {
            let begins = match (&last, at) {
                (None, _) => None,
                (Some(last), 0) => Some(!goes_on(last, line)),
                (Some(last), _) => Some(shape.begins(last, line)),
            };
            match begins {
                Some(true) => text.push_str("\n\n"),
                Some(false) => words.join(&mut text, &line.text),
                None => {}
            }
            text.push_str(&line.text);
            last = Some(line.clone());
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// Takes away what repeats at the top or bottom of pages, and numbers of pages.
fn leave_margins(pages: &mut [Vec<Segment>], left_out: &mut LeftOut) {
    const EDGE: usize = 3;
    let shape = |text: &str| {
        text.chars()
            .map(|c| if c.is_numeric() { '#' } else { c })
            .collect::<String>()
    };
    let edges = |page: &[Segment]| {
        let end = page.len();
        (0..end)
            .filter(|at| *at < EDGE || end - at <= EDGE)
            .collect::<BTreeSet<usize>>()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let shapes: BTreeSet<String> = edges(page)
            .into_iter()
            .map(|at| shape(&page[at].text))
            .collect();
        for shape in shapes {
            *counts.entry(shape).or_default() += 1;
        }
    }
    let often = (pages.len() / 2).max(2);
    for page in pages {
        let edges = edges(page);
        let last = page.len().saturating_sub(1);
        let mut at = 0;
        page.retain(|segment| {
            let place = at;
            at += 1;
            let repeats = counts
                .get(&shape(&segment.text))
                .is_some_and(|count| *count >= often);
            let number = (place == 0 || place == last)
                && segment.text.chars().any(char::is_numeric)
                && segment
                    .text
                    .chars()
                    .all(|c| c.is_numeric() || matches!(c, '-' | '–' | '—' | ' ' | '/' | '|'));
            let leave = edges.contains(&place) && (repeats || number) && last > 0;
            if leave {
                left_out.add(Left::PageMargin, &segment.text);
            }
            !leave
        });
    }
}

/// The lines of a column: pieces on the same height belong together.
fn lines(segments: Vec<Segment>) -> Vec<Line> {
    let mut rows: Vec<Vec<Segment>> = Vec::new();
    for segment in segments {
        let same = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| (first.y - segment.y).abs() <= 0.4 * first.size.max(segment.size));
        match rows.last_mut() {
            Some(row) if same => row.push(segment),
            _ => rows.push(vec![segment]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut row: Vec<Segment>) -> Option<Line> {
    let turned = row.iter().filter(|segment| segment.from_right).count();
    let from_right = turned * 2 > row.len();
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    let left = row.first()?.left;
    let right = row.iter().map(|segment| segment.right).reduce(f64::max)?;
    if from_right {
        row.reverse();
    }
    let first = row.first()?;
    let (y, size) = (first.y, first.size);
    let texts: Vec<&str> = row.iter().map(|segment| segment.text.as_str()).collect();
    Some(Line {
        left,
        right,
        y,
        size,
        text: texts.join(" "),
        from_right,
    })
}

/// What is usual in a column.
struct Shape {
    left: f64,
    right: f64,
    pitch: f64,
}

impl Shape {
    fn of(column: &[Line]) -> Self {
        let mut pitches: Vec<f64> = column
            .windows(2)
            .map(|pair| pair[0].y - pair[1].y)
            .collect();
        pitches.sort_by(f64::total_cmp);
        let edge = |edge: fn(&Line) -> f64, better: fn(f64, f64) -> f64| {
            column.iter().map(edge).reduce(better).unwrap_or_default()
        };
        Self {
            left: edge(|line| line.left, f64::min),
            right: edge(|line| line.right, f64::max),
            pitch: pitches.get(pitches.len() / 2).copied().unwrap_or_default(),
        }
    }

    /// Whether a paragraph begins with `line`.
    fn begins(&self, last: &Line, line: &Line) -> bool {
        let gap = last.y - line.y;
        let other_size = (last.size - line.size).abs() > 0.12 * last.size;
        let indent = |line: &Line| {
            if line.from_right {
                self.right - line.right
            } else {
                line.left - self.left
            }
        };
        let wide = 0.8 * line.size;
        let indented = indent(line) > wide && indent(line) - indent(last) > wide;
        let width = self.right - self.left;
        let room = if last.from_right {
            last.left - self.left
        } else {
            self.right - last.right
        };
        let short = room > 0.2 * width && ends_sentence(&last.text);
        gap > 1.4 * self.pitch.max(line.size) || other_size || indented || short
    }
}

/// Whether a paragraph goes on from the end of a column in the next one.
fn goes_on(last: &Line, line: &Line) -> bool {
    let same_size = (last.size - line.size).abs() <= 0.05 * last.size;
    let lower = line.text.chars().find(|c| c.is_alphabetic());
    let inside = lower.is_some_and(|c| !c.is_uppercase());
    same_size && inside && !ends_sentence(&last.text)
}

fn ends_sentence(text: &str) -> bool {
    let closed = ['"', '”', '“', '’', '»', '«', ')', '」', '』', ']'];
    text.trim_end()
        .trim_end_matches(closed)
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

/// The words of the whole file: they tell whether a hyphen at the end of a line belongs to its
/// word.
struct Words {
    whole: BTreeSet<String>,
}

impl Words {
    fn of(columns: &[Vec<Line>]) -> Self {
        let mut whole = BTreeSet::new();
        for line in columns.iter().flatten() {
            for word in line.text.split_whitespace() {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
                if !word.ends_with('-') {
                    whole.insert(word.to_lowercase());
                }
            }
        }
        Self { whole }
    }

    /// Prepares `text`, which ends with a line, for the next line of its paragraph.
    fn join(&self, text: &mut String, next: &str) {
        let next_first = next.chars().next().unwrap_or(' ');
        if text.ends_with('\u{ad}') {
            text.pop();
            return;
        }
        let hyphen = text.ends_with(['-', '\u{2010}']);
        let before = text.chars().rev().nth(1).unwrap_or(' ');
        if hyphen && before.is_alphabetic() {
            let first = text.rsplit(char::is_whitespace).next().unwrap_or_default();
            let first = first.trim_start_matches(|c: char| !c.is_alphanumeric());
            let rest: String = next
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-')
                .collect();
            let with = format!("{first}{rest}").to_lowercase();
            // Only small letters go on inside a word; "Franco-German" keeps its hyphen.
            let inside = next_first.is_lowercase() && !self.whole.contains(&with);
            if inside {
                text.pop();
            }
            return;
        }
        let last = text.chars().next_back().unwrap_or(' ');
        if !(is_unspaced(last) && is_unspaced(next_first)) && last != ' ' {
            text.push(' ');
        }
    }
}

/// Scripts that have no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
