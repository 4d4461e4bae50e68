//! Which breaks of UAX 29 are none, and which marks end a sentence.
//!
//! The lists are short on purpose: what news needs most, in the languages it was seen in.

use icu_properties::CodePointMapData;
use icu_properties::props::SentenceBreak;

/// Words with a stop that never end a sentence.
const ABBREVIATIONS: &[&str] = &[
    // English, and titles shared with its neighbours
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Cpl", "Sen", "Rep",
    "Gov", "Rev", "Hon", "Adm", "Cmdr", "Amb", "St", "Mt", "Ft", "vs", "cf", "e.g", "i.e",
    "approx", // German, Dutch
    "Hr", "Dipl", "bzw", "vgl", "sog", "geb", "evtl", "inkl", "z", "d", "dhr", "mevr", "drs",
    // French, Spanish, Portuguese, Italian
    "MM", "Sr", "Sra", "Srta", "Dra", "Ud", "Uds", "EE", "Exmo", "Sig", "Dott", "Avv",
    // Czech, Polish, Turkish, Azerbaijani
    "Ing", "Mgr", "MUDr", "JUDr", "tzv", "např", "tzw", "płk", "ks", "Doç", "Av", "Sn", "Hz", "s",
    "dr", "prof", "mr", "sr", "sra", "sig", "dott", "avv", "doc", "inż", "gen", // Greek
    "κ", "κκ", "Δρ", "δρ", "καθ", "π.χ", "δηλ", // Vietnamese
    "TP", "TS", "GS", "PGS", "ThS", // Indonesian, Danish, Norwegian, Icelandic
    "Ny", "Tn", "Bpk", "Frk", "frk", "hr", // Russian, Ukrainian, Bulgarian
    "им", "ул", "акад", "проф", "ген", "полк", "тов", "гр", "обл", "св", "пр", "см", "ср", "т",
    "т.е", "т.к", "тыс", "руб",
];

/// Words with a stop that end a sentence as initials do: only before a word that starts one.
const LIKE_INITIALS: &[&str] = &["UU", "EE.UU"];

/// Words with a stop that don't end a sentence before a number.
const BEFORE_NUMBERS: &[&str] = &[
    "No", "Nos", "Nr", "nr", "kl", "č", "tel", "núm", "str", "Nº", "p", "pp", "Art", "art", "Fig",
    "Vol", "Ch", "Sec", "Abs", "S", "стр", "ст", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep",
    "Oct", "Nov", "Dec",
];

/// What a number with a stop is an ordinal before, where it is written with a capital.
const AFTER_ORDINALS: &[&str] = &[
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "Jänner",
    "Jahrhundert",
    "Jahrhunderts",
    "Weltkrieg",
    "Weltkriegs",
    "Dünya",
    "Bundestag",
    "Bundestages",
];

/// Words that start a new sentence after initials rather than being a name.
const STARTERS: &[&str] = &[
    "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "You", "But", "And",
    "This", "That", "These", "Those", "There", "When", "If", "As", "His", "Her", "Its", "Their",
    "For", "Der", "Die", "Das", "Er", "Sie", "Es", "Und", "Aber", "Le", "La", "Les", "Il", "Elle",
    "El", "Los", "Las", "Он", "Она", "Они", "Но", "Это",
];

/// English verbs of saying, for "“Why?” Patel asked".
const SAYING: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "told",
    "asked",
    "asks",
    "wrote",
    "replied",
    "went",
    "concluded",
    "continued",
    "noted",
    "warned",
    "explained",
    "insisted",
    "answered",
    "stressed",
];

/// What follows a quotation in its sentence, in Japanese and Korean.
const AFTER_QUOTATION: &[&str] = &[
    "と",
    "って",
    "라고",
    "이라고",
    "고 ",
    "라며",
    "며 ",
    "는 ",
    "라는",
];

/// Characters in Chinese verbs of saying: 说, 表示, 称, 告诉.
const CHINESE_SAYING: &str = "说說示称稱诉訴";

/// How far into the next words a Chinese verb of saying is looked for, in code points.
const CHINESE_REACH: usize = 10;

/// Whether a sentence goes on over a break. `piece` is what UAX 29 left before the break and
/// `next` what it left behind it; `first` says whether `piece` starts the sentence.
pub(super) fn joins(piece: &str, next: &str, first: bool) -> bool {
    if class_of_last(piece) == Some(SentenceBreak::Sep) {
        return false;
    }
    let Some(start) = next.chars().find(|character| character.is_alphanumeric()) else {
        // Marks that lean on what follows open it; others close what was.
        return next.ends_with(char::is_whitespace)
            || next.trim_start_matches(is_closing).is_empty();
    };
    if class(start) == SentenceBreak::Lower {
        return true;
    }
    let piece = piece.trim_end();
    let core = piece.trim_end_matches(is_closing);
    if core.len() < piece.len() {
        return goes_on_after_quotation(core, next);
    }
    let word = word_of(next);
    let Some(token) = piece.strip_suffix('.').map(last_token) else {
        return false;
    };
    if token.chars().all(|digit| digit.is_ascii_digit()) && !token.is_empty() {
        let list_number = first && piece.len() == token.len() + 1 && token.len() <= 3;
        return list_number || (token.len() <= 2 && AFTER_ORDINALS.contains(&word));
    }
    ABBREVIATIONS.contains(&token)
        || (start.is_numeric() && BEFORE_NUMBERS.contains(&token))
        || ((is_initials(token) || LIKE_INITIALS.contains(&token)) && !STARTERS.contains(&word))
        || is_initial_without_case(token)
}

/// Where sentences end by marks that end none elsewhere, in bytes of `line`: the Greek
/// question mark, a colon for the Armenian full stop, two word spaces for the Ethiopic one.
pub(super) fn stops_of_scripts(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut letter, mut before) = (' ', ' ');
    for (at, mark) in line.char_indices() {
        if stops_in_script(mark, before, letter) {
            let after = line.get(at + mark.len_utf8()..).unwrap_or_default();
            let closed = after.trim_start_matches(is_closing);
            let rest = closed.trim_start();
            // Ethiopic needs no space after its stop.
            if rest.len() < closed.len() || mark == ETHIOPIC_SPACE {
                found.push(line.len() - rest.len());
            }
        }
        if mark.is_alphanumeric() {
            letter = mark;
        }
        before = mark;
    }
    found
}

const ETHIOPIC_SPACE: char = '፡';

/// Whether `mark` ends sentences after `before`, where `letter` is the last letter.
fn stops_in_script(mark: char, before: char, letter: char) -> bool {
    match mark {
        ';' | '\u{37e}' => matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'),
        ':' => matches!(letter, '\u{531}'..='\u{587}'),
        ETHIOPIC_SPACE => before == ETHIOPIC_SPACE,
        _ => false,
    }
}

/// Bytes of a closing mark at the start of `next`, and the space after it, where a space was
/// put before it as French does.
pub(super) fn detached_closing(next: &str) -> usize {
    let inside = next.trim_start_matches(['»', '”', '›', '"', ')']);
    let rest = inside.trim_start();
    if inside.len() == next.len() || (rest.len() == inside.len() && !rest.is_empty()) {
        return 0;
    }
    next.len() - rest.len()
}

/// Bytes of the opening marks at the end of `piece`, which UAX 29 takes for closing ones
/// where no space stands before them (。「).
pub(super) fn attached_opening(piece: &str) -> usize {
    let opening = |mark: char| "「『《〈“‘（(【〔[{„«｢〝".contains(mark);
    piece.len() - piece.trim_end_matches(opening).len()
}

/// `sentence`, which has no white space at its ends, without the marks that end it.
pub(super) fn without_end_mark(sentence: &str) -> &str {
    let mut kept = sentence;
    while let Some(last) = kept.chars().next_back() {
        let shorter = kept.strip_suffix(last).unwrap_or_default();
        let mut before = shorter.chars().rev();
        let next = before.clone().next().unwrap_or(' ');
        let letter = before.find(|one| one.is_alphanumeric()).unwrap_or(' ');
        let left_over = last == ETHIOPIC_SPACE && kept.len() < sentence.len();
        if !ends_sentences(last) && !stops_in_script(last, next, letter) && !left_over {
            break;
        }
        let token = last_token(shorter);
        let dotted = token.contains('.') || ABBREVIATIONS.contains(&token);
        if last == '.' && dotted && token.chars().any(char::is_alphabetic) {
            break;
        }
        kept = shorter.trim_end();
    }
    kept
}

/// An attribution after a quotation; in English only after a mark a comma can't replace.
fn goes_on_after_quotation(quoted: &str, next: &str) -> bool {
    let after_quotation = AFTER_QUOTATION
        .iter()
        .any(|particle| next.starts_with(particle));
    if after_quotation || is_chinese_attribution(next) {
        return true;
    }
    let open_ended = quoted.ends_with(['!', '?', '…']) || quoted.ends_with("...");
    open_ended
        && next
            .split_whitespace()
            .take(5)
            .any(|word| SAYING.contains(&word.trim_matches(|mark: char| !mark.is_alphanumeric())))
}

/// "她说。" belongs to the quotation before it; "她说，渡轮很快恢复。" says something of its own.
fn is_chinese_attribution(next: &str) -> bool {
    let saying = |&(_, character): &(usize, char)| CHINESE_SAYING.contains(character);
    let Some((verb, _)) = next.char_indices().take(CHINESE_REACH).find(saying) else {
        return false;
    };
    let rest = next.get(verb..).unwrap_or_default();
    let Some(mark) = rest.find(['，', '：', '。', '！', '？']) else {
        return true;
    };
    let mut from_mark = rest.get(mark..).unwrap_or_default().chars();
    match from_mark.next() {
        Some('，') => from_mark
            .next()
            .is_some_and(|next| "“‘「『\"".contains(next)),
        Some('：') => false,
        _ => true,
    }
}

fn class(character: char) -> SentenceBreak {
    CodePointMapData::<SentenceBreak>::new().get(character)
}

fn class_of_last(content: &str) -> Option<SentenceBreak> {
    content.chars().next_back().map(class)
}

fn is_closing(character: char) -> bool {
    class(character) == SentenceBreak::Close
}

fn ends_sentences(character: char) -> bool {
    matches!(
        class(character),
        SentenceBreak::ATerm | SentenceBreak::STerm
    ) || character == '…'
}

/// From the last space, opening mark or hyphen to the end.
fn last_token(content: &str) -> &str {
    content
        .rsplit(|mark: char| mark.is_whitespace() || is_closing(mark) || mark == '-')
        .next()
        .unwrap_or_default()
}

/// The first run of letters and digits.
fn word_of(content: &str) -> &str {
    content
        .split(|mark: char| !mark.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default()
}

/// "J", "U.S", "В": single capitals with stops between them.
fn is_initials(token: &str) -> bool {
    token.split('.').all(|part| {
        let mut letters = part.chars();
        letters
            .next()
            .is_some_and(|letter| class(letter) == SentenceBreak::Upper)
            && letters.next().is_none()
    })
}

/// An initial in a script without case: one letter, or one foreign letter's name where a
/// stop does not end sentences (यू. एस.).
fn is_initial_without_case(token: &str) -> bool {
    let mut letters = token.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    match first {
        '\u{900}'..='\u{b7f}' => letters.count() < 3 && class(first) == SentenceBreak::OLetter,
        '\u{590}'..='\u{8ff}' | '\u{d80}'..='\u{dff}' | '\u{1780}'..='\u{17ff}' => {
            letters.next().is_none()
        }
        _ => false,
    }
}
