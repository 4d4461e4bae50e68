//! A claim is about each place inside it that is not inside an actor's
//! mention.

use super::{Consequence, Context};
use crate::id::SpanId;
use crate::link::Target;
use crate::scheme::{LinkRule, Role};
use crate::span::Span;
use std::collections::BTreeMap;

pub(super) fn after_span_change(
    context: &Context<'_>,
    before: Option<&Span>,
    after: Option<&Span>,
    consequences: &mut Vec<Consequence>,
) {
    let Some(kind) = context
        .scheme
        .link_by_rule(LinkRule::PlaceInsideClaimNotInsideActor)
    else {
        return;
    };
    let Some(subject) = after.or(before) else {
        return;
    };
    let role = |span: &Span| context.scheme.role(&span.label);
    let was = |role_then: Role| before.filter(|span| role(span) == role_then);
    let is = |role_now: Role| after.filter(|span| role(span) == role_now);
    // A place in a claim meets its text, then or now.
    let mut around: BTreeMap<SpanId, &Span> = BTreeMap::new();
    for span in [before, after].into_iter().flatten() {
        let near = context.annotations.near(span.hull());
        around.extend(near.map(|span| (span.id, span)));
    }
    let others = |wanted: Role| {
        around
            .values()
            .copied()
            .filter(move |span| context.scheme.role(&span.label) == wanted && span.id != subject.id)
    };
    // Pairs of claim and place whose standing the edit may have changed.
    let mut pairs: Vec<(Pair<'_>, Pair<'_>)> = Vec::new();
    if was(Role::Statement).is_some() || is(Role::Statement).is_some() {
        for place in others(Role::Place) {
            pairs.push((
                (was(Role::Statement), Some(place)),
                (is(Role::Statement), Some(place)),
            ));
        }
    }
    if was(Role::Place).is_some() || is(Role::Place).is_some() {
        for claim in others(Role::Statement) {
            pairs.push((
                (Some(claim), was(Role::Place)),
                (Some(claim), is(Role::Place)),
            ));
        }
    }
    for (then, now) in pairs {
        let inside_before = inside(then);
        let inside_now = inside(now) && !in_an_actor(context, now.1);
        judge(
            context,
            &kind.id,
            (then, inside_before),
            (now, inside_now),
            consequences,
        );
    }
    if let Some(actor) = is(Role::Actor) {
        let covered_before =
            |place: &Span| was(Role::Actor).is_some_and(|before| before.covers(place));
        for place in
            others(Role::Place).filter(|place| actor.covers(place) && !covered_before(place))
        {
            unlink(context, &kind.id, None, place, consequences);
        }
    }
}

type Pair<'a> = (Option<&'a Span>, Option<&'a Span>);

fn inside((claim, place): Pair<'_>) -> bool {
    matches!((claim, place), (Some(claim), Some(place)) if claim.covers(place))
}

fn in_an_actor(context: &Context<'_>, place: Option<&Span>) -> bool {
    place.is_some_and(|place| {
        context
            .annotations
            .near(place.hull())
            .any(|span| context.scheme.role(&span.label) == Role::Actor && span.covers(place))
    })
}

fn judge(
    context: &Context<'_>,
    kind: &str,
    (then, inside_before): (Pair<'_>, bool),
    (now, inside_now): (Pair<'_>, bool),
    consequences: &mut Vec<Consequence>,
) {
    match (now, inside_before, inside_now) {
        ((Some(claim), Some(place)), false, true) => {
            let there = context
                .annotations
                .slot(claim.id, kind)
                .any(|link| link.target.span() == Some(place.id));
            if !there {
                let target = Target::Mention {
                    span: place.id,
                    entity: place.entity,
                };
                consequences.push(Consequence::Link {
                    kind: kind.to_owned(),
                    head: claim.id,
                    target,
                });
            }
        }
        (_, true, false) => {
            if let (Some(claim), Some(place)) = then {
                unlink(context, kind, Some(claim), place, consequences);
            }
        }
        _ => {}
    }
}

fn unlink(
    context: &Context<'_>,
    kind: &str,
    claim: Option<&Span>,
    place: &Span,
    consequences: &mut Vec<Consequence>,
) {
    consequences.extend(
        context
            .annotations
            .links_to(place.id)
            .filter(|link| {
                link.kind == kind && link.by_rule && claim.is_none_or(|claim| claim.id == link.head)
            })
            .map(|link| Consequence::Unlink(link.id)),
    );
}
