//! Values, labels, notes, flags and entities of a span.

use super::mark::new_entity;
use super::{short, staying};
use crate::app::App;
use crate::commands::register::same;
use crate::commands::request::{OfSpan, Relabel, SetEntity, SetNote, SetValue};
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::{Edited, Message};
use postil_core::attribute::{Attribute, Attributes, Value};
use postil_core::id::SpanId;
use postil_core::link::Link;
use postil_core::scheme::{AttributeKind, Role, Scheme, ValueKind};
use postil_core::span::{Flag, Span};

/// Sets, confirms or empties a value.
pub fn set_value(app: &mut App, request: SetValue) -> Result<Edited, Problem> {
    app.edit("step-value", request.document, |session| {
        let mut span = session.span(request.span)?;
        let kind = attribute_of(session, &span, &request.attribute)?;
        let said = give(&mut span.attributes, kind, request.value)?;
        let active = claim(session, &span);
        session.change(span)?;
        Ok(staying(request.span, active, said))
    })
}

/// Sets a value by hand, or takes it away, and says so.
pub(in crate::commands) fn give(
    attributes: &mut Attributes,
    kind: &AttributeKind,
    value: Option<Value>,
) -> Result<Message, Problem> {
    let title = if kind.title.is_empty() {
        kind.id.clone()
    } else {
        kind.title.clone()
    };
    let Some(value) = value else {
        attributes.remove(&kind.id);
        return Ok(message("said-value-emptied").with("attribute", title));
    };
    let value = checked(kind, value)?;
    let shown = shown(kind, &value);
    attributes.insert(kind.id.clone(), Attribute::by_hand(value));
    Ok(message("said-value")
        .with("attribute", title)
        .with("value", shown))
}

/// An attribute that spans of this label have.
pub(super) fn attribute_of<'s>(
    session: &Session<'s, '_>,
    span: &Span,
    attribute: &str,
) -> Result<&'s AttributeKind, Problem> {
    session
        .scheme
        .label(&span.label)
        .and_then(|label| label.attributes.iter().find(|kind| kind.id == attribute))
        .ok_or_else(|| Problem::internal(format!("no attribute {attribute}")))
}

/// A value that its kind allows: a choice is one of the values, a number is
/// decimal text with a point.
pub(super) fn checked(kind: &AttributeKind, value: Value) -> Result<Value, Problem> {
    if kind.accepts(&value) {
        Ok(value)
    } else {
        let problem = Problem::new(Code::Invalid, "problem-value")
            .with("attribute", kind.title.clone())
            .with("value", value.as_line());
        Err(match kind.kind {
            ValueKind::Number => problem.hint("hint-number"),
            _ => problem,
        })
    }
}

/// A value as the scheme calls it.
fn shown(kind: &AttributeKind, value: &Value) -> String {
    let line = value.as_line();
    kind.values
        .iter()
        .find(|choice| choice.id == line)
        .map(|choice| choice.title.clone())
        .filter(|title| !title.is_empty())
        .unwrap_or(line)
}

fn claim(session: &Session<'_, '_>, span: &Span) -> Option<SpanId> {
    (session.scheme.role(&span.label) == Role::Statement).then_some(span.id)
}

/// Gives a span another label. Values that the new label lacks go, and links
/// that the scheme does not allow from or to it: the message counts them.
pub fn relabel(app: &mut App, request: Relabel) -> Result<Edited, Problem> {
    app.edit("step-relabel", request.document, |session| {
        let mut span = session.span(request.span)?;
        let label = session
            .scheme
            .label(&request.label)
            .filter(|label| !label.zone && !label.retired)
            .cloned();
        let label =
            label.ok_or_else(|| Problem::internal(format!("no label {}", request.label)))?;
        if span.fragments.len() > 1 && !label.discontinuous {
            return Err(
                Problem::new(Code::Invalid, "problem-one-fragment").with("label", label.title)
            );
        }
        span.attributes
            .retain(|id, _| label.attributes.iter().any(|kind| kind.id == *id));
        span.label.clone_from(&label.id);
        span.scheme_version = session.scheme.version;
        let allowed = |session: &Session<'_, '_>, link: &Link| {
            let Some(kind) = session.scheme.link(&link.kind) else {
                return true;
            };
            let from = link.head != span.id || kind.from.contains(&label.id);
            let to = link.target.span() != Some(span.id) || kind.to.contains(&label.id);
            from && to
        };
        let annotations = &session.article.annotations;
        let lost: Vec<_> = annotations
            .links_from(span.id)
            .chain(annotations.links_to(span.id))
            .filter(|link| !allowed(session, link))
            .map(|link| link.id)
            .collect();
        let count = u32::try_from(lost.len()).unwrap_or(u32::MAX);
        for link in lost {
            session.remove_link(link)?;
        }
        let active = claim(session, &span);
        let said = message("said-relabelled")
            .with("label", label.title)
            .with("quote", short(&span.quote()))
            .count("links", count);
        session.change(span)?;
        Ok(staying(request.span, active, said))
    })
}

/// Marks a span as unsure, or sure again.
pub fn toggle_unsure(app: &mut App, request: OfSpan) -> Result<Edited, Problem> {
    app.edit("step-unsure", request.document, |session| {
        let mut span = session.span(request.span)?;
        let unsure = !span.flags.remove(&Flag::Unsure);
        if unsure {
            span.flags.insert(Flag::Unsure);
        }
        let active = claim(session, &span);
        let said = message(if unsure { "said-unsure" } else { "said-sure" })
            .with("quote", short(&span.quote()));
        session.change(span)?;
        Ok(staying(request.span, active, said))
    })
}

/// Sets a note.
pub fn set_note(app: &mut App, request: SetNote) -> Result<Edited, Problem> {
    app.edit("step-note", request.document, |session| {
        let mut span = session.span(request.span)?;
        request.note.trim().clone_into(&mut span.note);
        let active = claim(session, &span);
        let said = message(if span.note.is_empty() {
            "said-note-gone"
        } else {
            "said-note"
        });
        session.change(span)?;
        Ok(staying(request.span, active, said))
    })
}

/// Joins a mention to an entity; links to the mention keep it in step.
pub fn set_entity(app: &mut App, request: SetEntity) -> Result<Edited, Problem> {
    app.edit("step-entity", request.document, |session| {
        let span = session.span(request.span)?;
        let kind = request
            .kind
            .as_deref()
            .unwrap_or_else(|| kind_for(session.scheme, &span.label));
        let entity = match &request.name {
            Some(name) => Some(new_entity(session, kind, name)?),
            None => request.entity,
        };
        session.join(span.id, entity)?;
        let active = claim(session, &span);
        let quote = short(&span.quote());
        let Some(entity) = entity else {
            let said = message("said-entity-gone").with("quote", quote);
            return Ok(staying(span.id, active, said));
        };
        let name = session.edits.standing_entity(entity)?.name;
        let labels = std::slice::from_ref(&span.label);
        let more = same(session.article.annotations.spans(), &span, labels).len();
        let said = message(if more == 0 {
            "said-entity"
        } else {
            "said-entity-more"
        })
        .with("quote", quote)
        .with("name", name)
        .count("count", u32::try_from(more).unwrap_or(u32::MAX));
        Ok(staying(span.id, active, said))
    })
}

/// What a new name at a mention most likely is.
pub(super) fn kind_for(scheme: &Scheme, label: &str) -> &'static str {
    if scheme.role(label) == Role::Place {
        "place"
    } else {
        "person"
    }
}
