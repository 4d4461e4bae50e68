//! Near duplicates as groups, for what must not be parted.

use super::{COMMON, NEAR, SHARED, SHORTEST, shingles};
use postil_core::document::Zone;
use postil_core::text::Shingles;
use std::collections::{BTreeMap, HashMap};

/// Articles of one group that stand for all its articles with a shingle: a
/// story that a thousand outlets print costs no more than one of ten.
const WITNESSES: usize = 32;

/// Groups of articles each of which is a near duplicate of another one of its
/// group, as [`LikenessIndex`](super::LikenessIndex) finds them. Articles are
/// known by their places, in the order in which they were added.
#[derive(Debug, Default)]
pub struct NearGroups {
    shingles: Vec<Shingles>,
    /// An earlier article of the same group, or the article itself.
    leader: Vec<usize>,
    by_shingle: HashMap<u32, Vec<usize>>,
}

impl NearGroups {
    /// Takes in an article: its text without what is not the article.
    pub fn add(&mut self, text: &str, zones: &[Zone]) {
        self.add_shingles(shingles(text, zones));
    }

    fn add_shingles(&mut self, shingles: Shingles) {
        let place = self.shingles.len();
        self.leader.push(place);
        if shingles.len() >= SHORTEST {
            for candidates in self.candidates(&shingles) {
                // One suffices, since all of them are one group.
                let near = candidates.into_iter().find(|other| {
                    let known = self.shingles.get(*other);
                    known.is_some_and(|known| known.shared(&shingles) >= NEAR)
                });
                if let Some(near) = near {
                    self.join(near, place);
                }
            }
            self.bear_witness(place, &shingles);
        }
        self.shingles.push(shingles);
    }

    /// For each group that shares enough shingles, its articles that do, those
    /// that share the most first.
    fn candidates(&self, shingles: &Shingles) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, (u32, BTreeMap<usize, u32>)> = BTreeMap::new();
        for shingle in shingles.sketch() {
            let having = self.by_shingle.get(shingle);
            let mut seen: Vec<usize> = Vec::new();
            for other in having
                .filter(|having| having.len() <= COMMON)
                .into_iter()
                .flatten()
            {
                let group = self.group(*other);
                let (shared, articles) = groups.entry(group).or_default();
                if !seen.contains(&group) {
                    seen.push(group);
                    *shared += 1;
                }
                *articles.entry(*other).or_default() += 1;
            }
        }
        let enough = groups.into_values().filter(|(shared, _)| *shared >= SHARED);
        enough
            .map(|(_, articles)| {
                let mut articles: Vec<(usize, u32)> = articles.into_iter().collect();
                articles.sort_by_key(|(other, shared)| (std::cmp::Reverse(*shared), *other));
                articles.into_iter().map(|(other, _)| other).collect()
            })
            .collect()
    }

    fn bear_witness(&mut self, place: usize, shingles: &Shingles) {
        let group = self.group(place);
        for shingle in shingles.sketch() {
            let leader = &self.leader;
            let having = self.by_shingle.entry(*shingle).or_default();
            let own = having
                .iter()
                .filter(|other| follow(leader, **other) == group);
            if having.len() <= COMMON && own.count() < WITNESSES {
                having.push(place);
            }
        }
    }

    fn group(&self, place: usize) -> usize {
        follow(&self.leader, place)
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.group(one), self.group(other));
        if let Some(leader) = self.leader.get_mut(one.max(other)) {
            *leader = one.min(other);
        }
    }

    /// For each article the number of its group, `None` for one alone.
    #[must_use]
    pub fn numbers(&self) -> Vec<Option<u32>> {
        let groups: Vec<usize> = (0..self.leader.len())
            .map(|place| self.group(place))
            .collect();
        let mut sizes: BTreeMap<usize, u32> = BTreeMap::new();
        for group in &groups {
            *sizes.entry(*group).or_default() += 1;
        }
        let number = |group: usize| u32::try_from(group).unwrap_or(u32::MAX);
        groups
            .into_iter()
            .map(|group| {
                sizes
                    .get(&group)
                    .is_some_and(|size| *size > 1)
                    .then(|| number(group))
            })
            .collect()
    }
}

fn follow(leader: &[usize], mut place: usize) -> usize {
    while let Some(next) = leader.get(place).filter(|next| **next != place) {
        place = *next;
    }
    place
}
