//! A web page, as a clipboard or a file holds it, into plain paragraphs and what the page says of
//! itself.
//!
//! Only the tokens of the page are read, one after another: no tree is built, so depth costs
//! nothing, time and memory grow with the size alone, and nothing in the page can act.

mod block;
mod json_ld;
mod metadata;
mod paragraphs;
mod reader;

pub use metadata::PageMetadata;
pub(crate) use metadata::{address, date, words};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use reader::Reader;

/// The largest page that is read, in bytes of UTF-8.
pub const LIMIT: usize = 32 * 1024 * 1024;

/// A page without its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its paragraphs: headings, items, quotations and line breaks each begin a line, a blank line
    /// stands between paragraphs. Empty for a page that shows no text.
    pub text: String,
    /// What it says of itself.
    pub metadata: PageMetadata,
}

/// The page is larger than [`LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the page has {bytes} bytes, the limit is {LIMIT}")]
pub struct TooLarge {
    /// Its size in bytes.
    pub bytes: usize,
}

/// Reads a page or a piece of one. There is no wrong HTML: a browser shows anything.
///
/// # Errors
/// [`TooLarge`].
pub fn read(html: &str) -> Result<Page, TooLarge> {
    if html.len() > LIMIT {
        return Err(TooLarge { bytes: html.len() });
    }
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !input.is_empty() {
        // It stops after a script, which is not run.
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    Ok(tokenizer.sink.into_page())
}

#[cfg(test)]
mod tests;
