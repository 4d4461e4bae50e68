//! Reads articles, one line after another.

use super::check::Refusal;
use super::lines::{At, Lines, check_depth};
use super::locate::{Step, column, locate};
use super::{FORMAT, convert, wire};
use crate::error::{Fault, ReadError};
use crate::loss::{Losses, Lost};
use postil_core::bundle::Bundle;
use serde::Deserialize;
use std::io::BufRead;

/// Reads one article after another. Row ids count from 1 in each, times are 0.
///
/// After a refused line the next one can still be read, except when the file
/// itself could not be read any further.
pub struct Reader<R> {
    lines: Lines<R>,
    file: String,
    unknown: Losses,
    counts: bool,
}

impl<R: BufRead> Reader<R> {
    /// Reads from `input`; `file` is what refusals call it.
    pub const fn new(input: R, file: String) -> Self {
        Self {
            lines: Lines::new(input),
            file,
            unknown: Losses::new(),
            counts: true,
        }
    }

    /// Reads an export back. What nothing asks for is not counted, since
    /// writing again leaves it out, and that is seen.
    pub(super) fn back(input: R, file: String) -> Self {
        Self {
            counts: false,
            ..Self::new(input, file)
        }
    }

    /// Keys that this version does not know, in the lines read so far.
    #[must_use]
    pub const fn unknown(&self) -> &Losses {
        &self.unknown
    }

    /// The line of the last article, from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.lines.number()
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = match self.lines.next_of_any_depth()? {
            Ok(line) if self.counts => article(line, &mut self.unknown),
            Ok(line) => {
                let parsed = serde_json::from_str(line);
                parsed
                    .map_err(|error| not_ours(line, &error, FORMAT))
                    .and_then(|parsed| bundle(line, parsed))
            }
            Err(at) => Err(at),
        };
        Some(read.map_err(|at| read_error(&self.lines, &self.file, at)))
    }
}

pub(super) fn read_error<R: BufRead>(lines: &Lines<R>, file: &str, at: At) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line: lines.number(),
        column: column(lines.readable(), at.byte),
        fault: at.fault,
    }
}

fn article(line: &str, unknown: &mut Losses) -> Result<Bundle, At> {
    bundle(line, parse(line, FORMAT, unknown)?)
}

fn bundle(line: &str, parsed: wire::Article<'_>) -> Result<Bundle, At> {
    convert::bundle(parsed).map_err(|refusal| at_value(line, refusal))
}

/// Points a refusal at its value.
pub(super) fn at_value(line: &str, refusal: Refusal) -> At {
    let path: Vec<Step> = refusal.path.into_iter().rev().collect();
    At {
        byte: locate(line, &path),
        fault: refusal.fault,
    }
}

/// Reads the JSON, and counts the keys that nothing asked for.
pub(super) fn parse<'a, T: Deserialize<'a>>(
    line: &'a str,
    format: &'static str,
    unknown: &mut Losses,
) -> Result<T, At> {
    let mut json = serde_json::Deserializer::from_str(line);
    let mut keys = Losses::new();
    let parsed = serde_ignored::deserialize(&mut json, |path| {
        keys.add(Lost::UnknownKey, || path.to_string());
    })
    .and_then(|parsed| json.end().map(|()| parsed));
    if parsed.is_err() || !keys.is_empty() {
        // What we know of is not deep.
        check_depth(line)?;
    }
    match parsed {
        Ok(parsed) => {
            unknown.merge(keys);
            Ok(parsed)
        }
        Err(error) => Err(not_ours(line, &error, format)),
    }
}

/// A line of another version is told from a broken one.
fn not_ours(line: &str, error: &serde_json::Error, known: &'static str) -> At {
    if let Ok(head) = serde_json::from_str::<wire::Head<'_>>(line)
        && head.format != known
    {
        let found = head.format.into_owned();
        return At {
            byte: locate(line, &[Step::Key("format")]),
            fault: Fault::OtherFormat { found, known },
        };
    }
    let message = error.to_string();
    let reason = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason);
    At {
        byte: error.column().saturating_sub(1),
        fault: Fault::NotOurs(reason.to_owned()),
    }
}
