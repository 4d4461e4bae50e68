//! Junk glued to the last sentence of a line: "… he said.Read more".

use super::line::{VERY_LONG, is_closing, is_terminal, width};

/// A sentence before glue is at least this wide.
const SENTENCE: u32 = 40;
/// How far from the end of a line it is looked for, in bytes.
const REACH: usize = 1_200;
/// What may be glued on where words are not written apart, in columns.
const SHORT: u32 = 24;

/// Where the last whole sentence of a line ends, closing marks included, if something that is no
/// sentence follows it; in bytes. A stop after one letter or a number ends none.
pub(super) fn last_sentence_end(content: &str) -> Option<usize> {
    // What is glued on is short: the end of a long line is enough.
    let tail = content.len().saturating_sub(REACH);
    let tail = (tail..=content.len()).find(|at| content.is_char_boundary(*at))?;
    sentence_end_in(content.get(tail..)?).map(|end| tail + end)
}

fn sentence_end_in(content: &str) -> Option<usize> {
    let characters: Vec<(usize, char)> = content.char_indices().collect();
    for (at, (byte, character)) in characters.iter().enumerate().rev() {
        if !is_terminal(*character) {
            continue;
        }
        let mut after = at + 1;
        while characters
            .get(after)
            .is_some_and(|(_, c)| is_closing(*c) || is_terminal(*c))
        {
            after += 1;
        }
        let end = characters.get(after).map(|(byte, _)| *byte)?;
        let before = content.get(..*byte).unwrap_or_default();
        if width(before) >= SENTENCE
            && ends_in_word(before, *character)
            && starts_anew(content, end)
        {
            return Some(end);
        }
    }
    None
}

/// Whether what stands before a mark is a word and no abbreviation.
fn ends_in_word(before: &str, mark: char) -> bool {
    if mark != '.' {
        return true;
    }
    let before = before.trim_end_matches(is_closing);
    let letters = before
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic())
        .take(4)
        .collect::<Vec<_>>();
    letters.len() >= 3 && letters.first().is_some_and(|last| !last.is_uppercase())
}

/// Whether a new sentence or something glued begins at `end`.
fn starts_anew(content: &str, end: usize) -> bool {
    let rest = content.get(end..).unwrap_or_default();
    let next = rest.trim_start().chars().find(|c| c.is_alphanumeric());
    next.is_some_and(|next| !next.is_lowercase())
}

/// Where something is glued to the last sentence of a line, without white space between; in bytes.
pub(super) fn glued_at(content: &str, sentence_end: Option<usize>) -> Option<usize> {
    let end = sentence_end?;
    let rest = content.get(end..)?;
    let next = rest.chars().next()?;
    if !next.is_alphabetic() || width(rest) >= VERY_LONG {
        return None;
    }
    let glued = next.is_uppercase() || width(rest) <= SHORT && !next.is_lowercase();
    glued.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glued(content: &str) -> Option<&str> {
        content.get(glued_at(content, last_sentence_end(content))?..)
    }

    #[test]
    fn what_is_glued_to_a_sentence_is_found() {
        let line = "The ministry said the works would begin in the spring of next year.Most readThe last bookshop";
        assert_eq!(glued(line), Some("Most readThe last bookshop"));
        let line = "\"We shall not sign anything before we have read all of it,\" she said. \"Nothing.\"Read also";
        assert_eq!(glued(line), Some("Read also"));
        assert_eq!(
            glued("市政府表示评估结果将在年底之前向全体市民公布。推荐阅读"),
            Some("推荐阅读")
        );
    }

    #[test]
    fn abbreviations_and_spaces_glue_nothing() {
        for line in [
            "The delegation of the U.S.Embassy arrived in the old harbour on Monday",
            "The ministry said the works would begin in the spring of next year. Then nothing happened",
            "Short.Share",
        ] {
            assert_eq!(glued(line), None, "{line}");
        }
    }
}
