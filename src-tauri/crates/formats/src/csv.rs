//! CSV: the table of claims, one row for each, as RFC 4180 has it (UTF-8,
//! commas, CRLF, quotation marks around all that is no number).
//!
//! Offsets are code points. Where a claim has several sources or places, the
//! values of one cell are joined by `|`, in the same order in all columns that
//! belong together.

mod loss;
mod row;

use crate::error::WriteError;
use crate::jsonl::write::in_order;
use crate::loss::{Losses, Lost};
use postil_core::bundle::Bundle;
use postil_core::scheme::{Role, Scheme};
use row::Row;
use std::hash::{DefaultHasher, Hasher};
use std::io;

pub use loss::losses;

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

/// Choices for one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Puts a `'` before cells that start with `=`, `+`, `-`, `@`, a tab or a
    /// carriage return and are no numbers, which a spreadsheet would run as
    /// formulas. Each is counted as [`Lost::Neutralised`].
    pub neutralise: bool,
    /// Starts the file with U+FEFF, by which Excel knows UTF-8.
    pub byte_order_mark: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            neutralise: true,
            byte_order_mark: false,
        }
    }
}

/// Writes the table of claims, article by article.
pub struct ClaimsWriter<'a> {
    csv: csv::Writer<&'a mut dyn io::Write>,
    scheme: &'a Scheme,
    attributes: Vec<String>,
    options: Options,
    neutralised: Losses,
    rows: usize,
    digest: Digest,
}

/// A table that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Claims.
    pub rows: usize,
    /// What [`read_back`] finds if the file holds these cells.
    pub digest: u64,
    /// Cells that were changed.
    pub neutralised: Losses,
}

impl<'a> ClaimsWriter<'a> {
    /// Writes the header row.
    ///
    /// # Errors
    /// When `out` refuses.
    pub fn new(
        out: &'a mut dyn io::Write,
        scheme: &'a Scheme,
        options: Options,
    ) -> Result<Self, WriteError> {
        if options.byte_order_mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer = Self {
            csv: csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .quote_style(csv::QuoteStyle::NonNumeric)
                .from_writer(out),
            scheme,
            attributes: further_attributes(scheme),
            options,
            neutralised: Losses::new(),
            rows: 0,
            digest: Digest::default(),
        };
        let header = COLUMNS.iter().copied();
        let further = writer.attributes.iter().map(String::as_str);
        let header: Vec<String> = header.chain(further).map(str::to_owned).collect();
        writer.record(&header)?;
        Ok(writer)
    }

    /// Writes the claims of all layers of an article; says how many.
    ///
    /// # Errors
    /// When the writer underneath refuses.
    pub fn write(&mut self, bundle: &Bundle) -> Result<usize, WriteError> {
        let mut rows = 0;
        for layer in &bundle.layers {
            let context = Row::new(bundle, layer, self.scheme);
            for span in in_order(layer) {
                if self.scheme.role(&span.label) != Role::Statement {
                    continue;
                }
                let cells = context.cells(span, &self.attributes);
                let cells = cells.into_iter().map(|cell| self.neutral(cell));
                let cells: Vec<String> = cells.collect();
                self.record(&cells)?;
                rows += 1;
            }
        }
        self.rows += rows;
        Ok(rows)
    }

    fn record(&mut self, cells: &[String]) -> Result<(), WriteError> {
        self.csv.write_record(cells).map_err(io::Error::from)?;
        self.digest.record(cells.iter().map(String::as_bytes));
        Ok(())
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the writer underneath refuses.
    pub fn finish(mut self) -> Result<Table, WriteError> {
        self.csv.flush()?;
        Ok(Table {
            rows: self.rows,
            digest: self.digest.0.finish(),
            neutralised: self.neutralised,
        })
    }

    fn neutral(&mut self, cell: String) -> String {
        if !self.options.neutralise || !is_formula(&cell) {
            return cell;
        }
        self.neutralised.add(Lost::Neutralised, || cell.clone());
        format!("'{cell}")
    }
}

/// Stands for all cells of a table and where they lie in it.
#[derive(Default)]
struct Digest(DefaultHasher);

impl Digest {
    fn record<'c>(&mut self, cells: impl Iterator<Item = &'c [u8]>) {
        for cell in cells {
            self.0.write(cell);
            self.0.write_u8(0xff);
        }
        self.0.write_u8(0xfe);
    }
}

/// Reads a table to its end; the digest of its cells.
///
/// # Errors
/// When it is no table: rows of different lengths, or the file fails.
pub fn read_back(input: impl io::Read) -> io::Result<u64> {
    let mut digest = Digest::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(input);
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record)? {
        digest.record(record.iter());
    }
    Ok(digest.0.finish())
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
