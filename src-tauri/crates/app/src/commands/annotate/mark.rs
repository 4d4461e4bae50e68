//! Marks: what is selected, or what stands at the caret.

use super::reported::{entity_of, join_speaker, shrink, told};
use super::short;
use super::value::{attribute_of, checked};
use crate::app::{App, Outcome};
use crate::commands::request::{Mark, MarkStandIn};
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::{Edited, TextRange};
use postil_core::attribute::{Attribute, Value};
use postil_core::entity::Entity;
use postil_core::id::{EntityId, SpanId};
use postil_core::link::Target;
use postil_core::scheme::Role;
use postil_core::take;
use postil_core::text::{CodePoint, Extent, Utf16, with_stop_of_abbreviation};
use std::collections::BTreeMap;

/// Marks text with a label, and fills a slot of the active claim with it.
pub fn mark(app: &mut App, request: Mark) -> Result<Edited, Problem> {
    let known = app.opened()?.known_names(&request.label)?;
    app.edit("step-mark", request.document, |session| {
        let label = session
            .scheme
            .label(&request.label)
            .filter(|label| !label.zone);
        let label = label
            .ok_or_else(|| Problem::internal(format!("no label {}", request.label)))?
            .clone();
        let caret = session.article.position(request.caret)?;
        if label.role == Role::Statement {
            return mark_claim(session, &label.id, &request, caret);
        }
        // Marking in the text of nobody's claim only marks.
        let claim = request
            .claim
            .filter(|claim| session.article.annotations.span(*claim).is_some());
        let slot = request.slot.as_deref().zip(claim);
        let labels = match slot {
            Some((slot, _)) => session
                .scheme
                .link(slot)
                .map(|link| link.to.clone())
                .unwrap_or_default(),
            None => vec![label.id.clone()],
        };
        let told = match (slot, request.selection) {
            (Some((slot, claim)), None) => told(session, claim, slot, label.role, caret, &known),
            _ => None,
        };
        let (span, made) = match request.selection {
            None if told.is_some() => {
                let extent = told.ok_or_else(nothing_here)?;
                session.mark(&label.id, vec![extent], entity_of(session, &known, extent))?
            }
            None => match session.article.annotations.shortest_at(&labels, caret) {
                Some(there) => (there.id, false),
                None => {
                    let text = &session.article.text;
                    let names = known.iter().map(|known| known.name.as_str());
                    // A cue is no name: "State Department Says" has one word of it.
                    let extent = match label.role {
                        Role::Actor | Role::Place => take::mention(text, names, caret),
                        _ => take::word_of_saying(text, caret).or_else(|| text.word_at(caret)),
                    };
                    let extent = extent.ok_or_else(nothing_here)?;
                    session.mark(&label.id, vec![extent], entity_of(session, &known, extent))?
                }
            },
            Some(range) => {
                let extent = marked(session, range)?;
                session.mark(&label.id, vec![extent], entity_of(session, &known, extent))?
            }
        };
        if made {
            give_values(session, span, request.values.as_ref())?;
            if let Some((slot, claim)) = slot {
                join_speaker(session, span, claim, slot)?;
            }
        }
        let stored = session.span(span)?;
        let mut said = message(if made {
            "said-marked"
        } else {
            "said-marked-already"
        })
        .with("label", label.title.clone())
        .with("quote", short(&stored.quote()));
        if let Some((slot, claim)) = slot {
            session.fill(
                claim,
                slot,
                Target::Mention {
                    span,
                    entity: stored.entity,
                },
                false,
            )?;
            let title = session
                .scheme
                .link(slot)
                .map_or_else(String::new, |link| link.title.clone());
            said = message("said-filled")
                .with("slot", title)
                .with("quote", short(&stored.quote()));
            if shrink(session, claim)? {
                let rest = session.span(claim)?.quote();
                said = message("said-filled-and-shrunk")
                    .with("slot", said_slot(session, slot))
                    .with("quote", short(&stored.quote()))
                    .with("claim", short(&rest));
            }
        }
        Ok(Outcome {
            message: said,
            current: Some(span),
            active: claim,
            caret: caret_after(session, request.selection, span)?,
        })
    })
}

/// Sets values that a person chose before the mark was made.
fn give_values(
    session: &mut Session<'_, '_>,
    span: SpanId,
    values: Option<&BTreeMap<String, Value>>,
) -> Result<(), Problem> {
    let mut after = session.span(span)?;
    for (attribute, value) in values.into_iter().flatten() {
        let kind = attribute_of(session, &after, attribute)?;
        let value = checked(kind, value.clone())?;
        after
            .attributes
            .insert(kind.id.clone(), Attribute::by_hand(value));
    }
    session.change(after)
}

fn said_slot(session: &Session<'_, '_>, slot: &str) -> String {
    session
        .scheme
        .link(slot)
        .map_or_else(String::new, |link| link.title.clone())
}

fn mark_claim(
    session: &mut Session<'_, '_>,
    label: &str,
    request: &Mark,
    caret: CodePoint,
) -> Result<Outcome, Problem> {
    let selection = request.selection;
    let article = &session.article;
    let extent = match selection {
        Some(range) => marked(session, range)?,
        None => take::new_claim(
            &article.text,
            &article.quotations,
            caret,
            &session.scheme.options,
            |taken| article.annotations.same(label, &[taken]).is_some(),
        )
        .ok_or_else(nothing_here)?,
    };
    let (span, made) = session.mark(label, vec![extent], None)?;
    if made {
        give_values(session, span, request.values.as_ref())?;
    }
    let stored = session.span(span)?;
    let stays = selection.map_or(caret, |_| stored.hull().end);
    session.article.claimed = Some((span, stays));
    let by_rule: Vec<String> = session
        .article
        .annotations
        .links_from(span)
        .filter(|link| link.by_rule)
        .map(|link| said_slot(session, &link.kind))
        .collect();
    let form = stored
        .attributes
        .values()
        .find(|attribute| attribute.by_rule)
        .map(|attribute| attribute.value.as_line());
    let mut said = message(if made {
        "said-marked-claim"
    } else {
        "said-marked-already"
    })
    .with(
        "label",
        session
            .scheme
            .label(label)
            .map_or_else(String::new, |label| label.title.clone()),
    )
    .with("quote", short(&stored.quote()));
    if made {
        let mut rules: Vec<String> = form.into_iter().collect();
        let mut slots = by_rule;
        slots.dedup();
        rules.extend(slots);
        said = said.with("rules", rules.join(", "));
    }
    Ok(Outcome {
        message: said,
        current: Some(span),
        active: Some(span),
        caret: caret_after(session, selection, span)?,
    })
}

/// A place that stands for its government, people or organisation.
pub fn mark_stand_in(app: &mut App, request: MarkStandIn) -> Result<Edited, Problem> {
    let open = app.opened()?;
    let role_label = |role| {
        open.scheme
            .label_with_role(role)
            .map(|label| label.id.clone())
    };
    let place = role_label(Role::Place)
        .ok_or_else(|| Problem::new(Code::Unsupported, "problem-no-place-label"))?;
    let known = open.known_names(&place)?;
    let project_stand_ins = open.stand_ins()?;
    app.edit("step-mark-stand-in", request.document, |session| {
        let caret = session.article.position(request.caret)?;
        let (span, _) = match request.selection {
            Some(range) => {
                let extent = marked(session, range)?;
                session.mark(&place, vec![extent], entity_of(session, &known, extent))?
            }
            None => match session
                .article
                .annotations
                .shortest_at(std::slice::from_ref(&place), caret)
            {
                Some(there) => (there.id, false),
                None => {
                    let names = known.iter().map(|known| known.name.as_str());
                    let extent = take::mention(&session.article.text, names, caret)
                        .ok_or_else(nothing_here)?;
                    session.mark(&place, vec![extent], entity_of(session, &known, extent))?
                }
            },
        };
        let mut stored = session.span(span)?;
        let metonymic = |attribute: &&postil_core::scheme::AttributeKind| {
            attribute.enabled && attribute.values.iter().any(|value| value.id == "metonymic")
        };
        let sense = session
            .scheme
            .label(&place)
            .and_then(|label| label.attributes.iter().find(metonymic));
        if let Some(sense) = sense {
            stored.attributes.insert(
                sense.id.clone(),
                Attribute::by_hand(Value::from("metonymic")),
            );
            session.change(stored.clone())?;
        }
        let stands_for = session
            .scheme
            .links
            .iter()
            .find(|link| {
                link.enabled && link.from == [place.clone()] && link.to == ["entity".to_owned()]
            })
            .map(|link| link.id.clone())
            .ok_or_else(|| Problem::new(Code::Unsupported, "problem-no-place-label"))?;
        let quote = stored.quote();
        let entity = match (request.entity, &request.name) {
            (Some(entity), _) => Some(entity),
            (None, Some(name)) => Some(new_entity(
                session,
                request.kind.as_deref().unwrap_or("government"),
                name,
            )?),
            (None, None) => project_stand_ins
                .iter()
                .rev()
                .find(|(name, _)| *name == quote)
                .map(|(_, entity)| *entity),
        };
        let said = match entity {
            Some(entity) => {
                session.fill(span, &stands_for, Target::Entity(entity), false)?;
                let name = session.edits.standing_entity(entity)?.name;
                message("said-stands-for")
                    .with("quote", short(&quote))
                    .with("name", name)
            }
            None => message("ask-stands-for").with("quote", short(&quote)),
        };
        Ok(Outcome {
            message: said,
            current: Some(span),
            active: None,
            caret: caret_after(session, request.selection, span)?,
        })
    })
}

/// A new entity of the register.
pub(super) fn new_entity(
    session: &mut Session<'_, '_>,
    kind: &str,
    name: &str,
) -> Result<EntityId, Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-empty-name"));
    }
    let types = &session.scheme.entities.types;
    let kind = if types.iter().any(|known| known == kind) {
        kind
    } else {
        types.first().map_or(kind, String::as_str)
    };
    let entity = Entity {
        id: EntityId::UNSTORED,
        uid: session.environment.uid(),
        kind: kind.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        attributes: BTreeMap::new(),
        note: String::new(),
        merged_into: None,
    };
    Ok(session.edits.insert_entity(entity)?)
}

/// The selection without the white space at its ends.
pub(in crate::commands) fn selected(
    session: &Session<'_, '_>,
    range: TextRange,
) -> Result<Extent, Problem> {
    let extent = session
        .article
        .text
        .trim_extent(session.article.extent(range)?);
    if extent.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-nothing-to-mark"));
    }
    Ok(extent)
}

/// The same for a mark: with the stop of an abbreviation, which a selection by
/// word leaves outside.
pub(super) fn marked(session: &Session<'_, '_>, range: TextRange) -> Result<Extent, Problem> {
    let extent = selected(session, range)?;
    let article = &session.article;
    Ok(with_stop_of_abbreviation(&article.text, extent))
}

/// Marking a selection empties it and leaves the caret at the span's end;
/// marking at a caret leaves it where it is.
fn caret_after(
    session: &Session<'_, '_>,
    selection: Option<TextRange>,
    span: SpanId,
) -> Result<Option<Utf16>, Problem> {
    match selection {
        Some(_) => session
            .article
            .units(session.span(span)?.hull().end)
            .map(Some),
        None => Ok(None),
    }
}

pub(super) fn nothing_here() -> Problem {
    Problem::new(Code::Invalid, "problem-nothing-here")
}
