//! Names that are known already: of the register, of its aliases, and of the
//! mentions marked in this article.

use crate::app::OpenProject;
use crate::problem::Problem;
use postil_core::id::EntityId;
use postil_core::scheme::Role;
use std::collections::BTreeSet;

/// A name and the entity that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Name, alias or marked quote.
    pub name: String,
    /// Its entity, if it has one.
    pub entity: Option<EntityId>,
    /// It is a person's full name, so that a title may stand before it.
    pub person: bool,
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
        let merged = self.project.merged_entities()?;
        let standing = |id: EntityId| merged.get(&id).copied().unwrap_or(id);
        let mentioned: BTreeSet<EntityId> = self
            .article
            .iter()
            .flat_map(|article| article.annotations.spans())
            .filter_map(|span| span.entity.map(standing))
            .collect();
        for known in self.project.known_names()? {
            // A place's name is no actor's name, and the other way round.
            if (known.kind == "place") != (role == Role::Place) {
                continue;
            }
            let person = known.kind == "person";
            let mut add = |name: String, person: bool| {
                names.push(KnownName {
                    name,
                    entity: Some(known.id),
                    person,
                });
            };
            // Whoever was named in full is called by the last name afterwards.
            let last = known
                .names
                .first()
                .and_then(|name| name.rsplit_once(' '))
                .map(|(_, last)| last);
            if let Some(last) = last.filter(|_| person && mentioned.contains(&known.id)) {
                // Before it may stand another first name.
                add(last.to_owned(), false);
            }
            for name in &known.names {
                add(name.clone(), person);
                // The place that begins an article is often in capitals.
                let capitals = name.to_uppercase();
                if role == Role::Place && capitals != *name {
                    add(capitals, false);
                }
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
                        entity: span.entity.map(standing),
                        person: false,
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
        let merged = self.project.merged_entities()?;
        let mut found = Vec::new();
        for kind in kinds {
            for (quote, entity) in self.project.quotes_linked_to_entities(kind)? {
                found.push((quote, merged.get(&entity).copied().unwrap_or(entity)));
            }
        }
        Ok(found)
    }
}
