//! Sheets as a workbook.

use super::LONGEST;
use crate::error::WriteError;
use crate::sheets::Sheet;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io;

/// Columns of numbers.
const NUMBERS: &[&str] = &["start", "end"];

/// Made of the sheets alone, so that the same sheets give the same bytes.
pub(super) fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(refused)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name).map_err(refused)?;
        page.set_freeze_panes(1, 0).map_err(refused)?;
        fill(page, sheet, &bold).map_err(refused)?;
    }
    book.save_to_buffer().map_err(refused)
}

fn fill(page: &mut Worksheet, sheet: &Sheet, bold: &Format) -> Result<(), XlsxError> {
    let mut columns = sheet.columns.clone();
    for (number, cells) in (1_u32..).zip(&sheet.rows) {
        for (at, cell) in cells.iter().enumerate() {
            let name = sheet.columns.get(at).map_or("", String::as_str);
            let column = u16::try_from(at).unwrap_or(u16::MAX);
            match cell.parse::<u32>() {
                Ok(place) if NUMBERS.contains(&name) => {
                    page.write_number(number, column, place)?;
                }
                _ => write_text(page, number, column, name, cell, &mut columns)?,
            }
        }
    }
    for (at, name) in (0_u16..).zip(&columns) {
        page.write_string_with_format(0, at, name, bold)?;
    }
    Ok(())
}

/// What does not fit into the cell goes on in a column of its own.
fn write_text(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    name: &str,
    text: &str,
    columns: &mut Vec<String>,
) -> Result<(), XlsxError> {
    let characters: Vec<char> = text.chars().collect();
    for (part, piece) in (1_usize..).zip(characters.chunks(LONGEST)) {
        let piece: String = piece.iter().collect();
        let at = if part == 1 {
            column
        } else {
            let further = format!("{name} ({part})");
            let known = columns.iter().position(|own| *own == further);
            let at = known.unwrap_or_else(|| {
                columns.push(further);
                columns.len() - 1
            });
            u16::try_from(at).unwrap_or(u16::MAX)
        };
        page.write_string(row, at, piece)?;
    }
    Ok(())
}

fn refused(error: XlsxError) -> WriteError {
    WriteError::Io(io::Error::other(error))
}
