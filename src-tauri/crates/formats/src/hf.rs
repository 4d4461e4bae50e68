//! A dataset folder for Hugging Face: `data/*.parquet` and a card.
//!
//! One row for each article and annotator; an article without annotations has
//! one too. Offsets are code points. Labels and kinds of links are classes,
//! whose names stand in the file's key-value metadata as `datasets` has them.

mod card;
mod columns;
mod parquet;
mod row;

use crate::files::{Sink, read_whole};
use crate::format::{Around, Counts, Format, Place, Reader, Reading, Writer, again_by_reading};
use crate::line::{at_start, of_bundle, text, to_bundle};
use crate::loss::Losses;
use crate::{ReadError, WriteError, jsonl};
use card::Card;
use columns::{Classes, Columns};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use serde_json::Value;

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
    reader: Some(|reading| Box::new(Incoming::new(reading))),
};

/// What will be written: Parquet needs whole columns.
struct Dataset {
    columns: Columns,
    classes: Classes,
    card: Card,
}

impl Dataset {
    fn new(scheme: &Scheme) -> Self {
        Self {
            columns: Columns::new(row::FIELDS),
            classes: Classes::new(scheme),
            card: Card::default(),
        }
    }
}

impl Writer for Dataset {
    fn write(&mut self, bundle: &Bundle, _: &mut dyn Sink) -> Result<Counts, WriteError> {
        let line = of_bundle(bundle)?;
        self.card.count(&line);
        for row in row::rows(&line) {
            self.columns.add(&row, &mut self.classes);
        }
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        let data = parquet::write(row::FIELDS, &self.columns, &self.classes)
            .map_err(|error| WriteError::Io(std::io::Error::other(error)))?;
        sink.whole(DATA, &data)?;
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
    rows: std::iter::Peekable<std::vec::IntoIter<Value>>,
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
            rows: Vec::new().into_iter().peekable(),
            losses: Losses::new(),
        }
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.rows.peek().is_none() {
            self.file = self.files.next()?;
            let rows = read_whole(self.reading.source, &self.file)
                .map_err(Into::into)
                .and_then(|bytes| parquet::read(row::FIELDS, bytes));
            match rows {
                Ok(rows) => self.rows = rows.into_iter().peekable(),
                Err(fault) => return Some(Err(at_start(&self.file, fault))),
            }
        }
        let first = self.rows.next()?;
        let mut rows = vec![first];
        while let Some(next) = self.rows.next_if(|next| {
            let same = |key| rows.first().map(|first| text(first, key)) == Some(text(next, key));
            same("article_id") && same("text")
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
