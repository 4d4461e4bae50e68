//! CSV: the table of claims, one row for each, as RFC 4180 has it (UTF-8,
//! commas, CRLF, quotation marks around all that is no number).
//!
//! Offsets are code points. Where a claim has several sources or places, the
//! values of one cell are joined by `|`, in the same order in all columns that
//! belong together.
//!
//! With all tables (places of claims, spans, links, entities, articles,
//! layers) nothing is left out, and they can be read.

mod loss;
mod row;
mod tables;

use crate::error::WriteError;
use crate::files::{Sink, Source};
use crate::format::{AgainError, Around, Counts, Format, Place, Writer};
use crate::jsonl;
use crate::jsonl::write::in_order;
use crate::loss::{Losses, Lost};
use crate::option::{OFF, ON, OptionKind, Options};
use crate::sheets::Sheets;
use postil_core::bundle::Bundle;
use postil_core::scheme::{Role, Scheme};
use postil_core::span::Span;
use row::Row;
use std::io;
use tables::{ENDS, Incoming};

pub use loss::losses;
pub(crate) use row::PLACE_COLUMNS;
pub use tables::TABLES;

/// The columns that every table has, in order. After them comes one for each
/// further attribute that the scheme gives its statements, called by its id.
pub const COLUMNS: &[&str] = &[
    "article_id",
    "title",
    "outlet",
    "date",
    "language",
    "annotator",
    "layer",
    "status",
    "claim_id",
    "label",
    "text",
    "start",
    "end",
    "fragments",
    "form",
    "statement",
    "sourced",
    "speaker_mention",
    "speaker_entity",
    "speaker_entity_id",
    "speaker_role",
    "speaker_affiliation",
    "cue",
    "told_to",
    "about",
    "part_of",
    "places",
    "place_ids",
    "place_coordinates",
    "by_rule",
    "flags",
    "note",
];

/// Attributes that have a column of their own among [`COLUMNS`].
const OWN_COLUMN: &[&str] = &["form", "statement"];

/// The end of the table's name.
const CLAIMS: &str = ".claims.csv";

/// Puts a `'` before cells that start with `=`, `+`, `-`, `@`, a tab or a
/// carriage return and are no numbers, which a spreadsheet would run as
/// formulas. Each is counted as [`Lost::Neutralised`].
pub const NEUTRALISE: OptionKind = OptionKind {
    id: "neutralise",
    values: ON,
    help: "Puts an apostrophe before cells that a spreadsheet would run as formulas.",
};

/// Starts the file with U+FEFF, by which Excel knows UTF-8.
pub const BYTE_ORDER_MARK: OptionKind = OptionKind {
    id: "byte-order-mark",
    values: OFF,
    help: "Starts the file with a byte order mark, by which Excel knows UTF-8.",
};

/// The table of claims.
pub static ROW: Format = Format {
    id: "csv",
    title: "CSV, one row for each claim",
    place: Place::Files,
    extensions: &[
        CLAIMS,
        ".places.csv",
        ".spans.csv",
        ".links.csv",
        ".entities.csv",
        ".articles.csv",
        ".layers.csv",
    ],
    also: &[".csv"],
    holds: "claims with their words, source, cue and places; with all tables everything, which \
            comes in again unchanged",
    options: &[TABLES, NEUTRALISE, BYTE_ORDER_MARK],
    losses: |bundle, scheme, options| match options.value(&TABLES) {
        "all" => jsonl::losses(bundle),
        _ => losses(bundle, scheme),
    },
    writer: |scheme, options| Box::new(Claims::new(scheme, options)),
    again,
    resembles: |sample| sample.ends(".csv") && sample.has("article_id"),
    reader: Some(|reading| Box::new(Incoming::new(reading))),
};

/// Writes the table of claims, article by article.
struct Claims {
    scheme: Scheme,
    options: Options,
    attributes: Vec<String>,
    /// The other tables, if they are written.
    sheets: Option<Sheets>,
    neutralise: bool,
    byte_order_mark: bool,
    begun: bool,
    neutralised: Losses,
}

impl Claims {
    fn new(scheme: &Scheme, options: &Options) -> Self {
        Self {
            attributes: further_attributes(scheme),
            scheme: scheme.clone(),
            options: options.clone(),
            sheets: (options.value(&TABLES) == "all").then(|| Sheets::new(scheme)),
            neutralise: options.is_on(&NEUTRALISE),
            byte_order_mark: options.is_on(&BYTE_ORDER_MARK),
            begun: false,
            neutralised: Losses::new(),
        }
    }

    /// The header row, once.
    fn begin(&mut self, sink: &mut dyn Sink) -> Result<(), WriteError> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        if self.byte_order_mark {
            sink.append(CLAIMS, "\u{feff}".as_bytes())?;
        }
        let header = COLUMNS.iter().copied();
        let further = self.attributes.iter().map(String::as_str);
        rows_into(sink, CLAIMS, [header.chain(further)])?;
        match &mut self.sheets {
            Some(sheets) => tables::begin(&sheets.take(), &self.options, sink),
            None => Ok(()),
        }
    }

    /// The rows of an article in the tables other than that of claims.
    fn others(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<(), WriteError> {
        let Some(sheets) = &mut self.sheets else {
            return Ok(());
        };
        sheets.add(bundle)?;
        for sheet in sheets.take() {
            if let Some(end) = tables::end(&sheet) {
                let rows = self.neutral_rows(sheet.rows);
                rows_into(sink, end, rows)?;
            }
        }
        Ok(())
    }

    fn neutral_rows(&mut self, rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
        rows.into_iter()
            .map(|cells| cells.into_iter().map(|cell| self.neutral(cell)).collect())
            .collect()
    }

    fn neutral(&mut self, cell: String) -> String {
        if !self.neutralise || !needs_mark(&cell) {
            return cell;
        }
        self.neutralised.add(Lost::Neutralised, || cell.clone());
        format!("'{cell}")
    }
}

impl Writer for Claims {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.begin(sink)?;
        let mut rows = Vec::new();
        for layer in &bundle.layers {
            let context = Row::new(bundle, layer, &self.scheme);
            let claims = in_order(layer).into_iter();
            for span in claims.filter(|span| self.scheme.role(&span.label) == Role::Statement) {
                rows.push(context.cells(span, &self.attributes));
            }
        }
        let spans = rows.len();
        let rows = self.neutral_rows(rows);
        rows_into(sink, CLAIMS, rows)?;
        self.others(bundle, sink)?;
        Ok(Counts { spans, links: 0 })
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        self.begin(sink)?;
        Ok(std::mem::take(&mut self.neutralised))
    }
}

/// The columns of claims, for every kind of table.
pub(crate) fn claim_columns(scheme: &Scheme) -> Vec<String> {
    let columns = COLUMNS.iter().map(|column| (*column).to_owned());
    columns.chain(further_attributes(scheme)).collect()
}

/// The claims of an article, cells as in [`claim_columns`].
pub(crate) fn claims(bundle: &Bundle, scheme: &Scheme) -> Vec<Vec<String>> {
    let attributes = further_attributes(scheme);
    each_claim(bundle, scheme, |row, claim| {
        vec![row.cells(claim, &attributes)]
    })
}

/// The places that claims are about, cells as in [`PLACE_COLUMNS`].
pub(crate) fn places(bundle: &Bundle, scheme: &Scheme) -> Vec<Vec<String>> {
    each_claim(bundle, scheme, |row, claim| row.place_rows(claim))
}

fn each_claim(
    bundle: &Bundle,
    scheme: &Scheme,
    rows: impl Fn(&Row<'_>, &Span) -> Vec<Vec<String>>,
) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for layer in &bundle.layers {
        let context = Row::new(bundle, layer, scheme);
        for span in in_order(layer) {
            if scheme.role(&span.label) == Role::Statement {
                all.extend(rows(&context, span));
            }
        }
    }
    all
}

fn rows_into<C: AsRef<[u8]>>(
    sink: &mut dyn Sink,
    end: &str,
    rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>,
) -> Result<(), WriteError> {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::NonNumeric)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        table.write_record(row).map_err(io::Error::from)?;
    }
    let bytes = table.into_inner().map_err(|error| error.into_error())?;
    sink.append(end, &bytes)?;
    Ok(())
}

/// Reads the tables to their ends and writes their cells again.
fn again(
    source: &dyn Source,
    _: &Scheme,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<(), AgainError> {
    let others = ENDS.iter().map(|(_, end)| *end);
    let others = others.filter(|_| options.value(&TABLES) == "all");
    for end in std::iter::once(CLAIMS).chain(others) {
        if options.is_on(&BYTE_ORDER_MARK) {
            sink.append(end, "\u{feff}".as_bytes())?;
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(source.open(end)?);
        let mut record = csv::ByteRecord::new();
        while reader
            .read_byte_record(&mut record)
            .map_err(io::Error::from)?
        {
            rows_into(sink, end, [record.iter()])?;
        }
    }
    Ok(())
}

/// Whether a cell gets a `'`: one that would be run, and one that reads as if
/// it had got one already, so that a reader knows whose it is.
fn needs_mark(cell: &str) -> bool {
    is_formula(cell.trim_start_matches('\''))
}

/// Whether a spreadsheet would run the cell.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
        && !cell
            .split([' ', '|'])
            .all(|part| part.parse::<f64>().is_ok())
}

/// The ids of the attributes of statements that are not among [`COLUMNS`].
fn further_attributes(scheme: &Scheme) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let statements = scheme
        .labels
        .iter()
        .filter(|label| label.role == Role::Statement);
    for attribute in statements.flat_map(|label| &label.attributes) {
        if !OWN_COLUMN.contains(&attribute.id.as_str()) && !ids.contains(&attribute.id) {
            ids.push(attribute.id.clone());
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_numbers_and_words() {
        for formula in ["=1+1", "+1-1", "-2+3", "@SUM(A1)", "\tx", "\rx", "-", "-a"] {
            assert!(is_formula(formula), "{formula}");
        }
        for harmless in ["-33.9 18.4", "-1", "+4.5", "", "a=b", "–", "-1|2", "“=1”"] {
            assert!(!is_formula(harmless), "{harmless}");
        }
    }
}
