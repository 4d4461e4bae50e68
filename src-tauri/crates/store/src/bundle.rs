//! Articles with everything that belongs to them, and the register: what
//! formats write.

use crate::error::StoreError;
use crate::project::Project;
use crate::table::Stored;
use postil_core::bundle::{Bundle, LayerBundle, Register, SchemeVersion};
use postil_core::entity::Entity;
use postil_core::id::{DocumentId, EntityId, SpanId};
use postil_core::layer::{Annotator, Layer};
use std::collections::{BTreeSet, HashMap};

impl Project {
    /// An article with its text, languages, zones and those layers that
    /// `wanted` chooses, in the orders that [`Bundle`] promises; entities by
    /// uid. An entity that others are merged into is there with them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn bundle(
        &self,
        id: DocumentId,
        wanted: impl Fn(&Layer) -> bool,
    ) -> Result<Bundle, StoreError> {
        self.at_once(|project| project.read_bundle(id, wanted))
    }

    fn read_bundle(
        &self,
        id: DocumentId,
        wanted: impl Fn(&Layer) -> bool,
    ) -> Result<Bundle, StoreError> {
        let scheme = self.scheme()?;
        let mut layers = Vec::new();
        for layer in self.layers(id)?.into_iter().filter(|layer| wanted(layer)) {
            layers.push(self.layer_bundle(layer)?);
        }
        let mut bundle = Bundle {
            document: self.document(id)?,
            text: self.text(id)?,
            languages: self.languages(id)?,
            zones: self.zones(id)?,
            entities: self.entities_of(&layers)?,
            scheme: SchemeVersion {
                uid: scheme.uid,
                version: scheme.version,
            },
            layers,
            annotators: Vec::new(),
        };
        bundle.annotators = self.others_named(&bundle)?;
        Ok(bundle)
    }

    /// Those whom the article names and who have no layer in the bundle, by uid.
    fn others_named(&self, bundle: &Bundle) -> Result<Vec<Annotator>, StoreError> {
        let mut others: Vec<Annotator> = Vec::new();
        for id in bundle.named() {
            let known = bundle.people().chain(&others).any(|one| one.id == id);
            if !known {
                others.push(Annotator::require(&self.connection, id.0)?);
            }
        }
        others.sort_by_key(|one| one.uid);
        Ok(others)
    }

    /// All entities and the links between them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn register(&self) -> Result<Register, StoreError> {
        Ok(Register {
            entities: self.entities()?,
            links: self.entity_links()?,
        })
    }

    fn layer_bundle(&self, layer: Layer) -> Result<LayerBundle, StoreError> {
        let annotator = Annotator::require(&self.connection, layer.annotator.0)?;
        let spans = self.spans(layer.id)?;
        let mut links = self.links(layer.id)?;
        let place: HashMap<SpanId, usize> = spans
            .iter()
            .enumerate()
            .map(|(n, span)| (span.id, n))
            .collect();
        links.sort_by(|one, other| {
            (place.get(&one.head), &one.kind, one.uid).cmp(&(
                place.get(&other.head),
                &other.kind,
                other.uid,
            ))
        });
        let questions = self.questions_of(layer.id)?;
        Ok(LayerBundle {
            layer,
            annotator,
            spans,
            links,
            questions,
        })
    }

    fn entities_of(&self, layers: &[LayerBundle]) -> Result<Vec<Entity>, StoreError> {
        let mut ids: BTreeSet<EntityId> = layers
            .iter()
            .flat_map(|layer| {
                let mentioned = layer.spans.iter().filter_map(|span| span.entity);
                mentioned.chain(layer.links.iter().filter_map(|link| link.target.entity()))
            })
            .collect();
        let mut entities = Vec::with_capacity(ids.len());
        while let Some(id) = ids.pop_first() {
            let entity = Entity::require(&self.connection, id.0)?;
            if let Some(into) = entity.merged_into
                && !entities.iter().any(|known: &Entity| known.id == into)
            {
                ids.insert(into);
            }
            entities.push(entity);
        }
        entities.sort_by_key(|entity| entity.uid);
        Ok(entities)
    }
}
