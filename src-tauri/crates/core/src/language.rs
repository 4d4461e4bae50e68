//! Which language an article and each of its paragraphs is in.
//!
//! A wrong name is worse than none: below [`THRESHOLD`] the answer is `und`, and from
//! [`SUGGESTION`] on the guess is kept beside it. What a person set is never changed.

mod evidence;
mod letters;
mod likely;
mod prior;
mod script;
mod south_slavic;
mod table;
mod whatlang;

use crate::text::{CodePoint, Extent, Text};
use letters::Reading;

pub use likely::{known_languages, likely_languages, siblings};
pub use table::is_unpacked;

/// Name of the detector that is stored with what it found: the table and `whatlang`.
pub const DETECTOR: &str = "postil";

/// Version of the detector: of the table's numbers, of `whatlang`, and of the rules around
/// them.
pub const DETECTOR_VERSION: &str = "0.4.0+0.18.0+1";

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
    /// The best guess, named or not, BCP 47; `None` when there are no letters.
    pub best: Option<String>,
    /// Set by a person, and so final.
    pub by_hand: bool,
}

impl Detection {
    /// What a person set.
    #[must_use]
    pub fn by_hand(tag: impl Into<String>) -> Self {
        let tag = tag.into();
        Self {
            best: Some(tag.clone()),
            tag,
            confidence: 1.0,
            suggestion: None,
            by_hand: true,
        }
    }

    fn from_guess(guess: Option<Guess>) -> Self {
        let confidence = guess.as_ref().map_or(0.0, |guess| guess.confidence);
        let best = guess.map(|guess| guess.tag);
        let named = best.clone().filter(|_| confidence >= THRESHOLD);
        Self {
            suggestion: best
                .clone()
                .filter(|_| (SUGGESTION..THRESHOLD).contains(&confidence)),
            tag: named.unwrap_or_else(|| UNDETERMINED.to_owned()),
            best,
            confidence,
            by_hand: false,
        }
    }
}

/// A language a text is taken for.
#[derive(Debug, Clone, PartialEq)]
struct Guess {
    /// BCP 47.
    tag: String,
    /// 0 to 1.
    confidence: f64,
    /// What it may be, with shares of the likelihood; empty for what sums up several texts.
    close: Vec<(String, f64)>,
}

/// The language of a part of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct PartLanguage {
    /// The part, in code points of the whole text.
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
    pub paragraphs: Vec<PartLanguage>,
    /// Runs of eight letters or more inside a paragraph, in another script than most of it:
    /// a Russian quotation in an English paragraph.
    pub runs: Vec<PartLanguage>,
}

/// The languages of an article. `by_hand` are the paragraphs a person set, as numbers from 0
/// among [`Text::paragraphs`] with their tags; `article_by_hand` is the tag a person set for
/// the whole. They are kept as they are and inform the rest.
///
/// The first call unpacks the table, which takes some tens of milliseconds.
#[must_use]
pub fn detect_article(
    text: &Text,
    by_hand: &[(usize, String)],
    article_by_hand: Option<&str>,
) -> ArticleLanguages {
    let mut extents: Vec<Extent> = text.paragraphs().collect();
    let paragraphs: Vec<&str> = extents
        .iter()
        .map(|extent| text.slice(*extent).unwrap_or_default())
        .collect();
    let mut readings: Vec<Reading> = paragraphs.iter().copied().map(letters::read).collect();
    for (number, tag) in by_hand {
        if let Some(reading) = readings.get_mut(*number) {
            reading.by_hand = Some(tag.clone());
        }
    }
    let count = readings.len();
    for number in 0..count {
        let main = readings.get(number).and_then(|reading| reading.script);
        let (Some(main), Some(extent), Some(paragraph)) =
            (main, extents.get(number).copied(), paragraphs.get(number))
        else {
            continue;
        };
        for (start, end, reading) in letters::runs(paragraph, main) {
            extents.push(Extent {
                start: CodePoint(extent.start.0 + start),
                end: CodePoint(extent.start.0 + end),
            });
            readings.push(reading);
        }
    }
    let informed = inform(&readings, article_by_hand);
    let article = match article_by_hand {
        Some(tag) => Some(Detection::by_hand(tag)),
        None => {
            article(&readings, &informed, count).map(|guess| Detection::from_guess(Some(guess)))
        }
    };
    let mut paragraphs: Vec<PartLanguage> = extents
        .into_iter()
        .zip(detections(readings, informed))
        .map(|(extent, detection)| PartLanguage { extent, detection })
        .collect();
    let runs = paragraphs.split_off(count);
    ArticleLanguages {
        article,
        paragraphs,
        runs,
    }
}

/// The languages of the paragraphs of an article, as [`detect_article`] finds them.
#[must_use]
pub fn detect_paragraphs(paragraphs: &[&str]) -> Vec<Detection> {
    let readings: Vec<Reading> = paragraphs.iter().copied().map(letters::read).collect();
    let informed = inform(&readings, None);
    detections(readings, informed)
}

fn detections(readings: Vec<Reading>, informed: Vec<Option<Guess>>) -> Vec<Detection> {
    readings
        .into_iter()
        .zip(informed)
        .map(|(reading, guess)| match reading.by_hand {
            Some(tag) => Detection::by_hand(tag),
            None => Detection::from_guess(guess),
        })
        .collect()
}

/// As [`prior::inform`], with Chinese named by its characters. Where a text has none that
/// tell, those of the others do.
fn inform(readings: &[Reading], article_by_hand: Option<&str>) -> Vec<Option<Guess>> {
    let mut guesses = prior::inform(readings, article_by_hand);
    let chinese: Vec<(&mut Guess, i32)> = guesses
        .iter_mut()
        .zip(readings)
        .filter_map(|(guess, reading)| {
            let guess = guess.as_mut().filter(|guess| guess.tag == CHINESE)?;
            Some((guess, script::traditional(&reading.own)))
        })
        .collect();
    let all: i32 = chinese.iter().map(|(_, more)| more).sum();
    for (guess, more) in chinese {
        if more > 0 || (more == 0 && all > 0) {
            TRADITIONAL_CHINESE.clone_into(&mut guess.tag);
            for (tag, _) in guess.close.iter_mut().filter(|(tag, _)| tag == CHINESE) {
                TRADITIONAL_CHINESE.clone_into(tag);
            }
        }
    }
    guesses
}

/// Chinese in simplified characters, or in such as both have.
const CHINESE: &str = "zh";

const TRADITIONAL_CHINESE: &str = "zh-Hant";

/// The share of the letters from which a language is that of the article without doubt.
const MAJORITY: f64 = 0.6;

/// The language most letters of the first `count` texts are in, as sure as its paragraphs are on average, and less when
/// it has no clear majority.
fn article(readings: &[Reading], informed: &[Option<Guess>], count: usize) -> Option<Guess> {
    let mut sums: Vec<(&str, f64, f64)> = Vec::new();
    let mut all = 0.0;
    for (reading, guess) in readings.iter().zip(informed).take(count) {
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
        close: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
