//! The rows of a workbook's sheets.

use crate::error::Fault;
use calamine::{Cell, DataRef, Reader, Xlsx, open_workbook_from_rs};
use std::io::Cursor;

/// What the files in a workbook may have together, in bytes: 4 GiB. They are
/// read row by row.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// What those may have that are held in memory, in bytes: 512 MiB.
const HELD: u64 = 512 * 1024 * 1024;

/// A workbook being read.
pub(super) struct Book {
    book: Xlsx<Cursor<Vec<u8>>>,
}

impl Book {
    pub fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        crate::archive::check_size(&bytes, LARGEST, |_| true)?;
        let held = |name: &str| !name.starts_with("xl/worksheets/");
        crate::archive::check_size(&bytes, HELD, held)?;
        let book = open_workbook_from_rs(Cursor::new(bytes))
            .map_err(|error: calamine::XlsxError| fault(&error))?;
        Ok(Self { book })
    }

    /// Gives all rows of a sheet that have a cell, with their numbers from 1,
    /// one by one; none where there is no such sheet.
    pub fn rows(
        &mut self,
        sheet: &str,
        mut take: impl FnMut(u64, Vec<String>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if !self.book.sheet_names().iter().any(|name| name == sheet) {
            return Ok(());
        }
        let mut cells = self
            .book
            .worksheet_cells_reader(sheet)
            .map_err(|error| fault(&error))?;
        let mut columns = Columns::default();
        let mut open: Option<(u32, Vec<(u32, String)>)> = None;
        while let Some(cell) = cells.next_cell().map_err(|error| fault(&error))? {
            let (row, column) = cell.get_position();
            match &mut open {
                Some((known, cells)) if *known == row => cells.push((column, said(&cell))),
                _ => {
                    let before = open.replace((row, vec![(column, said(&cell))]));
                    columns.give(before, &mut take)?;
                }
            }
        }
        columns.give(open, &mut take)
    }
}

fn said(cell: &Cell<DataRef<'_>>) -> String {
    match cell.get_value() {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Empty => String::new(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        other => calamine::Data::from(other.clone()).to_string(),
    }
}

/// What the first row says of the others.
#[derive(Default)]
struct Columns {
    /// Where the first column is.
    from: u32,
    /// How many there are, and for each that goes on with another one, which.
    joined: Option<Vec<Option<usize>>>,
}

impl Columns {
    /// Passes a row on, and puts what goes on in further columns behind what
    /// it belongs to.
    fn give(
        &mut self,
        row: Option<(u32, Vec<(u32, String)>)>,
        take: &mut impl FnMut(u64, Vec<String>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Some((row, cells)) = row else {
            return Ok(());
        };
        let number = u64::from(row) + 1;
        let Some(joined) = &self.joined else {
            if cells.iter().all(|(_, cell)| cell.is_empty()) {
                return Ok(());
            }
            self.from = cells.iter().map(|(at, _)| *at).min().unwrap_or_default();
            let last = cells.iter().map(|(at, _)| *at).max().unwrap_or_default();
            let count = usize::try_from(last - self.from).unwrap_or_default() + 1;
            let columns = self.placed(cells, count);
            self.joined = Some(joins(&columns));
            return take(number, columns);
        };
        let mut whole = self.placed(cells, joined.len());
        for (at, onto) in joined.iter().enumerate() {
            let Some(onto) = onto else { continue };
            let more = whole.get_mut(at).map(std::mem::take).unwrap_or_default();
            if let Some(cell) = whole.get_mut(*onto) {
                cell.push_str(&more);
            }
        }
        take(number, whole)
    }

    fn placed(&self, cells: Vec<(u32, String)>, count: usize) -> Vec<String> {
        let mut row = vec![String::new(); count];
        for (at, text) in cells {
            let at = at
                .checked_sub(self.from)
                .and_then(|at| usize::try_from(at).ok());
            if let Some(cell) = at.and_then(|at| row.get_mut(at)) {
                *cell = text;
            }
        }
        row
    }
}

/// The column that each goes on with: `NAME (2)` with `NAME`.
fn joins(columns: &[String]) -> Vec<Option<usize>> {
    let join = |name: &String| {
        let (first, part) = name.strip_suffix(')')?.rsplit_once(" (")?;
        let part = part.parse::<usize>().ok()?;
        let whole = columns.iter().position(|own| own == first)?;
        (part >= 2).then_some(whole)
    };
    columns.iter().map(join).collect()
}

fn fault(reason: &dyn std::fmt::Display) -> Fault {
    Fault::NotThis {
        format: "an Excel workbook",
        reason: reason.to_string(),
    }
}
