//! Names that are known already: of the register, of its aliases, and of the
//! mentions marked in this article.

use crate::app::OpenProject;
use crate::problem::Problem;
use postil_core::id::EntityId;
use postil_core::scheme::Role;

/// A name and the entity that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Name, alias or marked quote.
    pub name: String,
    /// Its entity, if it has one.
    pub entity: Option<EntityId>,
}

impl OpenProject {
    /// The names that a label may take at a caret, the register's first.
    /// Labels that name nobody have none.
    pub fn known_names(&self, label: &str) -> Result<Vec<KnownName>, Problem> {
        let role = self.scheme.role(label);
        if !matches!(role, Role::Actor | Role::Place) {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entity in self
            .project
            .entities()?
            .into_iter()
            .filter(|entity| entity.merged_into.is_none())
        {
            // A place's name is no actor's name, and the other way round.
            if (entity.kind == "place") != (role == Role::Place) {
                continue;
            }
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                names.push(KnownName {
                    name: name.clone(),
                    entity: Some(entity.id),
                });
            }
        }
        if let Some(article) = &self.article {
            for span in article
                .annotations
                .spans()
                .filter(|span| span.label == label)
            {
                // A pronoun is no name.
                let named = span
                    .attributes
                    .values()
                    .all(|attribute| attribute.value.as_line() != "pronoun");
                if let [fragment] = span.fragments.as_slice()
                    && named
                    && fragment.quote.chars().count() > 1
                {
                    names.push(KnownName {
                        name: fragment.quote.clone(),
                        entity: span.entity,
                    });
                }
            }
        }
        Ok(names)
    }

    /// Which names stood for whom in the article on screen and in the
    /// register, oldest first.
    pub fn stand_ins(&self) -> Result<Vec<(String, EntityId)>, Problem> {
        let Some(place) = self.scheme.label_with_role(Role::Place) else {
            return Ok(Vec::new());
        };
        let kinds: Vec<&str> = self
            .scheme
            .links
            .iter()
            .filter(|link| link.from == [place.id.clone()] && link.to == ["entity".to_owned()])
            .map(|link| link.id.as_str())
            .collect();
        let mut found = Vec::new();
        for kind in kinds {
            found.extend(self.project.quotes_linked_to_entities(kind)?);
        }
        Ok(found)
    }
}
