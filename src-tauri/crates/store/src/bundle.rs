//! Articles with everything that belongs to them, and the register: what
//! formats write.

use crate::error::StoreError;
use crate::project::Project;
use crate::table::Stored;
use postil_core::bundle::{Bundle, LayerBundle, Register, SchemeVersion};
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, SpanId};
use postil_core::layer::{Annotator, Layer};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Reads one article after another, and what they share once.
pub struct Bundles<'a> {
    project: &'a Project,
    shared: RefCell<Shared>,
}

/// What articles share, as it was when SQLite counted this version of the
/// file.
#[derive(Default)]
struct Shared {
    version: u32,
    scheme: Option<SchemeVersion>,
    annotators: HashMap<AnnotatorId, Annotator>,
    entities: HashMap<EntityId, Entity>,
}

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
        self.bundles().read(id, wanted)
    }

    /// For reading many articles.
    #[must_use]
    pub fn bundles(&self) -> Bundles<'_> {
        Bundles {
            project: self,
            shared: RefCell::default(),
        }
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
}

impl Bundles<'_> {
    /// An article as [`Project::bundle`] reads it. A writer beside this reader
    /// can go on between two articles; each is read as it is at one moment.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn read(
        &self,
        id: DocumentId,
        wanted: impl Fn(&Layer) -> bool,
    ) -> Result<Bundle, StoreError> {
        self.project.at_once(|project| {
            let mut shared = self.shared.borrow_mut();
            shared.follow(project)?;
            shared.read(project, id, wanted)
        })
    }
}

impl Shared {
    /// Forgets what another connection may have changed.
    fn follow(&mut self, project: &Project) -> Result<(), StoreError> {
        let version = project
            .connection
            .prepare_cached("PRAGMA data_version")?
            .query_row([], |row| row.get(0))?;
        if version != self.version {
            *self = Self {
                version,
                ..Self::default()
            };
        }
        Ok(())
    }

    fn read(
        &mut self,
        project: &Project,
        id: DocumentId,
        wanted: impl Fn(&Layer) -> bool,
    ) -> Result<Bundle, StoreError> {
        let mut layers = Vec::new();
        for layer in project
            .layers(id)?
            .into_iter()
            .filter(|layer| wanted(layer))
        {
            layers.push(self.layer(project, layer)?);
        }
        let mut bundle = Bundle {
            document: project.document(id)?,
            text: project.text(id)?,
            languages: project.languages(id)?,
            zones: project.zones(id)?,
            entities: self.entities_of(project, &layers)?,
            scheme: self.scheme(project)?,
            layers,
            annotators: Vec::new(),
        };
        bundle.annotators = self.others_named(project, &bundle)?;
        Ok(bundle)
    }

    /// Those whom the article names and who have no layer in the bundle, by uid.
    fn others_named(
        &mut self,
        project: &Project,
        bundle: &Bundle,
    ) -> Result<Vec<Annotator>, StoreError> {
        let mut others: Vec<Annotator> = Vec::new();
        for id in bundle.named() {
            let known = bundle.people().chain(&others).any(|one| one.id == id);
            if !known {
                others.push(self.annotator(project, id)?);
            }
        }
        others.sort_by_key(|one| one.uid);
        Ok(others)
    }

    fn scheme(&mut self, project: &Project) -> Result<SchemeVersion, StoreError> {
        if let Some(scheme) = &self.scheme {
            return Ok(scheme.clone());
        }
        let stored = project.scheme()?;
        let scheme = SchemeVersion {
            uid: stored.uid,
            version: stored.version,
        };
        self.scheme = Some(scheme.clone());
        Ok(scheme)
    }

    fn annotator(&mut self, project: &Project, id: AnnotatorId) -> Result<Annotator, StoreError> {
        if let Some(annotator) = self.annotators.get(&id) {
            return Ok(annotator.clone());
        }
        let annotator = Annotator::require(&project.connection, id.0)?;
        self.annotators.insert(id, annotator.clone());
        Ok(annotator)
    }

    fn entity(&mut self, project: &Project, id: EntityId) -> Result<Entity, StoreError> {
        if let Some(entity) = self.entities.get(&id) {
            return Ok(entity.clone());
        }
        let entity = Entity::require(&project.connection, id.0)?;
        self.entities.insert(id, entity.clone());
        Ok(entity)
    }

    fn layer(&mut self, project: &Project, layer: Layer) -> Result<LayerBundle, StoreError> {
        let annotator = self.annotator(project, layer.annotator)?;
        let spans = project.spans(layer.id)?;
        let mut links = project.links(layer.id)?;
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
        let questions = project.questions_of(layer.id)?;
        Ok(LayerBundle {
            layer,
            annotator,
            spans,
            links,
            questions,
        })
    }

    fn entities_of(
        &mut self,
        project: &Project,
        layers: &[LayerBundle],
    ) -> Result<Vec<Entity>, StoreError> {
        let mut ids: BTreeSet<EntityId> = layers
            .iter()
            .flat_map(|layer| {
                let mentioned = layer.spans.iter().filter_map(|span| span.entity);
                mentioned.chain(layer.links.iter().filter_map(|link| link.target.entity()))
            })
            .collect();
        let mut read = BTreeSet::new();
        let mut entities = Vec::with_capacity(ids.len());
        while let Some(id) = ids.pop_first() {
            if read.insert(id) {
                let entity = self.entity(project, id)?;
                ids.extend(entity.merged_into);
                entities.push(entity);
            }
        }
        entities.sort_by_key(|entity| entity.uid);
        Ok(entities)
    }
}
