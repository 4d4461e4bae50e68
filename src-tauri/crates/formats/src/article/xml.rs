//! The XML inside documents, element after element: no tree is built.

use super::{Kind, Refusal, encoding};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements may be nested this deep.
const DEEPEST: usize = 500;
/// As much of what is skipped is kept as an example, in bytes.
const EXAMPLE: usize = 400;

/// An element that begins.
pub(super) struct Tag<'xml> {
    name: &'xml str,
    start: &'xml BytesStart<'xml>,
}

impl Tag<'_> {
    /// Its name without its prefix.
    pub fn name(&self) -> &str {
        self.name
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self
            .start
            .attributes()
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// What to do with an element that begins.
pub(super) enum Step {
    /// Look at what is inside.
    Inside,
    /// Skip it; its words are reported.
    Skip,
}

/// Watches a document go by.
pub(super) trait Watcher {
    /// An element begins.
    fn start(&mut self, tag: &Tag<'_>) -> Step;
    /// An element that was not skipped ends.
    fn end(&mut self, name: &str);
    /// Characters outside of what is skipped.
    fn text(&mut self, text: &str);
    /// An element was skipped; `words` are the first of those inside it.
    fn skipped(&mut self, name: &str, words: &str);
    /// Whether the characters directly inside such elements are words.
    fn holds_words(name: &str) -> bool;
}

/// Shows the document to `watcher`.
pub(super) fn walk(bytes: &[u8], kind: Kind, watcher: &mut impl Watcher) -> Result<(), Refusal> {
    let (source, _) = encoding::decode(bytes, None, encoding::declared_in(bytes))?;
    let mut reader = Reader::from_str(&source);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<String> = Vec::new();
    let mut skipping: Option<Skipping> = None;
    loop {
        let damaged = |error: String| Refusal::Damaged {
            kind,
            detail: error,
        };
        let event = reader.read_event();
        match event.map_err(|error| damaged(error.to_string()))? {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(Refusal::TooDeep { limit: DEEPEST });
                }
                let local = start.local_name();
                let name = local.as_ref().to_owned();
                if skipping.is_none() {
                    let tag = Tag {
                        name: &name,
                        start: &start,
                    };
                    if matches!(watcher.start(&tag), Step::Skip) {
                        skipping = Some(Skipping {
                            depth: open.len(),
                            words: String::new(),
                        });
                    }
                }
                open.push(name);
            }
            Event::End(_) => {
                let name = open.pop().unwrap_or_default();
                match skipping.take_if(|skipping| skipping.depth == open.len()) {
                    Some(done) => watcher.skipped(&name, &done.words),
                    None if skipping.is_none() => watcher.end(&name),
                    None => {}
                }
            }
            Event::Text(text) => {
                say(watcher, &mut skipping, &open, &text.xml10_content());
            }
            Event::CData(text) => {
                say(watcher, &mut skipping, &open, &text.xml10_content());
            }
            Event::GeneralRef(reference) => {
                let number = reference.resolve_char_ref();
                let name = reference.into_inner();
                let character = match number.map_err(|error| damaged(error.to_string()))? {
                    Some(character) => character,
                    None => named_character(&name).ok_or(Refusal::Entities)?,
                };
                let mut buffer = [0; 4];
                let character = character.encode_utf8(&mut buffer);
                say(watcher, &mut skipping, &open, character);
            }
            Event::DocType(_) => return Err(Refusal::Entities),
            Event::Eof if open.is_empty() => return Ok(()),
            Event::Eof => return Err(damaged("it ends in the middle".to_owned())),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

struct Skipping {
    /// How many elements are open around it.
    depth: usize,
    words: String,
}

fn say<W: Watcher>(watcher: &mut W, skipping: &mut Option<Skipping>, open: &[String], text: &str) {
    let Some(skipping) = skipping else {
        return watcher.text(text);
    };
    let words = open.last().is_some_and(|name| W::holds_words(name));
    if words && skipping.words.len() + text.len() <= EXAMPLE {
        skipping.words.push_str(text);
    } else if words && skipping.words.is_empty() {
        skipping.words.extend(text.chars().take(EXAMPLE / 4));
    }
}

/// The only names that XML knows without a definition.
fn named_character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
