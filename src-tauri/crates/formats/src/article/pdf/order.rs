//! Pieces of lines into columns, in the order of reading.

use super::segments::Segment;

/// Columns in columns are looked for this deep.
const DEEPEST: usize = 4;
/// A column has at least this many pieces of lines.
const FEWEST: usize = 4;
/// Each of them is at least this long on average, in characters: else it is a table.
const SHORTEST: usize = 10;
/// What lies across a gutter, of all pieces: headlines do.
const ACROSS: f64 = 0.15;

/// The columns of a page, in the order of reading, each from the top.
pub(super) fn columns(segments: Vec<Segment>) -> Vec<Vec<Segment>> {
    let turned = segments.iter().filter(|segment| segment.from_right).count();
    let from_right = turned * 2 > segments.len();
    split(segments, from_right, 0)
}

fn split(segments: Vec<Segment>, from_right: bool, depth: usize) -> Vec<Vec<Segment>> {
    let gutter = (depth < DEEPEST).then(|| gutter(&segments)).flatten();
    let Some(gutter) = gutter else {
        return vec![segments];
    };
    let mut columns = Vec::new();
    let mut across: Vec<Segment> = Vec::new();
    let mut sides: [Vec<Segment>; 2] = [Vec::new(), Vec::new()];
    for segment in segments {
        if segment.left < gutter && segment.right > gutter {
            finish(&mut sides, from_right, depth, &mut columns);
            across.push(segment);
        } else {
            if !across.is_empty() {
                columns.push(std::mem::take(&mut across));
            }
            sides[usize::from(segment.left >= gutter)].push(segment);
        }
    }
    if !across.is_empty() {
        columns.push(across);
    }
    finish(&mut sides, from_right, depth, &mut columns);
    columns
}

fn finish(
    sides: &mut [Vec<Segment>; 2],
    from_right: bool,
    depth: usize,
    columns: &mut Vec<Vec<Segment>>,
) {
    let [left, right] = std::mem::take(sides);
    let order = if from_right {
        [right, left]
    } else {
        [left, right]
    };
    for side in order {
        if !side.is_empty() {
            columns.extend(split(side, from_right, depth + 1));
        }
    }
}

/// The middle of a strip from top to bottom that hardly anything lies across.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "bins are few and counted from the left edge"
)]
fn gutter(segments: &[Segment]) -> Option<f64> {
    const BIN: f64 = 2.0;
    const BINS: usize = 4_000;
    let left = segments
        .iter()
        .map(|segment| segment.left)
        .reduce(f64::min)?;
    let right = segments
        .iter()
        .map(|segment| segment.right)
        .reduce(f64::max)?;
    let bins = (((right - left) / BIN) as usize).min(BINS);
    let mut sizes: Vec<f64> = segments.iter().map(|segment| segment.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied()?;
    let mut covered = vec![0_usize; bins + 1];
    for segment in segments {
        let from = ((segment.left - left) / BIN) as usize;
        let to = ((segment.right - left) / BIN) as usize;
        for bin in covered.iter_mut().take(to.min(bins) + 1).skip(from) {
            *bin += 1;
        }
    }
    let few = (segments.len() as f64 * ACROSS) as usize;
    let mut best: Option<(usize, usize, f64)> = None;
    let mut at = 0;
    while at <= bins {
        if covered[at] > few {
            at += 1;
            continue;
        }
        let end = (at..=bins)
            .find(|bin| covered[*bin] > few)
            .unwrap_or(bins + 1);
        // Of a strip that something lies across, the part that the least lies across.
        let least = covered[at..end].iter().min().copied().unwrap_or_default();
        let empty: Vec<usize> = (at..end).filter(|bin| covered[*bin] == least).collect();
        let (first, last) = (empty[0], empty[empty.len() - 1]);
        let middle = left + (first + last + 1) as f64 / 2.0 * BIN;
        let width = end - at;
        let wide = width as f64 * BIN >= 0.6 * size;
        let better = best.is_none_or(|(across, most, _)| {
            (least, usize::MAX - width) < (across, usize::MAX - most)
        });
        if wide && better && has_sides(segments, middle) {
            best = Some((least, width, middle));
        }
        at = end;
    }
    best.map(|(_, _, middle)| middle)
}

/// Whether lines stand on both sides.
fn has_sides(segments: &[Segment], gutter: f64) -> bool {
    let enough = |on_side: &dyn Fn(&Segment) -> bool| {
        let lines = segments.iter().filter(|segment| on_side(segment));
        let lengths: Vec<usize> = lines.map(|segment| segment.text.chars().count()).collect();
        lengths.len() >= FEWEST && lengths.iter().sum::<usize>() >= SHORTEST * lengths.len()
    };
    enough(&|segment| segment.right <= gutter) && enough(&|segment| segment.left >= gutter)
}
