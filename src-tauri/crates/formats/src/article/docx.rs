//! Documents of Word and of all that write as it does.
//!
//! Tracked changes are taken as accepted: what was put in is there, what was deleted is not.

use super::archive::Archive;
use super::paragraphs::{Paragraphs, Place};
use super::xml::{Step, Tag, Watcher, walk};
use super::{FileArticle, Kind, Left, LeftOut, Reading, Refusal, properties};

/// The text of the document.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let named = Kind::Docx;
    let body = archive
        .content(&main)?
        .ok_or(Refusal::NotWhatItSays { named })?;
    let mut document = Body::default();
    walk(&body, Kind::Docx, &mut document)?;
    let text = document.paragraphs.into_text();
    if text.is_empty() {
        return Err(Refusal::NoText);
    }
    let mut article = FileArticle {
        text,
        ..FileArticle::default()
    };
    if let Some(stated) = archive.content("docProps/core.xml")? {
        properties::read(&stated, Kind::Docx, &mut article)?;
    }
    Ok(Reading {
        left_out: document.left_out,
        ..Reading::of_one(Kind::Docx, article)
    })
}

/// Where in the archive the document stands.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Refusal> {
    let mut relations = Relations::default();
    if let Some(listed) = archive.content("_rels/.rels")? {
        walk(&listed, Kind::Docx, &mut relations)?;
    }
    let main = relations.main.unwrap_or_default();
    let main = main.trim_start_matches('/');
    Ok(if main.is_empty() {
        "word/document.xml".to_owned()
    } else {
        main.to_owned()
    })
}

#[derive(Default)]
struct Relations {
    main: Option<String>,
}

impl Watcher for Relations {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        let kind = tag.attribute("Type").unwrap_or_default();
        if tag.name() == "Relationship" && kind.ends_with("/officeDocument") {
            self.main = tag.attribute("Target");
        }
        Step::Inside
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}

    fn skipped(&mut self, _: &str, _: &str) {}

    fn holds_words(_: &str) -> bool {
        false
    }
}

#[derive(Default)]
struct Body {
    paragraphs: Paragraphs,
    left_out: LeftOut,
    /// Inside the properties of a paragraph, of a row.
    paragraph_properties: bool,
    row_properties: bool,
    /// The paragraph is an item of a list.
    item: bool,
    /// The end of the paragraph is deleted: the next one goes on in it.
    goes_on: bool,
    /// The row is deleted.
    row_deleted: bool,
    /// The words are hidden.
    hidden: bool,
    /// Inside an element that holds words.
    words: bool,
    tables: usize,
}

impl Body {
    fn write(&mut self, words: &str) {
        if !self.row_deleted && !self.hidden && !self.paragraph_properties {
            self.paragraphs.write(words);
        }
    }

    fn deleted(&mut self) -> Step {
        if self.paragraph_properties {
            self.goes_on = true;
        } else if self.row_properties {
            self.row_deleted = true;
            self.left_out.add(Left::Deleted, "");
        } else {
            return Step::Skip;
        }
        Step::Inside
    }
}

impl Watcher for Body {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "p" => {
                self.item = false;
                self.goes_on = false;
            }
            "pPr" => self.paragraph_properties = true,
            "trPr" => self.row_properties = true,
            "tbl" => self.tables += 1,
            "numId" => self.item = tag.attribute("val").is_some_and(|list| list != "0"),
            "r" => self.hidden = false,
            "vanish" if !self.paragraph_properties => {
                let off = tag.attribute("val");
                self.hidden = !matches!(off.as_deref(), Some("0" | "false" | "off"));
            }
            "t" => self.words = true,
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("\u{2011}"),
            "sym" => self.left_out.add(Left::UnknownCharacter, ""),
            "footnoteReference" | "endnoteReference" => self.left_out.add(Left::Note, ""),
            "commentReference" => self.left_out.add(Left::Comment, ""),
            "headerReference" | "footerReference" => self.left_out.add(Left::PageMargin, ""),
            "del" | "moveFrom" => return self.deleted(),
            // Old properties, the second form of a picture, readings beside characters.
            "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange" | "trPrChange"
            | "tcPrChange" | "sdtPr" | "Fallback" | "rt" | "drawing" | "pict" | "object" => {
                return Step::Skip;
            }
            _ => {}
        }
        Step::Inside
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" if !self.goes_on => {
                let row = self.item || self.tables > 0;
                let place = if row { Place::Row } else { Place::Alone };
                self.paragraphs.end(place);
            }
            "pPr" => self.paragraph_properties = false,
            "trPr" => self.row_properties = false,
            "tr" => self.row_deleted = false,
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "t" => self.words = false,
            "r" => self.hidden = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.words {
            self.write(text);
        }
    }

    fn skipped(&mut self, name: &str, words: &str) {
        match name {
            "del" => self.left_out.add(Left::Deleted, words),
            "drawing" | "pict" | "object" if words.trim().is_empty() => {
                self.left_out.add(Left::Picture, "");
            }
            "drawing" | "pict" | "object" => self.left_out.add(Left::TextBox, words),
            _ => {}
        }
    }

    fn holds_words(name: &str) -> bool {
        matches!(name, "t" | "delText")
    }
}
