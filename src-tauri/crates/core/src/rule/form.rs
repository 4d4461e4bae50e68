//! Direct, mixed or indirect, by the quotation marks.
//!
//! What the article itself says is nobody's words in other words: without
//! quotation marks its form stays open.

use super::{Consequence, Context};
use crate::attribute::Value;
use crate::id::SpanId;
use crate::link::{Special, Target};
use crate::scheme::{AttributeKind, AttributeRule, Owner};
use crate::span::Span;
use crate::text::quotation::Quotation;
use crate::text::{Extent, Text};

const INDIRECT: &str = "indirect";

/// `direct` when all of the letters stand in quotation marks, `mixed` when
/// some do, else `indirect`.
#[must_use]
pub fn form(text: &Text, quotations: &[Quotation], extents: &[Extent]) -> &'static str {
    let speech = || quotations.iter().filter(|quotation| quotation.speech);
    let (mut quoted, mut unquoted) = (false, false);
    for extent in extents {
        let mut covered = extent.start;
        let mut inside: Vec<Extent> = speech()
            .map(|quotation| quotation.outer)
            .filter(|outer| outer.overlaps(*extent))
            .collect();
        inside.sort_unstable();
        let letters = |from, to| {
            text.slice(Extent {
                start: from,
                end: to,
            })
            .is_some_and(|piece| piece.chars().any(char::is_alphanumeric))
        };
        for outer in inside {
            let start = outer.start.max(extent.start);
            unquoted |= covered < start && letters(covered, start);
            quoted |= letters(start, outer.end.min(extent.end));
            covered = covered.max(outer.end.min(extent.end));
        }
        unquoted |= covered < extent.end && letters(covered, extent.end);
    }
    match (quoted, unquoted) {
        (true, false) => "direct",
        (true, true) => "mixed",
        _ => INDIRECT,
    }
}

/// The form of a claim; nothing for what the article itself says in its own
/// words.
pub(super) fn of_claim(context: &Context<'_>, claim: &Span) -> Option<&'static str> {
    let extents: Vec<Extent> = claim.extents().collect();
    let found = form(context.text, context.quotations, &extents);
    (found != INDIRECT || !by_author(context, claim.id)).then_some(found)
}

fn by_author(context: &Context<'_>, claim: SpanId) -> bool {
    context.scheme.source_link().is_some_and(|source| {
        let mut sources = context.annotations.slot(claim, &source.id);
        sources.any(|link| link.target == Target::Special(Special::Author))
    })
}

/// What follows when the article itself became the source of a claim, or
/// ceased to be.
#[must_use]
pub fn after_author_change(context: &Context<'_>, claim: SpanId) -> Vec<Consequence> {
    let Some(claim) = context.annotations.span(claim) else {
        return Vec::new();
    };
    let by_quotation_marks = |kind: &&AttributeKind| {
        kind.enabled && !kind.retired && kind.rule == Some(AttributeRule::QuotationMarks)
    };
    let kinds = context
        .scheme
        .attributes_of(Owner::Label(&claim.label))
        .iter();
    kinds
        .filter(by_quotation_marks)
        .filter_map(|kind| {
            let current = claim.attributes.get(&kind.id);
            if current.is_some_and(|value| !value.by_rule) {
                return None;
            }
            let found = of_claim(context, claim).filter(|id| kind.offers(id));
            let value = found.map(Value::from);
            (value.as_ref() != current.map(|now| &now.value)).then(|| Consequence::Value {
                span: claim.id,
                attribute: kind.id.clone(),
                value,
            })
        })
        .collect()
}
