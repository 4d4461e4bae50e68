//! The words with which a text reports what someone says, in many languages.
//!
//! The lists stand in `data/reporting_words.txt`. What they lack is found in
//! no text: then a person selects it.

use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static WORDS: &str = include_str!("../data/reporting_words.txt");

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(WORDS));

/// What a word does in a sentence that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Says that someone says.
    Verb,
    /// The same, and whom it is said to may follow at once.
    Addressing,
    /// Its speaker follows: "according to".
    Leading,
    /// Its speaker precedes.
    Trailing,
    /// The same, of what begins with a leading word: "据…报道".
    Closing,
    /// Begins what is said.
    That,
    /// Joins two things that are said.
    And,
    /// Stands before a name.
    Article,
    /// May stand between the speaker and the verb.
    Auxiliary,
    /// Begins what is neither the speaker nor whom they speak to.
    Preposition,
    /// Begins whom they speak to.
    To,
    /// The same before the verb.
    Towards,
    /// Marks the speaker before it.
    Topic,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "verb" => Self::Verb,
            "addressing" => Self::Addressing,
            "leading" => Self::Leading,
            "trailing" => Self::Trailing,
            "closing" => Self::Closing,
            "that" => Self::That,
            "and" => Self::And,
            "article" => Self::Article,
            "auxiliary" => Self::Auxiliary,
            "preposition" => Self::Preposition,
            "to" => Self::To,
            "towards" => Self::Towards,
            "topic" => Self::Topic,
            _ => return None,
        })
    }

    const fn is_cue(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::Addressing | Self::Leading | Self::Trailing | Self::Closing
        )
    }
}

/// A word that reports, and the languages in which it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What kind it is.
    pub class: Class,
    /// Language tags.
    pub languages: BTreeSet<&'static str>,
}

#[derive(Default)]
struct Lexicon {
    cues: BTreeMap<String, Cue>,
    small: BTreeMap<String, BTreeSet<(&'static str, Class)>>,
}

impl Lexicon {
    fn read(lists: &'static str) -> Self {
        let mut lexicon = Self::default();
        for line in lists.lines().filter(|line| !line.starts_with('#')) {
            let Some((heading, words)) = line.split_once(": ") else {
                continue;
            };
            let Some((class, language)) = heading.split_once(' ') else {
                continue;
            };
            let Some(class) = Class::named(class) else {
                continue;
            };
            for word in words.split(", ") {
                let word = fold(word);
                if class.is_cue() {
                    let cue = lexicon.cues.entry(word).or_insert_with(|| Cue {
                        class,
                        languages: BTreeSet::new(),
                    });
                    cue.languages.insert(language);
                } else {
                    lexicon
                        .small
                        .entry(word)
                        .or_default()
                        .insert((language, class));
                }
            }
        }
        lexicon
    }
}

/// The longest phrase of the lists, in words.
pub const LONGEST: usize = 5;

/// The word or phrase as one that reports; a conjunction that Arabic or Hebrew
/// writes onto it is passed over.
#[must_use]
pub fn cue(phrase: &str) -> Option<&'static Cue> {
    let phrase = fold(phrase);
    forms(&phrase).find_map(|form| LEXICON.cues.get(form))
}

/// All languages that the lists have verbs of.
#[must_use]
pub fn languages() -> BTreeSet<&'static str> {
    LEXICON
        .cues
        .values()
        .flat_map(|cue| cue.languages.iter().copied())
        .collect()
}

/// Whether a word is of a class in one of the languages.
#[must_use]
pub fn is(word: &str, class: Class, languages: &BTreeSet<&'static str>) -> bool {
    let word = fold(word);
    forms(&word)
        .filter_map(|form| LEXICON.small.get(form))
        .flatten()
        .any(|(language, is)| *is == class && languages.contains(language))
        || (class == Class::And && joined_conjunction(&word, languages))
}

/// "and" written onto the word that begins what is said.
fn joined_conjunction(word: &str, languages: &BTreeSet<&'static str>) -> bool {
    let mut forms = forms(word);
    forms.next();
    forms
        .filter_map(|form| LEXICON.small.get(form))
        .flatten()
        .any(|(language, class)| *class == Class::That && languages.contains(language))
}

/// A word as it is, and without the conjunction written onto it.
fn forms(word: &str) -> impl Iterator<Item = &str> {
    let bare = word
        .strip_prefix(['و', 'ف', 'ו'])
        .filter(|bare| bare.chars().count() > 1);
    [Some(word), bare].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_read() {
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            if line.is_empty() {
                continue;
            }
            let (heading, words) = line.split_once(": ").unwrap();
            let (class, language) = heading.split_once(' ').unwrap();
            assert!(Class::named(class).is_some(), "{line}");
            assert!((2..=3).contains(&language.len()), "{line}");
            for word in words.split(", ") {
                assert_eq!(word, word.trim(), "{line}");
                assert!(
                    !word.is_empty() && word.split(' ').count() <= LONGEST,
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn a_conjunction_written_onto_the_verb_is_passed_over() {
        assert_eq!(cue("وقالت").unwrap().class, Class::Verb);
        assert_eq!(cue("حذّر").unwrap().class, Class::Verb);
        assert_eq!(cue("According to").unwrap().class, Class::Leading);
        assert_eq!(cue("river"), None);
    }

    #[test]
    fn small_words_count_in_the_language_of_the_verb() {
        let english = &cue("said").unwrap().languages;
        let arabic = &cue("قالت").unwrap().languages;
        assert!(is("that", Class::That, english) && !is("à", Class::To, english));
        assert!(is("وأن", Class::That, arabic) && is("وأن", Class::And, arabic));
        assert!(!is("أن", Class::And, arabic));
    }
}
