//! What edits touch, until what is kept in memory follows.

use postil_core::change::{Change, Row};
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::Layer;
use std::collections::{BTreeMap, BTreeSet};

/// Following more articles than this takes longer than reading all anew.
const MANY: usize = 2_000;

/// What each thing in memory has yet to follow: each looks in its own time.
#[derive(Default)]
pub(crate) struct Followers {
    /// The table of claims.
    pub(crate) claims: Touched,
    /// The library.
    pub(crate) library: TouchedInLibrary,
    /// The index of near duplicates.
    pub(crate) likeness: Touched,
}

impl Followers {
    /// Keeps in mind what an edit changed.
    pub(crate) fn note(&mut self, changes: &[Change]) {
        self.claims.note(changes);
        self.library.note(changes);
        self.likeness.note(changes);
    }

    /// Keeps in mind that articles were added.
    pub(crate) fn note_added(&mut self, documents: &[DocumentId]) {
        self.claims.note_added(documents);
        self.library.rest.documents.extend(documents);
        self.likeness.note_added(documents);
    }
}

/// Rows that changed since something in memory looked last.
#[derive(Default)]
pub(crate) struct Touched {
    /// All of them, or how labels are meant.
    pub(crate) all: bool,
    pub(crate) entities: bool,
    pub(crate) documents: BTreeSet<DocumentId>,
    pub(crate) layers: BTreeSet<LayerId>,
    /// Articles of which something else is not the article now.
    pub(crate) zones: BTreeSet<DocumentId>,
}

/// The same for the library, which knows what to do with a layer without
/// reading its article again.
#[derive(Default)]
pub(crate) struct TouchedInLibrary {
    /// Layers that were made, changed or deleted: their article, and how they
    /// are now.
    pub(crate) layers: BTreeMap<LayerId, (DocumentId, Option<Layer>)>,
    /// Everything else. The library reads many articles as fast as all.
    pub(crate) rest: Touched,
}

impl TouchedInLibrary {
    fn note(&mut self, changes: &[Change]) {
        for change in changes {
            match (&change.before, &change.after) {
                (_, Some(Row::Layer(layer))) => {
                    let now = (layer.document, Some(layer.clone()));
                    self.layers.insert(layer.id, now);
                }
                (Some(Row::Layer(layer)), None) => {
                    self.layers.insert(layer.id, (layer.document, None));
                }
                _ => self.rest.note_one(change),
            }
        }
    }
}

impl Touched {
    fn note(&mut self, changes: &[Change]) {
        for change in changes {
            self.note_one(change);
        }
        self.forget_if_many();
    }

    fn note_one(&mut self, change: &Change) {
        for row in [&change.before, &change.after].into_iter().flatten() {
            match row {
                Row::Document(row) => drop(self.documents.insert(row.id)),
                Row::Language(row) => drop(self.documents.insert(row.document)),
                Row::Layer(row) => drop(self.documents.insert(row.document)),
                Row::Span(row) => drop(self.layers.insert(row.layer)),
                Row::Link(row) => drop(self.layers.insert(row.layer)),
                Row::Zone(row) => drop(self.zones.insert(row.document)),
                Row::Entity(_) => self.entities = true,
                Row::Scheme(_) => self.all = true,
                // A question flags its span.
                Row::Question(_) | Row::Annotator(_) | Row::EntityLink(_) => {}
            }
        }
    }

    fn note_added(&mut self, documents: &[DocumentId]) {
        self.documents.extend(documents);
        self.forget_if_many();
    }

    fn forget_if_many(&mut self) {
        if self.documents.len() + self.layers.len() + self.zones.len() > MANY {
            self.all = true;
            self.documents.clear();
            self.layers.clear();
            self.zones.clear();
        }
    }
}
