//! Fragments, ends, and deletion.

use super::mark::{nothing_here, selected};
use super::reported::reported;
use super::{short, staying};
use crate::app::{App, Outcome};
use crate::commands::request::{Edge, OfSpan, Reshape, Resize, ToggleFragment, Unit};
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::Edited;
use postil_core::scheme::Role;
use postil_core::span::Span;
use postil_core::take;
use postil_core::text::{CodePoint, Extent};

/// Adds the selection, or the quotation or word at the caret, to a span; with
/// the caret on one of its fragments and nothing selected, takes that away.
pub fn toggle_fragment(app: &mut App, request: ToggleFragment) -> Result<Edited, Problem> {
    app.edit("step-fragment", request.document, |session| {
        let span = session.span(request.span)?;
        let label = session.scheme.label(&span.label);
        if label.is_some_and(|label| !label.discontinuous) {
            let title = label.map_or_else(String::new, |label| label.title.clone());
            return Err(Problem::new(Code::Invalid, "problem-one-fragment").with("label", title));
        }
        let caret = session.article.position(request.caret)?;
        let extents: Vec<Extent> = span.extents().collect();
        let active = (session.scheme.role(&span.label) == Role::Statement).then_some(span.id);
        let taken = match request.selection {
            Some(range) => {
                let selection = selected(session, range)?;
                extents
                    .iter()
                    .copied()
                    .find(|extent| extent.contains_extent(selection) && *extent == selection)
            }
            None => extents
                .iter()
                .copied()
                .find(|extent| extent.start <= caret && caret <= extent.end),
        };
        if let Some(taken) = taken {
            let rest: Vec<Extent> = extents
                .into_iter()
                .filter(|extent| *extent != taken)
                .collect();
            // A key that takes a piece away does not take the links along unasked.
            if rest.is_empty() {
                return Err(Problem::new(Code::Invalid, "problem-only-piece")
                    .with("label", title(session, &span.label)));
            }
            session.reshape(span.id, rest)?;
            let piece = session
                .article
                .text
                .slice(taken)
                .map(short)
                .unwrap_or_default();
            return Ok(staying(
                span.id,
                active,
                message("said-fragment-taken").with("quote", piece),
            ));
        }
        let added = match request.selection {
            Some(range) => selected(session, range)?,
            None if going_on(session, &span, caret).is_some() => {
                going_on(session, &span, caret).ok_or_else(nothing_here)?
            }
            None => {
                let article = &session.article;
                take::fragment(
                    &article.text,
                    &article.quotations,
                    caret,
                    &session.scheme.options,
                )
                .ok_or_else(nothing_here)?
            }
        };
        session.reshape(span.id, extents.into_iter().chain([added]).collect())?;
        let count = u32::try_from(session.span(span.id)?.fragments.len()).unwrap_or(u32::MAX);
        let piece = session
            .article
            .text
            .slice(added)
            .map(short)
            .unwrap_or_default();
        let caret = match request.selection {
            Some(_) => Some(session.article.units(added.end)?),
            None => None,
        };
        let said = message("said-fragment-added")
            .with("quote", piece)
            .count("count", count);
        Ok(Outcome {
            message: said,
            current: Some(span.id),
            active,
            caret,
        })
    })
}

/// The rest of the sentence behind the attribution that interrupts a claim,
/// when the caret is in that attribution.
fn going_on(session: &Session<'_, '_>, claim: &Span, caret: CodePoint) -> Option<Extent> {
    let reported = reported(session, claim)?;
    let touches = |extent: Extent| extent.start <= caret && caret <= extent.end;
    if !touches(reported.cue) && !reported.speaker.is_some_and(touches) {
        return None;
    }
    take::continuation(
        &session.article.text,
        &session.scheme.options,
        claim.hull(),
        reported,
    )
}

/// Gives a fragment other ends, as a person dragged them.
pub fn reshape(app: &mut App, request: Reshape) -> Result<Edited, Problem> {
    app.edit("step-resize", request.document, |session| {
        let span = session.span(request.span)?;
        let mut extents: Vec<Extent> = span.extents().collect();
        let fragment = extents
            .get_mut(request.fragment as usize)
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?;
        *fragment = selected(session, request.range)?;
        session.reshape(span.id, extents)?;
        let quote = short(&session.span(span.id)?.quote());
        let active = (session.scheme.role(&span.label) == Role::Statement).then_some(span.id);
        Ok(staying(
            span.id,
            active,
            message("said-resized").with("quote", quote),
        ))
    })
}

/// Moves an end of the fragment nearest to the caret by a word or grapheme.
pub fn resize(app: &mut App, request: Resize) -> Result<Edited, Problem> {
    let key = format!("{}-{:?}", request.span, request.edge);
    app.edit("step-resize", request.document, |session| {
        let span = session.span(request.span)?;
        let caret = session.article.position(request.caret)?;
        let text = &session.article.text;
        let mut extents: Vec<Extent> = span.extents().collect();
        let nearest = (0..extents.len())
            .min_by_key(|index| extents.get(*index).map(|extent| away(*extent, caret)));
        let Some(extent) = nearest.and_then(|index| extents.get_mut(index)) else {
            return Err(nothing_here());
        };
        let from = if request.edge == Edge::Start {
            extent.start
        } else {
            extent.end
        };
        let to = match (request.unit, request.forward, request.edge) {
            (Unit::Grapheme, true, _) => text.next_grapheme_break(from),
            (Unit::Grapheme, false, _) => text.previous_grapheme_break(from),
            (Unit::Word, true, Edge::End) => text.next_word_end(from),
            (Unit::Word, false, Edge::Start) => text.previous_word_start(from),
            (Unit::Word, true, Edge::Start) => next_word_start(text, from),
            (Unit::Word, false, Edge::End) => previous_word_end(text, from),
        };
        let Some(to) = to else {
            return Err(Problem::new(Code::Invalid, "problem-no-further"));
        };
        match request.edge {
            Edge::Start => extent.start = to,
            Edge::End => extent.end = to,
        }
        if extent.is_empty() {
            return Err(Problem::new(Code::Invalid, "problem-no-further"));
        }
        session.edits.coalesce_with_previous(&key);
        session.reshape(span.id, extents)?;
        let quote = short(&session.span(span.id)?.quote());
        let active = (session.scheme.role(&span.label) == Role::Statement).then_some(span.id);
        Ok(staying(
            span.id,
            active,
            message("said-resized").with("quote", quote),
        ))
    })
}

fn away(extent: Extent, caret: CodePoint) -> u32 {
    if caret < extent.start {
        extent.start.0.abs_diff(caret.0)
    } else {
        caret.0.saturating_sub(extent.end.0)
    }
}

/// The start of the next word after the one that `from` begins.
fn next_word_start(text: &postil_core::text::Text, from: CodePoint) -> Option<CodePoint> {
    let after = text.next_word_end(text.next_word_end(from)?)?;
    text.previous_word_start(after)
}

/// The end of the word before the one that ends at `from`.
fn previous_word_end(text: &postil_core::text::Text, from: CodePoint) -> Option<CodePoint> {
    let before = text.previous_word_start(text.previous_word_start(from)?)?;
    text.next_word_end(before)
}

/// What a label is called.
fn title(session: &Session<'_, '_>, label: &str) -> String {
    session
        .scheme
        .label(label)
        .map_or_else(|| label.to_owned(), |known| known.title.clone())
}

/// Deletes a span and its links.
pub fn delete_span(app: &mut App, request: OfSpan) -> Result<Edited, Problem> {
    app.edit("step-delete", request.document, |session| {
        let span = session.span(request.span)?;
        let (links, kept) = session.delete(span.id)?;
        let key = if kept > 0 {
            "said-deleted-kept"
        } else {
            "said-deleted"
        };
        let said = message(key)
            .with("label", title(session, &span.label))
            .with("quote", short(&span.quote()))
            .count("links", links)
            .count("kept", kept);
        let caret = session.article.units(span.hull().start)?;
        Ok(Outcome {
            message: said,
            current: None,
            active: None,
            caret: Some(caret),
        })
    })
}
