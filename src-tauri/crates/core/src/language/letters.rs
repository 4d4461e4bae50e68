//! What the letters of a paragraph are, and what they give away.

use icu_properties::props::Script;

use super::script;

/// Letters of a paragraph that are read; more don't make it surer.
const READ: usize = 2_000;

/// How fast confidence rises with the number of letters.
const SURE: f64 = 8.0;

/// Letters of a second script, in Latin letters' worth, from which they are read on their own.
const RUN: f64 = 8.0;

/// A text before its neighbours are asked.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// The script of most letters.
    pub(super) script: Option<Script>,
    /// How many letters of that script, in Latin letters' worth.
    pub(super) letters: f64,
    /// The text without letters of other scripts.
    pub(super) own: String,
    /// The only language in this script.
    pub(super) settled: Option<&'static str>,
    /// The language some letters give away.
    pub(super) given_away: Option<&'static str>,
    /// The tag a person set.
    pub(super) by_hand: Option<String>,
}

/// The most a guess from so many letters is worth: two are no language, twenty nearly are.
pub(super) fn limit(letters: f64) -> f64 {
    1.0 - (-letters / SURE).exp()
}

pub(super) fn read(paragraph: &str) -> Reading {
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
        return Reading::default();
    };
    let own: String = paragraph
        .chars()
        .filter(|&character| script::of(character).is_none_or(|script| script == main))
        .take(READ)
        .collect();
    let given_away = script::given_away(main, &own);
    let settled = match given_away {
        Some(_) => None,
        None => script::only_language(main)
            .or_else(|| (main == Script::Han && script::has_kana(&own)).then_some("ja")),
    };
    Reading {
        script: Some(main),
        letters,
        own,
        settled,
        given_away,
        by_hand: None,
    }
}

/// The runs of letters in other scripts than `main` that are long enough to be read on their
/// own, in code points of `paragraph`.
pub(super) fn runs(paragraph: &str, main: Script) -> Vec<(u32, u32, Reading)> {
    struct Run {
        script: Script,
        start: u32,
        end: u32,
        letters: f64,
    }
    let mut found: Vec<Run> = Vec::new();
    for (at, character) in (0_u32..).zip(paragraph.chars()) {
        let Some(script) = script::of(character) else {
            continue;
        };
        let weight = script::weight(script);
        match found.last_mut().filter(|run| run.script == script) {
            Some(run) => {
                run.end = at + 1;
                run.letters += weight;
            }
            None => found.push(Run {
                script,
                start: at,
                end: at + 1,
                letters: weight,
            }),
        }
    }
    found
        .into_iter()
        .filter(|run| run.script != main && run.letters >= RUN)
        .map(|run| {
            let content: String = paragraph
                .chars()
                .skip(run.start as usize)
                .take((run.end - run.start) as usize)
                .collect();
            (run.start, run.end, read(&content))
        })
        .collect()
}
