//! A claim inside a claim is its part and has its speaker, until it gets a
//! speaker of its own.

use super::{Consequence, Context};
use crate::id::SpanId;
use crate::link::{Link, Target, closes_circle};
use crate::scheme::{LinkRule, Role};
use crate::span::Span;
use std::collections::BTreeMap;

pub(super) fn after_span_change(
    context: &Context<'_>,
    before: Option<&Span>,
    after: Option<&Span>,
    consequences: &mut Vec<Consequence>,
) {
    let Some(part_of) = context
        .scheme
        .link_by_rule(LinkRule::ClaimInsideClaimWithoutOwnSpeaker)
    else {
        return;
    };
    let statement = |span: &&Span| context.scheme.role(&span.label) == Role::Statement;
    let (before, after) = (before.filter(statement), after.filter(statement));
    let Some(subject) = after.or(before) else {
        return;
    };
    if let Some(inner) = after {
        nest(
            context,
            &part_of.id,
            inner,
            before.is_none_or(|before| before.fragments != inner.fragments),
            consequences,
        );
    }
    // What was or is inside meets the subject's text then or now.
    let mut around: BTreeMap<SpanId, &Span> = BTreeMap::new();
    for span in [before, after].into_iter().flatten() {
        let near = context.annotations.near(span.hull());
        around.extend(near.map(|span| (span.id, span)));
    }
    for inner in around
        .into_values()
        .filter(statement)
        .filter(|span| span.id != subject.id)
    {
        let was_inside = before.is_some_and(|before| covers(before, inner));
        let is_inside = after.is_some_and(|after| covers(after, inner));
        if was_inside != is_inside {
            nest(context, &part_of.id, inner, true, consequences);
        }
    }
}

/// A claim on exactly the same text is no part of the other.
fn covers(outer: &Span, inner: &Span) -> bool {
    outer.covers(inner) && !inner.extents().eq(outer.extents())
}

/// Sets the links by rule of one claim to what its surroundings say.
fn nest(
    context: &Context<'_>,
    part_of: &str,
    inner: &Span,
    moved: bool,
    consequences: &mut Vec<Consequence>,
) {
    let Some(source) = context.scheme.source_link() else {
        return;
    };
    let annotations = context.annotations;
    let has_own_source = annotations
        .slot(inner.id, &source.id)
        .any(|link| !link.by_rule);
    if !moved
        || has_own_source
        || annotations
            .slot(inner.id, part_of)
            .any(|link| !link.by_rule)
    {
        return;
    }
    let outer = annotations
        .near(inner.hull())
        .filter(|span| {
            context.scheme.role(&span.label) == Role::Statement
                && span.id != inner.id
                && covers(span, inner)
        })
        .min_by_key(|span| (span.hull().len(), span.id))
        .filter(|outer| !is_part(context, part_of, outer.id, inner.id));
    let parent = annotations.slot(inner.id, part_of).next();
    if parent.and_then(|link| link.target.span()) == outer.map(|span| span.id) {
        return;
    }
    consequences.extend(parent.map(|link| Consequence::Unlink(link.id)));
    if let Some(outer) = outer {
        let target = Target::Mention {
            span: outer.id,
            entity: None,
        };
        consequences.push(Consequence::Link {
            kind: part_of.to_owned(),
            head: inner.id,
            target,
        });
    }
    inherit(
        context,
        &source.id,
        inner.id,
        outer.map(|span| span.id),
        consequences,
    );
}

/// Whether a person made the outer claim a part of the inner one: a rule
/// closes no circle.
fn is_part(context: &Context<'_>, part_of: &str, outer: SpanId, inner: SpanId) -> bool {
    closes_circle(inner, outer, |claim| {
        let links = context.annotations.slot(claim, part_of);
        links.filter_map(|link| link.target.span()).collect()
    })
}

/// Gives a claim the sources of another one, in place of those it had by rule.
fn inherit(
    context: &Context<'_>,
    source: &str,
    inner: SpanId,
    outer: Option<SpanId>,
    consequences: &mut Vec<Consequence>,
) {
    let wanted: Vec<Target> = outer
        .into_iter()
        .flat_map(|outer| context.annotations.slot(outer, source))
        .map(|link| link.target)
        .collect();
    let present: Vec<&Link> = context
        .annotations
        .slot(inner, source)
        .filter(|link| link.by_rule)
        .collect();
    consequences.extend(
        present
            .iter()
            .filter(|link| !wanted.contains(&link.target))
            .map(|link| Consequence::Unlink(link.id)),
    );
    consequences.extend(
        wanted
            .into_iter()
            .filter(|target| !present.iter().any(|link| link.target == *target))
            .map(|target| Consequence::Link {
                kind: source.to_owned(),
                head: inner,
                target,
            }),
    );
}

/// The claims that are parts of a claim.
#[must_use]
pub fn children(context: &Context<'_>, claim: SpanId) -> Vec<SpanId> {
    let Some(part_of) = context
        .scheme
        .link_by_rule(LinkRule::ClaimInsideClaimWithoutOwnSpeaker)
    else {
        return Vec::new();
    };
    context
        .annotations
        .links_to(claim)
        .filter(|link| link.kind == part_of.id)
        .map(|link| link.head)
        .collect()
}

/// What follows when a claim's sources changed: one that has its own is no
/// longer a part by rule, and its parts that have none get the new ones.
#[must_use]
pub fn after_source_change(context: &Context<'_>, claim: SpanId) -> Vec<Consequence> {
    let mut consequences = Vec::new();
    let Some(source) = context.scheme.source_link() else {
        return consequences;
    };
    let Some(part_of) = context
        .scheme
        .link_by_rule(LinkRule::ClaimInsideClaimWithoutOwnSpeaker)
    else {
        return consequences;
    };
    let own = |claim: SpanId| {
        context
            .annotations
            .slot(claim, &source.id)
            .any(|link| !link.by_rule)
    };
    if own(claim) {
        let by_rule = [part_of.id.as_str(), source.id.as_str()]
            .into_iter()
            .flat_map(|kind| context.annotations.slot(claim, kind))
            .filter(|link| link.by_rule);
        consequences.extend(by_rule.map(|link| Consequence::Unlink(link.id)));
    }
    for child in children(context, claim) {
        if !own(child) {
            inherit(context, &source.id, child, Some(claim), &mut consequences);
        }
    }
    consequences
}
