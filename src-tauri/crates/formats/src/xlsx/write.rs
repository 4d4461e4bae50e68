//! Sheets as a workbook. Rows wait in files, because only the last one tells
//! which columns there are, and the library writes a sheet from above.

use super::LONGEST;
use crate::error::WriteError;
use crate::files::Sink;
use crate::sheets::{Sheet, Spool};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Read, Seek, SeekFrom};

/// Columns of numbers.
const NUMBERS: &[&str] = &["start", "end"];

/// Bytes of the file that are passed on at once.
const PIECE: usize = 1 << 20;

/// The pages of a workbook, which rows are added to.
pub(super) struct Pages(Vec<Page>);

struct Page {
    name: &'static str,
    columns: Vec<String>,
    rows: Spool,
}

impl Pages {
    /// Pages with the names and columns of the sheets.
    pub fn of(sheets: &[Sheet]) -> Self {
        let pages = sheets.iter().map(|sheet| Page {
            name: sheet.name,
            columns: sheet.columns.clone(),
            rows: Spool::new(),
        });
        Self(pages.collect())
    }

    /// Adds the rows of the sheets, given in the same order.
    pub fn add(&mut self, sheets: Vec<Sheet>) -> Result<(), WriteError> {
        for (page, sheet) in self.0.iter_mut().zip(sheets) {
            for cells in sheet.rows {
                let cells = page.fitting(cells);
                page.rows.push(&cells)?;
            }
        }
        Ok(())
    }

    /// Writes the file: made of the rows alone, so that the same rows give
    /// the same bytes.
    pub fn write(self, end: &str, sink: &mut dyn Sink) -> Result<(), WriteError> {
        let mut book = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(refused)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let bold = Format::new().set_bold();
        for page in self.0 {
            let sheet = book.add_worksheet_with_constant_memory().map_err(refused)?;
            page.write(sheet, &bold)?;
        }
        let mut file = tempfile::tempfile()?;
        book.save_to_writer(&mut file).map_err(refused)?;
        file.seek(SeekFrom::Start(0))?;
        let mut piece = vec![0; PIECE];
        loop {
            let count = file.read(&mut piece)?;
            if count == 0 {
                return Ok(());
            }
            sink.append(end, piece.get(..count).unwrap_or_default())?;
        }
    }
}

impl Page {
    /// What does not fit into a cell goes on in a column of its own.
    fn fitting(&mut self, mut cells: Vec<String>) -> Vec<String> {
        for at in 0..cells.len() {
            let Some(cell) = cells.get(at).filter(|cell| cell.len() > LONGEST) else {
                continue;
            };
            let characters: Vec<char> = cell.chars().collect();
            let pieces: Vec<String> = characters
                .chunks(LONGEST)
                .map(|piece| piece.iter().collect())
                .collect();
            let name = self.columns.get(at).cloned().unwrap_or_default();
            for (part, piece) in (1_usize..).zip(pieces) {
                let column = match part {
                    1 => at,
                    _ => self.column(&format!("{name} ({part})")),
                };
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                if let Some(cell) = cells.get_mut(column) {
                    *cell = piece;
                }
            }
        }
        cells
    }

    fn column(&mut self, name: &str) -> usize {
        let known = self.columns.iter().position(|own| own == name);
        known.unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        })
    }

    fn write(self, sheet: &mut Worksheet, bold: &Format) -> Result<(), WriteError> {
        let Self {
            name,
            columns,
            mut rows,
        } = self;
        sheet.set_name(name).map_err(refused)?;
        sheet.set_freeze_panes(1, 0).map_err(refused)?;
        for (at, name) in (0_u16..).zip(&columns) {
            sheet
                .write_string_with_format(0, at, name, bold)
                .map_err(refused)?;
        }
        let mut row = 0;
        rows.each(|cells| {
            row += 1;
            for (at, cell) in cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| !cell.is_empty())
            {
                let column = u16::try_from(at).unwrap_or(u16::MAX);
                let is_number = columns
                    .get(at)
                    .is_some_and(|name| NUMBERS.contains(&name.as_str()));
                let written = match cell.parse::<u32>() {
                    Ok(number) if is_number => sheet.write_number(row, column, number),
                    _ => sheet.write_string(row, column, cell),
                };
                written.map_err(refused)?;
            }
            Ok(())
        })
    }
}

fn refused(error: XlsxError) -> WriteError {
    WriteError::Io(io::Error::other(error))
}
