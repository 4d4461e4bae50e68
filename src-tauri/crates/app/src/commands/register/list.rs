//! The register as a list, and one entity of it.

use crate::app::{App, OpenProject};
use crate::commands::request::{AskRegister, OfEntity, RegisterOrder};
use crate::problem::Problem;
use crate::wire::{EntityCard, EntityLinkView, FieldValue, KindCount, RegisterPage, RegisterRow};
use postil_core::entity::{Entity, field};
use postil_core::id::EntityId;
use postil_core::scheme::Scheme;
use postil_store::{EntityFilter, EntityOrder, EntityRow};

/// The most rows of one answer.
const ROWS: u32 = 200;

/// A stretch of the register.
pub fn register(app: &mut App, request: AskRegister) -> Result<RegisterPage, Problem> {
    let open = app.opened()?;
    let page = open.project.entity_page(&EntityFilter {
        query: request.query,
        kinds: request.kind.into_iter().collect(),
        order: match request.order {
            RegisterOrder::Name => EntityOrder::Name,
            RegisterOrder::Mentions => EntityOrder::Mentions,
            RegisterOrder::Recent => EntityOrder::Recent,
        },
        offset: request.offset,
        limit: request.limit.min(ROWS),
        find: request.find.map(|id| {
            open.project
                .standing_entity(id)
                .map_or(id, |entity| entity.id)
        }),
    })?;
    let types = &open.scheme.entities.types;
    let place = |kind: &String| types.iter().position(|known| known == kind);
    let mut kinds: Vec<KindCount> = page
        .kinds
        .into_iter()
        .map(|(kind, count)| KindCount { kind, count })
        .collect();
    kinds.sort_by_key(|counted| place(&counted.kind).unwrap_or(usize::MAX));
    Ok(RegisterPage {
        total: page.total,
        found: page.found,
        kinds,
        rows: page.rows.into_iter().map(row).collect(),
    })
}

fn row(row: EntityRow) -> RegisterRow {
    RegisterRow {
        id: row.id,
        kind: row.kind,
        name: row.name,
        role: row.role,
        mentions: row.mentions,
    }
}

/// An entity as the list shows it.
pub(super) fn row_of(open: &OpenProject, entity: &Entity) -> Result<RegisterRow, Problem> {
    let counts = open.project.mention_counts(&[entity.id])?;
    Ok(RegisterRow {
        id: entity.id,
        kind: entity.kind.clone(),
        name: entity.name.clone(),
        role: entity.value(field::ROLE),
        mentions: counts.first().copied().unwrap_or(0),
    })
}

/// The fields that the scheme has for a type.
pub(super) fn fields_of<'s>(scheme: &'s Scheme, kind: &str) -> Vec<&'s str> {
    let kinds = &scheme.entities.attributes;
    let own = kinds.get(kind).into_iter().chain(kinds.get("*")).flatten();
    let mut fields: Vec<&str> = Vec::new();
    for field in own {
        if !fields.contains(&field.as_str()) {
            fields.push(field);
        }
    }
    fields
}

/// An entity with all that is known of it.
pub fn entity_card(app: &mut App, request: OfEntity) -> Result<EntityCard, Problem> {
    let open = app.opened()?;
    let entity = open.project.standing_entity(request.entity)?;
    let summary = open.project.entity_summary(entity.id)?;
    let mut fields: Vec<FieldValue> = fields_of(&open.scheme, &entity.kind)
        .into_iter()
        .map(|field| FieldValue {
            field: field.to_owned(),
            value: entity.value(field),
        })
        .collect();
    for (id, value) in &entity.attributes {
        if fields.iter().all(|known| known.field != *id) {
            fields.push(FieldValue {
                field: id.clone(),
                value: value.value.as_line(),
            });
        }
    }
    let mut merged = Vec::new();
    for id in open.project.merged_into(entity.id)? {
        merged.push(row_of(open, &open.project.entity(id)?)?);
    }
    Ok(EntityCard {
        id: entity.id,
        fields,
        link_kinds: open
            .scheme
            .entities
            .links
            .iter()
            .map(|kind| kind.id.clone())
            .collect(),
        links: links_of(open, entity.id)?,
        merged,
        mentions: summary.mentions,
        pointing: summary.links,
        articles: summary.articles,
        kind: entity.kind,
        name: entity.name,
        aliases: entity.aliases,
        note: entity.note,
    })
}

fn links_of(open: &OpenProject, entity: EntityId) -> Result<Vec<EntityLinkView>, Problem> {
    let mut links = Vec::new();
    for link in open.project.links_of_entity(entity)? {
        let outgoing = link.head == entity;
        let other = if outgoing { link.tail } else { link.head };
        let other = open.project.standing_entity(other)?;
        links.push(EntityLinkView {
            id: link.id,
            kind: link.kind,
            outgoing,
            entity: other.id,
            name: other.name,
        });
    }
    Ok(links)
}
