//! What happens to a text, once, before it is stored.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::offsets::{CodePoint, Extent, count};

/// The largest text that is stored: 8 MiB of UTF-8, in bytes.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// A text as it is stored, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The stored text.
    pub text: String,
    /// Where each code point of the given text lies in the stored one.
    pub map: OffsetMap,
    /// How many lone surrogates were replaced by U+FFFD.
    pub replaced: usize,
}

/// Why a text is not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// There is no text, or nothing in it can be seen.
    #[error("the text is empty")]
    Empty,
    /// The text holds U+0000.
    #[error("the text holds a null character (U+0000) at position {at}")]
    NullCharacter {
        /// The first one, in code points of the given text.
        at: CodePoint,
    },
    /// The text is larger than [`LIMIT`].
    #[error("the text has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Size of the text as it would be stored, in bytes of UTF-8.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
}

/// From code points of the text as given to code points of the text as stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OffsetMap {
    /// The code points that were dropped, ascending.
    dropped: Vec<u32>,
    /// Length of the given text in code points.
    given: u32,
}

impl OffsetMap {
    /// Where the code point `at` of the given text lies now. One that was dropped lies
    /// where the next one does. `None` beyond the end of the given text.
    #[must_use]
    pub fn apply(&self, at: CodePoint) -> Option<CodePoint> {
        if at.0 > self.given {
            return None;
        }
        let before = self.dropped.partition_point(|&dropped| dropped < at.0);
        Some(CodePoint(at.0.saturating_sub(count(before))))
    }

    /// As [`Self::apply`], for both ends.
    #[must_use]
    pub fn apply_extent(&self, extent: Extent) -> Option<Extent> {
        Some(Extent {
            start: self.apply(extent.start)?,
            end: self.apply(extent.end)?,
        })
    }

    /// Whether nothing moved.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.dropped.is_empty()
    }
}

/// Makes a decoded text ready to be stored: one leading U+FEFF is dropped, CR and CRLF
/// become LF, and nothing else is changed.
///
/// # Errors
/// See [`IntakeError`].
pub fn take_in(given: &str) -> Result<Intake, IntakeError> {
    take_in_characters(given.chars(), given.len(), 0)
}

/// As [`take_in`], from UTF-16 units, as a clipboard gives them: lone surrogates become
/// U+FFFD and are counted. Positions are code points, a lone surrogate being one.
///
/// # Errors
/// See [`IntakeError`].
pub fn take_in_utf16(given: &[u16]) -> Result<Intake, IntakeError> {
    let mut replaced = 0;
    let decoded: String = char::decode_utf16(given.iter().copied())
        .map(|character| {
            character.unwrap_or_else(|_| {
                replaced += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    take_in_characters(decoded.chars(), decoded.len(), replaced)
}

fn take_in_characters(
    characters: impl Iterator<Item = char>,
    bytes: usize,
    replaced: usize,
) -> Result<Intake, IntakeError> {
    let mut text = String::with_capacity(bytes);
    let mut dropped = Vec::new();
    let mut given = 0;
    let mut null = None;
    let mut characters = characters.peekable();
    while let Some(character) = characters.next() {
        match character {
            '\u{feff}' if given == 0 => dropped.push(0),
            '\r' if characters.peek() == Some(&'\n') => dropped.push(count(given)),
            '\r' => text.push('\n'),
            '\0' => null = null.or(Some(CodePoint(count(given)))),
            other => text.push(other),
        }
        given += 1;
    }
    if text.len() > LIMIT {
        return Err(IntakeError::TooLarge {
            bytes: text.len(),
            limit: LIMIT,
        });
    }
    if let Some(at) = null {
        return Err(IntakeError::NullCharacter { at });
    }
    if super::is_blank(&text) {
        return Err(IntakeError::Empty);
    }
    Ok(Intake {
        text,
        map: OffsetMap {
            dropped,
            given: count(given),
        },
        replaced,
    })
}

/// SHA-256 over the UTF-8 of `text`, as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn taken(given: &str) -> Intake {
        take_in(given).unwrap_or(Intake {
            text: "refused".to_owned(),
            map: OffsetMap::default(),
            replaced: usize::MAX,
        })
    }

    #[test]
    fn line_ends_become_line_feeds_and_offsets_follow() {
        let intake = taken("\u{feff}a\r\nb\rc\n\u{feff}d");
        assert_eq!(intake.text, "a\nb\nc\n\u{feff}d");
        let moved: Vec<_> = (0..=10)
            .map(|at| intake.map.apply(CodePoint(at)).map(|at| at.0))
            .collect();
        let expected = [0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8].map(Some);
        assert_eq!(moved, expected);
        assert_eq!(intake.map.apply(CodePoint(11)), None);
        assert_eq!(
            intake.map.apply_extent(Extent::of(4, 5)),
            Some(Extent::of(2, 3))
        );
    }

    #[test]
    fn nothing_is_trimmed_or_normalised() {
        let intake = taken("  e\u{301}\u{2028}\t\n\n ");
        assert_eq!(intake.text, "  e\u{301}\u{2028}\t\n\n ");
        assert!(intake.map.is_identity());
        assert_eq!(intake.replaced, 0);
    }

    #[test]
    fn refusals_say_where_and_how_much() {
        assert_eq!(take_in(""), Err(IntakeError::Empty));
        assert_eq!(
            take_in("\u{feff} \r\n\u{200b}\u{a0}"),
            Err(IntakeError::Empty)
        );
        assert_eq!(
            take_in("\u{feff}é\0\0"),
            Err(IntakeError::NullCharacter { at: CodePoint(2) })
        );
        let limit = "x".repeat(LIMIT);
        assert!(take_in(&limit).is_ok());
        assert_eq!(
            take_in(&format!("{limit}é")),
            Err(IntakeError::TooLarge {
                bytes: LIMIT + 2,
                limit: LIMIT
            })
        );
    }

    #[test]
    fn lone_surrogates_are_replaced_and_counted() {
        let units = [0xd83d, 0xde00, 0x61, 0xd83d, 0x62, 0xde00];
        let intake = take_in_utf16(&units).ok();
        assert_eq!(
            intake.map(|intake| (intake.text, intake.replaced)),
            Some(("😀a\u{fffd}b\u{fffd}".to_owned(), 2))
        );
    }

    #[test]
    fn hash_is_that_of_the_standard() {
        assert_eq!(
            sha256("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    proptest! {
        #[test]
        fn what_is_kept_is_where_the_map_says(given in crate::text::any_text()) {
            let Ok(intake) = take_in(&given) else { return Ok(()) };
            let stored: Vec<char> = intake.text.chars().collect();
            prop_assert!(!stored.contains(&'\r'));
            for (at, character) in given.chars().enumerate() {
                let moved = intake.map.apply(CodePoint(count(at)));
                let dropped = intake.map.dropped.contains(&count(at));
                let now = moved.and_then(|moved| stored.get(moved.0 as usize)).copied();
                if !dropped {
                    prop_assert_eq!(now, Some(if character == '\r' { '\n' } else { character }));
                }
            }
            let end = intake.map.apply(CodePoint(count(given.chars().count())));
            prop_assert_eq!(end, Some(CodePoint(count(stored.len()))));
            let again = take_in(&intake.text);
            let leading = intake.text.starts_with('\u{feff}');
            prop_assert!(leading || again.is_ok_and(|again| again.text == intake.text));
        }
    }
}
