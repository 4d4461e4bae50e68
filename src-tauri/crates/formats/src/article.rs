//! Articles out of files that people have: texts, saved pages, documents, tables.
//!
//! A file gives any number of articles, with what it states of them and with all that was left out
//! of it; never annotations. What it is, its content tells before its name does. Files come from
//! anywhere: every reader is bounded in memory and time, nothing in a file is a path or a program
//! here, and what cannot be read is refused with a [`Refusal`].

mod archive;
mod choices;
mod columns;
mod docx;
mod encoding;
mod json_lines;
mod kind;
mod left_out;
mod markdown;
mod odt;
mod page;
mod paragraphs;
mod pdf;
mod plain;
mod properties;
mod reading;
mod refusal;
mod separated;
mod table;
mod xml;

pub use choices::{Choices, Field};
pub use encoding::{EncodingUse, FoundBy, encodings};
pub use kind::{KINDS, Kind, KindDescription};
pub use left_out::{Left, LeftOut, LeftPart};
pub use pdf::{Printed, SECONDS as PDF_SECONDS, THREAD as PDF_THREAD, read as read_pdf};
pub use reading::{Columns, FileArticle, Reading};
pub use refusal::{Refusal, Stranger};

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = 128 * 1024 * 1024;

/// Reads the articles of a file. `name` is its name without folders; it is only looked at where
/// the content leaves open what it is.
///
/// # Errors
/// [`Refusal`]: then the file gives nothing.
pub fn read(name: &str, bytes: &[u8], choices: &Choices) -> Result<Reading, Refusal> {
    read_with(name, bytes, choices, &read_pdf)
}

/// As [`read`], with something that reads a PDF in the place of [`read_pdf`]: the crate behind it
/// may go on for ever, and only a process can be ended.
///
/// # Errors
/// As [`read`].
pub fn read_with(
    name: &str,
    bytes: &[u8],
    choices: &Choices,
    read_pdf: &dyn Fn(&[u8]) -> Result<Printed, Refusal>,
) -> Result<Reading, Refusal> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > FILE_LIMIT {
        return Err(Refusal::TooLarge {
            bytes: size,
            limit: FILE_LIMIT,
        });
    }
    if bytes.is_empty() {
        return Err(Refusal::NoText);
    }
    let named = Kind::by_name(name);
    let kind = kind::of(name, bytes)?;
    let mut reading = match kind {
        Kind::Text => plain::read(bytes, choices),
        Kind::Html => page::read(bytes, choices),
        Kind::Docx => docx::read(bytes),
        Kind::Odt => odt::read(bytes),
        Kind::Pdf => read_pdf(bytes).map(Printed::into_reading),
        Kind::Markdown => markdown::read(bytes, choices),
        Kind::Csv | Kind::Tsv => separated::read(bytes, kind, choices),
        Kind::Jsonl => json_lines::read(bytes, choices),
    }?;
    reading.named = named.filter(|named| *named != kind);
    Ok(reading)
}

#[cfg(test)]
mod tests;
