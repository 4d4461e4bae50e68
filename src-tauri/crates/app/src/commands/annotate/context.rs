//! The words around a place.

use postil_core::text::{CodePoint, Extent, Text};

/// Code points shown on each side.
const CONTEXT: u32 = 36;

/// What stands before and after a place in its paragraph, at most 38 code
/// points each, and an ellipsis where there is more.
pub fn around(text: &Text, found: Extent) -> (String, String) {
    let end = |at: CodePoint| text.line_of(at).and_then(|line| text.line_extent(line));
    let line = Extent {
        start: end(found.start).map_or(found.start, |line| line.start),
        end: end(found.end).map_or(found.end, |line| line.end),
    };
    around_within(text, found, line, CONTEXT)
}

/// What stands before and after a place inside of `within`, at most `most`
/// code points and two on each side, and an ellipsis where there is more.
pub fn around_within(text: &Text, found: Extent, within: Extent, most: u32) -> (String, String) {
    let slice = |start: CodePoint, end: CodePoint| {
        let around = text.widen_to_graphemes(Extent { start, end });
        text.slice(around).unwrap_or_default().to_owned()
    };
    let first = CodePoint(found.start.0.saturating_sub(most));
    let last = CodePoint(found.end.0.saturating_add(most));
    let mut before = slice(within.start.max(first), found.start);
    let mut after = slice(found.end, within.end.min(last).max(found.end));
    // Half a word is none, where there are spaces to tell.
    if within.start < first
        && let Some((_, words)) = before.split_once(' ')
    {
        before = format!("… {words}");
    }
    if last < within.end
        && let Some((words, _)) = after.rsplit_once(' ')
    {
        after = format!("{words} …");
    }
    (before, after)
}
