//! Characters in XML 1.0.

/// Whether XML 1.0 cannot have the character, not even escaped.
pub(super) const fn is_forbidden(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text inside an attribute or element. A forbidden character becomes a
/// space, one for one, so that offsets hold; white space is escaped, for a
/// reader may fold it otherwise.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            forbidden if is_forbidden(forbidden) => out.push(' '),
            other => out.push(other),
        }
    }
}
