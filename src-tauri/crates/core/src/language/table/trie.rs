//! The n-grams as an Aho-Corasick automaton over bytes. A state moves on by a search among
//! its children, so that unpacking it costs little and no table of moves lies in memory.

use std::ops::Range;

/// The count of a node where no n-gram ends.
const NO_NGRAM: u8 = 255;

/// No n-gram ends here, nor a shorter one.
const NOTHING: u32 = u32::MAX;

/// Nodes are numbered breadth first, so that the children of one follow each other.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// The byte that leads to each node.
    ways: Vec<u8>,
    /// The first child of each node; its children end where those of the next begin.
    children: Vec<u32>,
    /// The longest suffix of each node that is a node too.
    shorter: Vec<u32>,
    /// The node of the longest n-gram that ends at each node.
    longest: Vec<u32>,
    /// Where the weights of each node begin.
    weights: Vec<u32>,
}

impl Trie {
    /// `ways` leaves out the root; `counts` are the weights of each node, or [`NO_NGRAM`].
    /// `None` where they don't fit together.
    pub(super) fn new(ways: &[u8], children: &[u8], counts: &[u8]) -> Option<Self> {
        let mut trie = Self {
            ways: [&[0], ways].concat(),
            children: running(1, children.iter().copied()),
            shorter: vec![0; children.len()],
            longest: Vec::with_capacity(children.len()),
            weights: running(
                0,
                counts
                    .iter()
                    .map(|&own| if own == NO_NGRAM { 0 } else { own }),
            ),
        };
        for node in 0..u32::try_from(children.len()).ok()? {
            let shorter = *trie.shorter.get(node as usize)?;
            for child in trie.children_of(node) {
                let way = *trie.ways.get(child as usize)?;
                let to = if node == 0 {
                    0
                } else {
                    trie.next(shorter, way)
                };
                *trie.shorter.get_mut(child as usize)? = to;
            }
            let longest = match *counts.get(node as usize)? {
                // The root is its own suffix.
                NO_NGRAM if node == 0 => NOTHING,
                NO_NGRAM => *trie.longest.get(shorter as usize)?,
                _ => node,
            };
            trie.longest.push(longest);
        }
        Some(trie)
    }

    /// The node of the longest n-gram that ends at each byte of `text`, where there is one.
    pub(super) fn walk(&self, text: &[u8]) -> Vec<u32> {
        let mut state = 0;
        text.iter()
            .filter_map(|&byte| {
                state = self.next(state, byte);
                self.longest.get(state as usize).copied()
            })
            .filter(|&node| node != NOTHING)
            .collect()
    }

    /// The places of the weights of a node.
    pub(super) fn weights(&self, node: u32) -> Range<usize> {
        range(&self.weights, node)
    }

    fn children_of(&self, node: u32) -> Range<u32> {
        let at = |node: usize| self.children.get(node).copied().unwrap_or_default();
        at(node as usize)..at(node as usize + 1)
    }

    fn next(&self, mut state: u32, byte: u8) -> u32 {
        loop {
            let children = self.children_of(state);
            let ways = self
                .ways
                .get(children.start as usize..children.end as usize)
                .unwrap_or_default();
            if let Ok(found) = ways.binary_search(&byte) {
                return children.start + u32::try_from(found).unwrap_or_default();
            }
            if state == 0 {
                return 0;
            }
            state = self
                .shorter
                .get(state as usize)
                .copied()
                .unwrap_or_default();
        }
    }
}

fn range(starts: &[u32], at: u32) -> Range<usize> {
    let of = |at: usize| starts.get(at).copied().unwrap_or_default() as usize;
    of(at as usize)..of(at as usize + 1)
}

/// `start`, and the sums of `counts` after it.
fn running(start: u32, counts: impl Iterator<Item = u8>) -> Vec<u32> {
    std::iter::once(0)
        .chain(counts)
        .scan(start, |sum, count| {
            *sum += u32::from(count);
            Some(*sum)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ngram_that_ends_at_each_byte_is_found() {
        // Root; a, b; ab, ba; aba. N-grams: a, ab, aba; ba is the way to none.
        let counts = [NO_NGRAM, 1, NO_NGRAM, 0, NO_NGRAM, 2];
        let trie = Trie::new(b"abbaa", &[2, 1, 1, 1, 0, 0], &counts).unwrap_or_default();
        assert_eq!(trie.walk(b"xabab"), [1, 3, 5, 3]);
        // Through "ba", which is none, to "a".
        assert_eq!(trie.walk(b"bba"), [1]);
        assert_eq!(
            (trie.weights(1), trie.weights(3), trie.weights(5)),
            (0..1, 1..1, 1..3)
        );
    }
}
