//! Runs of capitalised words, which most names are in scripts that have case.

mod han;

pub use han::{han_name_at, person_at_end};

use std::ops::Range;

use super::Text;
use super::offsets::{CodePoint, Extent};

/// How far around the caret a name is looked for, in bytes.
const REACH: usize = 240;

/// Small words allowed between two capitalised ones.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "des", "di", "da", "do", "dos", "das", "du", "la", "le",
    "el", "al", "van", "von", "vom", "zu", "zur", "ter", "ten", "af", "av", "y", "of", "the",
    "for", "bin", "ibn", "bint", "ben", "abu", "oğlu", "qızı", "kızı", "ogly", "оглы", "де", "фон",
    "аль", "эль", "ван", "&",
];

/// Words that have a capital only because of where they stand: no part of a name, except
/// "The" inside a sentence ("in The Hague").
const FUNCTION_WORDS: &[&str] = &[
    "The", "A", "An", "In", "On", "At", "To", "From", "By", "With", "For", "Of", "As", "And", "Or",
    "But", "If", "It", "Its", "He", "She", "They", "We", "You", "I", "His", "Her", "Their", "Our",
    "This", "That", "These", "Those", "There", "When", "While", "After", "Before", "Since", "Who",
    "What", "Why", "How", "Is", "Are", "Was", "Were", "Not", "No", "Yes", "Says", "Said", "Amid",
    "Over", "Into", "However", "Der", "Die", "Das", "Ein", "Eine", "Im", "Am", "Und", "Aber", "Er",
    "Sie", "Es", "Wir", "Ich", "Il", "Elle", "Les", "Un", "Une", "Bu", "O", "Və", "Ve", "В", "На",
    "По", "И", "Но", "Он", "Она", "Они", "Это", "Как", "С", "К", "О", "Мы", "Я", "При", "Для",
];

/// Parts of a name at a caret: capitalised words joined by single spaces, with particles
/// between two of them and initials with their stops. A possessive ending is left out.
/// `None` where nothing is capitalised, and in scripts without case.
#[must_use]
pub fn capitalised_run_at(text: &Text, at: CodePoint) -> Option<Extent> {
    let (line, byte) = text.line_at(at)?;
    let tokens = tokens_around(line.content, byte);
    let touched = |token: &&Token| token.whole.start <= byte && byte <= token.whole.end;
    let here = tokens
        .iter()
        .rposition(|token| touched(&token) && token.kind != Kind::Other)?;
    let mut first = here;
    while let Some(token) = tokens.get(first) {
        match first.checked_sub(1).and_then(|before| tokens.get(before)) {
            Some(before) if token.joined && before.goes_on => first -= 1,
            _ => break,
        }
    }
    let mut last = here;
    while tokens.get(last).is_some_and(|token| token.goes_on)
        && tokens.get(last + 1).is_some_and(|after| after.joined)
    {
        last += 1;
    }
    let is_name = |token: &Token| token.kind == Kind::Name;
    let first = (first..=last).find(|&number| tokens.get(number).is_some_and(is_name))?;
    let last = (first..=last).rfind(|&number| tokens.get(number).is_some_and(is_name))?;
    if !(first..=last).contains(&here) {
        return None;
    }
    let (first, last) = (tokens.get(first)?, tokens.get(last)?);
    let content = line.content.get(first.core.clone())?;
    Some(Extent {
        start: text.position_in(line, first.core.start + elided_article(content))?,
        end: text.position_in(line, last.core.end)?,
    })
}

/// Words that are never written without their stop.
const ALWAYS_WITH_STOP: &[&str] = &[
    "Jr", "Sr", "Inc", "Corp", "Ltd", "Bros", "Esq", "Dept", "a.k.a", "a.m", "p.m",
];

/// `extent` with the stop right behind it, where that belongs to an abbreviation at its end
/// that a selection by word leaves it outside of: "U.S", "Washington, D.C", "Aldine Inc".
/// Where it ends the sentence too, it is still the abbreviation's; of two stops the
/// sentence keeps its own.
#[must_use]
pub fn with_stop_of_abbreviation(text: &Text, extent: Extent) -> Extent {
    let with_stop = Extent {
        start: extent.start,
        end: CodePoint(extent.end.0.saturating_add(1)),
    };
    let slice = |extent| text.slice(extent).unwrap_or_default();
    if !slice(with_stop).ends_with('.') || slice(with_stop).len() == slice(extent).len() {
        return extent;
    }
    let last = slice(extent)
        .rsplit(|character: char| is_separator(character) || "(\"'“‘„«".contains(character))
        .next()
        .unwrap_or_default();
    let dotted = last.contains('.') && is_initials(last);
    if dotted || ALWAYS_WITH_STOP.contains(&last) {
        with_stop
    } else {
        extent
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Particle,
    Other,
}

/// What stands between two spaces or dashes. Ranges are bytes of the line.
#[derive(Debug)]
struct Token {
    whole: Range<usize>,
    /// Without punctuation and possessive ending.
    core: Range<usize>,
    kind: Kind,
    /// One space stands before it and the token before, and no punctuation.
    joined: bool,
    /// No punctuation ends it.
    goes_on: bool,
}

fn tokens_around(line: &str, byte: usize) -> Vec<Token> {
    let from = line.floor_char_boundary(byte.saturating_sub(REACH));
    let to = line.ceil_char_boundary(byte.saturating_add(REACH));
    let window = line.get(from..to).unwrap_or_default();
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = from;
    for (offset, separator) in window.match_indices(is_separator).chain([(to - from, "")]) {
        let whole = start..from + offset;
        if !whole.is_empty() {
            let gap = tokens
                .last()
                .and_then(|before| line.get(before.whole.end..whole.start));
            let initial = tokens.last().is_none_or(|before| {
                line.get(before.whole.clone()).is_some_and(|before| {
                    before.ends_with(['.', '!', '?', ':', '"', '”', '»', '…'])
                })
            });
            let joined = matches!(gap, Some(" " | "\u{a0}"));
            tokens.push(Token::new(line, whole, joined, initial));
        }
        start = from + offset + separator.len();
    }
    tokens
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || "—–/…،，。、".contains(character)
}

impl Token {
    fn new(line: &str, whole: Range<usize>, joined: bool, initial: bool) -> Self {
        let content = line.get(whole.clone()).unwrap_or_default();
        let mark = |character: char| !character.is_alphanumeric() && character != '&';
        let opened = content.trim_start_matches(mark);
        let start = whole.start + content.len() - opened.len();
        let bare = opened.trim_end_matches(mark);
        let closed = without_possessive(bare);
        let dotted = is_initials(bare) && opened.get(bare.len()..) == Some(".");
        let stops = opened
            .get(bare.len()..)
            .is_some_and(|rest| rest.starts_with('.'));
        let abbreviation =
            stops && (ALWAYS_WITH_STOP.contains(&bare) || is_initials(bare) && bare.contains('.'));
        let core = start..start + closed.len() + usize::from(abbreviation);
        let initial = initial || opened.len() < content.len();
        let kind = if PARTICLES.contains(&content) {
            Kind::Particle
        } else if is_capitalised(closed) && !is_function_word(closed, initial, dotted) {
            Kind::Name
        } else {
            Kind::Other
        };
        // "Seafarers’ Union": the apostrophe of several owners is inside a name.
        let owners = content.ends_with("s’") || content.ends_with("s'");
        let plain = core.end == whole.end || dotted || owners || is_title(opened);
        Self {
            joined: joined && opened.len() == content.len() && kind != Kind::Other,
            goes_on: plain && kind != Kind::Other,
            whole,
            core,
            kind,
        }
    }
}

fn is_function_word(word: &str, initial: bool, dotted: bool) -> bool {
    !dotted && FUNCTION_WORDS.contains(&word) && (initial || word != "The")
}

fn is_title(token: &str) -> bool {
    matches!(
        token,
        "Mr."
            | "Mrs."
            | "Ms."
            | "Dr."
            | "Prof."
            | "Gen."
            | "Lt."
            | "Col."
            | "Sen."
            | "Rep."
            | "St."
    )
}

/// A capital at its start, or after a short prefix: al-Assad, d'Estaing.
fn is_capitalised(word: &str) -> bool {
    let starts = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    starts(word)
        || word
            .split_once(['-', '\'', '’', 'ʼ'])
            .is_some_and(|(prefix, rest)| prefix.chars().count() <= 4 && starts(rest))
}

/// "J", "U.S": capitals with stops between them.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// "Lavrov's" and "Türkiye'nin" without what follows the apostrophe; "O'Brien" whole.
fn without_possessive(word: &str) -> &str {
    match word.rsplit_once(['\'', '’']) {
        Some((name, ending)) if !name.is_empty() && ending.chars().all(char::is_lowercase) => name,
        _ => word,
    }
}

/// Bytes of the article in "l'Europe".
fn elided_article(word: &str) -> usize {
    if word.starts_with(char::is_uppercase) {
        return 0;
    }
    word.find(['\'', '’'])
        .and_then(|apostrophe| {
            let rest = word.get(apostrophe..)?;
            let mark = rest.chars().next()?.len_utf8();
            Some(apostrophe + mark)
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::any_text;
    use crate::text::offsets::count;
    use proptest::prelude::*;

    #[test]
    fn written_cases() {
        // The caret is at `^`, the run between the bars; no bars, no run.
        let cases = [
            "spokesperson |Vedant Pat^el| told",
            "minister |^Sergei Lavrov|'s latest",
            "|Azerbaijan^|, Armenia and Iran",
            "Azerbaijan, |^Armenia| and Iran",
            "the |United States o^f America| has",
            "met |Ursula von der Ley^en| today",
            "said |George W. Bu^sh|, who",
            "The |White Ho^use| said",
            "Th^e White House said",
            "moved to |The Ha^gue| last",
            "to the |Seafarers’ Uni^on|, which",
            "the |Vale^s|’ house",
            "in the |U.^S.| has been",
            "the |U.S. Cong^ress| met",
            "in Washington, |D.^C.|, on",
            "left |D.^C.|.",
            "said |Martin Vale J^r.|, who",
            "TURAN's |U.S^.| correspondent",
            "To Resume Talks In |Washing^ton| 'Soon'",
            "president |Bashar al-Ass^ad| said",
            "avec |Valéry Giscard d'Est^aing| hier",
            "dans l'|Eur^ope| unie",
            "said |O'Bri^en|.",
            "He^ said",
            "prezident |Əliy^ev| dedi",
            "|Heydər Əlirza oğlu Əl^iyev| dedi",
            "сказал |Владимир Пу^тин|.",
            "В |Москв^е| сказали",
            "said “|Pat^el|” again",
            "met |Mr. Pa^tel| there",
            "left. |Pat^el| said",
            "|Türkiye^|'nin başkenti",
            "no capi^tals of here",
            "北^京",
            "მოსკ^ოვი",
            "|Moscow^|—Washington",
        ];
        for case in cases {
            let marked = case.replace('|', "");
            let caret = marked.split('^').next().unwrap_or_default().chars().count();
            let expected = case.split('|').nth(1).map(|run| run.replace('^', ""));
            let text = Text::new(marked.replace('^', ""));
            let run = capitalised_run_at(&text, CodePoint(count(caret)));
            let found = run.and_then(|run| text.slice(run));
            assert_eq!(found, expected.as_deref(), "{case}");
        }
    }

    #[test]
    fn a_stop_of_an_abbreviation_is_taken_along() {
        // What is selected stands between the bars.
        for (case, expected) in [
            ("the |U.S|. has", "U.S."),
            ("in |Washington, D.C|., on", "Washington, D.C."),
            ("He lives in |Washington, D.C|.", "Washington, D.C."),
            ("He lives in |Washington, D.C|..", "Washington, D.C."),
            ("He lives in |Washington, D.C.|.", "Washington, D.C."),
            ("(the “|U.S|.”)", "U.S."),
            ("met |Martin Vale Jr|. there", "Martin Vale Jr."),
            ("He lives in |Washington|.", "Washington"),
            ("|George W|. Bush", "George W"),
            ("at |10.5|.", "10.5"),
            ("to |postil.org|.", "postil.org"),
            ("by |U.S| forces", "U.S"),
            ("the |U.S|", "U.S"),
        ] {
            let mut places = case
                .chars()
                .enumerate()
                .filter(|(_, character)| *character == '|')
                .map(|(at, _)| count(at));
            let (start, end) = (places.next().unwrap(), places.next().unwrap() - 1);
            let text = Text::new(case.replace('|', ""));
            let taken = with_stop_of_abbreviation(&text, Extent::of(start, end));
            assert_eq!(text.slice(taken), Some(expected), "{case}");
        }
    }

    proptest! {
        #[test]
        fn a_run_holds_its_caret_and_starts_and_ends_with_a_word(content in any_text()) {
            let text = Text::new(content);
            for caret in 0..=text.len() {
                let Some(run) = capitalised_run_at(&text, CodePoint(caret)) else { continue };
                prop_assert!(!run.is_empty() && text.extent().contains_extent(run));
                prop_assert_eq!(text.trim_extent(run), run);
                prop_assert_eq!(text.line_of(run.start), text.line_of(CodePoint(caret)));
            }
        }
    }
}
