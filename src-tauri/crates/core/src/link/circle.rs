//! Claims that are parts of themselves, which a tree of parts must not have.

use super::Link;
use crate::id::SpanId;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a link from `head` to `tail` would close a circle: the tail is the
/// head, or comes to it by way of what each claim is part of.
pub fn closes_circle(
    head: SpanId,
    tail: SpanId,
    mut parents: impl FnMut(SpanId) -> Vec<SpanId>,
) -> bool {
    let mut waiting = vec![tail];
    let mut seen = BTreeSet::new();
    while let Some(claim) = waiting.pop() {
        if claim == head {
            return true;
        }
        // What an import brought may have circles of its own.
        if seen.insert(claim) {
            waiting.extend(parents(claim));
        }
    }
    false
}

/// The circles that links make, each as its claims by id; of links between
/// parts and wholes alone.
#[must_use]
pub fn circles<'a>(links: impl IntoIterator<Item = &'a Link>) -> Vec<Vec<SpanId>> {
    let mut parents: BTreeMap<SpanId, Vec<SpanId>> = BTreeMap::new();
    for link in links {
        if let Some(tail) = link.target.span() {
            parents.entry(link.head).or_default().push(tail);
        }
    }
    // A claim that is part of nothing is in no circle, nor then is its part.
    loop {
        let before = parents.len();
        let known: BTreeSet<SpanId> = parents.keys().copied().collect();
        for tails in parents.values_mut() {
            tails.retain(|tail| known.contains(tail));
        }
        parents.retain(|_, tails| !tails.is_empty());
        if parents.len() == before {
            break;
        }
    }
    let above = |claim: SpanId| {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![claim];
        while let Some(one) = waiting.pop() {
            let tails = parents.get(&one).into_iter().flatten();
            waiting.extend(tails.copied().filter(|tail| reached.insert(*tail)));
        }
        reached
    };
    let reached: BTreeMap<SpanId, BTreeSet<SpanId>> = parents
        .keys()
        .map(|claim| (*claim, above(*claim)))
        .collect();
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (claim, above) in &reached {
        if !above.contains(claim) || told.contains(claim) {
            continue;
        }
        let back = |one: &&SpanId| reached.get(one).is_some_and(|above| above.contains(claim));
        let circle: Vec<SpanId> = above.iter().filter(back).copied().collect();
        told.extend(circle.iter().copied());
        found.push(circle);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::Attributes;
    use crate::id::{LayerId, LinkId, Uid};
    use crate::link::Target;
    use proptest::prelude::*;

    fn link(head: u32, tail: u32) -> Link {
        Link {
            id: LinkId(1),
            uid: Uid::at(1, &[0; 10]),
            layer: LayerId(1),
            kind: "part_of".to_owned(),
            head: SpanId(head),
            target: Target::Mention {
                span: SpanId(tail),
                entity: None,
            },
            attributes: Attributes::new(),
            note: String::new(),
            by_rule: false,
        }
    }

    fn found(pairs: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let links: Vec<Link> = pairs
            .iter()
            .map(|(head, tail)| link(*head, *tail))
            .collect();
        let found = circles(&links).into_iter();
        found
            .map(|circle| circle.into_iter().map(|claim| claim.0).collect())
            .collect()
    }

    #[test]
    fn circles_are_told_apart_from_what_hangs_on_them() {
        assert_eq!(found(&[(1, 2), (2, 3), (1, 3)]), [[0_u32; 0]; 0]);
        assert_eq!(found(&[(1, 1), (2, 1)]), [[1]]);
        let two = [(4, 5), (5, 4), (3, 4), (5, 1), (1, 2), (2, 1)];
        assert_eq!(found(&two), [[1, 2], [4, 5]]);
    }

    /// Whether every claim can be put above its parts.
    fn is_tree(pairs: &[(u32, u32)]) -> bool {
        let mut left: Vec<(u32, u32)> = pairs.to_vec();
        while !left.is_empty() {
            let heads: BTreeSet<u32> = left.iter().map(|pair| pair.0).collect();
            let before = left.len();
            left.retain(|(_, tail)| heads.contains(tail));
            if left.len() == before {
                return false;
            }
        }
        true
    }

    proptest! {
        #[test]
        fn what_is_not_refused_never_makes_a_circle(
            tried in prop::collection::vec((0_u32..9, 0_u32..9), 0..60),
        ) {
            let mut made: Vec<(u32, u32)> = Vec::new();
            for (head, tail) in tried {
                let parents = |claim: SpanId| {
                    let above = made.iter().filter(|(head, _)| *head == claim.0);
                    above.map(|(_, tail)| SpanId(*tail)).collect()
                };
                let refused = closes_circle(SpanId(head), SpanId(tail), parents);
                let mut with = made.clone();
                with.push((head, tail));
                prop_assert_eq!(refused, !is_tree(&with));
                prop_assert_eq!(found(&with).is_empty(), !refused);
                if !refused {
                    made = with;
                }
            }
        }

        #[test]
        fn just_those_that_come_back_to_themselves_are_in_one_circle(
            pairs in prop::collection::vec((0_u32..9, 0_u32..9), 0..20),
        ) {
            let told: Vec<u32> = found(&pairs).concat();
            for claim in 0..9 {
                let parents = |at: SpanId| {
                    let above = pairs.iter().filter(|(head, _)| *head == at.0);
                    above.map(|(_, tail)| SpanId(*tail)).collect::<Vec<_>>()
                };
                let comes_back = parents(SpanId(claim))
                    .into_iter()
                    .any(|tail| closes_circle(SpanId(claim), tail, parents));
                let times = told.iter().filter(|one| **one == claim).count();
                prop_assert_eq!(times, usize::from(comes_back), "claim {}", claim);
            }
        }
    }
}
