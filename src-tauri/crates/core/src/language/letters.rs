//! What a paragraph says about its language by itself.

use icu_properties::props::Script;

use super::{Detector, Guess, script};

/// Letters of a paragraph that are read; more don't make it surer.
const READ: usize = 2_000;

/// How fast confidence rises with the number of letters.
const SURE: f64 = 8.0;

/// A paragraph before its neighbours are asked.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The script of most letters.
    pub(super) script: Option<Script>,
    /// How many letters of that script, in Latin letters' worth.
    pub(super) letters: f64,
    pub(super) guess: Option<Guess>,
    /// The script leaves no choice, or a person made it.
    pub(super) settled: bool,
    /// The tag a person set.
    pub(super) by_hand: Option<String>,
}

impl Reading {
    pub(super) fn set_by_hand(&mut self, tag: &str) {
        self.guess = Some(Guess {
            tag: tag.to_owned(),
            confidence: 1.0,
        });
        self.settled = true;
        self.by_hand = Some(tag.to_owned());
    }
}

/// The most a guess from so many letters is worth: two are no language, twenty nearly are.
pub(super) fn limit(letters: f64) -> f64 {
    1.0 - (-letters / SURE).exp()
}

pub(super) fn read(detector: &dyn Detector, paragraph: &str) -> Reading {
    let mut counts: Vec<(Script, f64)> = Vec::new();
    for found in paragraph.chars().filter_map(script::of) {
        let weight = script::weight(found);
        match counts.iter_mut().find(|(script, _)| *script == found) {
            Some((_, count)) => *count += weight,
            None => counts.push((found, weight)),
        }
    }
    let main = counts
        .into_iter()
        .max_by(|left, right| left.1.total_cmp(&right.1));
    let Some((main, letters)) = main else {
        return Reading {
            script: None,
            letters: 0.0,
            guess: None,
            settled: false,
            by_hand: None,
        };
    };
    let own: String = paragraph
        .chars()
        .filter(|&character| script::of(character).is_none_or(|script| script == main))
        .take(READ)
        .collect();
    let (guess, settled) = guess(detector, main, letters, &own);
    Reading {
        script: Some(main),
        letters,
        guess,
        settled,
        by_hand: None,
    }
}

/// The guess, and whether the script settles it.
fn guess(detector: &dyn Detector, main: Script, letters: f64, own: &str) -> (Option<Guess>, bool) {
    let sure = |tag: &str, confidence| {
        Some(Guess {
            tag: tag.to_owned(),
            confidence,
        })
    };
    if let Some(tag) = script::given_away(main, own) {
        return (sure(tag, limit(letters)), false);
    }
    if let Some(tag) = script::only_language(main) {
        return (sure(tag, 1.0), true);
    }
    if main == Script::Han {
        if script::has_kana(own) {
            return (sure("ja", 1.0), true);
        }
        // A short line without kana may still be Japanese.
        return (sure("zh", limit(letters / 2.0)), false);
    }
    let guess = detector.guess(own).map(|guess| Guess {
        confidence: guess.confidence.min(limit(letters)),
        tag: guess.tag,
    });
    (guess, false)
}
