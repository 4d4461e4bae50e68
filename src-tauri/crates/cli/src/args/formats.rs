//! The formats in the help, out of their table, so that a new one is there by itself.

use super::examples;
use postil_formats::{FORMATS, Format};

/// Letters on a line of the help.
const WIDTH: usize = 92;

/// What the help of `postil export` ends with.
pub fn export() -> String {
    format!("{}{}", listed(|_| true), examples::EXPORT)
}

/// What the help of `postil import` ends with.
pub fn import() -> String {
    let readable = listed(|format| format.reader.is_some());
    let projects = wrapped("other projects: their articles with all layers, entities, scheme");
    let readable = readable.trim_end();
    format!("{readable}\n  postil\n{projects}\n{}", examples::IMPORT)
}

/// Each format with what it holds and what can be chosen.
fn listed(wanted: fn(&Format) -> bool) -> String {
    let mut help = "Formats:\n".to_owned();
    for format in FORMATS.iter().filter(|format| wanted(format)) {
        help.push_str(&format!("  {} ({})\n", format.id, format.title));
        help.push_str(&wrapped(format.holds));
        for option in format.options {
            let values = option.values.join("|");
            let option = format!("--option {}={values}: {}", option.id, option.help);
            help.push_str(&wrapped(&option));
        }
    }
    help.push('\n');
    help
}

/// Lines that are indented and not too long.
fn wrapped(text: &str) -> String {
    const INDENT: &str = "      ";
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = INDENT.len() + line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && longer > WIDTH {
            lines.push_str(&format!("{INDENT}{line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push_str(&format!("{INDENT}{line}\n"));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_and_option_is_in_the_help_and_no_line_too_long() {
        let (out, back) = (export(), import());
        for format in FORMATS {
            let name = format!("\n  {} (", format.id);
            assert!(out.contains(&name), "{}", format.id);
            assert_eq!(
                back.contains(&name),
                format.reader.is_some(),
                "{}",
                format.id
            );
            for option in format.options {
                assert!(out.contains(&format!("--option {}=", option.id)));
            }
        }
        let long = |help: &str| help.lines().map(|line| line.chars().count()).max();
        assert!(long(&out) <= Some(WIDTH + 6), "{out}");
        assert!(back.contains("\n  postil\n"));
    }

    #[test]
    fn words_stay_whole_and_in_order() {
        let text = "word ".repeat(40);
        let lines = wrapped(&text);
        assert!(lines.lines().count() > 1 && lines.lines().all(|line| line.len() <= WIDTH));
        let words: Vec<&str> = lines.split_whitespace().collect();
        assert_eq!(words.len(), 40);
    }
}
