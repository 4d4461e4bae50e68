//! JSON on one line, for readers that know more line ends than JSON does.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};
use std::io;

/// Compact, with U+2028, U+2029 and U+0085 escaped.
struct OneLine(CompactFormatter);

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, character)) = line_end(rest) {
            let (before, after) = rest.split_at(at);
            self.0.write_string_fragment(writer, before)?;
            write!(writer, "\\u{:04x}", u32::from(character))?;
            rest = after.get(character.len_utf8()..).unwrap_or_default();
        }
        self.0.write_string_fragment(writer, rest)
    }
}

/// The first character that some readers take for a line end, and the byte
/// where it starts.
fn line_end(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0xC2, 0xE2, bytes).find_map(|at| {
        let character = match bytes.get(at..)? {
            [0xC2, 0x85, ..] => '\u{85}',
            [0xE2, 0x80, 0xA8, ..] => '\u{2028}',
            [0xE2, 0x80, 0xA9, ..] => '\u{2029}',
            _ => return None,
        };
        Some((at, character))
    })
}

/// Writes `value` and a line feed.
pub(crate) fn write_line<W: io::Write + ?Sized>(
    out: &mut W,
    value: &impl Serialize,
) -> io::Result<()> {
    let mut serializer =
        serde_json::Serializer::with_formatter(&mut *out, OneLine(CompactFormatter));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_readers_take_for_a_line_end_is_escaped() {
        let text = "a\u{2028}b\u{2029}\u{85}\n\r\u{b}\u{c}é😀\u{0}\u{1c}";
        let mut out = Vec::new();
        write_line(&mut out, &text).unwrap();
        let line = String::from_utf8(out).unwrap();
        assert_eq!(
            line,
            "\"a\\u2028b\\u2029\\u0085\\n\\r\\u000b\\fé😀\\u0000\\u001c\"\n"
        );
        let back: String = serde_json::from_str(&line).unwrap();
        assert_eq!(back, text);
    }
}
