//! Text documents of LibreOffice and of all that write as it does.

use super::archive::Archive;
use super::paragraphs::{Paragraphs, Place};
use super::xml::{Step, Tag, Watcher, walk};
use super::{FileArticle, Kind, Left, LeftOut, Reading, Refusal, properties};

/// As many spaces stand beside each other at most.
const SPACES: usize = 200;

/// The text of the document. What tracked changes deleted stands apart in it and is left out.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let named = Kind::Odt;
    let content = archive
        .content("content.xml")?
        .ok_or(Refusal::NotWhatItSays { named })?;
    let mut document = Body::default();
    walk(&content, Kind::Odt, &mut document)?;
    let text = document.paragraphs.into_text();
    if text.is_empty() {
        return Err(Refusal::NoText);
    }
    let mut left_out = document.left_out;
    if let Some(styles) = archive.content("styles.xml")? {
        let mut margins = Margins::default();
        walk(&styles, Kind::Odt, &mut margins)?;
        for words in margins.found {
            left_out.add(Left::PageMargin, &words);
        }
    }
    let mut article = FileArticle {
        text,
        ..FileArticle::default()
    };
    if let Some(stated) = archive.content("meta.xml")? {
        properties::read(&stated, Kind::Odt, &mut article)?;
    }
    Ok(Reading {
        left_out,
        ..Reading::of_one(Kind::Odt, article)
    })
}

#[derive(Default)]
struct Body {
    paragraphs: Paragraphs,
    left_out: LeftOut,
    /// Inside a paragraph.
    words: bool,
    rows: usize,
}

impl Watcher for Body {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "p" | "h" => self.words = true,
            "list-item" | "list-header" | "table" => self.rows += 1,
            "s" if self.words => {
                let count = tag.attribute("c").and_then(|count| count.parse().ok());
                let count = count.unwrap_or(1).min(SPACES);
                self.paragraphs.write(&" ".repeat(count));
            }
            "tab" if self.words => self.paragraphs.write("\t"),
            "line-break" if self.words => self.paragraphs.write("\n"),
            "deletion" | "insertion" | "format-change" | "note" | "annotation" | "frame"
            | "custom-shape" | "rect" | "ellipse" | "circle" | "line" | "connector" | "g"
            | "polyline" | "polygon" | "path" | "control" | "ruby-text" | "hidden-text"
            | "hidden-paragraph" | "script" | "font-face-decls" | "automatic-styles" => {
                return Step::Skip;
            }
            _ => {}
        }
        Step::Inside
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.words = false;
                let alone = self.rows == 0;
                let place = if alone { Place::Alone } else { Place::Row };
                self.paragraphs.end(place);
            }
            "list-item" | "list-header" | "table" => self.rows = self.rows.saturating_sub(1),
            _ => {}
        }
    }

    /// White space in the file is one space at most; wider gaps are elements.
    fn text(&mut self, text: &str) {
        if !self.words {
            return;
        }
        for (number, word) in text.split([' ', '\t', '\n', '\r']).enumerate() {
            let current = self.paragraphs.current();
            let parted = current.is_empty() || current.ends_with([' ', '\t', '\n']);
            if number > 0 && !parted {
                self.paragraphs.write(" ");
            }
            self.paragraphs.write(word);
        }
    }

    fn skipped(&mut self, name: &str, words: &str) {
        match name {
            "deletion" => self.left_out.add(Left::Deleted, words),
            "note" => self.left_out.add(Left::Note, words),
            "annotation" => self.left_out.add(Left::Comment, words),
            "frame" | "custom-shape" | "rect" | "ellipse" | "circle" | "line" | "connector"
            | "g" | "polyline" | "polygon" | "path" | "control" => {
                let blank = words.trim().is_empty();
                let what = if blank { Left::Picture } else { Left::TextBox };
                self.left_out.add(what, words);
            }
            _ => {}
        }
    }

    fn holds_words(name: &str) -> bool {
        holds_words(name)
    }
}

fn holds_words(name: &str) -> bool {
    matches!(name, "p" | "h" | "span" | "a")
}

/// The headers and footers of pages.
#[derive(Default)]
struct Margins {
    found: Vec<String>,
}

impl Watcher for Margins {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        let margin = matches!(
            tag.name(),
            "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first"
        );
        if margin { Step::Skip } else { Step::Inside }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}

    fn skipped(&mut self, _: &str, words: &str) {
        if !words.trim().is_empty() {
            self.found.push(words.to_owned());
        }
    }

    fn holds_words(name: &str) -> bool {
        holds_words(name)
    }
}
