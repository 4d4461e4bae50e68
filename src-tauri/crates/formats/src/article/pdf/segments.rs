//! Characters beside each other, into pieces of lines.

use super::glyphs::Glyph;
use icu_normalizer::ComposingNormalizerBorrowed;

/// A piece of a line without a wide gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    /// Its edges, in points from the left.
    pub left: f64,
    pub right: f64,
    /// Its base line, in points upwards.
    pub y: f64,
    /// The size of its font, in points.
    pub size: f64,
    /// Its text in the order of reading.
    pub text: String,
    /// Whether it is written from right to left.
    pub from_right: bool,
}

/// The pieces of a page, from the top, on one line from the left.
pub(super) fn segments(mut glyphs: Vec<Glyph>) -> Vec<Segment> {
    glyphs.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut segments = Vec::new();
    let mut rest = glyphs.as_slice();
    while let Some(first) = rest.first() {
        let end = rest
            .iter()
            .position(|glyph| first.y - glyph.y > 0.4 * first.size.max(glyph.size))
            .unwrap_or(rest.len());
        let (row, below) = rest.split_at(end);
        rest = below;
        let mut row = row.to_vec();
        row.sort_by(|one, other| one.x.total_cmp(&other.x));
        in_row(&row, &mut segments);
    }
    segments
}

fn in_row(row: &[Glyph], segments: &mut Vec<Segment>) {
    let mut open: Vec<&str> = Vec::new();
    let mut box_of: Option<(f64, f64, &Glyph)> = None;
    let mut last: Option<&Glyph> = None;
    let mut space = false;
    for glyph in row {
        if glyph.text.trim().is_empty() {
            space = true;
            continue;
        }
        let gap = box_of.map_or(0.0, |(_, right, _)| glyph.x - right);
        // Some paint a letter twice to make it bold.
        let twice = last.is_some_and(|last| {
            last.text == glyph.text && (glyph.x - last.x).abs() < 0.15 * glyph.size
        });
        if twice {
            continue;
        }
        if gap > 0.9 * glyph.size {
            close(&mut open, box_of.take(), segments);
        } else if box_of.is_some()
            && (gap > 0.17 * glyph.size || (space && gap > -0.3 * glyph.size))
        {
            open.push(" ");
        }
        space = false;
        open.push(&glyph.text);
        let right = glyph.x + glyph.width;
        box_of = Some(match box_of {
            Some((left, end, first)) => (left, end.max(right), first),
            None => (glyph.x, right, glyph),
        });
        last = Some(glyph);
    }
    close(&mut open, box_of, segments);
}

fn close(open: &mut Vec<&str>, box_of: Option<(f64, f64, &Glyph)>, segments: &mut Vec<Segment>) {
    let pieces = std::mem::take(open);
    let Some((left, right, first)) = box_of else {
        return;
    };
    let turned = pieces
        .iter()
        .flat_map(|piece| piece.chars())
        .filter(|c| is_from_right(*c))
        .count();
    let letters = pieces
        .iter()
        .flat_map(|piece| piece.chars())
        .filter(|c| c.is_alphabetic())
        .count();
    let from_right = turned * 2 > letters;
    let text = if turned > 0 {
        in_reading_order(pieces, from_right)
    } else {
        pieces.concat()
    };
    segments.push(Segment {
        left,
        right,
        y: first.y,
        size: first.size,
        text: plain(&text),
        from_right,
    });
}

/// Letters that run from right to left.
pub(super) fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Tells something of a piece.
type Tells<'piece> = &'piece dyn Fn(&str) -> bool;

/// From the order on paper, left to right, to that of reading.
fn in_reading_order(mut pieces: Vec<&str>, from_right: bool) -> String {
    let turned = |piece: &str| piece.chars().any(is_from_right);
    let straight = |piece: &str| {
        piece
            .chars()
            .any(|c| (c.is_alphabetic() && !is_from_right(c)) || is_digit(c))
    };
    let (outer, inner): (Tells<'_>, Tells<'_>) = if from_right {
        pieces.reverse();
        (&turned, &straight)
    } else {
        (&straight, &turned)
    };
    // Inside the line, runs of the other direction are the other way round.
    let mut at = 0;
    while at < pieces.len() {
        if !inner(pieces[at]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut next = end;
        while next < pieces.len() && !outer(pieces[next]) {
            if inner(pieces[next]) {
                end = next + 1;
            }
            next += 1;
        }
        pieces[at..end].reverse();
        at = end;
    }
    pieces
        .iter()
        .map(|piece| if from_right { mirrored(piece) } else { *piece })
        .collect()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

/// Brackets look the other way in text from the right.
fn mirrored(piece: &str) -> &str {
    match piece {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "«" => "»",
        "»" => "«",
        piece => piece,
    }
}

/// Joined letters and forms of letters, which only painting needs, as the letters themselves.
fn plain(text: &str) -> String {
    let painted = |c: char| matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    if !text.chars().any(painted) {
        return text.to_owned();
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mut buffer = [0; 4];
    text.chars()
        .map(|c| {
            let one = c.encode_utf8(&mut buffer);
            if painted(c) {
                normalizer.normalize(one).into_owned()
            } else {
                one.to_owned()
            }
        })
        .collect()
}
