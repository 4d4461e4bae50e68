//! PDF files with a text layer.
//!
//! A PDF says where each character is painted, not what a line or a paragraph is: that is found
//! out here from the places. The crate that reads the file fails with a panic where a file is
//! damaged, so it runs in a thread of its own, and one page at a time.

mod flow;
mod glyphs;
mod harmless;
mod order;
mod segments;

use super::{FileArticle, Kind, Left, LeftOut, Reading, Refusal};
use crate::html::words;
use glyphs::{Glyph, Glyphs};
use pdf_extract::{Document, Object, decode_text_string};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

/// The name of the thread that reads, for those who print panics.
pub const THREAD: &str = "reading a PDF";
/// Reading takes no longer, in seconds.
pub const SECONDS: u64 = 60;
/// The stack of the thread, in bytes; it is used only as far as it is needed.
const STACK: usize = 64 * 1024 * 1024;

/// What a PDF gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Its article.
    pub article: FileArticle,
    /// What is not in it.
    pub left_out: LeftOut,
}

impl Printed {
    pub(super) fn into_reading(self) -> Reading {
        Reading {
            left_out: self.left_out,
            ..Reading::of_one(Kind::Pdf, self.article)
        }
    }
}

/// Reads the text of a PDF's pages, in [`SECONDS`] at most. A thread that was given up then goes
/// on as long as the program does.
///
/// # Errors
/// [`Refusal`]: then the file gives nothing.
pub fn read(bytes: &[u8]) -> Result<Printed, Refusal> {
    harmless::before_reading(bytes)?;
    let bytes = bytes.to_vec();
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let (sender, receiver) = channel();
    let thread = Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| pages(&bytes, &stopped)));
        // Nobody listens any more when it took too long.
        let _late = sender.send(read.unwrap_or_else(|_| Err(damaged("it is not whole"))));
    });
    started.map_err(|error| damaged(&error.to_string()))?;
    match receiver.recv_timeout(Duration::from_secs(SECONDS)) {
        Ok(read) => read,
        Err(RecvTimeoutError::Disconnected) => Err(damaged("it is not whole")),
        Err(RecvTimeoutError::Timeout) => {
            stop.store(true, Ordering::Relaxed);
            Err(Refusal::TooSlow { seconds: SECONDS })
        }
    }
}

fn damaged(detail: &str) -> Refusal {
    Refusal::Damaged {
        kind: Kind::Pdf,
        detail: detail.to_owned(),
    }
}

fn pages(bytes: &[u8], stop: &AtomicBool) -> Result<Printed, Refusal> {
    let mut document = Document::load_mem(bytes).map_err(|error| {
        let reason = error.to_string();
        if reason.to_lowercase().contains("password") {
            Refusal::Encrypted
        } else {
            damaged(&reason)
        }
    })?;
    if document.is_encrypted() && document.encryption_state.is_none() {
        return Err(Refusal::Encrypted);
    }
    harmless::make(&mut document)?;
    let mut left_out = LeftOut::default();
    let mut pages: Vec<Vec<Glyph>> = Vec::new();
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    for number in &numbers {
        let mut glyphs = Glyphs::new(stop);
        // What was painted before a page breaks off is kept.
        let _broken = catch_unwind(AssertUnwindSafe(|| {
            pdf_extract::output_doc_page(&document, &mut glyphs, *number).is_ok()
        }));
        if stop.load(Ordering::Relaxed) {
            return Err(Refusal::TooSlow { seconds: SECONDS });
        }
        for _ in 0..glyphs.unknown {
            left_out.add(Left::UnknownCharacter, "");
        }
        if glyphs.painted.is_empty() {
            left_out.add(Left::PageWithoutText, &number.to_string());
        } else {
            pages.push(glyphs.painted);
        }
    }
    if numbers.is_empty() {
        return Err(damaged("it has no pages"));
    }
    let pages = pages.into_iter().map(segments::segments).collect();
    let text = flow::text(pages, &mut left_out);
    if text.is_empty() {
        return Err(Refusal::Scanned {
            pages: numbers.len(),
        });
    }
    let mut article = FileArticle {
        text,
        ..FileArticle::default()
    };
    state(&document, &mut article);
    Ok(Printed { article, left_out })
}

/// What the file states of itself. Many titles are names of the files they were made from.
fn state(document: &Document, article: &mut FileArticle) {
    let information = document.trailer.get(b"Info").ok();
    let information = information
        .and_then(|object| document.dereference(object).ok())
        .and_then(|(_, object)| object.as_dict().ok());
    let Some(information) = information else {
        return;
    };
    let said = |key: &[u8]| {
        let object: &Object = information.get(key).ok()?;
        let (_, object) = document.dereference(object).ok()?;
        words(&decode_text_string(object).ok()?.replace('\0', ""))
    };
    let file_name = |title: &String| {
        let title = title.to_lowercase();
        let ends = [".doc", ".docx", ".indd", ".qxd", ".rtf", ".pdf", ".odt"];
        let begins = ["microsoft word", "untitled", "(anonymous)", "unspecified"];
        ends.iter().any(|end| title.ends_with(end))
            || begins.iter().any(|start| title.starts_with(start))
    };
    article.metadata.title = said(b"Title").filter(|title| !file_name(title));
    article.metadata.author = said(b"Author").filter(|author| !file_name(author));
}
