//! In which order claims are listed.

use super::values::compare;
use super::{At, ClaimTable, Entry};
use std::cmp::Ordering;

/// What claims are ordered by; those that are equal in it stand in the order
/// of articles and text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ClaimColumn {
    /// Articles in export order, then the text.
    #[default]
    Place,
    /// Their words.
    Words,
    /// Who says them; the author and "not given" after all names.
    Speaker,
    /// What signals them.
    Cue,
    /// Places.
    Places,
    /// The values of an attribute, in this order where they are among these.
    Value(String, Vec<String>),
    /// Flags.
    Flags,
    /// Titles of articles.
    Title,
    /// How far the viewer is with the article.
    Status,
    /// Language tags.
    Language,
    /// When the article was published.
    Published,
}

/// An order of the table. What has nothing in the column stands last, whatever
/// the direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimOrder {
    /// By what.
    pub column: ClaimColumn,
    /// The last first.
    pub descending: bool,
}

/// Numbers that compare as things do; `None` for those that are empty.
type Ranks = Vec<Option<u32>>;

pub(super) fn sort(table: &ClaimTable, mut found: Vec<At>, order: &ClaimOrder) -> Vec<At> {
    let descending = order.descending;
    let names = |of: fn(&Entry) -> u32| {
        let folded = table.names.folded();
        by_pool(&ranks(folded, |name| name.is_empty(), Ord::cmp), table, of)
    };
    let articles = |ranks: Ranks| -> Rank<'_> {
        Box::new(move |at: At| ranks.get(at.0 as usize).copied().flatten())
    };
    let rank: Rank<'_> = match &order.column {
        ClaimColumn::Place => {
            if descending {
                found.reverse();
            }
            return found;
        }
        ClaimColumn::Words => {
            let words = |at: At| table.entry(at).map_or("", |entry| &*entry.words);
            let mut begun: Vec<(u64, At)> = found
                .iter()
                .map(|at| (beginning(words(*at)), *at))
                .collect();
            begun.sort_by(|one, other| {
                let order = |a: &(u64, At), b: &(u64, At)| {
                    a.0.cmp(&b.0).then_with(|| words(a.1).cmp(words(b.1)))
                };
                if descending {
                    order(other, one)
                } else {
                    order(one, other)
                }
            });
            return begun.into_iter().map(|(_, at)| at).collect();
        }
        ClaimColumn::Speaker => names(|entry| entry.speakers),
        ClaimColumn::Cue => names(|entry| entry.cues),
        ClaimColumn::Places => names(|entry| entry.places),
        ClaimColumn::Value(attribute, choices) => {
            let values: Vec<_> = table
                .values
                .all()
                .iter()
                .map(|set| set.get(attribute).map(|there| &there.value))
                .collect();
            let ranks = ranks(&values, Option::is_none, |one, other| match (one, other) {
                (Some(one), Some(other)) => compare(one, other, choices),
                _ => Ordering::Equal,
            });
            by_pool(&ranks, table, |entry| entry.values)
        }
        ClaimColumn::Flags => by_pool(
            &ranks(table.flags.all(), Vec::is_empty, Ord::cmp),
            table,
            |entry| entry.flags,
        ),
        ClaimColumn::Title => articles(ranks(
            &table.articles,
            |article| article.folded.is_empty(),
            |one, other| one.folded.cmp(&other.folded),
        )),
        ClaimColumn::Status => articles(ranks(
            &table.articles,
            |_| false,
            |one, other| one.status.cmp(&other.status),
        )),
        ClaimColumn::Language => articles(ranks(
            &table.articles,
            |article| article.language.is_none(),
            |one, other| one.language.cmp(&other.language),
        )),
        ClaimColumn::Published => articles(ranks(
            &table.articles,
            |article| article.published.is_none(),
            |one, other| one.published.cmp(&other.published),
        )),
    };
    found.sort_by_key(|at| match (rank(*at), descending) {
        (None, _) => (true, 0),
        (Some(rank), false) => (false, rank),
        (Some(rank), true) => (false, u32::MAX - rank),
    });
    found
}

/// The first eight bytes of a text as a number, which compares as they do:
/// most texts differ there, and numbers lie side by side in memory.
fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    for (place, byte) in first.iter_mut().zip(text.bytes()) {
        *place = byte;
    }
    u64::from_be_bytes(first)
}

type Rank<'a> = Box<dyn Fn(At) -> Option<u32> + 'a>;

fn by_pool<'a>(ranks: &Ranks, table: &'a ClaimTable, of: fn(&Entry) -> u32) -> Rank<'a> {
    let ranks = ranks.clone();
    Box::new(move |at| {
        let number = table.entry(at).map(of)?;
        ranks.get(number as usize).copied().flatten()
    })
}

/// The rank of each thing: equal things have equal ranks.
fn ranks<T>(
    things: &[T],
    is_empty: impl Fn(&T) -> bool,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Ranks {
    let mut order: Vec<usize> = (0..things.len()).collect();
    let thing = |number: usize| things.get(number);
    order.sort_by(|one, other| match (thing(*one), thing(*other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut ranks: Ranks = vec![None; things.len()];
    let mut rank = 0;
    let mut before: Option<&T> = None;
    for number in order {
        let Some(now) = thing(number) else { continue };
        if before.is_some_and(|before| compare(before, now) != Ordering::Equal) {
            rank += 1;
        }
        before = Some(now);
        if let Some(place) = ranks.get_mut(number).filter(|_| !is_empty(now)) {
            *place = Some(rank);
        }
    }
    ranks
}
