//! Following edits: only the articles that changed are read again.

use super::{Article, Library, Marks, read};
use crate::error::StoreError;
use crate::project::Project;
use crate::touched::Touched;
use postil_core::id::DocumentId;
use rusqlite::OptionalExtension;
use std::collections::{BTreeSet, HashMap};

/// From so many changed articles on, all are read again: one by one would take
/// longer.
const MANY: usize = 100;

impl Library {
    /// Brings the library to where the project is. Answers whether it is still
    /// good: if not, a new one is to be made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn follow(&mut self, project: &mut Project) -> Result<bool, StoreError> {
        let Touched {
            all,
            entities,
            mut documents,
            layers,
            zones: _,
        } = std::mem::take(&mut project.touched.library);
        if all {
            return Ok(false);
        }
        for layer in layers {
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
        if !documents.is_empty() {
            self.searched = None;
        }
        if documents.len() > MANY {
            self.read_all_again(project, &documents.into_iter().collect())?;
            return Ok(true);
        }
        for document in documents {
            self.read_again(project, document)?;
        }
        Ok(true)
    }

    /// Reads all articles again; of what their spans say only that of the
    /// ones that changed is lost.
    fn read_all_again(
        &mut self,
        project: &Project,
        changed: &BTreeSet<DocumentId>,
    ) -> Result<(), StoreError> {
        let mut marks: HashMap<DocumentId, Marks> = std::mem::take(&mut self.articles)
            .into_iter()
            .filter(|article| !changed.contains(&article.id))
            .filter_map(|article| Some((article.id, article.marks?)))
            .collect();
        self.articles = read::articles(&project.connection, &self.scope)?;
        for article in &mut self.articles {
            article.marks = marks.remove(&article.id);
        }
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
