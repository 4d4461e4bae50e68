//! The pieces and names that lines of brat are made of.

use postil_core::span::{Fragment, Span};

/// What ends a line or a field for one or another reader of brat's files.
pub static BREAKS: [char; 11] = [
    '\t', '\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}',
    '\u{2029}',
];

/// The pieces of a span between line ends: start, end and words. Empty for a
/// span of nothing but line ends.
pub fn pieces(span: &Span) -> Vec<(u32, u32, &str)> {
    span.fragments.iter().flat_map(of_fragment).collect()
}

fn of_fragment(fragment: &Fragment) -> Vec<(u32, u32, &str)> {
    let mut at = fragment.start.0;
    let mut pieces = Vec::new();
    for words in fragment.quote.split(BREAKS.as_slice()) {
        let length = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        if length > 0 {
            pieces.push((at, at.saturating_add(length), words));
        }
        at = at.saturating_add(length).saturating_add(1);
    }
    pieces
}

/// Whether what is read back would differ: line ends at the edge of a
/// fragment are left out, and fragments with only line ends between them
/// become one.
pub fn edges_are_lost(span: &Span) -> bool {
    let quotes = || span.fragments.iter().map(|fragment| &fragment.quote);
    quotes().any(|quote| quote.starts_with(BREAKS.as_slice()) || quote.ends_with(BREAKS.as_slice()))
}

/// A name of letters, digits, `-` and `_`: all else, and what would be read
/// as such an escape, becomes `_xHEX_`.
pub fn name(id: &str) -> String {
    escaped(id, |character| {
        character.is_ascii_alphanumeric() || character == '-'
    })
}

/// A value without white space, escaped as a name is.
pub fn value(text: &str) -> String {
    escaped(text, |character| {
        !character.is_whitespace() && !character.is_control() && !BREAKS.contains(&character)
    })
}

fn escaped(text: &str, allowed: impl Fn(char) -> bool) -> String {
    let mut name = String::with_capacity(text.len());
    let mut left = text.chars().peekable();
    while let Some(character) = left.next() {
        let plain = match character {
            '_' => left.peek() != Some(&'x'),
            other => allowed(other),
        };
        if plain {
            name.push(character);
        } else {
            name.push_str(&format!("_x{:x}_", u32::from(character)));
        }
    }
    name
}

/// The text that [`name`] or [`value`] wrote. What is no escape stays.
pub fn unescaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut left = name;
    while let Some(at) = left.find("_x") {
        let (before, rest) = left.split_at(at);
        text.push_str(before);
        let escape = rest.get(2..).and_then(|rest| rest.split_once('_'));
        let character = escape.and_then(|(digits, after)| {
            let code = u32::from_str_radix(digits, 16).ok()?;
            let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit());
            char::from_u32(code)
                .filter(|_| plain)
                .map(|found| (found, after))
        });
        match character {
            Some((character, after)) => {
                text.push(character);
                left = after;
            }
            None => {
                text.push_str("_x");
                left = rest.get(2..).unwrap_or_default();
            }
        }
    }
    text.push_str(left);
    text
}

/// A text on one line.
pub fn one_line(text: &str) -> String {
    text.replace(BREAKS.as_slice(), " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_have_only_what_brat_allows() {
        assert_eq!(name("said_by"), "said_by");
        assert_eq!(name("Sprecher/in 1"), "Sprecher_x2f_in_x20_1");
        assert_eq!(name("a_x41_"), "a_x5f_x41_");
        assert_eq!(unescaped("a_x5f_x41_"), "a_x41_");
        assert_eq!(unescaped("a_xyz_x"), "a_xyz_x");
    }

    proptest! {
        #[test]
        fn names_and_values_come_back(text in "[a-f_x0-9 /\\n북é]{0,12}") {
            prop_assert_eq!(unescaped(&name(&text)), text.clone());
            prop_assert_eq!(unescaped(&value(&text)), text.clone());
            prop_assert!(!value(&text).contains([' ', '\n', '\t']));
        }
    }
}
