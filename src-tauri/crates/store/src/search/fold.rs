//! Folding and segmenting of texts and queries for the search table.
//!
//! What comes out is split by SQLite's own `unicode61` tokenizer at everything
//! that is no letter, mark or digit. So this function puts spaces where the
//! script has none: around every Chinese and Japanese character, and around every
//! letter with its signs in Thai, Lao, Khmer and Burmese. A dictionary divides
//! a text and a query from it differently, and so would not find it.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use postil_core::text::unspaced::is_unspaced;
use std::borrow::Cow;

/// How a character is divided from the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Division {
    /// By spaces, where the text has them.
    Spaces,
    /// Always: the script writes words without spaces.
    Characters,
    /// Never: a vowel sign or tone mark of such a script.
    None,
}

fn division(character: char) -> Division {
    if !is_unspaced(character) {
        return Division::Spaces;
    }
    match CodePointMapData::<GeneralCategory>::new().get(character) {
        GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark => Division::None,
        _ => Division::Characters,
    }
}

/// The text as the table is fed with it.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(segment(&postil_core::text::fold(text)))
}

fn segment(folded: &str) -> String {
    let mut segmented = String::with_capacity(folded.len() * 3 / 2);
    let mut apart = false;
    for character in folded.chars() {
        match division(character) {
            Division::Characters => {
                segmented.push(' ');
                segmented.push(character);
                apart = true;
            }
            Division::None => segmented.push(character),
            Division::Spaces => {
                if apart {
                    segmented.push(' ');
                }
                segmented.push(character);
                apart = false;
            }
        }
    }
    segmented
}

/// The FTS5 expression for a query; `None` if it holds no letter or digit.
pub(super) fn expression(query: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for (n, part) in query.split('"').enumerate() {
        let phrase = n % 2 == 1;
        let items: Vec<&str> = if phrase {
            vec![part]
        } else {
            part.split_whitespace().collect()
        };
        terms.extend(items.into_iter().filter_map(|item| term(item, phrase)));
    }
    if terms.is_empty() {
        None
    } else {
        Some(terms.join(" AND "))
    }
}

fn term(item: &str, phrase: bool) -> Option<String> {
    let folded = fold(item);
    let folded = folded.trim();
    let last = folded
        .chars()
        .rfind(|character| character.is_alphanumeric())?;
    let may_go_on = !phrase
        && division(last) == Division::Spaces
        && folded
            .chars()
            .filter(|character| character.is_alphanumeric())
            .count()
            > 1;
    // A string of FTS5 is split by the table's own tokenizer into a phrase.
    let star = if may_go_on { " *" } else { "" };
    Some(format!("\"{}\"{star}", folded.replace(['"', '\0'], " ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        fold(text).split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn accents_points_and_case_are_left_out() {
        for (written, searched) in [
            ("Élysée", "elysee"),
            ("Müller", "muller"),
            ("İstanbul", "istanbul"),
            ("IĞDIR ığdır", "igdir igdir"),
            ("ёлка", "елка"),
            ("كِتَابٌ", "كتاب"),
            ("أحمد", "احمد"),
            ("שָׁלוֹם", "שלום"),
            ("Łódź", "lodz"),
            ("ﬁne", "fine"),
            ("e\u{301}te\u{301}", "ete"),
        ] {
            assert_eq!(words(written), words(searched), "{written}");
        }
    }

    #[test]
    fn vowel_signs_and_voicing_marks_stay() {
        assert_ne!(words("कि"), words("की"));
        assert_ne!(words("が"), words("か"));
        assert_eq!(words("서울"), ["서울"]);
    }

    #[test]
    fn scripts_without_spaces_are_divided() {
        assert_eq!(words("言論の自由"), ["言", "論", "の", "自", "由"]);
        assert_eq!(words("ラーメン"), ["ラ", "ー", "メ", "ン"]);
        assert_eq!(words("สวัสดีชาวโลก").concat(), "สวัสดีชาวโลก");
        assert_eq!(words("กิน"), ["กิ", "น"]);
    }

    #[test]
    fn a_query_becomes_an_expression() {
        assert_eq!(
            expression("peace talks").as_deref(),
            Some("\"peace\" * AND \"talks\" *")
        );
        assert_eq!(
            expression("say \"peace talks\"").as_deref(),
            Some("\"say\" * AND \"peace talks\"")
        );
        assert_eq!(expression("自由").as_deref(), Some("\"自 由\""));
        assert_eq!(expression(" \"… "), None);
        // A wide quotation mark folds to a plain one.
        assert_eq!(expression("a＂b").as_deref(), Some("\"a b\" *"));
    }
}
