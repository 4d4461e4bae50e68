//! Workbooks of Excel and LibreOffice: sheets of claims, places of claims,
//! spans, links, entities, articles and layers.
//!
//! Every cell but offsets is text, so nothing in it is ever run as a formula.
//! A cell holds so much and no more: what is longer goes on in columns
//! called `NAME (2)`, `NAME (3)` and so on, behind all others.

mod read;
mod write;

use crate::files::{Sink, read_whole};
use crate::format::{Around, Counts, Format, Place, Reader, Reading, Writer, again_by_reading};
use crate::loss::Losses;
use crate::sheets::Sheets;
use crate::{Fault, ReadError, WriteError, jsonl};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use write::Pages;

/// The end of the file's name.
const END: &str = ".xlsx";

/// The most code points of one cell: Excel counts 32,767 UTF-16 units.
const LONGEST: usize = 16_000;

/// A workbook.
pub static ROW: Format = Format {
    id: "xlsx",
    title: "Excel workbook",
    place: Place::Files,
    extensions: &[END],
    also: &[],
    holds: "sheets of claims, places of claims, spans, links, entities, articles and layers; \
            comes in again unchanged",
    options: &[],
    losses: |bundle, _, _| jsonl::losses(bundle),
    writer: |scheme, _| Box::new(Workbook::new(scheme)),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| sample.ends(END),
    reader: Some(|reading| Box::new(Incoming::new(reading))),
};

struct Workbook {
    sheets: Sheets,
    /// Once there is a row, and until they are written.
    pages: Option<Pages>,
}

impl Workbook {
    fn new(scheme: &Scheme) -> Self {
        Self {
            sheets: Sheets::new(scheme),
            pages: None,
        }
    }

    /// The pages with the rows since the last time.
    fn pages(&mut self) -> Result<Pages, WriteError> {
        let sheets = self.sheets.take();
        let pages = self.pages.take();
        let mut pages = pages.unwrap_or_else(|| Pages::of(&sheets));
        pages.add(sheets.into())?;
        Ok(pages)
    }
}

impl Writer for Workbook {
    fn write(&mut self, bundle: &Bundle, _: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.sheets.add(bundle)?;
        self.pages = Some(self.pages()?);
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        self.pages()?.write(END, sink)?;
        Ok(Losses::new())
    }
}

/// The articles of all workbooks given.
struct Incoming<'a> {
    reading: Reading<'a>,
    left: std::vec::IntoIter<String>,
    given: Option<crate::sheets::Given>,
    losses: Losses,
}

impl<'a> Incoming<'a> {
    fn new(reading: Reading<'a>) -> Self {
        Self {
            reading,
            left: reading.source.names().into_iter(),
            given: None,
            losses: Losses::new(),
        }
    }

    fn open(&self, name: &str) -> Result<crate::sheets::Given, ReadError> {
        let refuse = |fault: Fault| crate::line::at_start(name, fault);
        let bytes = read_whole(self.reading.source, name).map_err(|error| refuse(error.into()))?;
        let mut book = read::Book::open(bytes).map_err(refuse)?;
        let (now, scheme) = (self.reading.now, self.reading.scheme);
        crate::sheets::Given::new(name, now, scheme, |sheet, filling| {
            book.rows(sheet, |number, cells| filling.take(number, cells))
        })
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(article) = self.given.as_mut().and_then(crate::sheets::Given::next) {
                return Some(article);
            }
            self.given = None;
            let name = self.left.next()?;
            match self.open(&name) {
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
