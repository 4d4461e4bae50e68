//! Captions: a line that ends in the name of a photographer or an agency.

use super::line::{Line, VERY_LONG, is_terminal, width};

/// A credit has no more words than this.
const WORDS: usize = 8;
/// As many columns.
const WIDTH: u32 = 46;

/// Whether a line ends in a credit.
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    if line.width >= VERY_LONG || line.starts_with_quote || line.is_date {
        return false;
    }
    in_brackets(line.content) || after_equals(line.content) || at_end(line.content)
}

/// "(Photo: Ada Lund/Agency)".
fn in_brackets(content: &str) -> bool {
    let Some(open) = content.rfind(['(', '（']) else {
        return false;
    };
    let inside = content.get(open..).unwrap_or_default();
    let closed = inside.ends_with([')', '）']);
    let parts = inside.contains(['/', ':', '：', '©']) && !inside.contains("//");
    let sourced = inside.chars().count() > 3 && (parts || is_pair_of_ideographs(inside));
    closed && sourced && width(inside) <= WIDTH && open > 0
}

/// "（周丽华 供图）": two words where words are not written apart.
fn is_pair_of_ideographs(inside: &str) -> bool {
    inside.split_whitespace().count() == 2
        && inside.chars().all(|c| {
            matches!(c, '（' | '）' | '(' | ')')
                || c.is_whitespace()
                || ('\u{3400}'..='\u{9fff}').contains(&c)
        })
}

/// "秋の港＝２０２４年、本社撮影".
fn after_equals(content: &str) -> bool {
    content.split_once('＝').is_some_and(|(before, after)| {
        !before.is_empty() && !after.is_empty() && !content.contains('。')
    })
}

/// "The pier. Photo: Ada Lund/Agency", "An empty room. EFX/Ada Lund".
fn at_end(content: &str) -> bool {
    if content.ends_with(is_terminal) {
        return false;
    }
    let from = content
        .char_indices()
        .rfind(|(_, c)| is_terminal(*c))
        .map(|(at, c)| at + c.len_utf8());
    let end = content.get(from.unwrap_or(0)..).unwrap_or_default();
    // Glued junk stands without white space.
    if from.is_some() && !end.starts_with(char::is_whitespace) {
        return false;
    }
    let end = end.trim();
    if end.is_empty() || width(end) > WIDTH || end.split_whitespace().count() > WORDS {
        return false;
    }
    let named = end
        .split_once([':', '：'])
        .is_some_and(|(lead, rest)| lead.split_whitespace().count() == 1 && begins_as_name(rest));
    let agency = end.split_once('/').is_some_and(|(before, after)| {
        let last = before.split_whitespace().next_back().unwrap_or_default();
        begins_as_name(last)
            && begins_as_name(after)
            && !before.contains('/')
            && !after.contains('/')
    });
    match from {
        // With a sentence before it, either will do; alone it needs both.
        Some(_) => named || agency,
        None => named && agency,
    }
}

fn begins_as_name(words: &str) -> bool {
    words
        .trim()
        .trim_start_matches(['«', '"', '“'])
        .chars()
        .next()
        .is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
}
