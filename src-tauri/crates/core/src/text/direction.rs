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
/// and P3); left to right when there is none.
#[must_use]
pub fn direction(content: &str) -> Direction {
    match get_base_direction_full(content) {
        unicode_bidi::Direction::Rtl => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
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
    fn first_strong_character_decides() {
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
