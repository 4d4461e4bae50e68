//! What differs between two texts, line beside line.

use crate::text::Text;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its characters.
    pub text: String,
    /// Whether the other text has something else here.
    pub differs: bool,
}

/// Lines that stand beside each other: the same, changed, or only in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The line of the first text.
    pub first: Option<Vec<Piece>>,
    /// The line of the second text.
    pub second: Option<Vec<Piece>>,
}

/// Two texts line beside line; blank lines are left out. Lines that differ are
/// compared by words.
#[must_use]
pub fn beside(first: &str, second: &str) -> Vec<Beside> {
    let lines = |text: &str| -> Vec<String> {
        let kept = text.lines().filter(|line| !line.trim().is_empty());
        kept.map(str::to_owned).collect()
    };
    let (first, second) = (lines(first), lines(second));
    let mut rows = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &first, &second) {
        let (old, new) = (operation.old_range(), operation.new_range());
        let old = first.get(old).unwrap_or_default();
        let new = second.get(new).unwrap_or_default();
        let same = matches!(operation, DiffOp::Equal { .. });
        for at in 0..old.len().max(new.len()) {
            rows.push(match (old.get(at), new.get(at)) {
                (Some(first), Some(second)) if same => Beside {
                    first: Some(whole(first, false)),
                    second: Some(whole(second, false)),
                },
                (Some(first), Some(second)) => by_words(first, second),
                (first, second) => Beside {
                    first: first.map(|line| whole(line, true)),
                    second: second.map(|line| whole(line, true)),
                },
            });
        }
    }
    rows
}

fn whole(line: &str, differs: bool) -> Vec<Piece> {
    vec![Piece {
        text: line.to_owned(),
        differs,
    }]
}

fn by_words(first: &str, second: &str) -> Beside {
    let (first, second) = (words(first), words(second));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for operation in capture_diff_slices(Algorithm::Myers, &first, &second) {
        let differs = !matches!(operation, DiffOp::Equal { .. });
        let old = first.get(operation.old_range()).unwrap_or_default();
        let new = second.get(operation.new_range()).unwrap_or_default();
        for (words, pieces) in [(old, &mut left), (new, &mut right)] {
            if !words.is_empty() {
                pieces.push(Piece {
                    text: words.concat(),
                    differs,
                });
            }
        }
    }
    Beside {
        first: Some(left),
        second: Some(right),
    }
}

/// The words of a line and what stands between them.
fn words(line: &str) -> Vec<String> {
    let text = Text::new(line);
    let mut words = Vec::new();
    let mut start = text.extent().start;
    for end in text.word_breaks(0) {
        let word = text.slice(crate::text::Extent { start, end: end.at });
        words.extend(word.filter(|word| !word.is_empty()).map(str::to_owned));
        start = end.at;
    }
    let rest = text.slice(crate::text::Extent {
        start,
        end: text.end(),
    });
    words.extend(rest.filter(|rest| !rest.is_empty()).map(str::to_owned));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(line: Option<&Vec<Piece>>) -> String {
        let Some(pieces) = line else {
            return "–".to_owned();
        };
        pieces
            .iter()
            .map(|piece| match piece.differs {
                true => format!("[{}]", piece.text),
                false => piece.text.clone(),
            })
            .collect()
    }

    fn rows(first: &str, second: &str) -> Vec<(String, String)> {
        let rows = beside(first, second);
        rows.iter()
            .map(|row| (shown(row.first.as_ref()), shown(row.second.as_ref())))
            .collect()
    }

    fn pair(first: &str, second: &str) -> (String, String) {
        (first.to_owned(), second.to_owned())
    }

    #[test]
    fn lines_that_differ_are_compared_by_words() {
        assert_eq!(
            rows(
                "Same\n\nThe mayor said so.\nOnly here",
                "Same\nThe minister said so."
            ),
            [
                pair("Same", "Same"),
                pair("The [mayor] said so.", "The [minister] said so."),
                pair("[Only here]", "–"),
            ]
        );
        assert_eq!(rows("北京说自由很重要", "北京说谈判很重要").len(), 1);
        assert!(rows("", "").is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_lost(first in "[a-c \\n北京]{0,40}", second in "[a-c \\n北京]{0,40}") {
            let joined = |text: &str| -> String { text.lines().filter(|line| !line.trim().is_empty()).collect() };
            let rows = beside(&first, &second);
            let side = |pick: fn(&Beside) -> &Option<Vec<Piece>>| -> String {
                rows.iter().filter_map(|row| pick(row).as_ref()).flatten().map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(side(|row| &row.first), joined(&first));
            prop_assert_eq!(side(|row| &row.second), joined(&second));
        }
    }
}
