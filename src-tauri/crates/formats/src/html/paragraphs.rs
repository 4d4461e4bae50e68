//! The text of a page as it grows.

use super::block::Parting;

/// The longest white space that a page can ask for: an empty line.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    text: String,
    /// Line feeds wanted before the next character.
    breaks: usize,
    /// Something that parts words is wanted: a space or a tab.
    gap: Option<char>,
}

impl Paragraphs {
    /// Length so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written from `start` on, in bytes; empty where that is no boundary.
    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default().trim()
    }

    /// Something begins or ends here that parts the text.
    pub(super) fn part(&mut self, parting: Parting) {
        match parting {
            Parting::None => {}
            Parting::Cell => self.gap = Some('\t'),
            Parting::Line => self.breaks = self.breaks.max(1),
            Parting::Paragraph => self.breaks = self.breaks.max(2),
        }
    }

    /// A line break that the page asks for: two make a blank line, more do no more.
    pub(super) fn line_break(&mut self) {
        self.breaks = (self.breaks + 1).min(2);
    }

    /// Adds text in which white space counts once, as a browser shows it.
    pub(super) fn write(&mut self, words: &str) {
        for character in words.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.gap = self.gap.or(Some(' '));
            } else if !is_invisible(character) {
                self.begin();
                self.text.push(character);
            }
        }
    }

    /// Adds text whose white space counts as it is.
    pub(super) fn write_preformatted(&mut self, words: &str) {
        for character in words.chars() {
            match character {
                '\n' => self.line_break(),
                '\r' => {}
                _ if is_invisible(character) => {}
                _ => {
                    self.begin();
                    self.text.push(character);
                }
            }
        }
    }

    /// Writes the white space that is owed.
    fn begin(&mut self) {
        let gap = self.gap.take();
        let breaks = std::mem::take(&mut self.breaks);
        if self.text.is_empty() {
            return;
        }
        if breaks > 0 {
            self.text.extend(std::iter::repeat_n('\n', breaks));
        } else {
            self.text.extend(gap);
        }
    }

    /// The text, without white space at its ends.
    pub(super) fn into_text(self) -> String {
        let mut text = self.text;
        if !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
        text
    }
}

/// Places where a browser may break a word, and what cannot be stored.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\0' | '\u{feff}')
}
