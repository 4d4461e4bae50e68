//! Texts that are nearly the same, such as agency copy in three outlets.
//!
//! A text is taken for the set of its runs of eight letters, which needs no words and so
//! holds for every script. How much two sets have in common is estimated from the smallest
//! of their hashes, and looked at only for texts that share some of these (Broder, "On the
//! resemblance and containment of documents", 1997).

use crate::text::Extent;
use std::collections::{BTreeMap, HashMap};

/// Letters in a run.
const RUN: usize = 8;
/// Hash functions looked at together, and how often: texts alike to a half share at least
/// one of them 996 times in 1,000.
const ROWS: usize = 3;
const BANDS: usize = 42;
/// From this share of runs in common on, two texts are nearly the same.
pub const ALIKE: f64 = 0.5;

/// What is kept of a text: for each hash function, the smallest hash of its runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch(Vec<u64>);

impl Sketch {
    /// Of a text without some extents, such as its skip zones (in text order); `None` of
    /// one with fewer than eight letters. Case, spaces and punctuation do not count.
    #[must_use]
    pub fn of(text: &str, without: &[Extent]) -> Option<Self> {
        let inside = |at: usize| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            without
                .iter()
                .any(|extent| extent.start.0 <= at && at < extent.end.0)
        };
        let letters: Vec<char> = text
            .chars()
            .enumerate()
            .filter(|(at, letter)| letter.is_alphanumeric() && !inside(*at))
            .flat_map(|(_, letter)| letter.to_lowercase())
            .collect();
        let mut smallest = vec![u64::MAX; ROWS * BANDS];
        for run in letters.windows(RUN) {
            let hash = run
                .iter()
                .fold(0, |hash, letter| mix(hash ^ u64::from(*letter)));
            for (function, least) in (1u64..).zip(&mut smallest) {
                *least = (*least).min(mix(hash ^ mix(function)));
            }
        }
        (letters.len() >= RUN).then_some(Self(smallest))
    }

    /// The share of runs that two texts have in common, 0 to 1, within about 0.05.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        same as f64 / (ROWS * BANDS) as f64
    }
}

/// Groups of texts each of which is nearly the same as another of its group: for each
/// sketch the number of its group, `None` of a text that stands alone.
#[must_use]
pub fn groups(sketches: &[Option<Sketch>]) -> Vec<Option<u32>> {
    let mut leader: Vec<usize> = (0..sketches.len()).collect();
    for band in 0..BANDS {
        let mut shelves: HashMap<&[u64], Vec<usize>> = HashMap::new();
        for (place, sketch) in sketches.iter().enumerate() {
            let rows = sketch
                .as_ref()
                .and_then(|sketch| sketch.0.get(band * ROWS..(band + 1) * ROWS));
            if let Some(rows) = rows {
                shelves.entry(rows).or_default().push(place);
            }
        }
        for shelf in shelves.values() {
            let mut others = shelf.iter();
            let Some(first) = others.next() else { continue };
            for other in others {
                if alike(sketches, *first, *other) {
                    join(&mut leader, *first, *other);
                }
            }
        }
    }
    let leaders: Vec<usize> = (0..sketches.len())
        .map(|place| follow(&leader, place))
        .collect();
    let mut sizes: BTreeMap<usize, u32> = BTreeMap::new();
    for place in &leaders {
        *sizes.entry(*place).or_default() += 1;
    }
    leaders
        .into_iter()
        .map(|place| {
            let grouped = sizes.get(&place).is_some_and(|size| *size > 1);
            grouped.then(|| u32::try_from(place).unwrap_or(u32::MAX))
        })
        .collect()
}

fn alike(sketches: &[Option<Sketch>], one: usize, other: usize) -> bool {
    match (sketches.get(one), sketches.get(other)) {
        (Some(Some(one)), Some(Some(other))) => one.likeness(other) >= ALIKE,
        _ => false,
    }
}

fn follow(leader: &[usize], mut place: usize) -> usize {
    while let Some(next) = leader.get(place).filter(|next| **next != place) {
        place = *next;
    }
    place
}

fn join(leader: &mut [usize], one: usize, other: usize) {
    let (one, other) = (follow(leader, one), follow(leader, other));
    let (first, last) = (one.min(other), one.max(other));
    if let Some(leader) = leader.get_mut(last) {
        *leader = first;
    }
}

/// The finaliser of `SplitMix64`: each bit depends on all.
const fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COPY: &str = "The mills of Veldan will open again in the spring, the mayor said on Monday. \
        Two hundred people are to work there, half as many as before the flood. \
        The county pays for the new wheel and for the road to it.";

    fn sketch(text: &str) -> Option<Sketch> {
        Sketch::of(text, &[])
    }

    #[test]
    fn copy_with_another_head_and_other_quotation_marks_is_nearly_the_same() {
        let other = format!("VELDAN (Our own reporter) – {}", COPY.to_uppercase());
        let likeness = sketch(COPY).unwrap().likeness(&sketch(&other).unwrap());
        assert!((0.7..1.0).contains(&likeness), "{likeness}");
        let elsewhere = "A ferry goes to the islands twice a week, and in the summer each day. \
            It is full on Saturdays, so that many have to wait for the next one.";
        let likeness = sketch(COPY).unwrap().likeness(&sketch(elsewhere).unwrap());
        assert!(likeness < 0.1, "{likeness}");
    }

    #[test]
    fn scripts_without_spaces_have_runs_too() {
        let one = "云溪至杭州的骑行绿道十月开放，市长说沿途将有五个驿站，并且全程免费。";
        let two = "（本报讯）云溪至杭州的骑行绿道十月开放，市长说沿途将有五个驿站，并且全程免费！";
        let three = "北京的地铁票价明年不会上涨，交通部门昨天在新闻发布会上这样表示，乘客满意。";
        let found = groups(&[sketch(one), sketch(three), sketch(two), None]);
        assert_eq!(found, [Some(0), None, Some(0), None]);
    }

    #[test]
    fn what_is_not_the_article_makes_no_two_articles_alike() {
        let menu =
            "Home, News, Sport, Weather, Business, Culture, Travel, Letters, Archive. ".repeat(9);
        let length = u32::try_from(menu.chars().count()).unwrap();
        let (one, two) = (
            format!("{menu}{COPY}"),
            format!("{menu}It rains in Oster and nobody knows why that is so."),
        );
        let zone = [Extent::of(0, length)];
        assert_eq!(groups(&[sketch(&one), sketch(&two)]), [None, None]);
        assert_eq!(Sketch::of(&one, &zone), sketch(COPY));
        assert_eq!(sketch("Oster."), None);
    }

    #[test]
    fn a_chain_of_likeness_is_one_group() {
        let more = |times: usize| {
            let sentence = "In Oster the talks about the water went on until the night of Friday. ";
            format!("{COPY} {}", sentence.repeat(times))
        };
        let found = groups(&[
            sketch(COPY),
            sketch("Nothing of the kind here at all."),
            sketch(&more(1)),
            sketch(&more(2)),
        ]);
        assert_eq!(found, [Some(0), None, Some(0), Some(0)]);
    }
}
