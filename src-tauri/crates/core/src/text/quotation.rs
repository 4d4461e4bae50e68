//! Quotations: what stands between quotation marks, in any language.
//!
//! Every known pair is accepted everywhere, because news does not keep to the marks of its
//! language. What can't be paired is told and never an error.

mod mark;
mod pairing;

use super::Text;
use super::offsets::{CodePoint, Extent};
use pairing::Pairing;

/// A stretch of text in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks. An unclosed one reaches to the end of its paragraph, or to where the
    /// quotation around it ends.
    pub outer: Extent,
    /// Without its marks and the white space inside them. A quotation of several paragraphs
    /// keeps the marks that reopen it.
    pub inner: Extent,
    /// How many quotations it lies in.
    pub depth: u32,
    /// Whether its closing mark was found.
    pub closed: bool,
    /// Whether the marks are those of speech; `false` for titles (《 》).
    pub speech: bool,
}

/// All quotations of a text, by start, the outer before the inner.
#[must_use]
pub fn quotations(text: &Text) -> Vec<Quotation> {
    scan(text).finish(text).0
}

/// Closing marks that close nothing, in order.
#[must_use]
pub fn stray_marks(text: &Text) -> Vec<Extent> {
    scan(text).finish(text).1
}

/// The innermost closed quotation of speech around a caret; a caret at either edge is in it.
/// Reads only the paragraphs that can belong to it.
#[must_use]
pub fn quotation_at(text: &Text, at: CodePoint) -> Option<Quotation> {
    quotations_near(text, at)
        .into_iter()
        .filter(|quotation| quotation.speech)
        .filter(|quotation| quotation.outer.start <= at && at <= quotation.outer.end)
        .max_by_key(|quotation| quotation.outer.start)
}

/// The closed quotations of the paragraph at `at` and of those it is quoted together with.
pub(super) fn quotations_near(text: &Text, at: CodePoint) -> Vec<Quotation> {
    let Some(line) = text.line_of(at) else {
        return Vec::new();
    };
    let first = (0..=line)
        .rev()
        .find(|&number| may_go_on(text, number) == Some(false))
        .unwrap_or(0);
    let mut pairing = Pairing::default();
    for number in first..text.line_count() {
        if number > line && !pairing.is_open() {
            break;
        }
        pairing.read_line(text, number);
    }
    let (mut found, _) = pairing.finish(text);
    found.retain(|quotation| quotation.closed);
    found
}

fn scan(text: &Text) -> Pairing {
    let mut pairing = Pairing::default();
    for number in 0..text.line_count() {
        pairing.read_line(text, number);
    }
    pairing
}

/// Whether a quotation of an earlier paragraph may go on in this one: only when it starts
/// with a mark or when its first double mark closes. `None` on a blank line.
fn may_go_on(text: &Text, line: usize) -> Option<bool> {
    let content = text.slice(text.line_extent(line)?)?;
    if super::is_blank(content) {
        return None;
    }
    let starts = content
        .trim_start()
        .chars()
        .next()
        .is_some_and(mark::is_mark);
    let characters: Vec<char> = content.chars().collect();
    Some(starts || pairing::first_end(&mark::marks(&characters)).is_some())
}

#[cfg(test)]
mod tests;
