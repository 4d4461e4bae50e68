//! What the other paragraphs of an article say about one: a short line is most likely in the
//! language of the lines around it. Never across scripts.

use icu_properties::props::Script;

use super::letters::{Reading, limit};
use super::{Detector, Guess};

/// Letters of one paragraph that count for the others.
const HEARD: f64 = 300.0;

/// What a language set by hand for the whole article counts for each paragraph, in letters.
const SET: f64 = 900.0;

/// Letters from which a paragraph believes itself rather than its neighbours.
const OWN_WORD: f64 = 50.0;

/// How much neighbours count for a very short paragraph.
const TRUST: f64 = 0.7;

/// Likelihood of a language no neighbour is in.
const SURPRISE: f64 = 0.02;

/// Likelihood of a language the detector does not name though it is sure.
const MISTAKE: f64 = 0.04;

/// What is added to it as doubt rises, or where all neighbours are in a language the
/// detector can't name.
const LEEWAY: f64 = 0.35;

/// How often the other paragraphs are asked again with what was learnt.
const ROUNDS: usize = 2;

/// Languages a detector is known to take for one another.
const TWINS: &[(&str, &str)] = &[("hr", "bs"), ("hr", "sr-Latn"), ("id", "ms"), ("nb", "nn")];

/// What paragraphs of one script say together.
#[derive(Debug, Default)]
struct Votes {
    /// Tags a person set among them.
    by_hand: Vec<String>,
    all: f64,
    tags: Vec<(String, f64)>,
}

impl Votes {
    fn add(&mut self, weight: f64, guess: Option<&Guess>) {
        self.all += weight;
        let Some(Guess { tag, confidence }) = guess else {
            return;
        };
        match self.tags.iter_mut().find(|(voted, _)| voted == tag) {
            Some((_, sum)) => *sum += weight * confidence,
            None => self.tags.push((tag.clone(), weight * confidence)),
        }
    }
}

/// The guess for each paragraph, informed by the others.
pub(super) fn inform(
    detector: &dyn Detector,
    readings: &[Reading],
    article_by_hand: Option<&str>,
) -> Vec<Option<Guess>> {
    let mut guesses: Vec<Option<Guess>> = readings
        .iter()
        .map(|reading| reading.guess.clone())
        .collect();
    let ballot = count(readings, &guesses);
    let main = ballot
        .iter()
        .max_by(|left, right| left.1.all.total_cmp(&right.1.all))
        .map(|(script, _)| *script);
    for _ in 0..ROUNDS {
        let ballot = count(readings, &guesses);
        guesses = readings
            .iter()
            .zip(&guesses)
            .map(|(reading, now)| {
                let script = reading.script?;
                if reading.settled {
                    return reading.guess.clone();
                }
                let (_, votes) = ballot.iter().find(|(voted, _)| *voted == script)?;
                let set = article_by_hand.filter(|_| Some(script) == main);
                informed(detector, reading, now.as_ref(), votes, set)
            })
            .collect();
    }
    guesses
}

fn count(readings: &[Reading], guesses: &[Option<Guess>]) -> Vec<(Script, Votes)> {
    let mut ballot: Vec<(Script, Votes)> = Vec::new();
    for (reading, guess) in readings.iter().zip(guesses) {
        let Some(script) = reading.script else {
            continue;
        };
        let known = ballot.iter().position(|(voted, _)| *voted == script);
        let place = known.unwrap_or_else(|| {
            ballot.push((script, Votes::default()));
            ballot.len() - 1
        });
        if let Some((_, votes)) = ballot.get_mut(place) {
            votes.add(reading.letters.min(HEARD), guess.as_ref());
            votes.by_hand.extend(reading.by_hand.clone());
        }
    }
    ballot
}

/// Weighs what the paragraph says itself against what all others of its script say; `now` is
/// its own vote among `votes`.
fn informed(
    detector: &dyn Detector,
    reading: &Reading,
    now: Option<&Guess>,
    votes: &Votes,
    set: Option<&str>,
) -> Option<Guess> {
    let own = reading.letters.min(HEARD);
    let set_weight = if set.is_some() { SET } else { 0.0 };
    let all = votes.all - own + set_weight;
    if all < 1.0 {
        return reading.guess.clone();
    }
    let doubt = 1.0 - reading.guess.as_ref().map_or(0.0, |guess| guess.confidence);
    let mut tags: Vec<&str> = votes.tags.iter().map(|(tag, _)| tag.as_str()).collect();
    tags.extend(reading.guess.as_ref().map(|guess| guess.tag.as_str()));
    tags.extend(set);
    tags.sort_unstable();
    tags.dedup();
    let unnamed_by_hand = set.filter(|tag| !can_name(detector, tag));
    let trust = if unnamed_by_hand.is_some() {
        TRUST
    } else {
        TRUST * OWN_WORD / (OWN_WORD + reading.letters)
    };
    let neighbours = |tag: &str| {
        let voted = votes.tags.iter().find(|(voted, _)| voted == tag);
        let mine = now.filter(|now| now.tag == tag);
        let by_hand = if set == Some(tag) { SET } else { 0.0 };
        let sum = voted.map_or(0.0, |(_, sum)| *sum) + by_hand;
        ((sum - mine.map_or(0.0, |mine| own * mine.confidence)) / all).clamp(0.0, 1.0)
    };
    let evidence = |tag: &str| match &reading.guess {
        Some(guess) if guess.tag == tag => 1.0,
        _ if unnamed_by_hand == Some(tag) => 1.0,
        Some(guess) if are_twins(&guess.tag, tag) => 0.8,
        _ if !can_name(detector, tag) => LEEWAY * neighbours(tag).max(doubt) + MISTAKE,
        _ => LEEWAY * doubt + MISTAKE,
    };
    let likelihood = |share: f64| ((1.0 - SURPRISE) * share + SURPRISE).powf(trust);
    let mut unexplained = 1.0;
    let scores: Vec<(&str, f64)> = tags
        .into_iter()
        .map(|tag| {
            let share = neighbours(tag);
            unexplained -= share;
            (tag, evidence(tag) * likelihood(share))
        })
        .collect();
    let other = (LEEWAY * doubt + MISTAKE) * likelihood(unexplained.max(0.0));
    let sum: f64 = other + scores.iter().map(|(_, score)| score).sum::<f64>();
    let (tag, score) = scores
        .into_iter()
        .max_by(|left, right| left.1.total_cmp(&right.1))?;
    let confirmed = set == Some(tag) || votes.by_hand.iter().any(|by_hand| by_hand == tag);
    let most = if confirmed { 1.0 } else { detector.most(tag) };
    Some(Guess {
        tag: tag.to_owned(),
        confidence: (score / sum).min(limit(reading.letters)).min(most),
    })
}

/// Whether the detector can name it, or what it is a regional form of.
fn can_name(detector: &dyn Detector, tag: &str) -> bool {
    let region = tag.split_once('-').filter(|(_, region)| region.len() < 4);
    detector.knows(tag) || region.is_some_and(|(language, _)| detector.knows(language))
}

/// Whether the detector can't tell the two apart, as with "en" and "en-GB".
fn are_twins(left: &str, right: &str) -> bool {
    let variant = |short: &str, long: &str| {
        long != "sr-Latn"
            && long
                .strip_prefix(short)
                .is_some_and(|rest| rest.starts_with('-'))
    };
    TWINS.contains(&(left, right))
        || TWINS.contains(&(right, left))
        || variant(left, right)
        || variant(right, left)
}
