//! One claim as a row of cells.

use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::entity::Entity;
use postil_core::id::{EntityId, SpanId};
use postil_core::link::{Link, Special, Target};
use postil_core::scheme::{Role, Scheme};
use postil_core::span::{Fragment, Span};
use serde::Serialize;
use std::collections::HashMap;

/// The columns of the table of places, one row for each place of a claim.
pub(crate) const PLACE_COLUMNS: &[&str] = &[
    "article_id",
    "annotator",
    "claim_id",
    "claim",
    "link",
    "place",
    "mention",
    "place_entity_id",
    "place_id",
    "coordinates",
];

/// What all rows of a layer share.
pub(super) struct Row<'a> {
    bundle: &'a Bundle,
    layer: &'a LayerBundle,
    scheme: &'a Scheme,
    entities: HashMap<EntityId, &'a Entity>,
    spans: HashMap<SpanId, &'a Span>,
    links: HashMap<SpanId, Vec<&'a Link>>,
}

impl<'a> Row<'a> {
    pub fn new(bundle: &'a Bundle, layer: &'a LayerBundle, scheme: &'a Scheme) -> Self {
        let mut links: HashMap<SpanId, Vec<&Link>> = HashMap::new();
        for link in &layer.links {
            links.entry(link.head).or_default().push(link);
        }
        for own in links.values_mut() {
            own.sort_by_key(|link| link.uid);
        }
        Self {
            bundle,
            layer,
            scheme,
            entities: bundle
                .entities
                .iter()
                .map(|entity| (entity.id, entity))
                .collect(),
            spans: layer.spans.iter().map(|span| (span.id, span)).collect(),
            links,
        }
    }

    /// The cells of [`super::COLUMNS`], then those of `attributes`.
    pub fn cells(&self, claim: &Span, attributes: &[String]) -> Vec<String> {
        let document = &self.bundle.document;
        let metadata = |key: &str| document.metadata.get(key).cloned().unwrap_or_default();
        let language = self
            .bundle
            .languages
            .iter()
            .find(|mark| mark.extent.is_none());
        let hull = claim.hull();
        let sources: Vec<_> = self.of_kind(claim, self.source_kind()).collect();
        let places: Vec<_> = self.places(claim).collect();
        let told = |kind| {
            self.of_kind(claim, Some(kind))
                .map(|link| self.target(link))
        };
        let speaker = |field: fn(&Entity) -> String| {
            joined(
                sources
                    .iter()
                    .map(|link| self.entity(link).map(field).unwrap_or_default()),
            )
        };
        let mut cells = vec![
            document.uid.to_string(),
            document.title.clone(),
            metadata("outlet"),
            metadata("published"),
            language.map(|mark| mark.tag.clone()).unwrap_or_default(),
            self.layer.annotator.name.clone(),
            word(&self.layer.layer.kind),
            word(&self.layer.layer.status),
            claim.uid.to_string(),
            claim.label.clone(),
            claim.quote(),
            hull.start.to_string(),
            hull.end.to_string(),
            fragments(&claim.fragments),
            value(&claim.attributes, "form"),
            value(&claim.attributes, "statement"),
            joined(sources.iter().map(|link| sourced(link).to_owned())),
            joined(sources.iter().map(|link| self.mention(link))),
            speaker(|entity| entity.name.clone()),
            speaker(|entity| entity.uid.to_string()),
            speaker(|entity| value(&entity.attributes, "role_title")),
            joined(sources.iter().map(|link| self.affiliation(link))),
            joined(self.cues(claim)),
            joined(told("addressed_to")),
            joined(told("about")),
            joined(self.wholes(claim)),
            joined(places.iter().map(|link| self.target(link))),
            joined(
                places
                    .iter()
                    .map(|link| self.entity(link).map(place_id).unwrap_or_default()),
            ),
            joined(
                places
                    .iter()
                    .map(|link| self.entity(link).map(coordinates).unwrap_or_default()),
            ),
            joined(by_rule(&claim.attributes)),
            joined(claim.flags.iter().map(word)),
            claim.note.clone(),
        ];
        cells.extend(attributes.iter().map(|id| value(&claim.attributes, id)));
        cells
    }

    /// The cells of [`PLACE_COLUMNS`] for each place of a claim.
    pub fn place_rows(&self, claim: &Span) -> Vec<Vec<String>> {
        let of = |link: &Link, field: fn(&Entity) -> String| {
            self.entity(link).map(field).unwrap_or_default()
        };
        let row = |link: &'a Link| {
            vec![
                self.bundle.document.uid.to_string(),
                self.layer.annotator.name.clone(),
                claim.uid.to_string(),
                claim.quote(),
                link.kind.clone(),
                self.target(link),
                self.mention(link),
                of(link, |entity| entity.uid.to_string()),
                of(link, place_id),
                of(link, coordinates),
            ]
        };
        self.places(claim).map(row).collect()
    }

    fn source_kind(&self) -> Option<&'a str> {
        self.scheme.source_link().map(|link| link.id.as_str())
    }

    fn links(&self, claim: &Span) -> impl Iterator<Item = &'a Link> {
        self.links.get(&claim.id).into_iter().flatten().copied()
    }

    fn of_kind(&self, claim: &Span, kind: Option<&str>) -> impl Iterator<Item = &'a Link> {
        self.links(claim)
            .filter(move |link| Some(link.kind.as_str()) == kind)
    }

    fn cues(&self, claim: &Span) -> impl Iterator<Item = String> {
        self.links(claim)
            .filter(|link| self.role(link) == Some(Role::Cue))
            .map(|link| self.mention(link))
    }

    /// Places that the claim is linked to, be they mentioned or not.
    fn places(&self, claim: &Span) -> impl Iterator<Item = &'a Link> {
        self.links(claim).filter(|link| match link.target {
            Target::Entity(_) => self
                .entity(link)
                .is_some_and(|entity| entity.kind == "place"),
            _ => self.role(link) == Some(Role::Place),
        })
    }

    /// The uids of the claims that this one is part of.
    fn wholes(&self, claim: &Span) -> impl Iterator<Item = String> {
        self.of_kind(claim, Some("part_of"))
            .filter_map(|link| link.target.span())
            .filter_map(|whole| self.spans.get(&whole))
            .map(|whole| whole.uid.to_string())
    }

    fn tail(&self, link: &Link) -> Option<&'a Span> {
        let span = link.target.span()?;
        self.spans.get(&span).copied()
    }

    fn role(&self, link: &Link) -> Option<Role> {
        self.tail(link).map(|span| self.scheme.role(&span.label))
    }

    fn mention(&self, link: &Link) -> String {
        self.tail(link).map(Span::quote).unwrap_or_default()
    }

    /// The entity of a link, as merged.
    fn entity(&self, link: &Link) -> Option<&'a Entity> {
        let own = self.tail(link).and_then(|span| span.entity);
        let id = link.target.entity().or(own)?;
        let mut entity = self.entities.get(&id).copied()?;
        // Bounded, for a file may merge in a circle.
        for _ in 0..self.entities.len() {
            match entity.merged_into.and_then(|into| self.entities.get(&into)) {
                Some(into) => entity = into,
                None => break,
            }
        }
        Some(entity)
    }

    /// The name of what a link points to: its entity's, else its words.
    fn target(&self, link: &Link) -> String {
        match self.entity(link) {
            Some(entity) if !entity.name.is_empty() => entity.name.clone(),
            _ => self.mention(link),
        }
    }

    /// An affiliation may name an entity by its uid.
    fn affiliation(&self, link: &Link) -> String {
        let Some(entity) = self.entity(link) else {
            return String::new();
        };
        let stated = value(&entity.attributes, "affiliation");
        let named = self
            .bundle
            .entities
            .iter()
            .find(|other| other.uid.to_string() == stated);
        named.map_or(stated, |other| other.name.clone())
    }
}

const fn sourced(link: &Link) -> &'static str {
    match link.target {
        Target::Mention { .. } => "mention",
        Target::Entity(_) => "entity",
        Target::Special(Special::Author) => "author",
        Target::Special(Special::NotGiven) => "not_given",
    }
}

/// The word that JSON has for an unnamed choice.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn value(attributes: &Attributes, id: &str) -> String {
    attributes
        .get(id)
        .map(|attribute| attribute.value.as_line())
        .unwrap_or_default()
}

fn by_rule(attributes: &Attributes) -> impl Iterator<Item = String> {
    attributes
        .iter()
        .filter(|(_, attribute)| attribute.by_rule)
        .map(|(id, _)| id.clone())
}

/// `start-end`, several joined by `;`.
fn fragments(fragments: &[Fragment]) -> String {
    let extents: Vec<String> = fragments
        .iter()
        .map(|fragment| format!("{}-{}", fragment.start, fragment.end))
        .collect();
    extents.join(";")
}

fn place_id(entity: &Entity) -> String {
    for register in ["geonames", "wikidata"] {
        let id = value(&entity.attributes, register);
        if !id.is_empty() {
            return format!("{register}:{id}");
        }
    }
    entity.uid.to_string()
}

/// `latitude longitude` in degrees, as entered.
fn coordinates(entity: &Entity) -> String {
    let latitude = value(&entity.attributes, "lat");
    let longitude = value(&entity.attributes, "lon");
    if latitude.is_empty() || longitude.is_empty() {
        return String::new();
    }
    format!("{latitude} {longitude}")
}

fn joined(values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> = values.into_iter().collect();
    values.join("|")
}
