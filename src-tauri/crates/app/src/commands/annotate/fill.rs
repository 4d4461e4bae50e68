//! Slots filled without text: from a list, by one letter, or emptied.

use super::mark::new_entity;
use super::reported::shrink;
use super::{short, staying};
use crate::app::App;
use crate::commands::request::{AskCandidates, AskEntities, Fill, OfClaim, OfLink};
use crate::problem::{Code, Problem};
use crate::view::{message, target_view};
use crate::wire::{Candidate, Edited, TargetView};
use postil_core::link::{Special, Target};
use postil_core::span::Span;

/// How many choices a list shows.
const CHOICES: usize = 40;

/// Fills a slot without text.
pub fn fill(app: &mut App, request: Fill) -> Result<Edited, Problem> {
    app.edit("step-fill", request.document, |session| {
        let kind = session.scheme.link(&request.slot).cloned();
        let kind =
            kind.ok_or_else(|| Problem::internal(format!("no link kind {}", request.slot)))?;
        session.span(request.claim)?;
        let (target, named) = match &request.name {
            Some(name) => {
                let entity = new_entity(session, "person", name)?;
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
                } => (Target::Entity(entity), session.edits.entity(entity)?.name),
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
                Target::Entity(entity) => session.edits.entity(entity)?.name,
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

/// Choices for a slot: mentions of the sentence, then of the paragraph, then
/// of the article, nearest first, then the register.
pub fn candidates(app: &mut App, request: AskCandidates) -> Result<Vec<Candidate>, Problem> {
    let open = app.opened()?;
    let kind = open.scheme.link(&request.slot).cloned();
    let kind = kind.ok_or_else(|| Problem::internal(format!("no link kind {}", request.slot)))?;
    let entities = open.project.entities()?;
    let article = open.article(request.document)?;
    let claim = article.annotations.span(request.claim).cloned();
    let claim = claim.ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?;
    let query = request.query.trim().to_lowercase();
    let name_of = |span: &Span| {
        let entity = entities
            .iter()
            .find(|entity| Some(entity.id) == span.entity);
        entity.map_or_else(|| span.quote(), |entity| entity.name.clone())
    };
    let sentence = article.text.sentence_at(claim.hull().start);
    let paragraph = article.text.paragraph_at(claim.hull().start);
    let distance = |span: &Span| {
        let (hull, other) = (claim.hull(), span.hull());
        if other.end <= hull.start {
            hull.start.0.saturating_sub(other.end.0)
        } else {
            other.start.0.saturating_sub(hull.end.0)
        }
    };
    let mut mentions: Vec<&Span> = article
        .annotations
        .labelled(&kind.to)
        .filter(|span| span.id != claim.id)
        .filter(|span| {
            query.is_empty()
                || span.quote().to_lowercase().contains(&query)
                || name_of(span).to_lowercase().contains(&query)
        })
        .collect();
    mentions.sort_by_key(|span| (distance(span), span.id));
    let near = |span: &Span| {
        let inside = |extent: Option<postil_core::text::Extent>| {
            extent.is_some_and(|extent| extent.contains_extent(span.hull()))
        };
        match (inside(sentence), inside(paragraph)) {
            (true, _) => "sentence",
            (_, true) => "paragraph",
            _ => "article",
        }
    };
    let mut choices: Vec<Candidate> = Vec::new();
    let mut listed = std::collections::BTreeSet::new();
    for span in mentions {
        let title = span.quote();
        if listed.insert((title.clone(), span.entity)) {
            choices.push(Candidate {
                target: target_view(Target::Mention {
                    span: span.id,
                    entity: span.entity,
                }),
                title,
                near: near(span).to_owned(),
                kind: entities
                    .iter()
                    .find(|entity| Some(entity.id) == span.entity)
                    .map(|entity| entity.kind.clone()),
            });
        }
    }
    choices.sort_by_key(|choice| match choice.near.as_str() {
        "sentence" => 0,
        "paragraph" => 1,
        _ => 2,
    });
    if kind.to.iter().any(|to| to == "entity") {
        let matches = |name: &String| name.to_lowercase().contains(&query);
        choices.extend(
            entities
                .iter()
                .rev()
                .filter(|entity| entity.merged_into.is_none())
                .filter(|entity| {
                    query.is_empty() || matches(&entity.name) || entity.aliases.iter().any(matches)
                })
                .map(|entity| Candidate {
                    target: target_view(Target::Entity(entity.id)),
                    title: entity.name.clone(),
                    near: "register".to_owned(),
                    kind: Some(entity.kind.clone()),
                }),
        );
    }
    choices.truncate(CHOICES);
    Ok(choices)
}

/// Entities of the register by name or alias, those used here first.
pub fn entities(app: &mut App, request: AskEntities) -> Result<Vec<Candidate>, Problem> {
    let open = app.opened()?;
    let query = request.query.trim().to_lowercase();
    let used: std::collections::BTreeSet<_> = open
        .article
        .iter()
        .flat_map(|article| article.annotations.spans())
        .filter_map(|span| span.entity)
        .collect();
    let named = |name: &String| name.to_lowercase().contains(&query);
    let mut found: Vec<_> = open
        .project
        .entities()?
        .into_iter()
        .filter(|entity| entity.merged_into.is_none())
        .filter(|entity| request.kinds.is_empty() || request.kinds.contains(&entity.kind))
        .filter(|entity| named(&entity.name) || entity.aliases.iter().any(named))
        .collect();
    found.sort_by_key(|entity| !used.contains(&entity.id));
    found.truncate(CHOICES);
    Ok(found
        .into_iter()
        .map(|entity| Candidate {
            target: target_view(Target::Entity(entity.id)),
            near: if used.contains(&entity.id) {
                "article"
            } else {
                "register"
            }
            .to_owned(),
            title: entity.name,
            kind: Some(entity.kind),
        })
        .collect())
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
