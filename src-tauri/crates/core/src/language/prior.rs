//! What the other texts of an article say about one: a short line is most likely in the
//! language of the lines around it. Never across scripts.

use icu_properties::props::Script;

use super::Guess;
use super::evidence::{Candidate, candidates, weigh};
use super::letters::{Reading, limit};

/// Letters of one text that count for the others.
const HEARD: f64 = 300.0;

/// What a language set by hand for the whole article counts for each text, in letters.
const SET: f64 = 900.0;

/// How much of the prior the neighbours make up.
const NEIGHBOURS: f64 = 0.9;

/// The prior of a language no neighbour is in.
const SURPRISE: f64 = 0.002;

/// How much the prior counts against a text's own evidence.
const TRUST: f64 = 0.7;

/// How often the other texts are asked again with what was learnt.
const ROUNDS: usize = 2;

/// What is left for other languages where some letters give one away.
const MISLED: f64 = 0.002;

/// The likelihood from which a language is remembered beside the best guess.
const NOTICED: f64 = 0.005;

/// The best guess for each text, informed by the others.
pub(super) fn inform(readings: &[Reading], article_by_hand: Option<&str>) -> Vec<Option<Guess>> {
    let mut guesses = vec![None; readings.len()];
    let mut scripts: Vec<(Script, f64)> = Vec::new();
    for reading in readings {
        let Some(script) = reading.script else {
            continue;
        };
        match scripts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, letters)) => *letters += reading.letters,
            None => scripts.push((script, reading.letters)),
        }
    }
    let main = scripts
        .iter()
        .max_by(|left, right| left.1.total_cmp(&right.1))
        .map(|(script, _)| *script);
    for (script, _) in scripts {
        let group: Vec<(usize, &Reading)> = readings
            .iter()
            .enumerate()
            .filter(|(_, reading)| reading.script == Some(script))
            .collect();
        let set = article_by_hand.filter(|_| Some(script) == main);
        for ((at, _), guess) in group.iter().zip(of_script(script, &group, set)) {
            if let Some(place) = guesses.get_mut(*at) {
                *place = guess;
            }
        }
    }
    guesses
}

/// One text among those of its script.
struct Voice {
    weight: f64,
    /// What it says itself about each candidate; `None` where that is beyond doubt.
    evidence: Option<Vec<f64>>,
    /// How likely each candidate is, together 1.
    posterior: Vec<f64>,
}

fn of_script(script: Script, group: &[(usize, &Reading)], set: Option<&str>) -> Vec<Option<Guess>> {
    let by_hand = group.iter().filter_map(|(_, one)| one.by_hand.as_deref());
    let settled = group.iter().filter_map(|(_, one)| one.settled);
    let certain: Vec<&str> = by_hand.chain(settled).chain(set).collect();
    let candidates = candidates(script, &certain);
    let mut voices: Vec<Voice> = group
        .iter()
        .map(|(_, reading)| voice(reading, &candidates))
        .collect();
    let set = set.map(|tag| only(tag, &candidates));
    for _ in 0..ROUNDS {
        let mut sums = vec![0.0; candidates.len()];
        let mut all = 0.0;
        for voice in &voices {
            add(&mut sums, &voice.posterior, voice.weight);
            all += voice.weight;
        }
        if let Some(set) = &set {
            add(&mut sums, set, SET);
            all += SET;
        }
        for voice in &mut voices {
            voice.hear(&sums, all);
        }
    }
    group
        .iter()
        .zip(voices)
        .map(|((_, reading), voice)| voice.guess(&candidates, reading))
        .collect()
}

fn voice(reading: &Reading, candidates: &[Candidate]) -> Voice {
    let weight = reading.letters.min(HEARD);
    if let Some(tag) = reading.by_hand.as_deref().or(reading.settled) {
        return Voice {
            weight,
            evidence: None,
            posterior: only(tag, candidates),
        };
    }
    let evidence = match reading.given_away {
        Some(tag) => {
            let mut sure = only(tag, candidates);
            for one in &mut sure {
                *one += MISLED;
            }
            sure
        }
        None => weigh(&reading.own, candidates),
    };
    let mut posterior = evidence.clone();
    normalise(&mut posterior);
    Voice {
        weight,
        evidence: Some(evidence),
        posterior,
    }
}

impl Voice {
    /// Weighs its own evidence against `sums`, in which it has its own part still, and whose
    /// weights together are `all`.
    fn hear(&mut self, sums: &[f64], all: f64) {
        let others = all - self.weight;
        let Some(evidence) = self.evidence.as_ref().filter(|_| others >= 1.0) else {
            return;
        };
        for ((one, evidence), sum) in self.posterior.iter_mut().zip(evidence).zip(sums) {
            let prior = ((sum - self.weight * *one) / others).clamp(0.0, 1.0);
            *one = evidence * (NEIGHBOURS * prior + SURPRISE).powf(TRUST);
        }
        normalise(&mut self.posterior);
    }

    fn guess(self, candidates: &[Candidate], reading: &Reading) -> Option<Guess> {
        let (candidate, confidence) = candidates
            .iter()
            .zip(self.posterior.iter().copied())
            .max_by(|left, right| left.1.total_cmp(&right.1))?;
        let most = match self.evidence {
            Some(_) => limit(reading.letters),
            None => 1.0,
        };
        Some(Guess {
            tag: candidate.tag.clone(),
            confidence: confidence.min(most),
            close: candidates
                .iter()
                .zip(&self.posterior)
                .filter(|(_, share)| **share >= NOTICED)
                .map(|(candidate, share)| (candidate.tag.clone(), *share))
                .collect(),
        })
    }
}

fn only(tag: &str, candidates: &[Candidate]) -> Vec<f64> {
    candidates
        .iter()
        .map(|candidate| if candidate.tag == tag { 1.0 } else { 0.0 })
        .collect()
}

fn add(sums: &mut [f64], shares: &[f64], weight: f64) {
    for (sum, share) in sums.iter_mut().zip(shares) {
        *sum += weight * share;
    }
}

fn normalise(shares: &mut [f64]) {
    let sum: f64 = shares.iter().sum();
    if sum > 0.0 {
        for share in shares {
            *share /= sum;
        }
    }
}
