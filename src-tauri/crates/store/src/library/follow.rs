//! Following edits: only the articles that changed are read again.

use super::{Article, Library, read};
use crate::error::StoreError;
use crate::project::Project;
use crate::touched::{Touched, TouchedInLibrary};
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::{Layer, LayerStatus};
use rusqlite::OptionalExtension;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// From so many changed articles on they are read together: one by one would
/// take longer.
const MANY: usize = 100;

impl Library {
    /// Brings the library to where the project is. Answers whether it is still
    /// good: if not, a new one is to be made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn follow(&mut self, project: &mut Project) -> Result<bool, StoreError> {
        let TouchedInLibrary { layers, rest } = std::mem::take(&mut project.touched.library);
        let Touched {
            all,
            entities,
            mut documents,
            layers: marked,
            zones: _,
        } = rest;
        if all {
            return Ok(false);
        }
        for layer in marked {
            // A layer that is gone was touched with its own row.
            let document = project
                .connection
                .prepare_cached("SELECT document FROM layer WHERE id = ?1")?
                .query_row([layer.0], |row| row.get(0).map(DocumentId))
                .optional()?;
            documents.extend(document);
        }
        if entities {
            self.names.read_again(&project.connection)?;
        }
        if !layers.is_empty() || !documents.is_empty() {
            self.searched = None;
        }
        self.follow_layers(project, layers, &mut documents)?;
        if documents.len() > MANY {
            self.read_together(project, &documents)?;
            return Ok(true);
        }
        for document in documents {
            self.read_again(project, document)?;
        }
        Ok(true)
    }

    /// Follows layers whose article is otherwise as it was; where more is to
    /// be known of it, the article joins those to be read again.
    fn follow_layers(
        &mut self,
        project: &Project,
        layers: BTreeMap<LayerId, (DocumentId, Option<Layer>)>,
        again: &mut BTreeSet<DocumentId>,
    ) -> Result<(), StoreError> {
        let viewer = self.scope.viewer.clone();
        let wanted: HashSet<DocumentId> = layers.values().map(|(document, _)| *document).collect();
        let mut places: HashMap<DocumentId, &mut Article> = self
            .articles
            .iter_mut()
            .filter(|article| wanted.contains(&article.id))
            .map(|article| (article.id, article))
            .collect();
        let mut without = BTreeSet::new();
        for (id, (document, layer)) in layers {
            let Some(article) = places.get_mut(&document) else {
                continue;
            };
            let own = layer
                .filter(|layer| layer.annotator == viewer.annotator && layer.kind == viewer.kind);
            match (article.layer, own) {
                (Some(known), Some(layer)) if known == id => article.status = layer.status,
                (None, Some(layer)) => {
                    article.layer = Some(id);
                    article.status = layer.status;
                }
                // One of several.
                (Some(_), Some(_)) => drop(again.insert(document)),
                (Some(known), None) if known == id => drop(without.insert(document)),
                (_, None) => {}
            }
        }
        if without.is_empty() {
            return Ok(());
        }
        let others = read::with_layer(&project.connection, &self.scope, &without)?;
        for document in &without {
            if others.contains(document) {
                again.insert(*document);
            } else if let Some(article) = places.get_mut(document) {
                article.layer = None;
                article.status = LayerStatus::New;
                if let Some(marks) = &mut article.marks {
                    *marks = read::marks(&project.connection, &self.scope, &mut self.names, None)?;
                }
            }
        }
        Ok(())
    }

    /// Reads some articles again, all by one statement. What the spans of the
    /// others say is kept; what those of these say is read in its time.
    fn read_together(
        &mut self,
        project: &Project,
        changed: &BTreeSet<DocumentId>,
    ) -> Result<(), StoreError> {
        self.articles
            .retain(|article| !changed.contains(&article.id));
        let mut read = read::some(&project.connection, &self.scope, changed)?;
        for article in &mut read {
            // Without a layer there is nothing to be read.
            if article.layer.is_none() {
                article.marks = Some(read::marks(
                    &project.connection,
                    &self.scope,
                    &mut self.names,
                    None,
                )?);
            }
        }
        self.articles.append(&mut read);
        self.articles.sort_by_key(|article| article.place);
        let unread = |article: &Article| article.marks.is_none();
        self.reached = self.articles.iter().take_while(|one| !unread(one)).count();
        Ok(())
    }

    fn read_again(&mut self, project: &Project, id: DocumentId) -> Result<(), StoreError> {
        let connection = &project.connection;
        if let Some(at) = self.articles.iter().position(|article| article.id == id) {
            self.articles.remove(at);
            self.reached -= usize::from(at < self.reached);
        }
        let Some(mut article) = read::one(connection, &self.scope, id)? else {
            return Ok(());
        };
        let at = self
            .articles
            .partition_point(|other| other.place < article.place);
        // Where the spans are read, those of the new one are too.
        if at < self.reached || (at == self.reached && self.is_whole() && at > 0) {
            let marks = read::marks(connection, &self.scope, &mut self.names, article.layer)?;
            article.marks = Some(marks);
            self.reached += 1;
        }
        self.articles.insert(at, article);
        Ok(())
    }
}
