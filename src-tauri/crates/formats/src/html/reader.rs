//! Reads the tokens of a page.

use super::Page;
use super::block::{Parting, hides, is_never_shown, is_void, parting};
use super::metadata::{Found, attribute};
use super::paragraphs::Paragraphs;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// As much of a script or title is kept, in bytes.
const KEPT: usize = 1024 * 1024;

/// Takes tokens and grows a page.
#[derive(Default)]
pub(super) struct Reader {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    paragraphs: Paragraphs,
    found: Found,
    /// The element whose inside is not shown, and how many of its name are open in it.
    hidden: Option<(String, u32)>,
    /// The element whose inside is no markup, and what it holds.
    raw: Option<Raw>,
    /// How many elements are open in which white space counts.
    preformatted: u32,
    /// Where the text of the heading began, in bytes.
    heading: Option<usize>,
}

struct Raw {
    name: String,
    kept: String,
    structured: bool,
}

impl Reader {
    pub(super) fn into_page(self) -> Page {
        let state = self.state.into_inner();
        let text = state.paragraphs.into_text();
        let metadata = state.found.into_metadata(&text);
        Page { text, metadata }
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) => match tag.kind {
                TagKind::StartTag => return state.start(&tag),
                TagKind::EndTag => state.end(&tag.name),
            },
            Token::CharacterTokens(words) => state.write(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.found.start_tag(tag, self.paragraphs.len());
        if let Some(kind) = raw_kind(name) {
            self.raw = Some(Raw {
                name: name.to_owned(),
                kept: String::new(),
                structured: attribute(tag, "type")
                    .is_some_and(|kind| kind.trim() == "application/ld+json"),
            });
            return TokenSinkResult::RawData(kind);
        }
        if name == "plaintext" {
            return TokenSinkResult::Plaintext;
        }
        self.leave_paragraph(name);
        if name == "body" {
            // A head without an end ends where the body begins.
            self.hidden = None;
        }
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == name && !is_void(name) {
                *open += 1;
            }
            return TokenSinkResult::Continue;
        }
        let hides = attribute(tag, "hidden").is_some()
            || attribute(tag, "style").is_some_and(hides)
            || is_never_shown(name);
        if hides {
            // Only drawings close themselves; "<div/>" is open.
            let closed = tag.self_closing && matches!(name, "svg" | "math");
            if !is_void(name) && !closed {
                self.hidden = Some((name.to_owned(), 1));
            }
            return TokenSinkResult::Continue;
        }
        match name {
            "br" => self.paragraphs.line_break(),
            "q" => self.paragraphs.write("“"),
            "pre" | "listing" => self.preformatted += 1,
            _ => {}
        }
        self.paragraphs.part(parting(name));
        if name == "h1" {
            self.heading = Some(self.paragraphs.len());
        }
        TokenSinkResult::Continue
    }

    /// A paragraph that is not shown ends where anything begins that cannot stand in one.
    fn leave_paragraph(&mut self, next: &str) {
        let ends = self
            .hidden
            .as_ref()
            .is_some_and(|(hidden, _)| hidden == "p")
            && parting(next) >= Parting::Line;
        if ends {
            self.hidden = None;
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(raw) = self.raw.take_if(|raw| raw.name == name) {
            let shown = self.hidden.is_none();
            match raw.name.as_str() {
                "script" if raw.structured => self.found.structured(&raw.kept),
                "title" => self.found.title(&raw.kept),
                "xmp" if shown => self.paragraphs.write_preformatted(&raw.kept),
                _ => {}
            }
            return;
        }
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == name {
                *open = open.saturating_sub(1);
                if *open == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        match name {
            "q" => self.paragraphs.write("”"),
            "pre" | "listing" => self.preformatted = self.preformatted.saturating_sub(1),
            "br" => self.paragraphs.line_break(),
            "h1" => {
                if let Some(start) = self.heading.take() {
                    let end = self.paragraphs.len();
                    self.found.heading(self.paragraphs.since(start), end);
                }
            }
            _ => {}
        }
        self.paragraphs.part(parting(name));
    }

    fn write(&mut self, words: &str) {
        if let Some(raw) = &mut self.raw {
            if raw.kept.len() + words.len() <= KEPT {
                raw.kept.push_str(words);
            }
        } else if self.hidden.is_none() {
            if self.preformatted > 0 {
                self.paragraphs.write_preformatted(words);
            } else {
                self.paragraphs.write(words);
            }
        }
    }
}

/// Elements whose inside is no markup.
fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "title" | "textarea" => Some(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => Some(RawKind::Rawtext),
        _ => None,
    }
}
