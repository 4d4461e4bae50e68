//! Bylines without the words that are no part of a name.

/// A word that says "by", and the languages of articles in which it is no part of a name: "von"
/// and "di" stand in names too. No languages: it does so in none.
type By = (&'static str, &'static [&'static str]);

const BEFORE: &[By] = &[
    ("by", &[]),
    ("بقلم", &[]),
    ("von", &["de"]),
    ("par", &["fr"]),
    ("por", &["es", "pt", "gl"]),
    ("di", &["it"]),
    ("door", &["nl"]),
    ("av", &["sv", "nb", "nn", "no"]),
    ("af", &["da", "is", "fo"]),
];

const AFTER: &[By] = &[
    ("द्वारा", &[]),
    ("tarafından", &[]),
    ("tərəfindən", &[]),
    ("тарафынан", &[]),
    ("тарапынан", &[]),
    ("tomonidan", &["uz"]),
];

/// "By Ada Lund" → "Ada Lund"; `language` is asked for the tag of the article (BCP 47, empty if
/// not known) where the word may be a part of a name.
pub fn name_of(byline: &str, language: impl Fn() -> String) -> &str {
    let byline = byline.trim();
    let says_by = |word: &str, (by, languages): &By| {
        let meant = || {
            let tag = language();
            let primary = tag.split('-').next().unwrap_or_default();
            languages.contains(&primary)
        };
        word.to_lowercase() == *by && (languages.is_empty() || meant())
    };
    // One word may be all of a name: "Di Maria", "Von Trier".
    let is_name = |rest: &str, languages: &[&str]| {
        let words = rest.split_whitespace().count();
        let begins = rest.trim().chars().next();
        words > usize::from(!languages.is_empty())
            && begins.is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
    };
    let (first, rest) = byline.split_once(char::is_whitespace).unwrap_or_default();
    if let Some((_, languages)) = BEFORE.iter().find(|by| says_by(first, by))
        && is_name(rest, languages)
    {
        return rest.trim();
    }
    let (rest, last) = byline.rsplit_once(char::is_whitespace).unwrap_or_default();
    if let Some((_, languages)) = AFTER.iter().find(|by| says_by(last, by))
        && is_name(rest, languages)
    {
        return rest.trim();
    }
    byline
}

/// "Ada Lund tarafından": a name and nothing but a word that says "by" after it.
pub(super) fn is_name_with_by_after(line: &str) -> bool {
    let Some((name, last)) = line.trim().rsplit_once(char::is_whitespace) else {
        return false;
    };
    let last = last.to_lowercase();
    let mut words = name.split_whitespace().peekable();
    AFTER.iter().any(|(by, _)| *by == last)
        && words.peek().is_some()
        && words.all(|word| {
            let first = word.chars().next();
            first.is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_by_is_no_part_of_a_name() {
        for (byline, language, name) in [
            ("By Ada Lund", "", "Ada Lund"),
            ("BY ADA LUND", "en", "ADA LUND"),
            ("by  Ada", "", "Ada"),
            ("Von Ada Lund", "de", "Ada Lund"),
            ("Par Ada Lund et Bo Ek", "fr-CA", "Ada Lund et Bo Ek"),
            ("Por Ada Lund", "pt", "Ada Lund"),
            ("Di Ada Lund", "it", "Ada Lund"),
            ("Av Ada Lund", "sv", "Ada Lund"),
            ("بقلم أحمد سالم", "ar", "أحمد سالم"),
            ("Ada Lund tarafından", "tr", "Ada Lund"),
            ("Ада Лунд тарафынан", "ky", "Ада Лунд"),
            ("एडा लुंड द्वारा", "hi", "एडा लुंड"),
        ] {
            assert_eq!(name_of(byline, || language.to_owned()), name, "{byline}");
        }
    }

    #[test]
    fn what_may_be_a_name_stays() {
        for (byline, language) in [
            ("Von Ada Lund", "en"),
            ("Von Trier", "de"),
            ("Di Maria", "it"),
            ("Par Lund", "sv"),
            ("By the way", "en"),
            ("By", "en"),
            ("Byron Ek", "en"),
            ("Ada Lund", "de"),
            ("", ""),
        ] {
            assert_eq!(name_of(byline, || language.to_owned()), byline, "{byline}");
        }
    }
}
