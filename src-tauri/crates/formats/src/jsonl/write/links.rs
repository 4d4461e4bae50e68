//! Links, and the uids of the rows they name.

use super::super::wire;
use super::{in_order, values};
use crate::error::WriteError;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, EntityId, SpanId, Uid};
use postil_core::layer::Annotator;
use postil_core::link::{Link, Target};
use std::collections::HashMap;

/// Uids by row id.
pub(in super::super) struct Rows<'a> {
    article: Uid,
    entities: HashMap<EntityId, &'a Entity>,
    annotators: HashMap<AnnotatorId, &'a Annotator>,
}

impl<'a> Rows<'a> {
    pub fn of(bundle: &'a Bundle) -> Self {
        let people = bundle.people().map(|annotator| (annotator.id, annotator));
        Self {
            annotators: people.collect(),
            ..Self::of_entities(bundle.document.uid, &bundle.entities)
        }
    }

    pub fn of_entities(article: Uid, entities: &'a [Entity]) -> Self {
        Self {
            article,
            entities: entities.iter().map(|entity| (entity.id, entity)).collect(),
            annotators: HashMap::new(),
        }
    }

    pub const fn article(&self) -> Uid {
        self.article
    }

    pub fn annotator(&self, id: AnnotatorId) -> Result<&'a Annotator, WriteError> {
        let found = self.annotators.get(&id).copied();
        found.ok_or_else(|| self.dangling("annotator", id.0))
    }

    pub fn entity(&self, id: EntityId) -> Result<Uid, WriteError> {
        match self.entities.get(&id) {
            Some(entity) => Ok(entity.uid),
            None => Err(self.dangling("entity", id.0)),
        }
    }

    pub const fn dangling(&self, what: &'static str, id: u32) -> WriteError {
        WriteError::Dangling {
            article: self.article,
            what,
            id,
        }
    }

    /// Links by head in span order, then kind, then uid.
    pub fn link_lines(&self, layer: &'a LayerBundle) -> Result<Vec<wire::Link<'a>>, WriteError> {
        let spans: HashMap<SpanId, (usize, Uid)> = in_order(layer)
            .into_iter()
            .enumerate()
            .map(|(place, span)| (span.id, (place, span.uid)))
            .collect();
        let span = |id: SpanId| match spans.get(&id) {
            Some(found) => Ok(*found),
            None => Err(self.dangling("span", id.0)),
        };
        let mut links = layer
            .links
            .iter()
            .map(|link| span(link.head).map(|(place, from)| (place, from, link)))
            .collect::<Result<Vec<_>, _>>()?;
        links.sort_by(|(one, _, left), (other, _, right)| {
            one.cmp(other)
                .then_with(|| left.kind.cmp(&right.kind))
                .then(left.uid.cmp(&right.uid))
        });
        links
            .into_iter()
            .map(|(_, from, link)| {
                let to = match link.target {
                    Target::Mention { span: tail, .. } => wire::Target::Span(span(tail)?.1),
                    Target::Entity(entity) => wire::Target::Entity(self.entity(entity)?),
                    Target::Special(special) => wire::Target::Special(special),
                };
                Ok(link_line(link, from, to))
            })
            .collect()
    }
}

fn link_line(link: &Link, from: Uid, to: wire::Target) -> wire::Link<'_> {
    wire::Link {
        uid: link.uid,
        kind: (&link.kind).into(),
        from,
        to,
        attributes: values(&link.attributes),
        note: (&link.note).into(),
        by_rule: link.by_rule,
    }
}
