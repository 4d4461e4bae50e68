//! Markdown, as a reader of it sees it.

use super::paragraphs::{Paragraphs, Place};
use super::{Choices, FileArticle, Kind, Left, LeftOut, Reading, Refusal, encoding};
use crate::html;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The largest text that is read, in bytes of UTF-8.
const LIMIT: usize = 32 * 1024 * 1024;

/// The text without its marks.
pub(super) fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, Refusal> {
    let (source, used) = encoding::decode(bytes, choices.encoding.as_deref(), None)?;
    if source.len() > LIMIT {
        return Err(Refusal::TooLarge {
            bytes: u64::try_from(source.len()).unwrap_or(u64::MAX),
            limit: u64::try_from(LIMIT).unwrap_or(u64::MAX),
        });
    }
    // The parser knows line feeds best.
    let source = source.replace("\r\n", "\n");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = Page::default();
    for event in Parser::new_ext(&source, options) {
        page.take(event);
    }
    let text = page.paragraphs.into_text();
    if text.is_empty() {
        return Err(Refusal::NoText);
    }
    let mut article = FileArticle {
        text,
        ..FileArticle::default()
    };
    article.metadata.title = html::words(&page.title);
    Ok(Reading {
        encoding: Some(used),
        left_out: page.left_out,
        ..Reading::of_one(Kind::Markdown, article)
    })
}

#[derive(Default)]
struct Page {
    paragraphs: Paragraphs,
    left_out: LeftOut,
    /// The first heading of the highest rank.
    title: String,
    in_title: bool,
    lists: usize,
    tables: usize,
    /// What is being left out, and its first words.
    leaving: Option<(Left, String)>,
    picture: usize,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.write(&words),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.write("\n"),
            Event::Rule => self.paragraphs.end(self.place()),
            Event::FootnoteReference(_) => {}
            Event::Html(code) | Event::InlineHtml(code) => {
                if self.leaving.is_none() && !code.trim().is_empty() {
                    self.left_out.add(Left::Markup, &code);
                }
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn write(&mut self, words: &str) {
        if self.picture > 0 {
            return;
        }
        if let Some((_, example)) = &mut self.leaving {
            if example.len() < 400 {
                example.push_str(words);
            }
            return;
        }
        if self.in_title {
            self.title.push_str(words);
        }
        self.paragraphs.write(words);
    }

    fn place(&self) -> Place {
        if self.lists > 0 || self.tables > 0 {
            Place::Row
        } else {
            Place::Alone
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let first = self.title.is_empty();
                self.in_title = first && *level == pulldown_cmark::HeadingLevel::H1;
            }
            // The first words of an item may stand right before a list in it.
            Tag::List(_) => {
                self.paragraphs.end(self.place());
                self.lists += 1;
            }
            Tag::Table(_) => self.tables += 1,
            Tag::FootnoteDefinition(_) => self.leaving = Some((Left::Note, String::new())),
            Tag::MetadataBlock(_) => self.leaving = Some((Left::Markup, String::new())),
            Tag::Image { .. } => {
                self.picture += 1;
                self.left_out.add(Left::Picture, "");
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.in_title = false;
                self.paragraphs.end(self.place());
            }
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item | TagEnd::TableCell
                if self.leaving.is_none() =>
            {
                self.paragraphs.end(self.place());
            }
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::Table => self.tables = self.tables.saturating_sub(1),
            TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => {
                if let Some((what, example)) = self.leaving.take() {
                    self.left_out.add(what, &example);
                }
            }
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            _ => {}
        }
    }
}
