//! A dataset folder for Hugging Face: `data/*.parquet` and a card.
//!
//! One row for each article and annotator; an article without annotations has
//! one too. Offsets are code points. Labels and kinds of links are classes,
//! whose names stand in the file's key-value metadata as `datasets` has them.

mod card;
mod chunks;
mod columns;
mod parquet;
mod row;

use self::parquet::{Groups, Rows};
use crate::files::Sink;
use crate::format::{Around, Counts, Format, Place, Reader, Reading, Writer, again_by_reading};
use crate::line::{at_start, of_bundle, text, to_bundle};
use crate::loss::Losses;
use crate::{ReadError, WriteError, jsonl};
use ::parquet::errors::ParquetError;
use card::Card;
use chunks::Chunks;
use columns::{Classes, Columns};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use serde_json::Value;
use std::iter::Peekable;

/// The file of rows.
const DATA: &str = "data/train-00000-of-00001.parquet";

/// The card.
const CARD: &str = "README.md";

/// A Hugging Face dataset.
pub static ROW: Format = Format {
    id: "hf",
    title: "Hugging Face dataset (Parquet)",
    place: Place::Folder,
    extensions: &[".parquet"],
    also: &[],
    holds: "a row for each article and annotator with text, spans, links and entities, and a \
            dataset card; comes in again unchanged",
    options: &[],
    losses: |bundle, _, _| jsonl::losses(bundle),
    writer: |scheme, _| Box::new(Dataset::new(scheme)),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| sample.ends(".parquet"),
    reader: Some(|reading| Box::new(Incoming::new(reading))),
};

/// A group of rows is written when its values have about so many bytes:
/// Parquet needs whole columns, but only of a group.
const GROUP: usize = 16 << 20;

/// What a span or link weighs, in bytes, about.
const ROW_WEIGHT: usize = 256;

struct Dataset {
    /// Once it is begun.
    file: Option<Groups>,
    /// What will be the next group.
    columns: Columns,
    weight: usize,
    classes: Classes,
    card: Card,
}

impl Dataset {
    fn new(scheme: &Scheme) -> Self {
        Self {
            file: None,
            columns: Columns::new(row::FIELDS),
            weight: 0,
            classes: Classes::new(scheme),
            card: Card::default(),
        }
    }

    fn file(&mut self) -> Result<&mut Groups, ParquetError> {
        let file = match self.file.take() {
            Some(file) => file,
            None => Groups::begin(row::FIELDS)?,
        };
        Ok(self.file.insert(file))
    }

    fn write_group(&mut self, sink: &mut dyn Sink) -> Result<(), WriteError> {
        let columns = std::mem::replace(&mut self.columns, Columns::new(row::FIELDS));
        self.weight = 0;
        let group = self.file().and_then(|file| file.write(&columns));
        sink.append(DATA, &group.map_err(refused)?)?;
        Ok(())
    }
}

fn refused(error: ParquetError) -> WriteError {
    WriteError::Io(std::io::Error::other(error))
}

impl Writer for Dataset {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        let line = of_bundle(bundle)?;
        self.card.count(&line);
        for row in row::rows(&line) {
            self.columns.add(&row, &mut self.classes);
        }
        let counts = Counts::of(bundle);
        self.weight += bundle.text.len() + (counts.spans + counts.links) * ROW_WEIGHT;
        if self.weight >= GROUP {
            self.write_group(sink)?;
        }
        Ok(counts)
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        // A dataset without rows has an empty group.
        if self.weight > 0 || !self.file().map_err(refused)?.has_any() {
            self.write_group(sink)?;
        }
        if let Some(file) = self.file.take() {
            let end = file.end(row::FIELDS, &self.classes).map_err(refused)?;
            sink.append(DATA, &end)?;
        }
        sink.whole(CARD, self.card.write().as_bytes())?;
        Ok(Losses::new())
    }
}

/// The articles of all Parquet files given.
struct Incoming<'a> {
    reading: Reading<'a>,
    files: std::vec::IntoIter<String>,
    file: String,
    /// Rows of the file that is being read.
    rows: Option<Peekable<Rows>>,
    losses: Losses,
}

impl<'a> Incoming<'a> {
    fn new(reading: Reading<'a>) -> Self {
        let names = reading.source.names();
        let files: Vec<String> = names
            .into_iter()
            .filter(|name| name.ends_with(".parquet"))
            .collect();
        Self {
            reading,
            files: files.into_iter(),
            file: String::new(),
            rows: None,
            losses: Losses::new(),
        }
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let first = loop {
            match self.rows.as_mut().and_then(Iterator::next) {
                Some(Ok(row)) => break row,
                Some(Err(fault)) => return Some(Err(at_start(&self.file, fault))),
                None => {}
            }
            self.rows = None;
            self.file = self.files.next()?;
            let rows = Chunks::of(self.reading.source, &self.file)
                .map_err(Into::into)
                .and_then(|file| Rows::of(row::FIELDS, file));
            match rows {
                Ok(rows) => self.rows = Some(rows.peekable()),
                Err(fault) => return Some(Err(at_start(&self.file, fault))),
            }
        };
        let mut rows = vec![first];
        let of_this = |next: &Value, first: &Value| {
            let same = |key| text(first, key) == text(next, key);
            same("article_id") && same("text")
        };
        while let Some(Ok(next)) = self.rows.as_mut().and_then(|left| {
            left.next_if(|next| match (next, rows.first()) {
                (Ok(next), Some(first)) => of_this(next, first),
                _ => false,
            })
        }) {
            rows.push(next);
        }
        let line = row::line(&rows).map_err(|fault| at_start(&self.file, fault));
        Some(line.and_then(|line| to_bundle(&line, &self.file)))
    }
}

impl Reader for Incoming<'_> {
    fn losses(&self) -> &Losses {
        &self.losses
    }
}
