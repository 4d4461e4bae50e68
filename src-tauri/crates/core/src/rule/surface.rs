//! Name or pronoun, by the form of the words. Where the form does not tell,
//! nothing is said.

use crate::text::{Extent, Text};

/// Third-person and first-person pronouns that stand for a speaker in news,
/// lower case.
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "we",
    "i",
    "you",
    "him",
    "her",
    "them",
    "us",
    "me",
    "er",
    "sie",
    "wir",
    "ich",
    "ihm",
    "ihn",
    "ihr",
    "o",
    "onlar",
    "biz",
    "mən",
    "он",
    "она",
    "они",
    "оно",
    "мы",
    "я",
    "него",
    "неё",
    "них",
    "هو",
    "او",
    "وی",
    "آنها",
    "آن‌ها",
    "ما",
    "من",
    "هي",
    "هم",
    "نحن",
    "أنا",
    "הוא",
    "היא",
    "הם",
    "הן",
    "אנחנו",
    "אני",
    "他",
    "她",
    "它",
    "他们",
    "她们",
    "我们",
    "我",
    "वह",
    "वे",
    "उन्होंने",
    "उसने",
    "हम",
    "मैं",
    "il",
    "elle",
    "ils",
    "elles",
    "nous",
    "je",
    "él",
    "ella",
    "ellos",
    "ellas",
];

/// Whether a word is a pronoun that stands for a speaker.
#[must_use]
pub fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&word.to_lowercase().as_str())
}

/// `pronoun`, `name`, or nothing.
pub(super) fn form(text: &Text, extents: &[Extent]) -> Option<&'static str> {
    let [extent] = extents else { return None };
    let slice = text.slice(*extent)?;
    if is_pronoun(slice) {
        return Some("pronoun");
    }
    let mut words = slice.split_whitespace();
    let capitalised = |word: &str| {
        word.chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_uppercase)
    };
    // One capitalised word may only begin a sentence.
    let begins_sentence = text
        .sentence_at(extent.start)
        .is_some_and(|sentence| sentence.start == extent.start);
    let several = slice.split_whitespace().count() > 1;
    (words.all(capitalised) && (several || !begins_sentence)).then_some("name")
}
