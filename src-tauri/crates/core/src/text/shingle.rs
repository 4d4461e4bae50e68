//! How much of a text stands in another one.
//!
//! Shingles, their resemblance and containment, and the sketch by which texts
//! are compared without reading them are those of A. Z. Broder, "On the
//! resemblance and containment of documents" (1997).

use super::fold::fold;
use super::unspaced::is_unspaced;
use super::{CodePoint, Extent, Text};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use std::hash::{DefaultHasher, Hasher};

/// Words to a shingle; where words are written without spaces, characters.
const WIDTH: usize = 4;

/// Shingles to a sketch.
const SKETCH: usize = 64;

/// Every run of four words in a text, without regard to case, accents and
/// punctuation, each as a number. Numbers are the same within one run of the
/// program only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u32>);

impl Shingles {
    /// The shingles of a text given as its parts, in order.
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = Vec::new();
        for part in parts {
            add_words(&fold(part), &mut words);
        }
        let width = WIDTH.min(words.len()).max(1);
        let mut shingles: Vec<u32> = words.windows(width).map(number).collect();
        shingles.sort_unstable();
        shingles.dedup();
        Self(shingles)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The smallest of them: texts that have much in common share some.
    #[must_use]
    pub fn sketch(&self) -> &[u32] {
        self.0.get(..SKETCH).unwrap_or(&self.0)
    }

    /// How much of the one with fewer shingles stands in the other, from 0 to
    /// 1: its containment.
    #[must_use]
    pub fn shared(&self, other: &Self) -> f64 {
        let fewer = self.len().min(other.len());
        if fewer == 0 {
            return 0.0;
        }
        let (mut here, mut there) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut common = 0_usize;
        while let (Some(a), Some(b)) = (here.peek(), there.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(here.next()),
                std::cmp::Ordering::Greater => drop(there.next()),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    here.next();
                    there.next();
                }
            }
        }
        count(common) / count(fewer)
    }
}

impl Text {
    /// The parts of the text outside of extents, which are in order of their
    /// starts.
    #[must_use]
    pub fn outside(&self, extents: &[Extent]) -> Vec<&str> {
        let mut parts = Vec::new();
        let mut start = CodePoint(0);
        let last = Extent {
            start: self.end(),
            end: self.end(),
        };
        for extent in extents.iter().copied().chain([last]) {
            if extent.start > start {
                let end = extent.start;
                parts.extend(self.slice(Extent { start, end }));
            }
            start = start.max(extent.end);
        }
        parts
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Adds the words of a folded text, each as a number.
fn add_words(folded: &str, words: &mut Vec<u64>) {
    let mut word = DefaultHasher::new();
    let mut begun = false;
    let mut end = |word: &mut DefaultHasher, begun: &mut bool| {
        if std::mem::take(begun) {
            words.push(std::mem::take(word).finish());
        }
    };
    let mut alone = false;
    for character in folded.chars() {
        // A sign belongs to the letter before it.
        if is_mark(character) {
            if begun {
                word.write_u32(u32::from(character));
            }
            continue;
        }
        if !character.is_alphanumeric() {
            end(&mut word, &mut begun);
            continue;
        }
        let unspaced = is_unspaced(character);
        if unspaced || alone {
            end(&mut word, &mut begun);
        }
        alone = unspaced;
        word.write_u32(u32::from(character));
        begun = true;
    }
    end(&mut word, &mut begun);
}

fn is_mark(character: char) -> bool {
    character > '\u{02FF}'
        && matches!(
            CodePointMapData::<GeneralCategory>::new().get(character),
            GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
        )
}

fn number(words: &[u64]) -> u32 {
    let mut hasher = DefaultHasher::new();
    for word in words {
        hasher.write_u64(*word);
    }
    let [_, _, _, _, a, b, c, d] = hasher.finish().to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> f64 {
        Shingles::of([a]).shared(&Shingles::of([b]))
    }

    const NEWS: &str = "The mills will open again in spring, the mayor said on Monday after a meeting with the owners.";

    #[test]
    fn what_does_not_matter_to_a_reader_does_not_matter() {
        let other = "THE MILLS will open again, in spring – the Mayor said on Monday; after a meeting with the owners!";
        assert!((shared(NEWS, other) - 1.0).abs() < f64::EPSILON);
        assert!(
            (shared("言論の自由は大切だ。", "言論の、自由は大切だ") - 1.0).abs() < f64::EPSILON
        );
        assert!(
            (shared("قَالَ أحمد إن المحادثات بدأت", "قال احمد ان المحادثات بدات") - 1.0).abs()
                < f64::EPSILON
        );
    }

    #[test]
    fn a_text_with_more_at_its_end_holds_the_other_whole() {
        let longer = format!("{NEWS} Nothing of this was known before, and the town waits.");
        assert!((shared(NEWS, &longer) - 1.0).abs() < f64::EPSILON);
        assert!((shared(&longer, NEWS) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_changed_word_takes_four_shingles_away() {
        let other = NEWS.replace("mayor", "minister");
        let all = Shingles::of([NEWS]).len();
        let expected = 1.0 - 4.0 / f64::from(u32::try_from(all).unwrap());
        assert!((shared(NEWS, &other) - expected).abs() < 1e-9);
    }

    #[test]
    fn scripts_without_spaces_are_compared_by_characters() {
        let one = "北京说，自由很重要，谈判将在春天继续。";
        let other = "北京说，自由很重要，谈判将在秋天继续。";
        let shared = shared(one, other);
        assert!(shared > 0.6 && shared < 0.9, "{shared}");
        let thai = "ประเทศไทยต้องการสันติภาพ";
        assert!(Shingles::of([thai]).len() > 10);
    }

    #[test]
    fn other_texts_share_nothing_and_an_empty_one_is_like_none() {
        assert!(shared(NEWS, "A cat sat on a mat and slept until noon.") < 1e-9);
        assert!(shared(NEWS, "").abs() < 1e-9 && shared("", "").abs() < 1e-9);
        assert!((shared("Yes, yes", "yes yes") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_lies_outside_of_extents_is_what_is_left() {
        let text = Text::from("abcdef");
        let outside = |extents: &[(u32, u32)]| {
            let extents: Vec<Extent> = extents.iter().map(|(a, b)| Extent::of(*a, *b)).collect();
            text.outside(&extents).concat()
        };
        assert_eq!(outside(&[]), "abcdef");
        assert_eq!(outside(&[(0, 2), (1, 3), (5, 6)]), "de");
        assert_eq!(outside(&[(0, 6)]), "");
    }

    #[test]
    fn parts_are_read_as_one_text() {
        assert_eq!(
            Shingles::of(["the mills will ", "open again"]),
            Shingles::of(["the mills will open again"])
        );
    }
}
