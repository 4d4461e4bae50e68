//! What a claim's sentence and the register tell of its speaker and cue.

use crate::names::KnownName;
use crate::problem::Problem;
use crate::session::Session;
use postil_core::id::{EntityId, SpanId};
use postil_core::link::Target;
use postil_core::scheme::{LinkKind, Role};
use postil_core::span::Span;
use postil_core::take::{self, Known, Reported};
use postil_core::text::unspaced::is_unspaced;
use postil_core::text::{CodePoint, Extent};

/// What a slot's key takes while the caret is where the claim left it: who
/// says it, with which word or to whom, as the sentence tells. `None` when the
/// caret was moved, or the sentence does not tell.
pub(super) fn told(
    session: &Session<'_, '_>,
    claim: SpanId,
    slot: &str,
    role: Role,
    caret: CodePoint,
    known: &[KnownName],
) -> Option<Extent> {
    let article = &session.article;
    if article.claimed != Some((claim, caret)) {
        return None;
    }
    let span = article.annotations.span(claim)?;
    let extents: Vec<Extent> = span.extents().collect();
    let line = article
        .text
        .line_extent(article.text.line_of(extents.first()?.start)?)?;
    let content = article.text.slice(line)?;
    let names: Vec<Known> = known
        .iter()
        .flat_map(|known| {
            let found = take::occurrences(&article.text, content, line.start, &known.name);
            found.map(move |extent| Known {
                extent,
                person: known.person,
            })
        })
        .collect();
    let cue = linked(session, claim, Role::Cue).map(Span::hull);
    let found = take::attribution(
        &article.text,
        &article.quotations,
        &extents,
        caret,
        cue,
        &names,
    );
    let kind = session.scheme.link(slot)?;
    let is_source = session
        .scheme
        .source_link()
        .is_some_and(|source| source.id == slot);
    match role {
        Role::Cue => found.cue,
        Role::Actor if is_source => found.speaker,
        Role::Actor if names_only_actors(session, kind) => found.addressee,
        _ => None,
    }
}

/// Whether a slot is for actors and for no place: those whom a claim is told
/// to, not what it is about.
fn names_only_actors(session: &Session<'_, '_>, kind: &LinkKind) -> bool {
    !kind
        .to
        .iter()
        .any(|label| session.scheme.role(label) == Role::Place)
}

/// A mention of a role that a person linked a claim to.
fn linked<'s>(session: &'s Session<'_, '_>, claim: SpanId, role: Role) -> Option<&'s Span> {
    let annotations = &session.article.annotations;
    annotations
        .links_from(claim)
        .filter(|link| !link.by_rule)
        .filter_map(|link| annotations.span(link.target.span()?))
        .find(|span| session.scheme.role(&span.label) == role)
}

/// The entity that has this name, if there is just one; else, of a title and
/// a name, the person's.
pub(super) fn entity_of(
    session: &Session<'_, '_>,
    known: &[KnownName],
    extent: Extent,
) -> Option<EntityId> {
    let text = &session.article.text;
    let quote = text.slice(extent)?;
    let only = |fits: &dyn Fn(&KnownName) -> bool| {
        let mut found: Vec<EntityId> = known
            .iter()
            .filter(|known| fits(known))
            .filter_map(|known| known.entity)
            .collect();
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    };
    only(&|known| known.name == quote).or_else(|| {
        only(&|known| {
            known.person
                && quote
                    .strip_suffix(known.name.as_str())
                    .is_some_and(|title| {
                        let parted = title.ends_with(char::is_whitespace);
                        // Chinese puts no space between a title and a name.
                        let runs_on = title.chars().next_back().is_some_and(is_unspaced);
                        (parted || runs_on) && !title.trim().is_empty()
                    })
        })
    })
}

/// A pronoun or a description that is put in the place of a speaker chosen
/// before is a mention of that speaker: `R`, then `S` on "she".
pub(super) fn join_speaker(
    session: &mut Session<'_, '_>,
    mention: SpanId,
    claim: SpanId,
    slot: &str,
) -> Result<(), Problem> {
    let is_source = session
        .scheme
        .source_link()
        .is_some_and(|source| source.id == slot);
    let stored = session.span(mention)?;
    let described = stored
        .quote()
        .chars()
        .next()
        .is_some_and(char::is_lowercase)
        || take::is_pronoun(&stored.quote());
    if !is_source || !described || stored.entity.is_some() {
        return Ok(());
    }
    let before: Vec<EntityId> = session
        .article
        .annotations
        .slot(claim, slot)
        .filter(|link| !link.by_rule && matches!(link.target, Target::Entity(_)))
        .filter_map(|link| link.target.entity())
        .collect();
    let [entity] = before.as_slice() else {
        return Ok(());
    };
    session.change(Span {
        entity: Some(*entity),
        ..stored
    })
}

/// What a person linked a claim to as its cue and its speaker; a speaker who
/// stands outside of the claim, or nowhere, is none.
pub(super) fn reported(session: &Session<'_, '_>, claim: &Span) -> Option<Reported> {
    let annotations = &session.article.annotations;
    let source = session.scheme.source_link()?;
    let mut sources = annotations
        .slot(claim.id, &source.id)
        .filter(|link| !link.by_rule)
        .peekable();
    sources.peek()?;
    let speaker = sources
        .filter_map(|link| annotations.span(link.target.span()?))
        .map(Span::hull)
        .next();
    Some(Reported {
        speaker,
        cue: linked(session, claim.id, Role::Cue)?.hull(),
    })
}

/// Once speaker and cue lie in the unquoted part of a claim made from a
/// sentence, the claim shrinks to the rest.
pub(super) fn shrink(session: &mut Session<'_, '_>, claim: SpanId) -> Result<bool, Problem> {
    let Some(whole) = session.article.annotations.span(claim) else {
        return Ok(false);
    };
    let (Some(reported), [fragment]) = (reported(session, whole), whole.fragments.as_slice())
    else {
        return Ok(false);
    };
    let hull = fragment.extent();
    let inside = reported
        .speaker
        .filter(|speaker| hull.contains_extent(*speaker));
    let rest = take::shrunk(
        &session.article.text,
        &session.article.quotations,
        &session.scheme.options,
        hull,
        Reported {
            speaker: inside,
            ..reported
        },
    );
    match rest {
        Some(rest) => {
            session.reshape(claim, vec![rest])?;
            Ok(true)
        }
        None => Ok(false),
    }
}
