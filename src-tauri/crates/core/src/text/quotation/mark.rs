//! Finding quotation marks and what stands around them.

/// How many marks in a row are looked through to see what stands around one.
const RUN: usize = 3;

/// Two apostrophes that stand for one double mark.
const DOUBLED: char = '″';

/// A quotation mark in a line; apostrophes inside a word are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Where it stands, in characters of the line.
    pub(super) index: usize,
    /// 2 for a doubled apostrophe, else 1.
    pub(super) length: usize,
    pub(super) symbol: char,
    /// What stands around it lets it open a quotation.
    pub(super) opening: bool,
    /// What stands around it lets it close one.
    pub(super) closing: bool,
    /// It may as well be the sign for inches or minutes.
    pub(super) measure: bool,
    /// It may as well be the apostrophe of "the parties' talks".
    pub(super) possessive: bool,
    /// The next single mark of the line can close.
    pub(super) closed_later: bool,
}

/// All marks of a line in order.
pub(super) fn marks(line: &[char]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut index = 0;
    while let Some(&symbol) = line.get(index) {
        if is_mark(symbol) && !is_part_of_word(line, index) {
            let mark = mark_at(line, index);
            index += mark.length;
            marks.push(mark);
        } else {
            index += 1;
        }
    }
    let mut closes = false;
    for mark in marks.iter_mut().rev() {
        mark.closed_later = closes;
        if is_single(mark.symbol) {
            closes = mark.symbol != '‘' && mark.closing;
        }
    }
    marks
}

fn mark_at(line: &[char], index: usize) -> Mark {
    let doubled = line.get(index..index + 2) == Some(&['\'', '\'']);
    let length = if doubled { 2 } else { 1 };
    let symbol = match line.get(index) {
        _ if doubled => DOUBLED,
        Some(&symbol) => symbol,
        None => DOUBLED,
    };
    let before = look(line.iter().take(index).rev());
    let after = look(line.iter().skip(index + length));
    let ellipsis = after == Some('.')
        && line
            .iter()
            .skip(index + length)
            .take(RUN + 2)
            .filter(|&&character| character == '.')
            .count()
            > 1;
    let possessive = matches!(line.get(index.wrapping_sub(1)), Some('s' | 'S' | 'x' | 'z'))
        && line.get(index + 1).is_some_and(|next| next.is_whitespace())
        && line.get(index + 2).is_some_and(|next| next.is_lowercase());
    Mark {
        index,
        length,
        symbol,
        opening: before.is_none_or(opens_after) && (ellipsis || after.is_some_and(is_start)),
        closing: before.is_some_and(|before| !before.is_whitespace() && !is_opening(before))
            && after.is_none_or(|after| !after.is_alphanumeric() && !is_opening(after)),
        measure: matches!(line.get(index.wrapping_sub(1)), Some('0'..='9')),
        possessive,
        closed_later: false,
    }
}

/// The next character that is neither a quotation mark nor invisible.
fn look<'line>(characters: impl Iterator<Item = &'line char>) -> Option<char> {
    characters
        .copied()
        .enumerate()
        .find(|&(passed, character)| {
            passed >= RUN || !(is_mark(character) || is_invisible(character))
        })
        .map(|(_, character)| character)
}

/// Whether the character at `index` belongs to a word: an apostrophe, or the gershayim of a
/// Hebrew acronym (צה"ל).
fn is_part_of_word(line: &[char], index: usize) -> bool {
    let (Some(&symbol), Some(&before), Some(&after)) = (
        line.get(index),
        line.get(index.wrapping_sub(1)),
        line.get(index + 1),
    ) else {
        return false;
    };
    match symbol {
        '\'' | '’' | '‘' => {
            before.is_alphanumeric()
                && after.is_alphanumeric()
                && !is_ideographic(before)
                && !is_ideographic(after)
        }
        '"' | '״' if is_hebrew(before) && is_hebrew(after) => {
            let letters = line.iter().skip(index + 1).take_while(|&&c| is_hebrew(c));
            let prefix: Vec<_> = line
                .iter()
                .take(index)
                .rev()
                .take_while(|&&c| is_hebrew(c))
                .take(4)
                .collect();
            let only_prefix = prefix.len() < 4 && prefix.iter().all(|c| "ובכלמשה".contains(**c));
            letters.take(2).count() == 1 || !only_prefix
        }
        _ => false,
    }
}

/// Whether `character` can be a quotation mark.
pub(super) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '＂'
            | '״'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '\''
            | '‘'
            | '’'
            | '‚'
    ) || is_only_opening(character)
        || is_only_closing(character)
}

/// Marks that open whatever stands around them.
pub(super) fn is_only_opening(character: char) -> bool {
    "„‚「『《〈〝﹁﹃｢".contains(character)
}

/// Marks that close whatever stands around them.
pub(super) fn is_only_closing(character: char) -> bool {
    "」』》〉〞〟﹂﹄｣".contains(character)
}

/// Marks that may be apostrophes.
pub(super) fn is_single(character: char) -> bool {
    matches!(character, '\'' | '‘' | '’' | '‚')
}

/// Whether `closer` ends what `opener` began. Doubles may be mixed, as typists do.
pub(super) fn closes(opener: char, closer: char) -> bool {
    match opener {
        '“' | '„' => matches!(closer, '”' | '"' | '＂' | '“' | '‟'),
        '”' | '‟' | '"' | '＂' | '״' => matches!(closer, '”' | '"' | '＂' | '״'),
        DOUBLED => closer == DOUBLED,
        '«' => closer == '»',
        '»' => matches!(closer, '«' | '»'),
        '‹' => closer == '›',
        '›' => matches!(closer, '‹' | '›'),
        '‘' => matches!(closer, '’' | '\'' | '‘'),
        '’' | '\'' => matches!(closer, '’' | '\''),
        '‚' => matches!(closer, '‘' | '’'),
        '「' => closer == '」',
        '『' => closer == '』',
        '《' => closer == '》',
        '〈' => closer == '〉',
        '〝' => matches!(closer, '〞' | '〟'),
        '﹁' => closer == '﹂',
        '﹃' => closer == '﹄',
        '｢' => closer == '｣',
        _ => false,
    }
}

/// Brackets and the like, after which a mark opens and before which it does not close.
fn is_opening(character: char) -> bool {
    "([{¿¡（［【〔".contains(character)
}

fn opens_after(before: char) -> bool {
    before.is_whitespace() || is_opening(before) || "-–—―/=:：".contains(before)
}

fn is_start(after: char) -> bool {
    !after.is_whitespace() && !",.;:!?)]}%、。，；：！？）］】،؛؟".contains(after)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_hebrew(character: char) -> bool {
    matches!(character, 'א'..='ת')
}

/// Scripts that write without spaces around marks.
fn is_ideographic(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
