//! The tables beside that of claims, which together hold everything, and how
//! they are read.

use super::{BYTE_ORDER_MARK, NEUTRALISE, needs_mark, rows_into};
use crate::error::{Fault, ReadError, WriteError};
use crate::files::{Sink, Source};
use crate::format::{Reader, Reading};
use crate::line::at_start;
use crate::loss::Losses;
use crate::option::{OptionKind, Options};
use crate::sheets::{ARTICLES, ENTITIES, Filling, Given, LAYERS, LINKS, PLACES, SPANS, Sheet};
use postil_core::bundle::Bundle;
use std::collections::BTreeSet;
use std::io;

/// Which tables are written.
pub const TABLES: OptionKind = OptionKind {
    id: "tables",
    values: &["claims", "all"],
    help: "Writes the table of claims alone, or all tables, which can be imported again.",
};

/// The ends of the names of the other tables, and the sheets that they are.
pub(super) const ENDS: &[(&str, &str)] = &[
    (PLACES, ".places.csv"),
    (SPANS, ".spans.csv"),
    (LINKS, ".links.csv"),
    (ENTITIES, ".entities.csv"),
    (ARTICLES, ".articles.csv"),
    (LAYERS, ".layers.csv"),
];

/// The end of the file of a sheet; none for claims, which are written
/// already.
pub(super) fn end(sheet: &Sheet) -> Option<&'static str> {
    let (_, end) = ENDS.iter().find(|(name, _)| *name == sheet.name)?;
    Some(end)
}

/// The rows of columns, once for each table.
pub(super) fn begin(
    sheets: &[Sheet],
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<(), WriteError> {
    for sheet in sheets {
        if let Some(end) = end(sheet) {
            if options.is_on(&BYTE_ORDER_MARK) {
                sink.append(end, "\u{feff}".as_bytes())?;
            }
            rows_into(sink, end, [&sheet.columns])?;
        }
    }
    Ok(())
}

/// The articles of all sets of tables given, one file of each being enough.
pub(super) struct Incoming<'a> {
    reading: Reading<'a>,
    sets: std::collections::btree_set::IntoIter<String>,
    given: Option<Given>,
    losses: Losses,
}

impl<'a> Incoming<'a> {
    pub fn new(reading: Reading<'a>) -> Self {
        let sets: BTreeSet<String> = reading
            .source
            .names()
            .into_iter()
            .map(|name| {
                let mut ends = ENDS
                    .iter()
                    .map(|(_, end)| *end)
                    .chain([".claims.csv", ".csv"]);
                let stem = ends
                    .find_map(|end| name.strip_suffix(end))
                    .map(str::to_owned);
                stem.unwrap_or(name)
            })
            .collect();
        Self {
            reading,
            sets: sets.into_iter(),
            given: None,
            losses: Losses::new(),
        }
    }

    fn open(&self, stem: &str) -> Result<Given, ReadError> {
        let source = self.reading.source;
        let neutralised = self.reading.options.is_on(&NEUTRALISE);
        let articles = format!("{stem}.articles.csv");
        if !source.has(&articles) {
            let fault = Fault::NotThis {
                format: "a set of tables",
                reason: format!("{articles} is not there, which has the texts"),
            };
            return Err(at_start(stem, fault));
        }
        Given::new(
            stem,
            self.reading.now,
            self.reading.scheme,
            |sheet, filling| {
                let end = ENDS.iter().find(|(name, _)| *name == sheet);
                let file = format!("{stem}{}", end.map_or("", |(_, end)| end));
                if !source.has(&file) {
                    return Ok(());
                }
                rows(source, &file, neutralised, filling)
            },
        )
    }
}

fn rows(
    source: &dyn Source,
    file: &str,
    neutralised: bool,
    filling: &mut Filling,
) -> Result<(), Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(source.open(file)?);
    for (number, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|error| match error.is_io_error() {
            true => Fault::Io(io::Error::from(error)),
            false => Fault::NotThis {
                format: "a table of annotations",
                reason: format!("{file}: {error}"),
            },
        })?;
        let cells = record.iter().map(|cell| match cell.strip_prefix('\'') {
            Some(own) if neutralised && needs_mark(own) => own.to_owned(),
            _ => cell.to_owned(),
        });
        filling.take(number, cells.collect())?;
    }
    Ok(())
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(article) = self.given.as_mut().and_then(Given::next) {
                return Some(article);
            }
            self.given = None;
            let stem = self.sets.next()?;
            match self.open(&stem) {
                Ok(given) => self.given = Some(given),
                Err(refused) => return Some(Err(refused)),
            }
        }
    }
}

impl Reader for Incoming<'_> {
    fn losses(&self) -> &Losses {
        &self.losses
    }
}
