//! Scripts that are written without spaces between words.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

/// Whether a character is of a script that does not divide its words.
#[must_use]
pub fn is_unspaced(character: char) -> bool {
    if character < '\u{0E00}' {
        return false;
    }
    // The sound mark of kana, which Unicode counts to no script.
    character == '\u{30FC}'
        || matches!(
            CodePointMapData::<Script>::new().get(character),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for (character, expected) in [
            ('自', true),
            ('ー', true),
            ('ส', true),
            ('서', false),
            ('a', false),
            ('ا', false),
        ] {
            assert_eq!(is_unspaced(character), expected, "{character}");
        }
    }
}
