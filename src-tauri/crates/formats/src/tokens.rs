//! Tokens for formats that have no other places: words by the boundaries of
//! the text, and single characters in scripts without spaces.

use postil_core::text::{CodePoint, Extent, Text};
use std::collections::BTreeSet;

/// The tokens of a text in order: every character that is no white space is
/// in one. Runs of white space are tokens too. They are cut at `cuts`, in code
/// points, as well.
#[must_use]
pub fn tokens(text: &Text, cuts: &BTreeSet<u32>) -> Vec<Extent> {
    let mut ends = cuts.clone();
    for (line, extent) in text.lines().enumerate() {
        ends.insert(extent.start.0);
        ends.insert(extent.end.0);
        ends.extend(text.word_breaks(line).into_iter().map(|found| found.at.0));
    }
    let mut before: Option<char> = None;
    for (at, character) in (0_u32..).zip(text.as_str().chars()) {
        let apart = |other: char| {
            stands_alone(character) && !joins(other) || stands_alone(other) && !joins(character)
        };
        if before.is_some_and(|before| {
            apart(before) || before.is_whitespace() != character.is_whitespace()
        }) {
            ends.insert(at);
        }
        before = Some(character);
    }
    ends.insert(0);
    ends.insert(text.len());
    let ends: Vec<u32> = ends.into_iter().filter(|end| *end <= text.len()).collect();
    let pairs = ends.windows(2);
    pairs
        .filter_map(|pair| match pair {
            [start, end] => Some(Extent {
                start: CodePoint(*start),
                end: CodePoint(*end),
            }),
            _ => None,
        })
        .collect()
}

/// Chinese and Japanese characters: a token each.
fn stands_alone(character: char) -> bool {
    matches!(u32::from(character),
        0x3040..=0x3098 | 0x309b..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
        | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
}

/// What stays with the character before it: voicing marks and variation
/// selectors.
fn joins(character: char) -> bool {
    matches!(u32::from(character), 0x3099 | 0x309a | 0xfe00..=0xfe0f | 0xe_0100..=0xe_01ef)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(content: &str, cuts: &[u32]) -> Vec<String> {
        let text = Text::from(content);
        let found = tokens(&text, &cuts.iter().copied().collect());
        found
            .into_iter()
            .map(|token| text.slice(token).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn words_marks_and_characters_are_tokens() {
        assert_eq!(
            words("He said: 北京!\n\nU.S.", &[]),
            [
                "He", " ", "said", ":", " ", "北", "京", "!", "\n", "\n", "U.S", "."
            ]
        );
        assert_eq!(words("harbour", &[3]), ["har", "bour"]);
        assert!(words("", &[]).is_empty());
    }

    #[test]
    fn nothing_is_left_out() {
        let content = "🚢 «المحادثات» cafe\u{301}\u{2028}か\u{3099} x\u{200d}y\r\n";
        assert_eq!(words(content, &[2, 99]).concat(), content);
    }
}
