//! Following edits: only the articles that changed are read again.

use super::ClaimTable;
use super::read::Reader;
use crate::error::StoreError;
use crate::project::Project;
use crate::touched::Touched;
use postil_core::id::{DocumentId, LayerId};
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

impl ClaimTable {
    /// Brings the table to where the project is. Answers whether it is still
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
        } = std::mem::take(&mut project.touched.claims);
        if all {
            return Ok(false);
        }
        if documents.is_empty() && layers.is_empty() && !entities {
            return Ok(true);
        }
        self.asked = None;
        documents.extend(self.documents_of(project, &layers)?);
        if entities {
            self.names.read_again(&project.connection)?;
        }
        for document in documents {
            self.read_article(project, document)?;
        }
        Ok(true)
    }

    fn documents_of(
        &self,
        project: &Project,
        layers: &BTreeSet<LayerId>,
    ) -> Result<BTreeSet<DocumentId>, StoreError> {
        let mut documents = BTreeSet::new();
        for layer in layers {
            // A layer that is gone was touched with its own row.
            let document = project
                .connection
                .prepare_cached("SELECT document FROM layer WHERE id = ?1")?
                .query_row([layer.0], |row| row.get(0).map(DocumentId))
                .optional()?;
            documents.extend(document);
        }
        Ok(documents)
    }

    fn read_article(&mut self, project: &Project, id: DocumentId) -> Result<(), StoreError> {
        let read = Reader::new(&project.connection, self).article(id)?;
        self.articles.retain(|article| article.id != id);
        let Some(read) = read else {
            return Ok(());
        };
        // What lies further on is read when its turn comes.
        if self.reached.is_some_and(|reached| read.place > reached) {
            return Ok(());
        }
        let place = self
            .articles
            .partition_point(|article| article.place < read.place);
        self.articles.insert(place, read);
        Ok(())
    }
}
