//! What the table and `whatlang` together say about a text.

use icu_properties::props::Script;

use super::south_slavic::Words;
use super::table::table;
use super::{script, whatlang};

/// How much the table counts against `whatlang`.
const TABLE: f64 = 1.0;

/// Likelihood by the table of a language it finds no trace of.
const TRACE: f64 = 0.002;

/// Likelihood of a language the table lacks.
const LACKED: f64 = 0.15;

/// What a language is worth that `whatlang` names.
const NAMED: f64 = 1.0;

/// What one is worth at least that it knows but does not name, or lacks.
const NOT_NAMED: f64 = 0.05;

/// What is added as `whatlang` doubts, for a language it knows.
const DOUBT_KNOWN: f64 = 0.35;

/// What is added as `whatlang` doubts, for a language it lacks.
const DOUBT_LACKED: f64 = 0.3;

/// Languages one detector takes for one another.
const TWINS: &[(&str, &str)] = &[
    ("hr", "bs"),
    ("hr", "sr-Latn"),
    ("bs", "sr-Latn"),
    ("id", "ms"),
    ("nb", "nn"),
    ("pt", "gl"),
    ("es", "gl"),
];

/// A language a text in some script may be in.
#[derive(Debug)]
pub(super) struct Candidate {
    /// BCP 47.
    pub(super) tag: String,
    /// Its place in the table.
    column: Option<usize>,
    /// The tag whose evidence is its own: "en" for "en-GB".
    spoken: Option<String>,
}

/// The languages a text in `script` may be in; `by_hand` are tags a person set there.
pub(super) fn candidates(script: Script, by_hand: &[&str]) -> Vec<Candidate> {
    let of_table = table()
        .languages
        .iter()
        .enumerate()
        .filter(|(_, language)| language.script == script)
        .map(|(column, language)| (language.tag.as_str(), Some(column)));
    let lacked = script::given_away_in(script)
        .chain(whatlang::beside_table(script))
        .map(|tag| (tag, None));
    let mut all: Vec<Candidate> = Vec::new();
    let more = by_hand.iter().map(|tag| (*tag, None));
    for (tag, column) in of_table.chain(lacked).chain(more) {
        if all.iter().any(|known| known.tag == tag) {
            continue;
        }
        let spoken = all
            .iter()
            .filter(|_| column.is_none())
            .find(|known| is_variant(tag, &known.tag))
            .map(|known| known.tag.clone());
        all.push(Candidate {
            tag: tag.to_owned(),
            column,
            spoken,
        });
    }
    all
}

/// How likely `text` is in each of `candidates`, in no unit: only their ratios say something.
pub(super) fn weigh(text: &str, candidates: &[Candidate]) -> Vec<f64> {
    let columns: Vec<usize> = candidates.iter().filter_map(|known| known.column).collect();
    let mut by_table = table().likelihoods(text, &columns).into_iter();
    let named = whatlang::guess(text);
    let words = named
        .filter(|(named, _)| *named == "hr")
        .map_or_else(Words::default, |_| Words::of(text));
    let mut weights: Vec<f64> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let variant_of = candidate
            .spoken
            .as_ref()
            .and_then(|spoken| candidates.iter().position(|known| known.tag == *spoken))
            .and_then(|at| weights.get(at).copied());
        weights.push(variant_of.unwrap_or_else(|| {
            let likelihood = match candidate.column {
                Some(_) => by_table.next().unwrap_or_default() + TRACE,
                None => LACKED,
            };
            likelihood.powf(TABLE)
                * agreement(&candidate.tag, named.as_ref())
                * words.worth(&candidate.tag)
        }));
    }
    weights
}

/// How well a language fits what `whatlang` names.
fn agreement(tag: &str, named: Option<&(&str, f64)>) -> f64 {
    let &(named, confidence) = named.unwrap_or(&("", 0.0));
    let doubt = 1.0 - confidence;
    if tag == named || TWINS.contains(&(tag, named)) || TWINS.contains(&(named, tag)) {
        NAMED
    } else if whatlang::knows(tag) {
        DOUBT_KNOWN * doubt + NOT_NAMED
    } else {
        DOUBT_LACKED * doubt + NOT_NAMED
    }
}

/// Whether `tag` is a regional or other form of `language`.
fn is_variant(tag: &str, language: &str) -> bool {
    tag.strip_prefix(language)
        .is_some_and(|rest| rest.starts_with('-'))
}
