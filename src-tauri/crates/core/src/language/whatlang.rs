//! The detector `whatlang`: a second opinion on the 69 languages it knows.

use icu_properties::props::Script;
use whatlang::Lang;

/// Languages it knows and the table lacks. Not Akan: it takes any short list of names for it.
const BESIDE_TABLE: &[(Script, &str)] = &[(Script::Hebrew, "yi")];

/// The language it takes a text for, as BCP 47, and how sure it is, 0 to 1.
pub(super) fn guess(text: &str) -> Option<(&'static str, f64)> {
    let found = whatlang::detect(text)?;
    // The crate divides by a score that may be zero.
    let confidence = Some(found.confidence()).filter(|confidence| confidence.is_finite());
    Some((tag(found.lang()), confidence.unwrap_or(0.0).clamp(0.0, 1.0)))
}

/// Whether it can name this language, given as BCP 47.
pub(super) fn knows(wanted: &str) -> bool {
    // Its Croatian is all that is like it.
    matches!(wanted, "bs" | "sr-Latn") || Lang::all().iter().any(|&lang| tag(lang) == wanted)
}

/// What it knows in a script and the table lacks.
pub(super) fn beside_table(script: Script) -> impl Iterator<Item = &'static str> {
    BESIDE_TABLE
        .iter()
        .filter(move |(beside, _)| *beside == script)
        .map(|(_, tag)| *tag)
}

/// Every language it names.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    Lang::all().iter().map(|&lang| tag(lang))
}

/// BCP 47: the two-letter code where there is one.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Afr => "af",
        Lang::Aka => "ak",
        Lang::Amh => "am",
        Lang::Ara => "ar",
        Lang::Aze => "az",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Cym => "cy",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Epo => "eo",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Guj => "gu",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Ita => "it",
        Lang::Jav => "jv",
        Lang::Jpn => "ja",
        Lang::Kan => "kn",
        Lang::Kat => "ka",
        Lang::Khm => "km",
        Lang::Kor => "ko",
        Lang::Lat => "la",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Mkd => "mk",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Nld => "nl",
        Lang::Nob => "nb",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Sin => "si",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Sna => "sn",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Tgl => "tl",
        Lang::Tha => "th",
        Lang::Tuk => "tk",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Uzb => "uz",
        Lang::Vie => "vi",
        Lang::Yid => "yi",
        Lang::Zul => "zu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_tag_of_its_own() {
        let mut tags: Vec<_> = Lang::all().iter().map(|&lang| tag(lang)).collect();
        tags.sort_unstable();
        let all = tags.len();
        tags.dedup();
        assert_eq!(tags.len(), all);
        assert!(tags.iter().all(|tag| tag.len() == 2));
    }

    #[test]
    fn unknown_languages_are_known_to_be_so() {
        assert!(knows("az") && !knows("kk") && !knows("und"));
    }
}
