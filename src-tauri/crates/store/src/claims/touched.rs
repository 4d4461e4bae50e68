//! What edits touch, until the table of claims follows.

use postil_core::change::{Change, Row};
use postil_core::id::{DocumentId, LayerId};
use std::collections::BTreeSet;

/// Following more articles than this takes longer than reading all anew.
const MANY: usize = 2_000;

/// Rows that changed since the table looked last.
#[derive(Default)]
pub(crate) struct Touched {
    /// All of them, or how labels are meant.
    pub(super) all: bool,
    pub(super) entities: bool,
    pub(super) documents: BTreeSet<DocumentId>,
    pub(super) layers: BTreeSet<LayerId>,
}

impl Touched {
    /// Keeps in mind what an edit changed.
    pub(crate) fn note(&mut self, changes: &[Change]) {
        for change in changes {
            for row in [&change.before, &change.after].into_iter().flatten() {
                match row {
                    Row::Document(row) => drop(self.documents.insert(row.id)),
                    Row::Language(row) => drop(self.documents.insert(row.document)),
                    Row::Layer(row) => drop(self.documents.insert(row.document)),
                    Row::Span(row) => drop(self.layers.insert(row.layer)),
                    Row::Link(row) => drop(self.layers.insert(row.layer)),
                    Row::Entity(_) => self.entities = true,
                    Row::Scheme(_) => self.all = true,
                    // A question flags its span.
                    Row::Question(_) | Row::Zone(_) | Row::Annotator(_) | Row::EntityLink(_) => {}
                }
            }
        }
        self.forget_if_many();
    }

    /// Keeps in mind that articles were added.
    pub(crate) fn note_added(&mut self, documents: &[DocumentId]) {
        self.documents.extend(documents);
        self.forget_if_many();
    }

    fn forget_if_many(&mut self) {
        if self.documents.len() + self.layers.len() > MANY {
            self.all = true;
            self.documents.clear();
            self.layers.clear();
        }
    }
}
