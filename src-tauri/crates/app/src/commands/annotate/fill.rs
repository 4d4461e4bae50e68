//! Slots filled without text: from a list, by one letter, or emptied.

use super::mark::new_entity;
use super::reported::shrink;
use super::{short, staying};
use crate::app::App;
use crate::commands::request::{Fill, OfClaim, OfLink};
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Edited, TargetView};
use postil_core::link::{Special, Target};

/// Fills a slot without text.
pub fn fill(app: &mut App, request: Fill) -> Result<Edited, Problem> {
    app.edit("step-fill", request.document, |session| {
        let kind = session.scheme.link(&request.slot).cloned();
        let kind =
            kind.ok_or_else(|| Problem::internal(format!("no link kind {}", request.slot)))?;
        session.span(request.claim)?;
        let (target, named) = match &request.name {
            Some(name) => {
                let entity =
                    new_entity(session, request.kind.as_deref().unwrap_or("person"), name)?;
                (Target::Entity(entity), name.trim().to_owned())
            }
            None => match request.target {
                TargetView {
                    span: Some(span), ..
                } => {
                    let mention = session.span(span)?;
                    (
                        Target::Mention {
                            span,
                            entity: mention.entity,
                        },
                        short(&mention.quote()),
                    )
                }
                TargetView {
                    entity: Some(entity),
                    ..
                } => (
                    Target::Entity(entity),
                    session.edits.standing_entity(entity)?.name,
                ),
                TargetView {
                    special: Some(special),
                    ..
                } => {
                    if !kind.special.contains(&special) {
                        return Err(Problem::new(Code::Invalid, "problem-slot-without-special"));
                    }
                    session.fill(request.claim, &kind.id, Target::Special(special), false)?;
                    shrink(session, request.claim)?;
                    return Ok(staying(
                        request.claim,
                        Some(request.claim),
                        message(said_by_special(special)),
                    ));
                }
                TargetView {
                    span: None,
                    entity: None,
                    special: None,
                } => {
                    return Err(Problem::internal("a slot filled with nothing"));
                }
            },
        };
        session.fill(request.claim, &kind.id, target, request.further)?;
        let said = message("said-filled")
            .with("slot", kind.title)
            .with("quote", named);
        Ok(staying(request.claim, Some(request.claim), said))
    })
}

const fn said_by_special(special: Special) -> &'static str {
    match special {
        Special::Author => "said-by-author",
        Special::NotGiven => "said-by-nobody",
    }
}

/// Said by whoever said the claim before: the entity where it is known, else
/// the same mention.
pub fn same_speaker(app: &mut App, request: OfClaim) -> Result<Edited, Problem> {
    app.edit("step-same-speaker", request.document, |session| {
        let source = session.scheme.source_link().map(|link| link.id.clone());
        let source =
            source.ok_or_else(|| Problem::new(Code::Unsupported, "problem-no-source-link"))?;
        let claim = session.span(request.claim)?;
        let annotations = &session.article.annotations;
        let nothing = || Problem::new(Code::NotFound, "problem-no-claim-before");
        let mut before = annotations.before(&claim);
        while let Some(earlier) = before {
            if annotations.slot(earlier.id, &source).next().is_some() {
                break;
            }
            before = annotations.before(earlier);
        }
        let before = before.ok_or_else(nothing)?;
        let targets: Vec<Target> = annotations
            .slot(before.id, &source)
            .map(|link| match link.target {
                Target::Mention {
                    entity: Some(entity),
                    ..
                } => Target::Entity(entity),
                other => other,
            })
            .collect();
        let mut names = Vec::new();
        for (number, target) in targets.into_iter().enumerate() {
            names.push(match target {
                Target::Mention { span, .. } => short(&session.span(span)?.quote()),
                Target::Entity(entity) => session.edits.standing_entity(entity)?.name,
                Target::Special(special) => {
                    session.fill(request.claim, &source, target, false)?;
                    return Ok(staying(
                        request.claim,
                        Some(request.claim),
                        message(said_by_special(special)),
                    ));
                }
            });
            session.fill(request.claim, &source, target, number > 0)?;
        }
        let said = message("said-same-speaker").with("name", names.join(", "));
        Ok(staying(request.claim, Some(request.claim), said))
    })
}

/// Deletes a link.
pub fn delete_link(app: &mut App, request: OfLink) -> Result<Edited, Problem> {
    app.edit("step-delete-link", request.document, |session| {
        session.layer()?;
        let link = session.article.annotations.link(request.link).cloned();
        let link = link.ok_or_else(|| Problem::new(Code::NotFound, "problem-gone"))?;
        session.remove_link(link.id)?;
        if session
            .scheme
            .source_link()
            .is_some_and(|source| source.id == link.kind)
        {
            session.source_changed(link.head)?;
        }
        let slot = session
            .scheme
            .link(&link.kind)
            .map_or_else(String::new, |kind| kind.title.clone());
        Ok(staying(
            link.head,
            Some(link.head),
            message("said-emptied").with("slot", slot),
        ))
    })
}
