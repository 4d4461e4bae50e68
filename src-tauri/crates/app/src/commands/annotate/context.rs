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
    let slice = |start: CodePoint, end: CodePoint| {
        let around = text.widen_to_graphemes(Extent { start, end });
        text.slice(around).unwrap_or_default().to_owned()
    };
    let first = CodePoint(found.start.0.saturating_sub(CONTEXT));
    let last = CodePoint(found.end.0.saturating_add(CONTEXT));
    let mut before = slice(line.start.max(first), found.start);
    let mut after = slice(found.end, line.end.min(last).max(found.end));
    // Half a word is none, where there are spaces to tell.
    if line.start < first
        && let Some((_, words)) = before.split_once(' ')
    {
        before = format!("… {words}");
    }
    if last < line.end
        && let Some((words, _)) = after.rsplit_once(' ')
    {
        after = format!("{words} …");
    }
    (before, after)
}
