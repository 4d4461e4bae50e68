//! Lines that are a date or a time and little else, in any script's digits.

/// More letters than this beside the date make a line that says something.
const LETTERS: usize = 26;
/// The same where each letter may be a word.
const WIDE_LETTERS: usize = 8;

/// Whether a line is a date or a time and little else.
pub(super) fn is_date(content: &str) -> bool {
    let characters: Vec<char> = content.chars().collect();
    if characters.len() > 90 {
        return false;
    }
    let numbers = numbers(&characters);
    if !holds_date(&characters, &numbers) {
        return false;
    }
    let dates = numbers
        .iter()
        .filter(|number| number.digits == 4)
        .count()
        .max(1);
    let letters = characters.iter().filter(|c| c.is_alphabetic()).count();
    let wide = characters.iter().filter(|c| is_ideograph(**c)).count();
    letters <= LETTERS * dates.min(2) && wide <= WIDE_LETTERS * dates.min(2)
}

/// How the months begin in English, the one language whose months are known.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The day that a line states, ISO 8601, where it can be read in one way only.
pub(super) fn iso(content: &str) -> Option<String> {
    let characters: Vec<char> = content.chars().collect();
    let numbers = numbers(&characters);
    let gap = |first: &Number, second: &Number| -> String {
        let between = characters.get(first.end..second.start).unwrap_or_default();
        between.iter().collect::<String>().trim().to_lowercase()
    };
    let joint = |gap: &str| matches!(gap, "-" | "/" | "." | "年" | "月");
    let year = |number: &Number| number.digits == 4 && (1900..=2100).contains(&number.value);
    let in_digits = numbers.windows(3).find_map(|three| {
        let [first, second, third] = three else {
            return None;
        };
        let (one, two) = (gap(first, second), gap(second, third));
        if !joint(&one) || !joint(&two) {
            return None;
        }
        if year(first) {
            return day(first.value, second.value, third.value);
        }
        if !year(third) {
            return None;
        }
        // 3.4. is April everywhere; 3/4 is not.
        match (first.value > 12, second.value > 12) {
            (true, false) => day(third.value, second.value, first.value),
            (false, true) => day(third.value, first.value, second.value),
            _ if one == "." || first.value == second.value => {
                day(third.value, second.value, first.value)
            }
            _ => None,
        }
    });
    in_digits.or_else(|| {
        numbers.windows(2).find_map(|two| {
            let [first, second] = two else {
                return None;
            };
            let between = gap(first, second);
            let name: String = between
                .chars()
                .filter(|c| c.is_alphabetic())
                .take(3)
                .collect();
            let month = MONTHS.iter().position(|month| *month == name)?;
            let month = u32::try_from(month).ok()? + 1;
            year(second).then(|| day(second.value, month, first.value))?
        })
    })
}

/// A day that the calendar has.
fn day(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=longest)
        .contains(&day)
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

struct Number {
    start: usize,
    end: usize,
    digits: usize,
    value: u32,
}

fn numbers(characters: &[char]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    for (at, character) in characters.iter().enumerate() {
        let Some(digit) = digit(*character) else {
            continue;
        };
        match numbers.last_mut() {
            Some(last) if last.end == at => {
                last.end = at + 1;
                last.digits += 1;
                last.value = last.value.saturating_mul(10).saturating_add(digit);
            }
            _ => numbers.push(Number {
                start: at,
                end: at + 1,
                digits: 1,
                value: digit,
            }),
        }
    }
    numbers
}

/// The value of a decimal digit of the scripts that have their own.
fn digit(character: char) -> Option<u32> {
    const ZEROS: [char; 15] = [
        '0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '೦', '๐', '໐', '၀', '០', '０',
    ];
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(character).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value)
    })
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// A day with its month or year, or a time of day.
fn holds_date(characters: &[char], numbers: &[Number]) -> bool {
    let between = |first: &Number, second: &Number| -> String {
        characters
            .get(first.end..second.start)
            .unwrap_or_default()
            .iter()
            .collect()
    };
    let year = |number: &Number| number.digits == 4 && (1300..=2700).contains(&number.value);
    let day = |number: &Number| number.digits <= 2 && (1..=31).contains(&number.value);
    numbers.windows(2).any(|pair| {
        let [first, second] = pair else { return false };
        let gap = between(first, second);
        let joint = matches!(gap.trim(), "." | "/" | "-" | "–" | "年" | "月");
        let name =
            gap.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '/' | '-'));
        let month = !name.is_empty()
            && name.split_whitespace().count() <= 3
            && name
                .chars()
                .all(|c| c.is_alphabetic() || is_mark(c) || c == '.' || c == ' ');
        // 01/2025, 2025-01, 1月2(日), 3 November 2025, January 3, 2025, 12:41; not the score 3-1
        joint && (day(first) && year(second) || year(first) && day(second))
            || gap == "月" && day(first) && day(second)
            || day(first) && year(second) && (month || gap.trim() == ",")
            || matches!(gap.as_str(), ":" | "：" | "時")
                && first.value < 24
                && second.digits == 2
                && second.value < 60
    })
}

/// Vowel signs are no letters to `char::is_alphabetic` everywhere.
fn is_mark(character: char) -> bool {
    use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
    GeneralCategoryGroup::Mark
        .contains(icu_properties::CodePointMapData::<GeneralCategory>::new().get(character))
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_of_pages_are_seen_in_any_script() {
        for line in [
            "14 Jan 2026",
            "09.Jan.2026",
            "Published 3 March 2024, 06:14 GMT",
            "2024-05-14 17:46:03",
            "2024年5月14日 6時00分",
            "4月23日",
            "٢٣ أبريل ٢٠٢٤ - ١٠:٣٠",
            "अपडेटेड: 18 फ़रवरी 2024, 07:42 PM",
            "9 พ.ค. 2567",
            "March 3, 2024",
            "12:41",
        ] {
            assert!(is_date(line), "{line}");
        }
    }

    #[test]
    fn sentences_with_a_date_are_none() {
        for line in [
            "The bridge was opened on 3 March 2024 by the mayor and two of her predecessors",
            "Nine were hurt",
            "2024",
            "大桥将于2024年5月14日通车，市长和两位前任市长出席了仪式",
            "Win 3-1",
        ] {
            assert!(!is_date(line), "{line}");
        }
    }
}
