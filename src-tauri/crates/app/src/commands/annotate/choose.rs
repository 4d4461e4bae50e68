//! Choices for a slot, and for who a mention is.

mod entity;
mod offer;

pub use entity::entities;

use crate::app::App;
use crate::commands::request::AskCandidates;
use crate::problem::{Code, Problem};
use crate::view::target_view;
use crate::wire::Candidate;
use offer::Offer;
use postil_core::id::EntityId;
use postil_core::link::Target;
use postil_core::span::Span;
use postil_core::text::{Extent, fold};
use postil_store::{EntityFilter, EntityOrder};
use std::collections::{BTreeMap, BTreeSet};

/// How many choices a list of a slot has.
const CHOICES: usize = 40;

/// How many entities are offered beside new ones.
const BESIDE_NEW: usize = 6;

/// Choices for a slot: mentions of the sentence, then of the paragraph, then
/// of the article, nearest first, then the register; what was typed is
/// offered as a new entity of each type.
pub fn candidates(app: &mut App, request: AskCandidates) -> Result<Vec<Candidate>, Problem> {
    let open = app.opened()?;
    let kind = open.scheme.link(&request.slot).cloned();
    let kind = kind.ok_or_else(|| Problem::internal(format!("no link kind {}", request.slot)))?;
    let stand_ins = open.stand_ins()?;
    let article = open.article(request.document)?;
    let claim = article.annotations.span(request.claim).cloned();
    let claim = claim.ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?;
    let mut mentions: Vec<Span> = article
        .annotations
        .labelled(&kind.to)
        .filter(|span| span.id != claim.id)
        .cloned()
        .collect();
    mentions.sort_by_key(|span| (distance(span.hull(), claim.hull()), span.id));
    let sentence = article.text.sentence_at(claim.hull().start);
    let paragraph = article.text.paragraph_at(claim.hull().start);
    let near = |span: &Span| {
        let inside = |extent: Option<Extent>| {
            extent.is_some_and(|extent| extent.contains_extent(span.hull()))
        };
        match (inside(sentence), inside(paragraph)) {
            (true, _) => "sentence",
            (_, true) => "paragraph",
            _ => "article",
        }
    };
    let mut offer = Offer::new(&open.project, &request.query);
    let mut choices: Vec<Candidate> = Vec::new();
    let mut listed: BTreeSet<(String, Option<EntityId>)> = BTreeSet::new();
    for span in &mentions {
        let title = span.quote();
        let entity = offer.standing(span.entity)?;
        let fits = offer.fits(&title)
            || entity
                .as_ref()
                .is_some_and(|entity| offer.fits_entity(entity));
        if fits && listed.insert((title.clone(), entity.as_ref().map(|entity| entity.id))) {
            choices.push(Candidate {
                target: target_view(Target::Mention {
                    span: span.id,
                    entity: span.entity,
                }),
                title,
                near: near(span).to_owned(),
                kind: entity.map(|entity| entity.kind),
                role: String::new(),
                mentions: None,
            });
        }
    }
    let order: BTreeMap<&str, u8> = [("sentence", 0), ("paragraph", 1)].into();
    choices.sort_by_key(|choice| order.get(choice.near.as_str()).copied().unwrap_or(2));
    if kind.to.iter().any(|to| to == "entity") {
        let page = open.project.entity_page(&EntityFilter {
            query: request.query.clone(),
            order: EntityOrder::Recent,
            limit: u32::try_from(CHOICES).unwrap_or(u32::MAX),
            ..EntityFilter::default()
        })?;
        // For whom a name stood before, it likely stands again.
        let name = claim.quote();
        let mut before: BTreeSet<EntityId> = BTreeSet::new();
        if kind.to.len() == 1 {
            for (_, entity) in stand_ins.iter().rev().filter(|(words, _)| *words == name) {
                if let Some(entity) = offer.standing(Some(*entity))?
                    && offer.fits_entity(&entity)
                    && before.insert(entity.id)
                {
                    choices.push(offer.entity(entity, "same")?);
                }
            }
        }
        for row in page.rows {
            if !before.contains(&row.id) {
                choices.push(offer.row(row, "register"));
            }
        }
        let typed = request.query.trim();
        if !typed.is_empty() {
            let known = choices
                .iter()
                .any(|choice| fold(&choice.title) == fold(typed));
            choices.truncate(BESIDE_NEW);
            let new = offer::new(typed, &open.scheme.entities.types, "person");
            choices.extend(new.into_iter().filter(|_| !known));
        }
    }
    choices.truncate(CHOICES);
    Ok(choices)
}

/// Code points between two stretches of text; 0 where they meet.
fn distance(one: Extent, other: Extent) -> u32 {
    if one.end <= other.start {
        other.start.0.saturating_sub(one.end.0)
    } else {
        one.start.0.saturating_sub(other.end.0)
    }
}
