//! Two spans of one, and one of two.

use super::reported::reported;
use super::short;
use crate::app::{App, Outcome};
use crate::commands::request::{OfSpan, Split};
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::Edited;
use postil_core::id::{LinkId, SpanId};
use postil_core::link::{Link, Target};
use postil_core::scheme::Role;
use postil_core::span::{Flag, Span};
use postil_core::take;
use postil_core::text::{CodePoint, Extent, Text};

/// Cuts a span at the caret. The first part keeps what pointed to the span
/// and its note; the links that a person gave the span, its values and its
/// entity are both parts'.
pub fn split(app: &mut App, request: Split) -> Result<Edited, Problem> {
    app.edit("step-split", request.document, |session| {
        let caret = session.article.position(request.caret)?;
        let current = session.span(request.span)?;
        // Of a claim whose cue was just marked, the claim is meant.
        let whole = match request.claim {
            Some(claim) if !cuts(&current, caret) => session.span(claim)?,
            _ => current,
        };
        let statement = session.scheme.role(&whole.label) == Role::Statement;
        let (first, second) = if statement {
            statements(session, &whole, caret)
        } else {
            parts(&session.article.text, &whole, caret)
        };
        if first.is_empty() || second.is_empty() {
            return Err(Problem::new(Code::Invalid, "problem-split-at-edge"));
        }
        let given: Vec<Link> = session
            .article
            .annotations
            .links_from(whole.id)
            .filter(|link| !link.by_rule)
            .cloned()
            .collect();
        session.reshape(whole.id, first)?;
        let (id, made) = session.mark(&whole.label, second, whole.entity)?;
        if made {
            let mut part = session.span(id)?;
            let by_hand = whole
                .attributes
                .iter()
                .filter(|(_, attribute)| !attribute.by_rule)
                .map(|(id, attribute)| (id.clone(), attribute.clone()));
            part.attributes.extend(by_hand);
            part.flags.extend(&whole.flags);
            // The question stays with the first part.
            part.flags.remove(&Flag::Question);
            session.change(part)?;
        }
        let (own, moving) = apart(session, &given, whole.id, id);
        for link in moving {
            session.remove_link(link)?;
        }
        let copied = give(session, id, &own)?;
        let said = message("said-split")
            .with("first", short(&session.span(whole.id)?.quote()))
            .with("second", short(&session.span(id)?.quote()))
            .count("links", copied);
        Ok(Outcome {
            message: said,
            current: Some(id),
            active: (session.scheme.role(&whole.label) == Role::Statement).then_some(id),
            caret: None,
        })
    })
}

/// Which links of a span that was cut the second part gets, and which the
/// first one loses. Who said it and with which word holds for both; somebody
/// who is spoken to, or of, in the words of one part alone is that part's.
fn apart(
    session: &Session<'_, '_>,
    given: &[Link],
    first: SpanId,
    second: SpanId,
) -> (Vec<Link>, Vec<LinkId>) {
    let annotations = &session.article.annotations;
    let source = session.scheme.source_link().map(|kind| kind.id.as_str());
    let within = |part: SpanId, link: &Link| {
        let mention = link.target.span().and_then(|id| annotations.span(id));
        let mention = mention.filter(|span| session.scheme.role(&span.label) != Role::Cue);
        let part = annotations.span(part);
        Some(link.kind.as_str()) != source
            && matches!((part, mention), (Some(part), Some(mention)) if part.covers(mention))
    };
    let own = given.iter().filter(|link| !within(first, link));
    let moving = given.iter().filter(|link| within(second, link));
    (own.cloned().collect(), moving.map(|link| link.id).collect())
}

/// Whether a place lies inside a fragment of a span, not at its ends.
fn cuts(span: &Span, place: CodePoint) -> bool {
    span.extents()
        .any(|extent| extent.start < place && place < extent.end)
}

/// Two claims of one, without what joins them: cut at the caret, or where a
/// second "that" begins when the caret is elsewhere.
fn statements(
    session: &Session<'_, '_>,
    whole: &Span,
    caret: CodePoint,
) -> (Vec<Extent>, Vec<Extent>) {
    let text = &session.article.text;
    let cue = reported(session, whole).map(|reported| reported.cue);
    let cut = if cuts(whole, caret) {
        Some(caret)
    } else {
        take::parted(text, &session.article.quotations, whole.hull(), cue)
    };
    let (mut first, mut second) = parts(text, whole, cut.unwrap_or(caret));
    let languages = cue.map_or_else(postil_core::reporting::languages, |cue| {
        take::languages(text, cue)
    });
    let quoted = |extent: Extent| {
        session
            .article
            .quotations
            .iter()
            .any(|quotation| quotation.outer.contains_extent(extent))
    };
    // Inside of speech every word was said.
    for extent in first.last_mut().into_iter().chain(second.first_mut()) {
        if !quoted(*extent) {
            *extent = take::alone(text, *extent, &languages);
        }
    }
    (first, second)
}

/// What lies before and after a cut, without white space at the cut.
fn parts(text: &Text, whole: &Span, cut: CodePoint) -> (Vec<Extent>, Vec<Extent>) {
    let cut = text
        .widen_to_graphemes(Extent {
            start: cut,
            end: cut,
        })
        .start;
    let keep = |start: CodePoint, end: CodePoint| {
        (start < end)
            .then(|| text.trim_extent(Extent { start, end }))
            .filter(|extent| !extent.is_empty())
    };
    let first = whole
        .extents()
        .filter_map(|extent| keep(extent.start, extent.end.min(cut)))
        .collect();
    let second = whole
        .extents()
        .filter_map(|extent| keep(extent.start.max(cut), extent.end))
        .collect();
    (first, second)
}

/// Makes one span of a span and the next of its label: one that overlaps it,
/// one with no letter between, or, of claims, the next of the paragraph. What
/// the first one lacks it gets from the second.
pub fn merge(app: &mut App, request: OfSpan) -> Result<Edited, Problem> {
    app.edit("step-merge", request.document, |session| {
        let kept = session.span(request.span)?;
        let statement = session.scheme.role(&kept.label) == Role::Statement;
        let next = next(session, &kept, statement)
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-nothing-to-merge"))?;
        let extents = joined(&session.article.text, &kept, &next);
        let discontinuous = session
            .scheme
            .label(&kept.label)
            .is_none_or(|label| label.discontinuous);
        if extents.len() > 1 && !discontinuous {
            let title = session
                .scheme
                .label(&kept.label)
                .map_or_else(String::new, |label| label.title.clone());
            return Err(Problem::new(Code::Invalid, "problem-one-fragment").with("label", title));
        }
        let given: Vec<Link> = session
            .article
            .annotations
            .links_from(next.id)
            .filter(|link| !link.by_rule && link.target.span() != Some(kept.id))
            .cloned()
            .collect();
        take_over(session, &kept, &next)?;
        session.hand_questions(next.id, kept.id)?;
        session.delete(next.id)?;
        let mut after = session.span(kept.id)?;
        after.entity = kept.entity.or(next.entity);
        for (id, attribute) in next.attributes.iter().filter(|(_, value)| !value.by_rule) {
            after
                .attributes
                .entry(id.clone())
                .or_insert_with(|| attribute.clone());
        }
        after.flags.extend(&next.flags);
        let notes = [kept.note.as_str(), next.note.as_str()];
        after.note = notes
            .into_iter()
            .filter(|note| !note.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        session.change(after)?;
        session.reshape(kept.id, extents)?;
        let fitting: Vec<Link> = given
            .into_iter()
            .filter(|link| has_room(session, kept.id, link))
            .filter(|link| {
                let tail = link.target.span();
                tail.is_none_or(|tail| !session.closes_circle(&link.kind, kept.id, tail))
            })
            .collect();
        let links = give(session, kept.id, &fitting)?;
        let said = message("said-merged")
            .with("quote", short(&session.span(kept.id)?.quote()))
            .count("links", links);
        Ok(Outcome {
            message: said,
            current: Some(kept.id),
            active: statement.then_some(kept.id),
            caret: None,
        })
    })
}

/// The next span of the same label that may be merged.
fn next(session: &Session<'_, '_>, kept: &Span, statement: bool) -> Option<Span> {
    let text = &session.article.text;
    let hull = kept.hull();
    let order = |span: &Span| (span.hull().start, span.hull().end, span.id);
    session
        .article
        .annotations
        .spans()
        .filter(|other| other.label == kept.label && order(other) > order(kept))
        .filter(|other| {
            let there = other.hull().start;
            there <= hull.end
                || is_gap(text, hull.end, there)
                || (statement && text.line_of(there) == text.line_of(hull.end))
        })
        .min_by_key(|other| order(other))
        .cloned()
}

/// Whether no letter or digit, and no other paragraph, lies between.
fn is_gap(text: &Text, start: CodePoint, end: CodePoint) -> bool {
    text.slice(Extent { start, end })
        .is_some_and(|between| !between.chars().any(|c| c.is_alphanumeric() || c == '\n'))
}

/// The fragments of both, with what stands between two words of them.
fn joined(text: &Text, kept: &Span, next: &Span) -> Vec<Extent> {
    let both = kept.extents().chain(next.extents()).collect();
    let mut joined: Vec<Extent> = Vec::new();
    for extent in postil_core::span::tidy(both) {
        match joined.last_mut() {
            Some(last) if is_gap(text, last.end, extent.start) => last.end = extent.end,
            _ => joined.push(extent),
        }
    }
    joined
}

/// What a person let point to one span points to the other; what a rule did
/// is left to the rules.
fn take_over(session: &mut Session<'_, '_>, kept: &Span, gone: &Span) -> Result<(), Problem> {
    let entity = kept.entity.or(gone.entity);
    let pointing: Vec<Link> = session
        .article
        .annotations
        .links_to(gone.id)
        .cloned()
        .collect();
    for link in pointing {
        let there = session
            .article
            .annotations
            .slot(link.head, &link.kind)
            .any(|other| other.target.span() == Some(kept.id));
        let circle = session.closes_circle(&link.kind, link.head, kept.id);
        if link.by_rule || there || circle {
            session.remove_link(link.id)?;
        } else {
            let target = Target::Mention {
                span: kept.id,
                entity,
            };
            session.retarget(Link { target, ..link })?;
        }
    }
    if kept.entity == entity {
        return Ok(());
    }
    let own: Vec<Link> = session
        .article
        .annotations
        .links_to(kept.id)
        .cloned()
        .collect();
    for link in own {
        let target = Target::Mention {
            span: kept.id,
            entity,
        };
        session.retarget(Link { target, ..link })?;
    }
    Ok(())
}

/// Whether a slot takes one more: a slot for one thing that is filled does
/// not, nor one that the author or "not given" is in.
fn has_room(session: &Session<'_, '_>, head: SpanId, link: &Link) -> bool {
    let mut there = session
        .article
        .annotations
        .slot(head, &link.kind)
        .filter(|other| !other.by_rule)
        .peekable();
    let many = session
        .scheme
        .link(&link.kind)
        .is_some_and(|kind| kind.many);
    let special = |target: &Target| matches!(target, Target::Special(_));
    there.peek().is_none()
        || (many && !special(&link.target) && !there.any(|other| special(&other.target)))
}

/// Gives a span copies of links, and answers how many.
fn give(session: &mut Session<'_, '_>, head: SpanId, links: &[Link]) -> Result<u32, Problem> {
    let source = session.scheme.source_link().map(|link| link.id.clone());
    let mut count = 0u32;
    for link in links {
        let id: LinkId = session.link(&link.kind, head, link.target, false)?;
        if let Some(copy) = session.article.annotations.link(id).cloned() {
            session.retarget(Link {
                attributes: link.attributes.clone(),
                note: link.note.clone(),
                ..copy
            })?;
        }
        count = count.saturating_add(1);
    }
    if links.iter().any(|link| Some(&link.kind) == source.as_ref()) {
        session.source_changed(head)?;
    }
    Ok(count)
}
