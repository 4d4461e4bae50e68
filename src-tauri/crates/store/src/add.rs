//! Adding articles, with annotations if they bring any: one step.

use crate::batch::UNSEEN;
use crate::edit::EntityUse;
use crate::error::StoreError;
use crate::project::Project;
use crate::table::{Stored, document, link, span};
use crate::text_cache::{check_extent, check_fragments};
use crate::{journal, search};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::document::Document;
use postil_core::entity::Entity;
use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, SpanId, Uid};
use postil_core::layer::{Annotator, Layer};
use postil_core::link::{Link, Target};
use postil_core::question::{Answer, Question};
use postil_core::span::Span;
use postil_core::text::{Text, sha256};
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// What became of articles to be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddReport {
    /// Those added, in their order.
    pub added: Vec<DocumentId>,
    /// Those not added: the title given, and the article, in the bin or not,
    /// that has the same text or uid.
    pub duplicates: Vec<(String, DocumentId)>,
}

impl Project {
    /// Adds articles as one step named `step`, which undo hides and redo
    /// shows. Ids inside a bundle hold inside it only; entities and annotators
    /// that the project has (by uid) are used, not changed. An article that
    /// says no time of adding (0) gets `now`, Unix milliseconds.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] if an annotation does not fit its text, names
    /// something that its bundle does not have, or [`StoreError::Duplicate`]
    /// if it has the uid of another; nothing is added then.
    pub fn add_documents(
        &mut self,
        step: &str,
        bundles: Vec<Bundle>,
        now: i64,
    ) -> Result<AddReport, StoreError> {
        let writing = self.writing()?;
        let mut report = AddReport::default();
        for bundle in bundles {
            let sha256 = sha256(&bundle.text);
            match same(&writing, &sha256, bundle.document.uid)? {
                Some(document) => report.duplicates.push((bundle.document.title, document)),
                None => report
                    .added
                    .push(Adding::new(&writing).bundle(bundle, sha256, now)?),
            }
        }
        if report.added.is_empty() {
            return Ok(report);
        }
        journal::record_added(&writing, step, now, &report.added)?;
        writing.commit(&[])?;
        self.register_is_stale();
        self.touched.note_added(&report.added);
        Ok(report)
    }
}

pub(crate) fn same(
    connection: &Connection,
    sha256: &str,
    uid: Uid,
) -> Result<Option<DocumentId>, StoreError> {
    Ok(connection
        .prepare_cached("SELECT id FROM document WHERE sha256 = ?1 UNION SELECT id FROM document WHERE uid = ?2")?
        .query_row((sha256, uid.as_bytes()), |row| row.get(0).map(DocumentId))
        .optional()?)
}

/// One bundle on its way in: from its ids to those of the project.
pub(crate) struct Adding<'a> {
    connection: &'a Connection,
    annotators: HashMap<AnnotatorId, AnnotatorId>,
    entities: HashMap<EntityId, EntityId>,
    /// When the article went out of sight, if it comes in unseen.
    removed_at: Option<i64>,
    /// The annotators and entities that the project did not have.
    pub(crate) new_annotators: Vec<u32>,
    pub(crate) new_entities: Vec<u32>,
}

impl<'a> Adding<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self {
            connection,
            annotators: HashMap::new(),
            entities: HashMap::new(),
            removed_at: None,
            new_annotators: Vec::new(),
            new_entities: Vec::new(),
        }
    }

    /// For a bundle of this project, whose annotators are known by their row
    /// ids.
    pub(crate) fn own(
        connection: &'a Connection,
        annotators: impl IntoIterator<Item = AnnotatorId>,
    ) -> Self {
        Self {
            annotators: annotators.into_iter().map(|id| (id, id)).collect(),
            ..Self::new(connection)
        }
    }

    /// For an article that is not shown yet.
    pub(crate) fn unseen(connection: &'a Connection) -> Self {
        Self {
            removed_at: Some(UNSEEN),
            ..Self::new(connection)
        }
    }

    pub(crate) fn bundle(
        &mut self,
        bundle: Bundle,
        sha256: String,
        now: i64,
    ) -> Result<DocumentId, StoreError> {
        for annotator in bundle.people() {
            self.annotator(annotator)?;
        }
        let text = Text::new(bundle.text);
        let document = self.document(bundle.document, sha256, &text, now)?;
        for language in bundle.languages {
            if let Some(extent) = language.extent {
                check_extent(&text, extent)?;
            }
            let mut language = language.with_id(0);
            language.document = document;
            language.insert(self.connection)?;
        }
        for zone in bundle.zones {
            check_extent(&text, zone.extent())?;
            let mut zone = zone.with_id(0);
            zone.document = document;
            zone.by = zone.by.and_then(|by| self.annotators.get(&by).copied());
            zone.insert(self.connection)?;
        }
        self.register(bundle.entities)?;
        for layer in bundle.layers {
            self.layer(document, &text, layer)?;
        }
        Ok(document)
    }

    fn document(
        &self,
        document: Document,
        sha256: String,
        text: &Text,
        now: i64,
    ) -> Result<DocumentId, StoreError> {
        let document = Document {
            sha256,
            version_of: None,
            added_at: if document.added_at == 0 {
                now
            } else {
                document.added_at
            },
            removed_at: self.removed_at,
            changed_at: if document.changed_at == 0 {
                now
            } else {
                document.changed_at
            },
            changed_by: document
                .changed_by
                .and_then(|by| self.annotators.get(&by).copied()),
            ..document
        };
        let id = document::insert_with_text(self.connection, &document, text.as_str(), text.len())?;
        search::feed(self.connection, id, &document.title, text.as_str())?;
        Ok(DocumentId(id))
    }

    fn annotator(&mut self, annotator: &Annotator) -> Result<(), StoreError> {
        let known = find(
            self.connection,
            "SELECT id FROM annotator WHERE uid = ?1",
            annotator.uid,
        )?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = annotator.clone().with_id(0).insert(self.connection)?;
                self.new_annotators.push(id);
                id
            }
        };
        self.annotators.insert(annotator.id, AnnotatorId(id));
        Ok(())
    }

    fn register(&mut self, entities: Vec<Entity>) -> Result<(), StoreError> {
        let mut merged = Vec::new();
        for mut entity in entities {
            let given = entity.id;
            let known = find(
                self.connection,
                "SELECT id FROM entity WHERE uid = ?1",
                entity.uid,
            )?;
            let id = match known {
                Some(id) => EntityId(id),
                None => {
                    let into = entity.merged_into.take();
                    let id = EntityId(entity.with_id(0).insert(self.connection)?);
                    merged.extend(into.map(|into| (id, into)));
                    self.new_entities.push(id.0);
                    id
                }
            };
            self.entities.insert(given, id);
        }
        for (id, into) in merged {
            self.merge(id, self.entity(into)?)?;
        }
        Ok(())
    }

    /// Merges an entity that has just been added, keeping merges one deep.
    fn merge(&self, id: EntityId, into: EntityId) -> Result<(), StoreError> {
        let root = Entity::require(self.connection, into.0)?
            .merged_into
            .unwrap_or(into);
        if root == id {
            return Err(StoreError::Invalid(
                "an entity cannot be merged into itself".to_owned(),
            ));
        }
        for merged in EntityUse::of(self.connection, id)?
            .merged
            .into_iter()
            .chain([id])
        {
            let entity = Entity::require(self.connection, merged.0)?;
            Entity {
                merged_into: Some(root),
                ..entity
            }
            .update(self.connection)?;
        }
        Ok(())
    }

    fn entity(&self, given: EntityId) -> Result<EntityId, StoreError> {
        self.entities.get(&given).copied().ok_or_else(|| {
            StoreError::Invalid(format!("entity {given} is not in the article's list"))
        })
    }

    fn layer(
        &self,
        document: DocumentId,
        text: &Text,
        given: LayerBundle,
    ) -> Result<(), StoreError> {
        let annotator = self
            .annotators
            .get(&given.annotator.id)
            .copied()
            .unwrap_or_default();
        let layer = Layer {
            document,
            annotator,
            ..given.layer.with_id(0)
        };
        let layer = LayerId(layer.insert(self.connection)?);
        let mut spans = HashMap::with_capacity(given.spans.len());
        let mut inserting = span::Inserting::begin(self.connection)?;
        for span in given.spans {
            check_fragments(text, &span)?;
            let given = span.id;
            let entity = span.entity.map(|entity| self.entity(entity)).transpose()?;
            let id = inserting.insert(&Span {
                layer,
                entity,
                ..span.with_id(0)
            })?;
            spans.insert(given, SpanId(id));
        }
        let span = |given: SpanId| {
            spans
                .get(&given)
                .copied()
                .ok_or_else(|| StoreError::Invalid(format!("span {given} is not in its layer")))
        };
        let mut inserting = link::Inserting::begin(self.connection)?;
        for link in given.links {
            let target = match link.target {
                Target::Mention {
                    span: mention,
                    entity,
                } => Target::Mention {
                    span: span(mention)?,
                    entity: entity.map(|entity| self.entity(entity)).transpose()?,
                },
                Target::Entity(entity) => Target::Entity(self.entity(entity)?),
                special @ Target::Special(_) => special,
            };
            inserting.insert(&Link {
                layer,
                head: span(link.head)?,
                target,
                ..link.with_id(0)
            })?;
        }
        for question in given.questions {
            let known = |annotator: AnnotatorId| {
                self.annotators.get(&annotator).copied().ok_or_else(|| {
                    StoreError::Invalid(format!("annotator {annotator} has no layer here"))
                })
            };
            let asked_by = known(question.asked_by)?;
            let answer = match question.answer.clone() {
                Some(answer) => Some(Answer {
                    by: known(answer.by)?,
                    ..answer
                }),
                None => None,
            };
            Question {
                layer,
                span: span(question.span)?,
                asked_by,
                answer,
                ..question.with_id(0)
            }
            .insert(self.connection)?;
        }
        self.sources(layer)
    }

    fn sources(&self, layer: LayerId) -> Result<(), StoreError> {
        let broken: Option<u32> = self
            .connection
            .prepare_cached(include_str!("add/two_sources.sql"))?
            .query_row([layer.0], |row| row.get(0))
            .optional()?;
        match broken {
            None => Ok(()),
            Some(_) => Err(StoreError::Invalid(
                "a claim whose source is the author or not given has no other source".to_owned(),
            )),
        }
    }
}

fn find(connection: &Connection, sql: &str, uid: Uid) -> Result<Option<u32>, StoreError> {
    Ok(connection
        .prepare_cached(sql)?
        .query_row([uid.as_bytes()], |row| row.get(0))
        .optional()?)
}
