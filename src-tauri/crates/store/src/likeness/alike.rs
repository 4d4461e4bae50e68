//! Texts, and which of them have much in common.

use super::{COMMON, NEAR, SHARED, SHORTEST};
use postil_core::text::Shingles;
use std::collections::HashMap;
use std::hash::Hash;

/// Texts by their shingles, each known by a key.
#[derive(Clone, Debug)]
pub struct AlikeTexts<K> {
    shingles: HashMap<K, Shingles>,
    /// Which texts have a shingle in their sketch.
    by_shingle: HashMap<u32, Vec<K>>,
}

impl<K> Default for AlikeTexts<K> {
    fn default() -> Self {
        Self {
            shingles: HashMap::new(),
            by_shingle: HashMap::new(),
        }
    }
}

impl<K: Copy + Eq + Hash + Ord> AlikeTexts<K> {
    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shingles.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shingles.is_empty()
    }

    /// Whether a text is there.
    #[must_use]
    pub fn has(&self, key: K) -> bool {
        self.shingles.contains_key(&key)
    }

    /// Takes in a text that is not there yet.
    pub fn add(&mut self, key: K, shingles: Shingles) {
        if shingles.len() >= SHORTEST {
            for shingle in shingles.sketch() {
                self.by_shingle.entry(*shingle).or_default().push(key);
            }
        }
        self.shingles.insert(key, shingles);
    }

    /// Lets a text go; answers whether it was there.
    pub fn forget(&mut self, key: K) -> bool {
        let Some(shingles) = self.shingles.remove(&key) else {
            return false;
        };
        for shingle in shingles.sketch() {
            if let Some(having) = self.by_shingle.get_mut(shingle) {
                having.retain(|other| *other != key);
            }
        }
        true
    }

    /// The texts that have much in common with one, the most first, and how
    /// much of the shorter one stands in the other, 0.5 to 1.
    #[must_use]
    pub fn near(&self, shingles: &Shingles) -> Vec<(K, f64)> {
        if shingles.len() < SHORTEST {
            return Vec::new();
        }
        let mut shared: HashMap<K, u32> = HashMap::new();
        for shingle in shingles.sketch() {
            let having = self.by_shingle.get(shingle);
            for key in having
                .filter(|having| having.len() <= COMMON)
                .into_iter()
                .flatten()
            {
                *shared.entry(*key).or_default() += 1;
            }
        }
        let mut near: Vec<(K, f64)> = shared
            .into_iter()
            .filter(|(_, count)| *count >= SHARED)
            .filter_map(|(key, _)| Some((key, self.shingles.get(&key)?.shared(shingles))))
            .filter(|(_, shared)| *shared >= NEAR)
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near
    }
}
