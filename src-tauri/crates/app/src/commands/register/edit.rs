//! Adding and deleting entities, and the edit that every change of the
//! register is.

use crate::app::{App, Listed};
use crate::commands::request::{DeleteEntity, NewEntity};
use crate::environment::Environment;
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{Edited, Message, Patch, RegisterEdited};
use postil_core::attribute::Attributes;
use postil_core::entity::Entity;
use postil_core::id::{DocumentId, EntityId};
use postil_core::scheme::Scheme;
use postil_store::Edits;

/// The register while one step changes it.
pub(super) struct RegisterEdit<'a, 'e> {
    pub edits: &'a mut Edits<'e>,
    pub scheme: &'a Scheme,
    pub environment: &'a mut dyn Environment,
}

impl RegisterEdit<'_, '_> {
    /// An entity that is not stored yet.
    pub fn new_entity(&mut self, kind: &str, name: &str) -> Result<Entity, Problem> {
        Ok(Entity {
            id: EntityId::UNSTORED,
            uid: self.environment.uid(),
            kind: known_kind(self.scheme, kind)?,
            name: given_name(name)?,
            aliases: Vec::new(),
            attributes: Attributes::new(),
            note: String::new(),
            merged_into: None,
        })
    }
}

/// A name without the white space at its ends.
pub(super) fn given_name(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-empty-name"));
    }
    Ok(name.to_owned())
}

/// A type that the scheme has.
pub(super) fn known_kind(scheme: &Scheme, kind: &str) -> Result<String, Problem> {
    if scheme.entities.types.iter().any(|known| known == kind) {
        Ok(kind.to_owned())
    } else {
        Err(Problem::internal(format!("no type of entity {kind}")))
    }
}

impl App {
    /// Runs one edit of the register. It belongs to no article; what it does
    /// to the one on screen is in the answer's patch.
    pub(super) fn edit_register<T>(
        &mut self,
        step: &str,
        work: impl FnOnce(&mut RegisterEdit<'_, '_>) -> Result<(T, Message), Problem>,
    ) -> Result<(T, Edited), Problem> {
        let now = self.environment.now();
        let environment = &mut *self.environment;
        let open = self
            .open
            .as_mut()
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))?;
        let scheme = &open.scheme;
        let edited = open.project.edit(step, None, now, |edits| {
            work(&mut RegisterEdit {
                edits,
                scheme,
                environment,
            })
        });
        let ((answer, said), changes) = edited?;
        let mut patch = Patch::default();
        let mut document = DocumentId::UNSTORED;
        if let Some(mut article) = open.article.take() {
            let here = article.follow(&changes);
            document = article.document;
            patch = view::patch(&article, &open.project, &here)?;
            open.article = Some(article);
        }
        let Listed { rows, list } = open.rows_of(&changes)?;
        let edited = Edited {
            document,
            patch,
            current: None,
            active: None,
            caret: None,
            message: said,
            history: open.history()?,
            rows,
            list,
            removed_rows: Vec::new(),
            next: None,
            scheme: None,
        };
        Ok((answer, edited))
    }
}

/// Adds an entity.
pub fn add_entity(app: &mut App, request: NewEntity) -> Result<RegisterEdited, Problem> {
    let (entity, edited) = app.edit_register("step-entity-add", |register| {
        let entity = register.new_entity(&request.kind, &request.name)?;
        let said = message("said-entity-added").with("name", entity.name.clone());
        Ok((register.edits.insert_entity(entity)?, said))
    })?;
    Ok(RegisterEdited {
        edited,
        entity: Some(entity),
    })
}

/// Deletes an entity. One in use is refused with what uses it, unless the
/// person was told; then its mentions stay. What others have marked is theirs.
pub fn delete_entity(app: &mut App, request: DeleteEntity) -> Result<RegisterEdited, Problem> {
    let open = app.opened()?;
    let entity = open.project.standing_entity(request.entity)?;
    let others = open.project.others_who_name(entity.id, open.annotator.id)?;
    if !others.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-entity-of-others")
            .with("name", entity.name)
            .with("annotators", others.join(", ")));
    }
    let used = open.project.entity_use(entity.id)?;
    if !used.is_empty() && !request.anyway {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        return Err(Problem::new(Code::Invalid, "problem-entity-used")
            .with("name", entity.name)
            .count("mentions", count(used.mentions.len()))
            .count("links", count(used.links.len() + used.entity_links.len()))
            .count("merged", count(used.merged.len()))
            .hint("hint-entity-delete-anyway"));
    }
    let ((), edited) = app.edit_register("step-entity-delete", |register| {
        let used = register.edits.delete_entity(entity.id)?;
        let said = message("said-entity-deleted")
            .with("name", entity.name.clone())
            .count(
                "mentions",
                u32::try_from(used.mentions.len()).unwrap_or(u32::MAX),
            );
        Ok(((), said))
    })?;
    Ok(RegisterEdited {
        edited,
        entity: None,
    })
}
