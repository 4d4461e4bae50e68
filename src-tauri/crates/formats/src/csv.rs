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
        };
        let header = COLUMNS.iter().copied();
        let further = writer.attributes.iter().map(String::as_str);
        writer
            .csv
            .write_record(header.chain(further))
            .map_err(io::Error::from)?;
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
                self.csv.write_record(&cells).map_err(io::Error::from)?;
                rows += 1;
            }
        }
        Ok(rows)
    }

    /// Ends the table; says which cells were changed.
    ///
    /// # Errors
    /// When the writer underneath refuses.
    pub fn finish(mut self) -> Result<Losses, WriteError> {
        self.csv.flush()?;
        Ok(self.neutralised)
    }

    fn neutral(&mut self, cell: String) -> String {
        if !self.options.neutralise || !is_formula(&cell) {
            return cell;
        }
        self.neutralised.add(Lost::Neutralised, || cell.clone());
        format!("'{cell}")
    }
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
