//! What becomes of two entities that are one.

use super::Entity;
use super::field::{LATITUDE, LONGITUDE};

/// The entity that stays, and what it gained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The one that stays, with what it lacked.
    pub entity: Entity,
    /// Names that it takes over.
    pub aliases: Vec<String>,
    /// Fields that it had empty and takes over.
    pub filled: Vec<String>,
    /// Fields in which the two differ; its own value wins.
    pub clashes: Vec<Clash>,
}

/// A field of which both have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The field.
    pub field: String,
    /// The value that stays.
    pub kept: String,
    /// The value that is no longer shown.
    pub dropped: String,
}

/// Merges `from` into `into`: names are joined, empty fields are filled, and
/// where both say something `into` wins. Notes are put one below the other.
#[must_use]
pub fn merged(from: &Entity, into: &Entity) -> Merged {
    let mut entity = into.clone();
    let aliases = from
        .names()
        .filter(|name| entity.add_alias(name))
        .map(str::to_owned)
        .collect();
    let (mut filled, mut clashes) = (Vec::new(), Vec::new());
    for (field, value) in &from.attributes {
        let kept = entity.value(field);
        if kept.is_empty() && halves_a_place(into, field) {
            clashes.push(Clash {
                field: field.clone(),
                kept,
                dropped: value.value.as_line(),
            });
        } else if kept.is_empty() {
            entity.attributes.insert(field.clone(), value.clone());
            filled.push(field.clone());
        } else if kept != value.value.as_line() {
            clashes.push(Clash {
                field: field.clone(),
                kept,
                dropped: value.value.as_line(),
            });
        }
    }
    if !from.note.is_empty() && !entity.note.contains(&from.note) {
        if !entity.note.is_empty() {
            entity.note.push('\n');
        }
        entity.note.push_str(&from.note);
    }
    Merged {
        entity,
        aliases,
        filled,
        clashes,
    }
}

/// Whether a latitude would join another entity's longitude, or the other way
/// round.
fn halves_a_place(into: &Entity, field: &str) -> bool {
    match field {
        LATITUDE => !into.value(LONGITUDE).is_empty(),
        LONGITUDE => !into.value(LATITUDE).is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::{Attribute, Attributes};
    use crate::id::{EntityId, Uid};

    fn entity(name: &str, aliases: &[&str], values: &[(&str, &str)]) -> Entity {
        Entity {
            id: EntityId(1),
            uid: Uid::default(),
            kind: "person".to_owned(),
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            attributes: values
                .iter()
                .map(|(field, value)| ((*field).to_owned(), Attribute::by_hand(*value)))
                .collect::<Attributes>(),
            note: String::new(),
            merged_into: None,
        }
    }

    #[test]
    fn names_join_and_empty_fields_are_filled() {
        let from = entity(
            "V. Patel",
            &["Patel", "Vedant"],
            &[("wikidata", "Q5"), ("role_title", "spokesman")],
        );
        let into = entity(
            "Vedant Patel",
            &["Patel"],
            &[("role_title", "spokesperson")],
        );
        let merged = merged(&from, &into);
        assert_eq!(merged.entity.name, "Vedant Patel");
        assert_eq!(merged.entity.aliases, ["Patel", "V. Patel", "Vedant"]);
        assert_eq!(merged.aliases, ["V. Patel", "Vedant"]);
        assert_eq!(merged.filled, ["wikidata"]);
        assert_eq!(merged.entity.value("wikidata"), "Q5");
        let clash = Clash {
            field: "role_title".to_owned(),
            kept: "spokesperson".to_owned(),
            dropped: "spokesman".to_owned(),
        };
        assert_eq!(merged.clashes, [clash]);
    }

    #[test]
    fn coordinates_of_two_places_do_not_mix() {
        let from = entity("Baku", &[], &[("lat", "40.37"), ("lon", "49.89")]);
        let into = entity("Bakı", &[], &[("lon", "49")]);
        let merged = merged(&from, &into);
        assert_eq!(merged.entity.value("lat"), "");
        assert_eq!(merged.entity.value("lon"), "49");
        assert_eq!(merged.clashes.len(), 2);
    }

    #[test]
    fn notes_are_kept_once() {
        let mut from = entity("A", &[], &[]);
        let mut into = entity("B", &[], &[]);
        from.note = "mayor until 2019".to_owned();
        assert_eq!(merged(&from, &into).entity.note, "mayor until 2019");
        into.note = "of Veldan; mayor until 2019".to_owned();
        assert_eq!(merged(&from, &into).entity.note, into.note);
    }
}
