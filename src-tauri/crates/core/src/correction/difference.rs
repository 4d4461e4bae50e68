//! Where two texts agree: by lines, inside changed lines by words, and inside changed words
//! by letters.

use crate::text::{CodePoint, Extent, Text};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use std::ops::Range;

/// Longer stretches of changed words, in code points, are not compared by letters.
const LONGEST_WORDS: u32 = 200;

/// Two texts as one row of stretches that agree or differ. It covers both.
#[derive(Debug)]
pub struct Difference {
    pub(super) stretches: Vec<Stretch>,
    /// Lines that stand elsewhere now: where each stood, and where it stands.
    pub(super) moved: Vec<Run>,
}

/// A stretch of both texts.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub(super) old: Extent,
    pub(super) new: Extent,
    pub(super) same: bool,
    /// The letters that agree inside a stretch that differs.
    pub(super) inner: Vec<Run>,
}

/// Equally long extents with the same characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) old: Extent,
    pub(super) new: Extent,
}

impl Difference {
    /// Between the text before and the text after.
    #[must_use]
    pub fn between(old: &Text, new: &Text) -> Self {
        let (old_lines, new_lines) = (lines(old), lines(new));
        let mut stretches: Vec<Stretch> = Vec::new();
        let (mut old_left, mut new_left) = (Vec::new(), Vec::new());
        for (same, before, after) in compare(old, &old_lines, new, &new_lines) {
            if same {
                stretches.push(Stretch {
                    old: hull(&old_lines, before, CodePoint(0)),
                    new: hull(&new_lines, after, CodePoint(0)),
                    same,
                    inner: Vec::new(),
                });
                continue;
            }
            let old_start = hull(&old_lines, before.clone(), CodePoint(0)).start;
            let new_start = hull(&new_lines, after.clone(), CodePoint(0)).start;
            old_left.extend(old_lines.get(before.clone()).unwrap_or_default());
            new_left.extend(new_lines.get(after.clone()).unwrap_or_default());
            let (old_words, new_words) = (
                words(old, &old_lines, before),
                words(new, &new_lines, after),
            );
            for (same, before, after) in compare(old, &old_words, new, &new_words) {
                let before = hull(&old_words, before, old_start);
                let after = hull(&new_words, after, new_start);
                stretches.push(Stretch {
                    old: before,
                    new: after,
                    same,
                    inner: if same {
                        Vec::new()
                    } else {
                        letters(old, before, new, after)
                    },
                });
            }
        }
        Self {
            stretches,
            moved: moved(old, &old_left, new, &new_left),
        }
    }

    /// Whether a paragraph of the new text has nothing that the old text had there.
    #[must_use]
    pub fn adds_paragraph(&self, new: &Text) -> bool {
        let mut kept = self
            .stretches
            .iter()
            .filter(|stretch| stretch.same)
            .map(|stretch| stretch.new)
            .chain(self.moved.iter().map(|run| run.new))
            .collect::<Vec<_>>();
        kept.sort_unstable();
        let mut kept = kept.into_iter().peekable();
        new.paragraphs().any(|paragraph| {
            while kept.next_if(|kept| kept.end <= paragraph.start).is_some() {}
            !kept.peek().is_some_and(|kept| kept.overlaps(paragraph))
        })
    }
}

/// The lines of a text with their line feeds.
fn lines(text: &Text) -> Vec<Extent> {
    let end = text.end();
    text.lines()
        .map(|line| Extent {
            start: line.start,
            end: CodePoint(line.end.0.saturating_add(1)).min(end),
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// The words of some lines, and what stands between them.
fn words(text: &Text, lines: &[Extent], range: Range<usize>) -> Vec<Extent> {
    let mut words = Vec::new();
    for line in lines.get(range).unwrap_or_default() {
        let Some(number) = text.line_of(line.start) else {
            continue;
        };
        let mut start = line.start;
        let breaks = text.word_breaks(number).into_iter().map(|found| found.at);
        for end in breaks.chain([line.end]) {
            if start < end {
                words.push(Extent { start, end });
                start = end;
            }
        }
    }
    words
}

type Compared = (bool, Range<usize>, Range<usize>);

/// Stretches of pieces that agree or differ; neighbours of one kind are one.
fn compare(old: &Text, before: &[Extent], new: &Text, after: &[Extent]) -> Vec<Compared> {
    let slices = |text: &'_ Text, extents: &[Extent]| -> Vec<String> {
        let slice = |extent: &Extent| text.slice(*extent).unwrap_or_default().to_owned();
        extents.iter().map(slice).collect()
    };
    compare_pieces(&slices(old, before), &slices(new, after))
}

fn compare_pieces<T: std::hash::Hash + Ord>(before: &[T], after: &[T]) -> Vec<Compared> {
    let mut compared: Vec<Compared> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        let same = matches!(op, DiffOp::Equal { .. });
        let (old, new) = (op.old_range(), op.new_range());
        match compared.last_mut() {
            Some((was, before, after)) if *was == same => {
                before.end = old.end;
                after.end = new.end;
            }
            _ => compared.push((same, old, new)),
        }
    }
    compared
}

/// From the first piece of a range to its last; of an empty range, its place, which is
/// `start` where there are no pieces at all.
fn hull(pieces: &[Extent], range: Range<usize>, start: CodePoint) -> Extent {
    let start = match pieces.get(range.start) {
        Some(first) => first.start,
        None => pieces.last().map_or(start, |last| last.end),
    };
    let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
    Extent {
        start,
        end: last
            .and_then(|last| pieces.get(last))
            .map_or(start, |last| last.end),
    }
}

/// The letters that two stretches have in common, if that is half of them: of words that
/// have nothing to do with each other a few letters agree by chance.
fn letters(old: &Text, before: Extent, new: &Text, after: Extent) -> Vec<Run> {
    if before.is_empty() || after.is_empty() || before.len().max(after.len()) > LONGEST_WORDS {
        return Vec::new();
    }
    let characters = |text: &Text, extent| -> Vec<char> {
        text.slice(extent).unwrap_or_default().chars().collect()
    };
    let of = |extent: Extent, range: Range<usize>| {
        let at = |place: usize| {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            CodePoint(extent.start.0.saturating_add(place))
        };
        Extent {
            start: at(range.start),
            end: at(range.end),
        }
    };
    let runs: Vec<Run> = compare_pieces(&characters(old, before), &characters(new, after))
        .into_iter()
        .filter(|(same, _, _)| *same)
        .map(|(_, old, new)| Run {
            old: of(before, old),
            new: of(after, new),
        })
        .collect();
    let common: u32 = runs.iter().map(|run| run.old.len()).sum();
    if common * 4 >= before.len() + after.len() {
        runs
    } else {
        Vec::new()
    }
}

/// Lines that left one place and came to another, each the only one of its kind.
fn moved(old: &Text, before: &[Extent], new: &Text, after: &[Extent]) -> Vec<Run> {
    let only = |text: &Text, lines: &[Extent]| -> HashMap<String, Option<Extent>> {
        let mut only = HashMap::new();
        for line in lines {
            let content = text.slice(*line).unwrap_or_default().trim_end_matches('\n');
            if crate::text::is_blank(content) {
                continue;
            }
            let length = u32::try_from(content.chars().count()).unwrap_or(u32::MAX);
            let line = Extent::of(line.start.0, line.start.0.saturating_add(length));
            only.entry(content.to_owned())
                .and_modify(|there| *there = None)
                .or_insert(Some(line));
        }
        only
    };
    let there = only(new, after);
    let mut moved: Vec<Run> = only(old, before)
        .into_iter()
        .filter_map(|(content, old)| {
            let new = there.get(&content).copied()??;
            Some(Run { old: old?, new })
        })
        .collect();
    moved.sort_by_key(|run| run.old);
    moved
}
