//! What can be seen of one line without knowing its language.

use crate::text::{CodePoint, Extent, Text, is_blank};
use std::collections::HashMap;

/// A line this wide is no item of a menu.
pub(super) const WIDE: u32 = 30;
/// A line this wide is a sentence where sentences have no end marks.
pub(super) const SENTENCE: u32 = 45;
/// A line this wide is long enough to tell by its end whether sentences have end marks.
pub(super) const LONG: u32 = 60;
/// A line this wide is prose however it ends.
pub(super) const VERY_LONG: u32 = 180;

/// A line that shows something.
pub(super) struct Line<'text> {
    /// Without white space at its ends.
    pub(super) content: &'text str,
    /// Where `content` lies.
    pub(super) extent: Extent,
    /// Its number in the text.
    pub(super) number: usize,
    /// In columns: Chinese characters count two, marks above and below none.
    pub(super) width: u32,
    /// How many words white space makes of it.
    pub(super) words: usize,
    /// It ends in a full stop or the like, quotation marks and brackets left aside.
    pub(super) ends_in_mark: bool,
    /// It ends as sentences do: in a mark, or with a quotation.
    pub(super) ends_sentence: bool,
    /// Where its last whole sentence ends, if something follows it: in bytes of `content`.
    pub(super) sentence_end: Option<usize>,
    /// It begins with a quotation mark or the dash of a dialogue.
    pub(super) starts_with_quote: bool,
    /// It is a date or a time and little else.
    pub(super) is_date: bool,
    /// How often the same line stands in the text.
    pub(super) times: usize,
}

impl<'text> Line<'text> {
    /// `None` for a line that shows nothing.
    pub(super) fn read(text: &'text Text, number: usize, extent: Extent) -> Option<Self> {
        let whole = text.slice(extent)?;
        if is_blank(whole) {
            return None;
        }
        let content = whole.trim();
        let before = whole.len() - whole.trim_start().len();
        let start = CodePoint(extent.start.0 + count(whole.get(..before)?));
        Some(Self {
            content,
            extent: Extent {
                start,
                end: CodePoint(start.0 + count(content)),
            },
            number,
            width: width(content),
            words: content.split_whitespace().count(),
            ends_in_mark: ends_in_mark(content),
            ends_sentence: ends_in_mark(content) || ends_in_quotation(content),
            sentence_end: super::glue::last_sentence_end(content),
            starts_with_quote: starts_with_quote(content),
            is_date: super::date::is_date(content),
            times: 1,
        })
    }

    /// An item of a menu or a button: too short for a sentence and without an end.
    pub(super) fn is_tiny(&self) -> bool {
        !self.ends_sentence && !self.is_date && self.width < WIDE && self.words <= 4
    }

    /// Several items in one line, with a separator between them.
    pub(super) fn is_row_of_items(&self) -> bool {
        let items: Vec<&str> = self
            .content
            .split(['|', '›', '»', '>', '·', '•', '／', '/', '\t', '　', '】'])
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect();
        !self.ends_sentence
            && items.len() >= 3
            && items
                .iter()
                .all(|item| width(item) < WIDE && item.split_whitespace().count() <= 4)
    }

    /// An item of a list that belongs to the article.
    pub(super) fn is_bulleted(&self) -> bool {
        let mut characters = self.content.chars();
        let first = characters.next();
        let second = characters.next();
        first.is_some_and(|first| matches!(first, '-' | '–' | '—' | '•' | '*' | '·' | '▪' | '◦'))
            && second.is_some_and(char::is_whitespace)
    }

    /// It says whose the page is.
    pub(super) fn is_notice_of_rights(&self) -> bool {
        self.content.contains('©') && self.width < VERY_LONG
    }

    /// It goes on in the next line: a verse, or the sentence before a list.
    pub(super) fn goes_on(&self) -> bool {
        self.content.ends_with([
            ':', '：', ',', '،', '，', '、', ';', '；', '؛', '-', '–', '—',
        ])
    }

    /// Whether every word that can begin with a capital does, and there are two at least.
    /// `None` in scripts without case.
    pub(super) fn is_capitalised(&self) -> Option<bool> {
        let mut words = 0;
        let mut cased = false;
        for word in self
            .content
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '|'))
        {
            let Some(first) = word.chars().find(|c| c.is_alphabetic()) else {
                continue;
            };
            if first.is_lowercase() {
                // "de", "von", "and" stand between and before names.
                if word.chars().count() > 3 {
                    return Some(false);
                }
                cased = true;
            } else if first.is_uppercase() {
                cased = true;
                words += 1;
            }
        }
        cased.then_some(words >= 2)
    }
}

/// Tells each line how often it stands in the text.
pub(super) fn count_repeats(lines: &mut [Line<'_>]) {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for line in &*lines {
        *times.entry(line.content).or_default() += 1;
    }
    let counts: Vec<usize> = lines
        .iter()
        .map(|line| times.get(line.content).copied().unwrap_or(1))
        .collect();
    for (line, count) in lines.iter_mut().zip(counts) {
        line.times = count;
    }
}

/// Length in code points.
pub(super) fn count(content: &str) -> u32 {
    u32::try_from(content.chars().count()).unwrap_or(u32::MAX)
}

/// Width in columns.
pub(super) fn width(content: &str) -> u32 {
    use icu_properties::CodePointMapData;
    use icu_properties::props::{EastAsianWidth, GeneralCategory};
    let wide = CodePointMapData::<EastAsianWidth>::new();
    let category = CodePointMapData::<GeneralCategory>::new();
    content
        .chars()
        .map(|character| match wide.get(character) {
            EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 2,
            _ => match category.get(character) {
                GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::Format => 0,
                _ => 1,
            },
        })
        .sum()
}

/// Marks that end a sentence, in the scripts of news.
pub(super) fn is_terminal(character: char) -> bool {
    matches!(
        character,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '।'
            | '॥'
            | '؟'
            | '۔'
            | '։'
            | '።'
            | '፧'
            | '။'
            | '។'
            | '‼'
            | '⁉'
            | '｡'
    )
}

/// Marks that may stand after the end of a sentence.
pub(super) fn is_closing(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | '“'
            | '›'
            | '」'
            | '』'
            | '》'
            | ')'
            | '）'
            | ']'
            | '】'
            | '″'
    )
}

fn ends_in_mark(content: &str) -> bool {
    let kept = without_closing(content);
    kept.ends_with(is_terminal) && !ends_in_number(kept)
}

/// A quotation that is the whole line or follows a sentence.
fn ends_in_quotation(content: &str) -> bool {
    let kept = without_closing(content);
    kept.len() < content.len()
        && content.ends_with(['"', '”', '»', '“', '」', '』'])
        && (starts_with_quote(content)
            || kept.contains(['。', '！', '？', '।', '؟'])
            || kept.contains(". "))
}

fn without_closing(content: &str) -> &str {
    content.trim_end_matches(|c: char| is_closing(c) || c.is_whitespace())
}

/// "09.02." is a date.
fn ends_in_number(kept: &str) -> bool {
    let mut characters = kept.chars().rev();
    characters.next() == Some('.')
        && characters.next().is_some_and(char::is_numeric)
        && count(kept) < 24
}

fn starts_with_quote(content: &str) -> bool {
    let mut characters = content.chars();
    match characters.next() {
        Some('"' | '“' | '„' | '«' | '»' | '‘' | '「' | '『' | '《' | '—' | '―' | '\'') => {
            true
        }
        Some('–' | '-') => characters.next().is_some_and(char::is_whitespace),
        _ => false,
    }
}
