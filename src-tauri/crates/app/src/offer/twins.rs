//! Which articles on offer have a text that is here already, in the project or earlier in the
//! offer.

use crate::article_files::SeenFile;
use postil_core::id::DocumentId;
use postil_store::{Project, StoreError};
use std::collections::{BTreeMap, HashMap};

/// Where the same text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// In the project, perhaps in the bin.
    Project(DocumentId),
    /// In another file on offer, or earlier in the same one.
    File(usize),
}

#[derive(Default)]
pub(super) struct Twins {
    /// The first place of each text.
    first: HashMap<String, (usize, usize)>,
    /// By file: which of its readings, and the twin of each article.
    known: BTreeMap<usize, (u32, Vec<Option<Twin>>)>,
}

impl Twins {
    /// Whether they are known of this reading of a file.
    pub fn knows(&self, file: usize, readings: u32) -> bool {
        let known = self.known.get(&file);
        known.is_some_and(|(known, _)| *known == readings)
    }

    /// Finds them for a file, unless they are known.
    pub fn of(
        &mut self,
        project: Option<&Project>,
        file: usize,
        readings: u32,
        seen: &SeenFile,
    ) -> Result<(), StoreError> {
        if self.knows(file, readings) {
            return Ok(());
        }
        if readings > 1 {
            self.first.retain(|_, (other, _)| *other != file);
        }
        let mut twins = Vec::with_capacity(seen.articles.len());
        for (at, article) in seen.articles.iter().enumerate() {
            let stored = match project {
                Some(project) => project.find_by_sha256(&article.sha256)?,
                None => None,
            };
            let twin = match stored {
                Some(id) => Some(Twin::Project(id)),
                None => {
                    let first = self.first.entry(article.sha256.clone());
                    let first = *first.or_insert((file, at));
                    (first != (file, at)).then_some(Twin::File(first.0))
                }
            };
            twins.push(twin);
        }
        self.known.insert(file, (readings, twins));
        Ok(())
    }

    /// How many articles of a file do not come in because their text does otherwise.
    pub fn left_out(&self, file: usize, wanted: impl Fn(usize) -> bool) -> usize {
        let twins = self.known.get(&file).map(|(_, twins)| twins);
        let twins = twins.into_iter().flatten().flatten();
        twins
            .filter(|twin| match twin {
                Twin::Project(_) => true,
                Twin::File(other) => wanted(*other),
            })
            .count()
    }

    /// Whether an article of a file has the text of another one.
    pub fn is_twin(&self, file: usize, article: usize) -> bool {
        let known = self
            .known
            .get(&file)
            .and_then(|(_, twins)| twins.get(article));
        known.is_some_and(Option::is_some)
    }

    /// What is known of a file's articles.
    pub fn known(&self, file: usize) -> Vec<Option<Twin>> {
        let known = self.known.get(&file);
        known.map(|(_, twins)| twins.clone()).unwrap_or_default()
    }
}
