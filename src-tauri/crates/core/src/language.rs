//! Which language an article and each of its paragraphs is in.
//!
//! A wrong name is worse than none: below [`THRESHOLD`] the answer is `und`, and from
//! [`SUGGESTION`] on the guess is kept beside it. What a person set is never changed.

mod letters;
mod prior;
mod script;
mod whatlang;

use crate::text::{Extent, Text};
use letters::Reading;

pub use self::whatlang::Whatlang;

/// Name of the detector that is stored with what it found.
pub const DETECTOR: &str = "whatlang";

/// Version of the detector: that of the crate, then that of the rules around it.
pub const DETECTOR_VERSION: &str = "0.18.0+1";

/// The tag of what has no known language.
pub const UNDETERMINED: &str = "und";

/// From this confidence on a language is named.
pub const THRESHOLD: f64 = 0.8;

/// From this confidence on a language is suggested.
pub const SUGGESTION: f64 = 0.5;

/// A language and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// BCP 47; [`UNDETERMINED`] when the confidence is below [`THRESHOLD`].
    pub tag: String,
    /// Of the best guess, 0 to 1, whether it is named or not.
    pub confidence: f64,
    /// The best guess where it is not named but worth showing, BCP 47.
    pub suggestion: Option<String>,
    /// Set by a person, and so final.
    pub by_hand: bool,
}

impl Detection {
    /// What a person set.
    #[must_use]
    pub fn by_hand(tag: impl Into<String>) -> Self {
        Self {
            tag: tag.into(),
            confidence: 1.0,
            suggestion: None,
            by_hand: true,
        }
    }

    fn from_guess(guess: Option<Guess>) -> Self {
        let (tag, confidence) = guess.map_or((UNDETERMINED.to_owned(), 0.0), |guess| {
            (guess.tag, guess.confidence)
        });
        let named = confidence >= THRESHOLD;
        Self {
            suggestion: (!named && confidence >= SUGGESTION).then(|| tag.clone()),
            tag: if named { tag } else { UNDETERMINED.to_owned() },
            confidence,
            by_hand: false,
        }
    }
}

/// A language a detector takes a text for.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// BCP 47.
    pub tag: String,
    /// 0 to 1, not yet limited by the length of the text.
    pub confidence: f64,
}

/// What names the language of a text in one script. [`Whatlang`] is one; a stronger one can
/// stand in its place.
pub trait Detector {
    /// The likeliest language of `text`, whose letters are all of one script that several
    /// languages share. `None` when there is nothing to go by.
    fn guess(&self, text: &str) -> Option<Guess>;

    /// Whether it can name this language at all, given as BCP 47.
    fn knows(&self, tag: &str) -> bool;

    /// The most a guess of this language is worth, 0 to 1, however sure the neighbours are:
    /// less than 1 where it stands for others that can't be named.
    fn most(&self, _tag: &str) -> f64 {
        1.0
    }
}

/// The language of one paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct ParagraphLanguage {
    /// The paragraph, in code points of the whole text.
    pub extent: Extent,
    /// Its language.
    pub detection: Detection,
}

/// The languages of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleLanguages {
    /// The language most of it is in; `None` when there are no letters.
    pub article: Option<Detection>,
    /// One for each paragraph of the text, in order.
    pub paragraphs: Vec<ParagraphLanguage>,
}

/// The languages of an article, by [`Whatlang`]. `by_hand` are the paragraphs a person set,
/// as numbers from 0 among [`Text::paragraphs`] with their tags; `article_by_hand` is the
/// tag a person set for the whole. They are kept as they are and inform the rest.
#[must_use]
pub fn detect_article(
    text: &Text,
    by_hand: &[(usize, String)],
    article_by_hand: Option<&str>,
) -> ArticleLanguages {
    detect_article_with(&Whatlang, text, by_hand, article_by_hand)
}

/// As [`detect_article`], by another detector.
#[must_use]
pub fn detect_article_with(
    detector: &dyn Detector,
    text: &Text,
    by_hand: &[(usize, String)],
    article_by_hand: Option<&str>,
) -> ArticleLanguages {
    let extents: Vec<Extent> = text.paragraphs().collect();
    let mut readings: Vec<Reading> = extents
        .iter()
        .map(|extent| letters::read(detector, text.slice(*extent).unwrap_or_default()))
        .collect();
    for (number, tag) in by_hand {
        if let Some(reading) = readings.get_mut(*number) {
            reading.set_by_hand(tag);
        }
    }
    let informed = prior::inform(detector, &readings, article_by_hand);
    let article = match article_by_hand {
        Some(tag) => Some(Detection::by_hand(tag)),
        None => article(&readings, &informed).map(|guess| Detection::from_guess(Some(guess))),
    };
    let paragraphs = extents
        .into_iter()
        .zip(readings)
        .zip(informed)
        .map(|((extent, reading), guess)| ParagraphLanguage {
            extent,
            detection: match reading.by_hand {
                Some(tag) => Detection::by_hand(tag),
                None => Detection::from_guess(guess),
            },
        })
        .collect();
    ArticleLanguages {
        article,
        paragraphs,
    }
}

/// The language of a text with no article around it.
#[must_use]
pub fn detect(text: &str) -> Detection {
    Detection::from_guess(letters::read(&Whatlang, text).guess)
}

/// The share of the letters from which a language is that of the article without doubt.
const MAJORITY: f64 = 0.6;

/// The language most letters are in, as sure as its paragraphs are on average, and less when
/// it has no clear majority.
fn article(readings: &[Reading], informed: &[Option<Guess>]) -> Option<Guess> {
    let mut sums: Vec<(&str, f64, f64)> = Vec::new();
    let mut all = 0.0;
    for (reading, guess) in readings.iter().zip(informed) {
        all += reading.letters;
        let Some(guess) = guess else { continue };
        let sure = reading.letters * guess.confidence;
        match sums.iter_mut().find(|(tag, ..)| *tag == guess.tag) {
            Some((_, letters, weight)) => {
                *letters += reading.letters;
                *weight += sure;
            }
            None => sums.push((&guess.tag, reading.letters, sure)),
        }
    }
    let (tag, letters, sure) = sums
        .into_iter()
        .max_by(|left, right| left.2.total_cmp(&right.2))?;
    let share = (letters / all / MAJORITY).min(1.0);
    Some(Guess {
        tag: tag.to_owned(),
        confidence: sure / letters * share,
    })
}

#[cfg(test)]
mod tests;
