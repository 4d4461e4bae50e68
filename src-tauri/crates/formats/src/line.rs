//! An article as the JSON of a Postil JSONL line, for formats that carry the
//! same in other shapes. What comes back passes every check of that reader.

use crate::error::{ReadError, WriteError};
use crate::jsonl;
use postil_core::bundle::Bundle;
use postil_core::id::Uid;
use postil_core::text::sha256;
use serde_json::Value;
use std::io;

/// The keys of a layer for what it holds beside its spans and links.
pub(crate) const WORK: &[&str] = &[
    "answers",
    "answers_by_rule",
    "active_ms",
    "scheme_version",
    "questions",
    "checked_under",
    "link_values_by_rule",
    "kept_entities",
];

/// Everything of an article that a line has.
pub(crate) fn of_bundle(bundle: &Bundle) -> Result<Value, WriteError> {
    let mut line = Vec::new();
    jsonl::write_article(&mut line, bundle)?;
    serde_json::from_slice(&line).map_err(|error| WriteError::Io(error.into()))
}

/// The article, with its rows in their order and numbered from 1.
pub(crate) fn to_bundle(line: &Value, file: &str) -> Result<Bundle, ReadError> {
    let read = one(line.to_string().as_bytes(), file)?;
    let mut settled = Vec::new();
    match jsonl::write_article(&mut settled, &read) {
        Ok(()) => one(&settled, file),
        Err(_) => Ok(read),
    }
}

fn one(line: &[u8], file: &str) -> Result<Bundle, ReadError> {
    let mut reader = jsonl::Reader::new(line, file.to_owned());
    match reader.next() {
        // The place is one in a line that nobody has.
        Some(read) => read.map_err(|error| at_start(file, error.fault)),
        None => Err(at_start(
            file,
            io::Error::from(io::ErrorKind::UnexpectedEof).into(),
        )),
    }
}

/// A refusal of a file as a whole.
pub(crate) fn at_start(file: &str, fault: crate::error::Fault) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line: 1,
        column: 1,
        fault,
    }
}

/// A text under `key`; empty where there is none.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A list under `key`; empty where there is none.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A count under `key`; 0 where there is none.
pub(crate) fn count(value: &Value, key: &str) -> u32 {
    let number = value.get(key).and_then(Value::as_u64).unwrap_or_default();
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Uids of what has none in its file: the same again for the same file and
/// time.
pub(crate) struct Uids {
    now: u64,
    seed: String,
}

impl Uids {
    /// `now` is Unix milliseconds; `seed` tells one article from another.
    pub fn new(now: i64, seed: &str) -> Self {
        Self {
            now: u64::try_from(now).unwrap_or_default(),
            seed: sha256(seed),
        }
    }

    /// The uid of `what`, as text.
    pub fn of(&self, what: &str) -> String {
        let digest = sha256(&format!("{}\0{what}", self.seed));
        let mut random = [0_u8; 10];
        for (byte, digits) in random.iter_mut().zip(digest.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
        }
        Uid::at(self.now, &random).to_string()
    }

    /// The uid that a file states, or else one for what it states.
    pub fn stated(&self, stated: &str) -> String {
        Uid::parse(stated).map_or_else(|_| self.of(stated), |uid| uid.to_string())
    }
}

/// The uid of an annotator who is known by name alone: everywhere the same.
pub(crate) fn annotator_uid(name: &str) -> String {
    Uids::new(0, "annotator").of(name)
}
