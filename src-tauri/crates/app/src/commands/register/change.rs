//! Changing one thing about an entity.

use super::edit::{RegisterEdit, given_name, known_kind};
use crate::app::App;
use crate::commands::annotate::short;
use crate::commands::request::{ChangeEntity, EntityChange};
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Message, RegisterEdited};
use postil_core::attribute::Attribute;
use postil_core::entity::coordinates::{self, NotCoordinates};
use postil_core::entity::field::{Fault, LATITUDE, LONGITUDE, checked};
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityId, EntityLinkId};

/// Changes one thing about an entity.
pub fn change_entity(app: &mut App, request: ChangeEntity) -> Result<RegisterEdited, Problem> {
    let entity = app.opened()?.project.standing_entity(request.entity)?;
    let id = entity.id;
    let ((), edited) = app.edit_register("step-entity-change", |register| {
        change(register, entity, request.change).map(|said| ((), said))
    })?;
    Ok(RegisterEdited {
        edited,
        entity: Some(id),
    })
}

fn change(
    register: &mut RegisterEdit<'_, '_>,
    mut entity: Entity,
    change: EntityChange,
) -> Result<Message, Problem> {
    let said = match change {
        EntityChange::Name { name, keep } => {
            let old = std::mem::replace(&mut entity.name, given_name(&name)?);
            entity.aliases.retain(|alias| *alias != entity.name);
            if keep {
                entity.add_alias(&old);
            }
            message("said-entity-renamed").with("old", old)
        }
        EntityChange::Kind { kind } => {
            entity.kind = known_kind(register.scheme, &kind)?;
            message("said-entity-kind").with("type", kind)
        }
        EntityChange::AddAlias { name } => {
            let name = given_name(&name)?;
            if !entity.add_alias(&name) {
                return Err(
                    Problem::new(Code::Duplicate, "problem-alias-there").with("alias", name)
                );
            }
            message("said-entity-alias").with("alias", name)
        }
        EntityChange::RemoveAlias { name } => {
            entity.aliases.retain(|alias| *alias != name);
            message("said-entity-alias-gone").with("alias", name)
        }
        EntityChange::Value { field, value } => set_value(&mut entity, &field, &value)?,
        EntityChange::Coordinates { text } => set_coordinates(&mut entity, &text)?,
        EntityChange::Note { note } => {
            note.trim().clone_into(&mut entity.note);
            message("said-entity-note")
        }
        EntityChange::Link { kind, to } => return link(register, &entity, kind, to),
        EntityChange::Unlink { link } => return unlink(register, &entity, link),
        EntityChange::Separate { merged } => return separate(register, &entity, merged),
    };
    register.edits.update_entity(&entity)?;
    Ok(said.with("name", entity.name))
}

fn set_value(entity: &mut Entity, field: &str, value: &str) -> Result<Message, Problem> {
    let value = value.trim();
    if value.is_empty() {
        entity.attributes.remove(field);
        return Ok(message("said-entity-value-gone").with("field", field));
    }
    let value = checked(field, value).map_err(|fault| {
        let key = match fault {
            Fault::Wikidata => "problem-wikidata",
            Fault::Geonames => "problem-geonames",
            Fault::Latitude => "problem-latitude",
            Fault::Longitude => "problem-longitude",
        };
        Problem::new(Code::Invalid, key).with("value", short(value))
    })?;
    entity
        .attributes
        .insert(field.to_owned(), Attribute::by_hand(value.clone()));
    Ok(message("said-entity-value")
        .with("field", field)
        .with("value", short(&value)))
}

fn set_coordinates(entity: &mut Entity, text: &str) -> Result<Message, Problem> {
    let text = text.trim();
    if text.is_empty() {
        entity.attributes.remove(LATITUDE);
        entity.attributes.remove(LONGITUDE);
        return Ok(message("said-entity-coordinates-gone"));
    }
    let read = coordinates::parse(text).map_err(|fault| {
        let key = match fault {
            NotCoordinates::Unreadable => "problem-coordinates",
            NotCoordinates::Latitude => "problem-latitude",
            NotCoordinates::Longitude => "problem-longitude",
        };
        Problem::new(Code::Invalid, key).with("value", short(text))
    })?;
    let said = message("said-entity-coordinates")
        .with("latitude", read.latitude.clone())
        .with("longitude", read.longitude.clone());
    for (field, value) in [(LATITUDE, read.latitude), (LONGITUDE, read.longitude)] {
        entity
            .attributes
            .insert(field.to_owned(), Attribute::by_hand(value));
    }
    Ok(said)
}

fn link(
    register: &mut RegisterEdit<'_, '_>,
    entity: &Entity,
    kind: String,
    to: EntityId,
) -> Result<Message, Problem> {
    let kinds = &register.scheme.entities.links;
    if kinds.iter().all(|known| known.id != kind) {
        return Err(Problem::internal(format!(
            "no link between entities {kind}"
        )));
    }
    let other = register.edits.standing_entity(to)?;
    if other.id == entity.id {
        return Err(
            Problem::new(Code::Invalid, "problem-entity-link-itself").with("name", other.name)
        );
    }
    for known in register.edits.entity_use(entity.id)?.entity_links {
        let known = register.edits.entity_link(known)?;
        if (&known.kind, known.head, known.tail) == (&kind, entity.id, other.id) {
            return Err(
                Problem::new(Code::Duplicate, "problem-entity-link-there").with("name", other.name)
            );
        }
    }
    let uid = register.environment.uid();
    register.edits.insert_entity_link(EntityLink {
        id: EntityLinkId::UNSTORED,
        uid,
        kind: kind.clone(),
        head: entity.id,
        tail: other.id,
    })?;
    Ok(message("said-entity-linked")
        .with("name", entity.name.clone())
        .with("relation", kind)
        .with("other", other.name))
}

fn unlink(
    register: &mut RegisterEdit<'_, '_>,
    entity: &Entity,
    link: EntityLinkId,
) -> Result<Message, Problem> {
    let there = register.edits.entity_link(link)?;
    let other = if there.head == entity.id {
        there.tail
    } else {
        there.head
    };
    let other = register.edits.standing_entity(other)?;
    register.edits.delete_entity_link(link)?;
    Ok(message("said-entity-unlinked")
        .with("name", entity.name.clone())
        .with("other", other.name))
}

fn separate(
    register: &mut RegisterEdit<'_, '_>,
    entity: &Entity,
    merged: EntityId,
) -> Result<Message, Problem> {
    let alone = register.edits.entity(merged)?;
    if alone.merged_into != Some(entity.id) {
        return Err(Problem::new(Code::Stale, "problem-gone"));
    }
    let alone = Entity {
        merged_into: None,
        ..alone
    };
    register.edits.update_entity(&alone)?;
    Ok(message("said-entity-separated")
        .with("name", alone.name)
        .with("other", entity.name.clone()))
}
