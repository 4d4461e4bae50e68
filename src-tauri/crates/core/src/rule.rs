//! Rules of a scheme: what the text and the links already say.
//!
//! A rule adds when something begins to hold and takes back when it ceases
//! to. It never repeats itself in between, so that what a person took away
//! stays away.

mod form;
mod nesting;
mod place;
mod surface;

pub use form::{after_author_change, form};
pub use nesting::{after_source_change, children};
pub use surface::is_pronoun;

use crate::annotations::Annotations;
use crate::attribute::Value;
use crate::id::{LinkId, SpanId};
use crate::link::Target;
use crate::scheme::{AttributeRule, Scheme};
use crate::span::Span;
use crate::text::quotation::Quotation;
use crate::text::{Extent, Text};

/// Something that follows from an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// A value by rule; `None` takes the one that a rule set away.
    Value {
        /// Span.
        span: SpanId,
        /// Attribute id.
        attribute: String,
        /// Value.
        value: Option<Value>,
    },
    /// A link by rule.
    Link {
        /// Link kind.
        kind: String,
        /// From.
        head: SpanId,
        /// To.
        target: Target,
    },
    /// A link by rule that no longer holds.
    Unlink(LinkId),
}

/// What an edit is judged by.
pub struct Context<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// The text.
    pub text: &'a Text,
    /// Its quotations.
    pub quotations: &'a [Quotation],
    /// The layer after the edit.
    pub annotations: &'a Annotations,
}

/// What follows from a span that was made (`before` is `None`), changed or
/// deleted (`after` is `None`).
#[must_use]
pub fn after_span_change(
    context: &Context<'_>,
    before: Option<&Span>,
    after: Option<&Span>,
) -> Vec<Consequence> {
    let mut consequences = Vec::new();
    if let Some(after) = after {
        values(context, before, after, &mut consequences);
    }
    place::after_span_change(context, before, after, &mut consequences);
    nesting::after_span_change(context, before, after, &mut consequences);
    consequences
}

/// Values that follow the text: set when the span is made, and again when its
/// text or label changes for as long as no person set them.
fn values(
    context: &Context<'_>,
    before: Option<&Span>,
    after: &Span,
    consequences: &mut Vec<Consequence>,
) {
    let moved = before
        .is_none_or(|before| before.fragments != after.fragments || before.label != after.label);
    let Some(label) = context.scheme.label(&after.label).filter(|_| moved) else {
        return;
    };
    let kinds = label.attributes.iter();
    for kind in kinds.filter(|kind| kind.enabled && !kind.retired) {
        let Some(rule) = kind.rule else { continue };
        let current = after.attributes.get(&kind.id);
        let begins = before.is_none_or(|before| before.label != after.label);
        let follows =
            current.is_some_and(|attribute| attribute.by_rule) || (begins && current.is_none());
        if !follows {
            continue;
        }
        let found = match rule {
            AttributeRule::QuotationMarks => form::of_claim(context, after),
            AttributeRule::SurfaceForm => {
                let extents: Vec<Extent> = after.extents().collect();
                surface::form(context.text, &extents)
            }
        };
        let value = found.filter(|id| kind.offers(id)).map(Value::from);
        if value.as_ref() != current.map(|attribute| &attribute.value) {
            consequences.push(Consequence::Value {
                span: after.id,
                attribute: kind.id.clone(),
                value,
            });
        }
    }
}
