//! Near duplicates: articles that have much of their text in common.
//!
//! The index lives in memory, is read a few articles at a time and follows
//! edits. Only articles that share several shingles of their sketches are
//! compared, so that the work grows with the articles and not their pairs.

mod alike;
mod groups;

use crate::error::StoreError;
use crate::project::Project;
use crate::touched::Touched;
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::DocumentId;
use postil_core::text::{Extent, Shingles, Text};
use std::collections::BTreeSet;

pub use alike::AlikeTexts;
pub use groups::NearGroups;

/// From how much in common on articles are near duplicates.
const NEAR: f64 = 0.5;

/// A text shorter than this, in shingles, is like too many.
const SHORTEST: usize = 20;

/// Shingles of their sketches that two articles must share to be compared.
const SHARED: u32 = 4;

/// A shingle that this many articles have tells nothing of any of them.
const COMMON: usize = 200;

/// Two articles, the earlier one first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearPair {
    /// The article that was added first.
    pub first: DocumentId,
    /// The other.
    pub second: DocumentId,
    /// How much of the shorter one stands in the other, 0.5 to 1.
    pub shared: f64,
}

/// The near duplicates of a project, in memory.
#[derive(Default)]
pub struct LikenessIndex {
    read: AlikeTexts<DocumentId>,
    pairs: Vec<NearPair>,
    /// Still to be read.
    waiting: BTreeSet<DocumentId>,
}

impl LikenessIndex {
    /// An index in which nothing is read yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn new(project: &mut Project) -> Result<Self, StoreError> {
        project.touched.likeness = Touched::default();
        Ok(Self {
            waiting: project.document_ids()?.into_iter().collect(),
            ..Self::default()
        })
    }

    /// Whether all articles are read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.waiting.is_empty()
    }

    /// How many articles are read.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.read.len()
    }

    /// Brings the index to where the project is. Answers whether it is still
    /// good: if not, a new one is to be made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn follow(&mut self, project: &mut Project) -> Result<bool, StoreError> {
        let touched = std::mem::take(&mut project.touched.likeness);
        if touched.all {
            return Ok(false);
        }
        for id in touched.documents.iter().chain(&touched.zones) {
            let there = project
                .document(*id)
                .is_ok_and(|document| document.removed_at.is_none());
            let known = self.read.has(*id);
            // A title or a language changes nothing here.
            if known && there && !touched.zones.contains(id) {
                continue;
            }
            self.forget(*id);
            if there {
                self.waiting.insert(*id);
            } else {
                self.waiting.remove(id);
            }
        }
        Ok(true)
    }

    /// Reads at most `articles` more articles.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_on(&mut self, project: &Project, articles: usize) -> Result<(), StoreError> {
        for _ in 0..articles {
            let Some(id) = self.waiting.pop_first() else {
                break;
            };
            let shingles = shingles(&project.text(id)?, &project.zones(id)?);
            let near = self.near(&shingles);
            self.pairs
                .extend(near.into_iter().map(|(other, shared)| NearPair {
                    first: other.min(id),
                    second: other.max(id),
                    shared,
                }));
            self.read.add(id, shingles);
        }
        Ok(())
    }

    /// The articles read that have much in common with a text, the most first.
    #[must_use]
    pub fn near(&self, shingles: &Shingles) -> Vec<(DocumentId, f64)> {
        self.read.near(shingles)
    }

    /// The near duplicates read so far, the most alike first.
    #[must_use]
    pub fn pairs(&self) -> Vec<NearPair> {
        let mut pairs = self.pairs.clone();
        pairs.sort_by(|a, b| {
            let place = |pair: &NearPair| (pair.first, pair.second);
            b.shared.total_cmp(&a.shared).then(place(a).cmp(&place(b)))
        });
        pairs
    }

    fn forget(&mut self, id: DocumentId) {
        if self.read.forget(id) {
            self.pairs
                .retain(|pair| pair.first != id && pair.second != id);
        }
    }
}

/// The shingles of an article, without what is not the article.
fn shingles(text: &str, zones: &[Zone]) -> Shingles {
    let mut skipped: Vec<Extent> = zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Skip && zone.state != ZoneState::Refused)
        .map(Zone::extent)
        .collect();
    if skipped.is_empty() {
        return Shingles::of([text]);
    }
    skipped.sort_unstable_by_key(|extent| extent.start);
    Shingles::of(Text::from(text).outside(&skipped))
}
