//! Two entities that are one.

use super::list::row_of;
use crate::app::App;
use crate::commands::request::MergeEntities;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{ClashView, FieldValue, MergePreview, RegisterEdited};
use postil_core::entity::merge::merged;

/// What a merge would do.
pub fn merge_preview(app: &mut App, request: MergeEntities) -> Result<MergePreview, Problem> {
    let open = app.opened()?;
    let from = open.project.standing_entity(request.from)?;
    let into = open.project.standing_entity(request.into)?;
    if from.id == into.id {
        return Err(one_already(&into.name));
    }
    let summary = open.project.entity_summary(from.id)?;
    let merged = merged(&from, &into);
    Ok(MergePreview {
        from: row_of(open, &from)?,
        into: row_of(open, &into)?,
        mentions: summary.mentions,
        links: summary.links,
        articles: summary.articles,
        aliases: merged.aliases,
        filled: merged
            .filled
            .into_iter()
            .map(|field| FieldValue {
                value: merged.entity.value(&field),
                field,
            })
            .collect(),
        clashes: merged
            .clashes
            .into_iter()
            .map(|clash| ClashView {
                field: clash.field,
                kept: clash.kept,
                dropped: clash.dropped,
            })
            .collect(),
    })
}

/// Merges an entity into another, which readers see in its place from now on.
pub fn merge_entities(app: &mut App, request: MergeEntities) -> Result<RegisterEdited, Problem> {
    let open = app.opened()?;
    let from = open.project.standing_entity(request.from)?;
    let into = open.project.standing_entity(request.into)?;
    if from.id == into.id {
        return Err(one_already(&into.name));
    }
    let mentions = open.project.mention_counts(&[from.id])?;
    let ((), edited) = app.edit_register("step-entity-merge", |register| {
        register.edits.merge_entities(from.id, into.id)?;
        let said = message("said-entity-merged")
            .with("from", from.name.clone())
            .with("name", into.name.clone())
            .count("mentions", mentions.first().copied().unwrap_or(0));
        Ok(((), said))
    })?;
    Ok(RegisterEdited {
        edited,
        entity: Some(into.id),
    })
}

fn one_already(name: &str) -> Problem {
    Problem::new(Code::Invalid, "problem-entity-merge-itself").with("name", name)
}
