//! The languages a person is offered first: those the text may well be in.

use super::letters::{self, Reading};
use super::{CHINESE, TRADITIONAL_CHINESE, inform, script, table, whatlang};

/// The share of the likelihood from which a language is offered.
const SHARE: f64 = 0.02;

/// So many are offered, besides those that belong together.
const MOST: usize = 4;

/// Languages that are offered together: a text in one of them is hard to tell from the others.
const TOGETHER: &[&[&str]] = &[
    &["hr", "bs", "sr-Latn"],
    &["id", "ms"],
    &["nb", "nn"],
    &[CHINESE, TRADITIONAL_CHINESE],
];

/// The languages that are hard to tell from this one, itself left out.
pub fn siblings(tag: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    TOGETHER
        .iter()
        .filter(move |group| group.contains(&tag))
        .flat_map(|group| group.iter().copied())
        .filter(move |other| *other != tag)
}

/// What a paragraph (numbered from 0) or the whole of an article is likely to be in, the likeliest
/// first, as BCP 47. What a person set for just that counts for nothing; what they set for
/// other paragraphs does.
#[must_use]
pub fn likely_languages(
    paragraphs: &[&str],
    by_hand: &[(usize, String)],
    article_by_hand: Option<&str>,
    of: Option<usize>,
) -> Vec<String> {
    let mut readings: Vec<Reading> = paragraphs.iter().copied().map(letters::read).collect();
    for (number, tag) in by_hand.iter().filter(|(number, _)| Some(*number) != of) {
        if let Some(reading) = readings.get_mut(*number) {
            reading.by_hand = Some(tag.clone());
        }
    }
    let informed = inform(&readings, article_by_hand.filter(|_| of.is_some()));
    let mut shares: Vec<(String, f64)> = Vec::new();
    let mut all = 0.0;
    for (number, (reading, guess)) in readings.iter().zip(informed).enumerate() {
        if of.is_some_and(|only| only != number) {
            continue;
        }
        all += reading.letters;
        for (tag, share) in guess.into_iter().flat_map(|guess| guess.close) {
            match shares.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, sum)) => *sum += share * reading.letters,
                None => shares.push((tag, share * reading.letters)),
            }
        }
    }
    shares.sort_by(|left, right| right.1.total_cmp(&left.1));
    let mut offered: Vec<String> = Vec::new();
    for (tag, _) in shares
        .into_iter()
        .filter(|(_, share)| *share >= SHARE * all)
        .take(MOST)
    {
        let together = siblings(&tag).map(str::to_owned);
        for one in std::iter::once(tag.clone()).chain(together) {
            if !offered.contains(&one) {
                offered.push(one);
            }
        }
    }
    offered
}

/// Every language that is ever detected, as BCP 47 in alphabetical order.
#[must_use]
pub fn known_languages() -> Vec<&'static str> {
    let mut tags: Vec<&str> = table::table()
        .languages
        .iter()
        .map(|language| language.tag.as_str())
        .chain(script::tags())
        .chain(whatlang::tags())
        .chain([CHINESE, TRADITIONAL_CHINESE])
        .collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    const CROATIAN_OR_BOSNIAN: &str =
        "Ministar vanjskih poslova izjavio je u srijedu da će se pregovori nastaviti";

    #[test]
    fn bosnian_croatian_and_serbian_are_offered_together() {
        let found = likely_languages(&[CROATIAN_OR_BOSNIAN], &[], None, Some(0));
        let mut first = found[..3].to_vec();
        first.sort_unstable();
        assert_eq!(first, ["bs", "hr", "sr-Latn"]);
        assert_eq!(
            likely_languages(&[CROATIAN_OR_BOSNIAN], &[], None, None),
            found
        );
    }

    #[test]
    fn a_sure_text_offers_little_and_one_without_letters_nothing() {
        let english = "The foreign ministers met in Washington on Wednesday to talk about it.";
        assert_eq!(likely_languages(&[english], &[], None, Some(0)), ["en"]);
        let chinese = likely_languages(&["政府宣布下個月將開始興建新學校"], &[], None, None);
        assert_eq!(chinese[..2], ["zh-Hant", "zh"]);
        let none: [&str; 0] = [];
        assert_eq!(likely_languages(&["12 – 14"], &[], None, Some(0)), none);
        assert_eq!(likely_languages(&[], &[], None, None), none);
    }

    #[test]
    fn a_choice_for_a_paragraph_does_not_hide_what_else_it_may_be() {
        let by_hand = [(0, "sco".to_owned())];
        let alone = likely_languages(&[CROATIAN_OR_BOSNIAN], &[], None, Some(0));
        assert_eq!(
            likely_languages(&[CROATIAN_OR_BOSNIAN], &by_hand, None, Some(0)),
            alone
        );
        let other = "Sastanak je održan u glavnom gradu";
        let by_hand = [(0, "bs".to_owned())];
        let helped = likely_languages(&[CROATIAN_OR_BOSNIAN, other], &by_hand, None, Some(1));
        assert_eq!(helped[0], "bs");
    }

    #[test]
    fn all_known_languages_are_listed_once() {
        let known = known_languages();
        assert!(known.len() >= 139, "{}", known.len());
        assert!(known.windows(2).all(|pair| pair[0] < pair[1]));
        for tag in [
            "kk", "sq", "ms", "sr", "sr-Latn", "zh-Hant", "hy", "ckb", "yi",
        ] {
            assert!(known.contains(&tag), "{tag}");
        }
    }
}
