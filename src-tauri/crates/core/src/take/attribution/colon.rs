//! "Minister: Ferries stay in port": where the colon is the only word of saying.

use super::Attribution;
use crate::take::passage::Passage;
use crate::text::quotation::Quotation;
use crate::text::{CodePoint, Extent, Text, balanced_sentence_at};

/// Before a colon that says who speaks stand few words.
const LONGEST: usize = 6;

/// The colon and who is named before it, in a headline and before a quotation:
/// elsewhere a colon explains more often than it reports.
pub(super) fn named_before(
    text: &Text,
    quotations: &[Quotation],
    claim: Extent,
    caret: CodePoint,
) -> Option<Attribution> {
    // "She laughed: “…”" with the caret at the verb means the verb.
    if caret < claim.start || claim.end < caret {
        return None;
    }
    let sentence = balanced_sentence_at(text, claim.start)?;
    let colon = (sentence.start.0..sentence.end.0)
        .map(|at| Extent::of(at, at.saturating_add(1)))
        .find(|at| matches!(text.slice(*at), Some(":" | "：")))?;
    let outside = quotations.iter().all(|quotation| {
        !quotation.outer.overlaps(colon)
            || quotation.outer.contains_extent(claim) && quotation.outer != claim
    });
    let said = text.trim_extent(Extent {
        start: colon.end,
        end: sentence.end,
    });
    // "10:30", and what stands in front of the claim.
    let apart = text.slice(colon) == Some("：") || said.start > colon.end;
    if !outside || !apart || said.is_empty() || claim.end <= colon.end {
        return None;
    }
    let line = text.line_extent(text.line_of(sentence.start)?)?;
    let headline =
        text.trim_extent(line) == sentence && text.sentence_without_end_mark(sentence) == sentence;
    let quoted = quotations
        .iter()
        .any(|quotation| quotation.speech && quotation.outer.start == said.start);
    let before = Extent {
        start: sentence.start,
        end: colon.start,
    };
    let named = Passage::of(text, before, &[]);
    let (first, last) = (named.words.first()?, named.words.last()?);
    let speaker = Extent {
        start: first.extent.start,
        end: last.extent.end,
    };
    ((headline || quoted) && named.words.len() <= LONGEST && speaker.end <= colon.start).then_some(
        Attribution {
            cue: Some(colon),
            speaker: Some(speaker),
            addressee: None,
        },
    )
}
