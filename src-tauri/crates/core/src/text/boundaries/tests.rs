use super::*;
use crate::text::any_text;
use proptest::prelude::*;

fn words(content: &str) -> Vec<&str> {
    let mut start = 0;
    let mut words = Vec::new();
    for (end, word) in word_breaks(content) {
        if word {
            words.push(&content[start..end]);
        }
        start = end;
    }
    words
}

#[test]
fn words_of_many_scripts() {
    let cases: [(&str, &[&str]); 7] = [
        ("can’t stop, won't", &["can’t", "stop", "won't"]),
        ("Bakıda 3,5 faiz", &["Bakıda", "3,5", "faiz"]),
        ("北京欢迎你", &["北京", "欢迎", "你"]),
        ("東京に行く", &["東京", "に", "行く"]),
        ("สวัสดีครับ", &["สวัสดี", "ครับ"]),
        ("قال الوزير، أمس", &["قال", "الوزير", "أمس"]),
        ("नमस्ते दुनिया।", &["नमस्ते", "दुनिया"]),
    ];
    for (content, expected) in cases {
        assert_eq!(words(content), expected, "{content}");
    }
}

#[test]
fn graphemes_are_whole() {
    let text = Text::from("क्ष👩\u{200d}👧e\u{301}🇦🇿🇦🇲각");
    let extents: Vec<_> = text.grapheme_breaks(0).iter().map(|at| at.0).collect();
    assert_eq!(extents, [0, 3, 6, 8, 10, 12, 13]);
    assert_eq!(text.widen_to_graphemes(Extent::of(4, 7)), Extent::of(3, 8));
    assert_eq!(text.widen_to_graphemes(Extent::of(9, 9)), Extent::of(8, 8));
    assert_eq!(
        text.widen_to_graphemes(Extent::of(11, 99)),
        Extent::of(10, 13)
    );
    assert!(!text.is_grapheme_boundary(CodePoint(1)));
    assert!(!text.is_grapheme_boundary(CodePoint(14)));
}

#[test]
fn caret_takes_the_word_it_touches() {
    let text = Text::from("He said: „Əla!” 北京欢迎你");
    let word = |at| {
        text.word_at(CodePoint(at))
            .and_then(|word| text.slice(word))
    };
    assert_eq!(word(0), Some("He"));
    assert_eq!(word(2), Some("He"));
    assert_eq!(word(3), Some("said"));
    assert_eq!(word(7), Some("said"));
    assert_eq!(word(8), None);
    assert_eq!(word(13), Some("Əla"));
    assert_eq!(word(18), Some("欢迎"));
    assert_eq!(word(99), None);
}

#[test]
fn words_are_found_across_lines() {
    let text = Text::from("one, two\n\n… three");
    assert_eq!(text.next_word_end(CodePoint(3)), Some(CodePoint(8)));
    assert_eq!(text.next_word_end(CodePoint(8)), Some(CodePoint(17)));
    assert_eq!(text.next_word_end(CodePoint(17)), None);
    assert_eq!(text.previous_word_start(CodePoint(12)), Some(CodePoint(5)));
    assert_eq!(text.previous_word_start(CodePoint(7)), Some(CodePoint(5)));
    assert_eq!(text.previous_word_start(CodePoint(0)), None);
    assert_eq!(text.next_word_break(CodePoint(8)), Some(CodePoint(9)));
    assert_eq!(text.previous_word_break(CodePoint(9)), Some(CodePoint(8)));
}

#[test]
fn trimming_leaves_what_is_seen() {
    let text = Text::from(" \u{a0}a b\u{3000}\n ");
    assert_eq!(text.trim_extent(text.extent()), Extent::of(2, 5));
    assert_eq!(text.trim_extent(Extent::of(5, 99)), Extent::of(5, 5));
}

proptest! {
    #[test]
    fn looking_around_agrees_with_the_whole_line(content in any_text()) {
        let text = Text::new(content);
        let lines = 0..text.line_count();
        let graphemes: Vec<_> = lines.clone().flat_map(|line| text.grapheme_breaks(line)).collect();
        let words: Vec<_> = lines.flat_map(|line| text.word_breaks(line)).collect();
        for breaks in [&graphemes, &words.iter().map(|word| word.at).collect()] {
            prop_assert!(breaks.is_sorted_by(|left, right| left < right));
            prop_assert_eq!(breaks.first(), Some(&CodePoint(0)));
            prop_assert_eq!(breaks.last(), Some(&text.end()));
        }
        for number in 0..=text.len() {
            let at = CodePoint(number);
            prop_assert_eq!(text.is_grapheme_boundary(at), graphemes.contains(&at));
            let next = graphemes.iter().copied().find(|&other| other > at);
            prop_assert_eq!(text.next_grapheme_break(at), next);
            let previous = graphemes.iter().copied().rfind(|&other| other < at);
            prop_assert_eq!(text.previous_grapheme_break(at), previous);
            let next = words.iter().map(|word| word.at).find(|&other| other > at);
            prop_assert_eq!(text.next_word_break(at), next);
            let previous = words.iter().map(|word| word.at).rfind(|&other| other < at);
            prop_assert_eq!(text.previous_word_break(at), previous);
            let end = words.iter().find(|word| word.word_before && word.at > at);
            prop_assert_eq!(text.next_word_end(at), end.map(|word| word.at));
            let start = words.windows(2).rfind(|pair| pair[1].word_before && pair[0].at < at);
            prop_assert_eq!(text.previous_word_start(at), start.map(|pair| pair[0].at));
        }
    }

    #[test]
    fn widening_covers_and_settles(content in any_text(), from in 0_u32..90, length in 0_u32..9) {
        let text = Text::new(content);
        let extent = Extent::of(from, from + length);
        let wide = text.widen_to_graphemes(extent);
        prop_assert!(wide.end <= text.end() && wide.start <= wide.end);
        prop_assert_eq!(text.widen_to_graphemes(wide), wide);
        prop_assert!(text.is_grapheme_boundary(wide.start) && text.is_grapheme_boundary(wide.end));
        if !extent.is_empty() && extent.end <= text.end() {
            prop_assert!(wide.contains_extent(extent));
        }
        let trimmed = text.trim_extent(wide);
        prop_assert!(wide.contains_extent(trimmed));
        prop_assert_eq!(text.slice(trimmed), text.slice(wide).map(str::trim));
    }
}
