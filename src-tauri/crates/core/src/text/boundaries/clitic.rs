//! English clitics: what an apostrophe joins to a word and is not part of it.

/// What follows the apostrophe, in lower case.
const CLITICS: &[&str] = &["s", "ll", "re", "ve", "d", "m"];

/// Bytes of a word without its clitic, as "Patel" of "Patel's" and "we" of "we’ll"; `None`
/// where it has none. UAX 29 keeps them together, but a name is marked without them.
pub(super) fn stem(word: &str) -> Option<usize> {
    let (stem, ending) = word.rsplit_once(['\'', '’'])?;
    let is_clitic = CLITICS
        .iter()
        .any(|clitic| ending.eq_ignore_ascii_case(clitic));
    (is_clitic && stem.ends_with(char::is_alphanumeric)).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clitic_is_no_part_of_the_word() {
        let whole = |word: &'static str| stem(word).map(|end| &word[..end]);
        assert_eq!(whole("Patel's"), Some("Patel"));
        assert_eq!(whole("we’ll"), Some("we"));
        assert_eq!(whole("U.S.'s"), None, "a stop ends no word");
        for word in [
            "O'Brien",
            "can't",
            "l'Europe",
            "Ankara'da",
            "d’accord",
            "s",
            "'s",
        ] {
            assert_eq!(whole(word), None, "{word}");
        }
    }
}
