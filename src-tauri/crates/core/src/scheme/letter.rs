//! Which letters labels and links may have.

/// The letters that the key grammar itself acts on in the article, alone or
/// with Shift. A label or link of a scheme cannot have them. The window's
/// table of actions is tested against this list, which is the only one.
pub const GRAMMAR: &str = "ABDEFGHIJKLMNQRUWXY";

/// The letter of a scheme's key, upper case; `None` if it is not one letter
/// from A to Z.
#[must_use]
pub fn letter(key: &str) -> Option<char> {
    let mut characters = key.chars();
    let first = characters.next()?.to_ascii_uppercase();
    (characters.next().is_none() && first.is_ascii_uppercase()).then_some(first)
}

/// Whether the key grammar acts on a letter (upper case) itself.
#[must_use]
pub fn is_taken(letter: char) -> bool {
    GRAMMAR.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_letter_of_any_case() {
        assert_eq!(letter("c"), Some('C'));
        assert_eq!(letter("V"), Some('V'));
        for none in ["", "CC", "1", "é", "Ж"] {
            assert_eq!(letter(none), None, "{none}");
        }
        assert!(is_taken('D') && !is_taken('C'));
    }
}
