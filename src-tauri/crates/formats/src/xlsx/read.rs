//! The rows of a workbook's sheets.

use crate::error::Fault;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// What the files in a workbook may have together, in bytes: 1 GiB.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// A workbook being read.
pub(super) struct Book {
    book: Xlsx<Cursor<Vec<u8>>>,
}

impl Book {
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        crate::archive::check_size(&bytes, LARGEST)?;
        let book = open_workbook_from_rs(Cursor::new(bytes))
            .map_err(|error: calamine::XlsxError| fault(&error))?;
        Ok(Self { book })
    }

    /// All rows of a sheet, from the first one on; none if it is not there.
    pub fn rows(&mut self, sheet: &str) -> Result<Option<Vec<Vec<String>>>, Fault> {
        if !self.book.sheet_names().iter().any(|name| name == sheet) {
            return Ok(None);
        }
        let range = self
            .book
            .worksheet_range(sheet)
            .map_err(|error| fault(&error))?;
        let rows: Vec<Vec<String>> = range
            .rows()
            .map(|cells| cells.iter().map(said).collect())
            .collect();
        Ok(Some(joined(rows)))
    }
}

fn said(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

/// Puts what goes on in further columns behind what it belongs to.
fn joined(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let Some(columns) = rows.first().cloned() else {
        return rows;
    };
    for (at, name) in columns.iter().enumerate() {
        let Some((first, part)) = name
            .strip_suffix(')')
            .and_then(|name| name.rsplit_once(" ("))
        else {
            continue;
        };
        let whole = columns.iter().position(|own| own == first);
        let (Some(whole), Ok(2..)) = (whole, part.parse::<usize>()) else {
            continue;
        };
        for row in rows.iter_mut().skip(1) {
            let more = row.get_mut(at).map(std::mem::take).unwrap_or_default();
            if let Some(cell) = row.get_mut(whole) {
                cell.push_str(&more);
            }
        }
    }
    rows
}

fn fault(reason: &dyn std::fmt::Display) -> Fault {
    Fault::NotThis {
        format: "an Excel workbook",
        reason: reason.to_string(),
    }
}
