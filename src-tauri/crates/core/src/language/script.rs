//! Scripts, and the languages they give away.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

/// Scripts of one language, or nearly so.
const SINGLE: &[(Script, &str)] = &[
    (Script::Armenian, "hy"),
    (Script::Bengali, "bn"),
    (Script::Cherokee, "chr"),
    (Script::Ethiopic, "am"),
    (Script::Georgian, "ka"),
    (Script::Greek, "el"),
    (Script::Gujarati, "gu"),
    (Script::Gurmukhi, "pa"),
    (Script::Hangul, "ko"),
    (Script::Kannada, "kn"),
    (Script::Khmer, "km"),
    (Script::Lao, "lo"),
    (Script::Malayalam, "ml"),
    (Script::Mongolian, "mn-Mong"),
    (Script::Myanmar, "my"),
    (Script::Oriya, "or"),
    (Script::Sinhala, "si"),
    (Script::Tamil, "ta"),
    (Script::Telugu, "te"),
    (Script::Thaana, "dv"),
    (Script::Thai, "th"),
    (Script::Tibetan, "bo"),
];

/// Letters that give away languages the detector does not know, and the share of the letters
/// from which they do. The first row that fits wins.
const GIVEAWAYS: &[(Script, &str, &str, f64)] = &[
    (Script::Cyrillic, "ba", "ҙҫҡ", 0.012),
    (Script::Cyrillic, "tg", "ӣӯҷ", 0.012),
    (Script::Cyrillic, "uz-Cyrl", "ҳ", 0.012),
    (Script::Cyrillic, "kk", "құғ", 0.012),
    (Script::Cyrillic, "tt", "җә", 0.012),
    (Script::Cyrillic, "ky", "ң", 0.012),
    (Script::Cyrillic, "mn", "өү", 0.06),
    (Script::Latin, "is", "þ", 0.012),
    (Script::Latin, "mt", "ħġ", 0.012),
    (Script::Arabic, "ug", "ۇۈې", 0.012),
    (Script::Arabic, "ckb", "ڵڕێ", 0.012),
    (Script::Arabic, "ps", "ټډړښې", 0.012),
    (Script::Arabic, "sd", "ٻڄڪڏ", 0.012),
    (Script::Bengali, "as", "ৰৱ", 0.012),
];

/// The script a letter counts for; `None` for what is no letter or of no script. Kana and
/// Han count as one.
pub(super) fn of(character: char) -> Option<Script> {
    if !character.is_alphabetic() {
        return None;
    }
    match CodePointMapData::<Script>::new().get(character) {
        Script::Common | Script::Inherited | Script::Unknown => None,
        Script::Hiragana | Script::Katakana | Script::Bopomofo => Some(Script::Han),
        script => Some(script),
    }
}

/// How many Latin letters one letter of this script is worth.
pub(super) fn weight(script: Script) -> f64 {
    match script {
        Script::Han => 3.0,
        Script::Hangul | Script::Ethiopic => 2.0,
        _ => 1.0,
    }
}

/// The only language written in a script, as BCP 47.
pub(super) fn only_language(script: Script) -> Option<&'static str> {
    SINGLE
        .iter()
        .find(|(single, _)| *single == script)
        .map(|(_, tag)| *tag)
}

/// The language that some letters of `text`, which is in one script, give away.
pub(super) fn given_away(script: Script, text: &str) -> Option<&'static str> {
    let mut rows: Vec<(&str, &str, f64, f64)> = GIVEAWAYS
        .iter()
        .filter(|row| row.0 == script)
        .map(|(_, tag, signs, share)| (*tag, *signs, *share, 0.0))
        .collect();
    let mut all = 0.0;
    if rows.is_empty() {
        return None;
    }
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphabetic() {
            all += 1.0;
        }
        for (_, signs, _, seen) in &mut rows {
            if !letter.is_ascii() && signs.contains(letter) {
                *seen += 1.0;
            }
        }
    }
    rows.into_iter()
        .find(|(_, _, share, seen)| *seen > 0.0 && *seen >= share * all)
        .map(|(tag, ..)| tag)
}

/// Whether kana make up more than a twentieth of the Han and kana, which is Japanese.
pub(super) fn has_kana(text: &str) -> bool {
    let script = CodePointMapData::<Script>::new();
    let (mut kana, mut all) = (0_usize, 0_usize);
    for character in text.chars() {
        match script.get(character) {
            Script::Hiragana | Script::Katakana => {
                kana += 1;
                all += 1;
            }
            Script::Han => all += 1,
            _ => {}
        }
    }
    kana * 20 > all
}
