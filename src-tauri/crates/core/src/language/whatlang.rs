//! The detector `whatlang`: at hand at once, but it knows 69 languages only.

use whatlang::Lang;

use super::{Detector, Guess};

/// What a guess of one of these is worth at most: the detector takes all Bosnian and Serbian
/// in Latin script for Croatian.
const CROATIAN: f64 = 0.75;

/// `whatlang`, with BCP 47 tags.
#[derive(Debug, Clone, Copy, Default)]
pub struct Whatlang;

impl Detector for Whatlang {
    fn guess(&self, text: &str) -> Option<Guess> {
        let found = whatlang::detect(text)?;
        let tag = tag(found.lang());
        // The crate divides by a score that may be zero.
        let confidence = Some(found.confidence()).filter(|confidence| confidence.is_finite());
        Some(Guess {
            tag: tag.to_owned(),
            confidence: confidence.unwrap_or(0.0).clamp(0.0, self.most(tag)),
        })
    }

    fn knows(&self, wanted: &str) -> bool {
        Lang::all().iter().any(|&lang| tag(lang) == wanted)
    }

    fn most(&self, tag: &str) -> f64 {
        if tag == "hr" { CROATIAN } else { 1.0 }
    }
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
        assert!(Whatlang.knows("az") && !Whatlang.knows("kk") && !Whatlang.knows("und"));
    }
}
