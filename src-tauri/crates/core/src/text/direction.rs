//! The direction a line is read in.

use serde::{Deserialize, Serialize};
use unicode_bidi::get_base_direction_full;

use super::Text;

/// Where a line starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// At the left.
    #[default]
    LeftToRight,
    /// At the right.
    RightToLeft,
}

/// The direction of `content` by its first strong character outside isolates (UAX 9, P2
/// and P3); left to right when there is none. Where a quotation comes first, the words after
/// it decide: a sentence is read as whoever quotes writes.
#[must_use]
pub fn direction(content: &str) -> Direction {
    let quoting = after_quotation(content).and_then(|rest| {
        let direction = base(rest)?;
        (words(rest, direction) >= QUOTING).then_some(direction)
    });
    quoting.or_else(|| base(content)).unwrap_or_default()
}

/// By the first strong character.
fn base(content: &str) -> Option<Direction> {
    match get_base_direction_full(content) {
        unicode_bidi::Direction::Ltr => Some(Direction::LeftToRight),
        unicode_bidi::Direction::Rtl => Some(Direction::RightToLeft),
        unicode_bidi::Direction::Mixed => None,
    }
}

/// From so many words on, what follows a quotation is no mere name of its source.
const QUOTING: usize = 2;

/// Quotation marks a line may start with, and those that close them.
const QUOTATIONS: &[(char, &str)] = &[
    ('"', "\""),
    ('“', "”"),
    ('”', "”"),
    ('„', "“”"),
    ('«', "»"),
    ('»', "«"),
];

/// What follows the quotation that `content` starts with.
fn after_quotation(content: &str) -> Option<&str> {
    let content = content.trim_start();
    let open = content.chars().next()?;
    let (_, closing) = QUOTATIONS.iter().find(|(mark, _)| *mark == open)?;
    let quoted = content.get(open.len_utf8()..)?;
    let (_, rest) = quoted.split_once(|character| closing.contains(character))?;
    Some(rest)
}

/// How many words of `content` run in this direction.
fn words(content: &str, direction: Direction) -> usize {
    content
        .split_whitespace()
        .filter(|word| base(word) == Some(direction))
        .count()
}

impl Text {
    /// The direction of line number `line`, from 0; `None` beyond the last.
    #[must_use]
    pub fn direction(&self, line: usize) -> Option<Direction> {
        Some(direction(self.slice(self.line_extent(line)?)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_strong_character_decides_but_for_a_quotation() {
        let cases = [
            ("", Direction::LeftToRight),
            ("12 – 14.", Direction::LeftToRight),
            ("« Oui », dit-il", Direction::LeftToRight),
            ("2026: قال الوزير", Direction::RightToLeft),
            ("\"צה\"ל הודיע", Direction::RightToLeft),
            ("NATO قال", Direction::LeftToRight),
            ("\u{2066}NATO\u{2069} قال", Direction::RightToLeft),
            ("\u{200f}NATO", Direction::RightToLeft),
            ("\u{2067}قال", Direction::LeftToRight),
            ("\"نعم، سنعود,\" said Karim Haddad.", Direction::LeftToRight),
            ("“نعم” he said.", Direction::LeftToRight),
            ("«We stay»، قال الوزير", Direction::RightToLeft),
            ("\"NATO\" أعلن أمس", Direction::RightToLeft),
            ("„כן“ sagte er", Direction::LeftToRight),
            // Only a source, and a quotation without end.
            ("\"نعم، سنعود\" (BBC)", Direction::RightToLeft),
            ("\"نعم، سنعود", Direction::RightToLeft),
            ("«We stay»", Direction::LeftToRight),
        ];
        for (content, expected) in cases {
            assert_eq!(direction(content), expected, "{content:?}");
        }
    }

    #[test]
    fn each_line_has_its_own() {
        let text = Text::from("Hello\nمرحبا\n");
        let directions: Vec<_> = (0..4).map(|line| text.direction(line)).collect();
        assert_eq!(
            directions,
            [
                Some(Direction::LeftToRight),
                Some(Direction::RightToLeft),
                Some(Direction::LeftToRight),
                None
            ]
        );
    }
}
