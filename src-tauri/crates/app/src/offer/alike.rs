//! Which articles on offer have much in common with others on offer.

use crate::article_files::SeenFile;
use postil_core::text::Shingles;
use postil_store::AlikeTexts;
use std::collections::BTreeMap;

/// An article on offer: its file, and its place there.
type Place = (usize, usize);

/// The first articles of each file, as far as they were looked at closely.
#[derive(Default)]
pub(super) struct Alike {
    texts: AlikeTexts<Place>,
    /// By file: which of its readings, and how many of its articles.
    known: BTreeMap<usize, (u32, usize)>,
}

impl Alike {
    /// Takes a file in, unless this reading of it is known.
    pub fn take(&mut self, file: usize, readings: u32, seen: &SeenFile) {
        let known = self.known.get(&file).copied();
        if known.is_some_and(|(known, _)| known == readings) {
            return;
        }
        for at in 0..known.map_or(0, |(_, articles)| articles) {
            self.texts.forget((file, at));
        }
        for (at, article) in seen.articles.iter().enumerate() {
            if let Some(close) = &article.close {
                self.texts.add((file, at), close.shingles.clone());
            }
        }
        self.known.insert(file, (readings, seen.articles.len()));
    }

    /// The articles that have much in common with that one, the most first;
    /// `wanted` says of a file whether its articles count.
    pub fn near(
        &self,
        article: Place,
        shingles: &Shingles,
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<(Place, f64)> {
        let mut near = self.texts.near(shingles);
        near.retain(|(other, _)| *other != article && wanted(other.0));
        near
    }
}
