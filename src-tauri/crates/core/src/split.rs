//! Parts of a data set, such as train, dev and test: whole articles, by a seed.

use crate::id::{DocumentId, Uid};
use crate::text::sha256;
use std::collections::BTreeMap;

/// An article to be dealt out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealt {
    /// The article.
    pub document: DocumentId,
    /// Its uid, by which chance is decided.
    pub uid: Uid,
    /// What should be spread evenly, such as its language; empty where nothing should.
    pub stratum: String,
    /// Articles with the same one stay together, because their texts are nearly the same.
    pub group: Option<u32>,
}

/// Deals articles out to parts with these shares (any numbers above 0, such as 80, 10,
/// 10): for each part its articles, in the order given. The same articles, shares and seed
/// give the same parts, whatever the order. Each part has its share, rounded, unless a
/// group is larger than what would fit; so has each part of each stratum, within one
/// article.
#[must_use]
pub fn deal(articles: &[Dealt], shares: &[u32], seed: &str) -> Vec<Vec<DocumentId>> {
    let mut parts = vec![Vec::new(); shares.len()];
    let whole: u64 = shares.iter().map(|share| u64::from(*share)).sum();
    if whole == 0 {
        return parts;
    }
    let targets = targets(articles.len() as u64, shares, whole);
    let mut assigned = vec![0u64; shares.len()];
    let mut total = 0;
    let mut of: BTreeMap<DocumentId, usize> = BTreeMap::new();
    for unit in units(articles, seed) {
        let size = unit.len() as u64;
        total += size;
        // Where most is missing; compared without rounding.
        let missing = |part: usize| {
            let due = i128::from(total) * i128::from(shares.get(part).copied().unwrap_or(0));
            let has = i128::from(assigned.get(part).copied().unwrap_or(0)) * i128::from(whole);
            due - has
        };
        let fits = |part: &usize| {
            assigned.get(*part).copied().unwrap_or(0) + size
                <= targets.get(*part).copied().unwrap_or(0)
        };
        let most = |parts: &mut dyn Iterator<Item = usize>| {
            parts.max_by_key(|part| (missing(*part), std::cmp::Reverse(*part)))
        };
        let part = most(&mut (0..shares.len()).filter(fits))
            .or_else(|| most(&mut (0..shares.len())))
            .unwrap_or(0);
        if let Some(assigned) = assigned.get_mut(part) {
            *assigned += size;
        }
        of.extend(unit.into_iter().map(|document| (document, part)));
    }
    for article in articles {
        let part = of
            .get(&article.document)
            .and_then(|part| parts.get_mut(*part));
        if let Some(part) = part {
            part.push(article.document);
        }
    }
    parts
}

/// How many each part gets: its share, and what is left over to the largest remainders.
fn targets(articles: u64, shares: &[u32], whole: u64) -> Vec<u64> {
    let due = |share: &u32| u128::from(articles) * u128::from(*share);
    let whole = u128::from(whole);
    let mut targets: Vec<u64> = shares
        .iter()
        .map(|share| u64::try_from(due(share) / whole).unwrap_or(u64::MAX))
        .collect();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    by_remainder.sort_by_key(|part| {
        let remainder = shares.get(*part).map_or(0, |share| due(share) % whole);
        (std::cmp::Reverse(remainder), *part)
    });
    let left = articles.saturating_sub(targets.iter().sum());
    for part in by_remainder
        .into_iter()
        .take(usize::try_from(left).unwrap_or(0))
    {
        if let Some(target) = targets.get_mut(part) {
            *target += 1;
        }
    }
    targets
}

/// What stays together, groups first, so that single articles make up for their size; then
/// by stratum, then by chance.
fn units(articles: &[Dealt], seed: &str) -> Vec<Vec<DocumentId>> {
    let mut groups: BTreeMap<u32, Vec<&Dealt>> = BTreeMap::new();
    let mut units: Vec<Vec<&Dealt>> = Vec::new();
    for article in articles {
        match article.group {
            Some(group) => groups.entry(group).or_default().push(article),
            None => units.push(vec![article]),
        }
    }
    units.extend(groups.into_values());
    let mut keyed: Vec<_> = units
        .into_iter()
        .map(|unit| {
            let first = unit.iter().min_by_key(|article| article.uid);
            let (uid, stratum) =
                first.map_or_else(Default::default, |first| (first.uid, first.stratum.clone()));
            let chance = sha256(&format!("{seed}\n{uid}"));
            ((unit.len() == 1, stratum, chance), unit)
        })
        .collect();
    keyed.sort_by(|one, other| one.0.cmp(&other.0));
    keyed
        .into_iter()
        .map(|(_, unit)| unit.iter().map(|article| article.document).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn article(number: u32, stratum: &str, group: Option<u32>) -> Dealt {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&number.to_be_bytes());
        Dealt {
            document: DocumentId(number),
            uid: Uid::from_bytes(bytes),
            stratum: stratum.to_owned(),
            group,
        }
    }

    fn sizes(parts: &[Vec<DocumentId>]) -> Vec<usize> {
        parts.iter().map(Vec::len).collect()
    }

    #[test]
    fn the_seed_decides_and_the_order_does_not() {
        let mut articles: Vec<_> = (1..=50).map(|n| article(n, "", None)).collect();
        let dealt = deal(&articles, &[80, 10, 10], "1");
        assert_eq!(sizes(&dealt), [40, 5, 5]);
        assert_ne!(deal(&articles, &[80, 10, 10], "2"), dealt);
        articles.reverse();
        let again: Vec<BTreeSet<_>> = deal(&articles, &[80, 10, 10], "1")
            .into_iter()
            .map(|part| part.into_iter().collect())
            .collect();
        let dealt: Vec<BTreeSet<_>> = dealt
            .into_iter()
            .map(|part| part.into_iter().collect())
            .collect();
        assert_eq!(again, dealt);
        assert_eq!(deal(&articles, &[0, 0], "1"), [vec![], vec![]]);
    }

    #[test]
    fn strata_are_spread_evenly() {
        let articles: Vec<_> = (1..=60)
            .map(|n| article(n, ["az", "en", "ru"][n as usize % 3], None))
            .collect();
        for part in deal(&articles, &[70, 30], "seed") {
            let of = |rest: u32| part.iter().filter(|id| id.0 % 3 == rest).count();
            assert!((0..3).all(|rest| of(rest) * 3 == part.len()), "{part:?}");
        }
    }

    proptest! {
        #[test]
        fn each_article_is_in_one_part_with_its_group(
            groups in prop::collection::vec(prop::option::of(0u32..6), 0..60),
            shares in prop::collection::vec(1u32..100, 1..5),
            seed in any::<u32>(),
        ) {
            let articles: Vec<_> = (1..).zip(&groups).map(|(n, group)| article(n, "", *group)).collect();
            let parts = deal(&articles, &shares, &seed.to_string());
            prop_assert_eq!(parts.iter().map(Vec::len).sum::<usize>(), articles.len());
            let all: BTreeSet<_> = parts.iter().flatten().collect();
            prop_assert_eq!(all.len(), articles.len());
            for group in 0..6 {
                let holding = parts.iter().filter(|part| {
                    part.iter().any(|id| groups[id.0 as usize - 1] == Some(group))
                });
                prop_assert!(holding.count() <= 1);
            }
            if groups.iter().all(Option::is_none) {
                let whole: u32 = shares.iter().sum();
                for (part, share) in parts.iter().zip(&shares) {
                    let due = articles.len() as f64 * f64::from(*share) / f64::from(whole);
                    prop_assert!((part.len() as f64 - due).abs() < 1.0 + 1e-9);
                }
            }
        }
    }
}
