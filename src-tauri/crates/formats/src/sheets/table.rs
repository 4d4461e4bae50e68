//! The rows of a sheet by what they belong to. Memory holds where they are.

use super::spool::Spool;
use crate::error::Fault;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

/// A row. Its columns are those of all rows of the sheet.
pub(super) struct Row {
    columns: Arc<[String]>,
    cells: Vec<String>,
}

impl Row {
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|own| own == column)
    }

    /// The cell of a column; empty where there is none.
    pub fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().rposition(|own| own == column);
        at.and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }
}

/// A sheet.
pub(super) struct Table {
    columns: Arc<[String]>,
    spool: Spool,
    /// The number of each row, from 1 for the first of the sheet, and its
    /// place, by what stands in the column of the key.
    rows: HashMap<String, Vec<(u64, u64)>>,
}

/// Takes the rows of a sheet one by one.
pub(crate) struct Filling {
    sheet: &'static str,
    /// The first column is the key; the sheet must have all.
    needed: &'static [&'static str],
    by_key: bool,
    key: usize,
    table: Option<Table>,
}

impl Filling {
    /// By the first of the columns that are `needed`, or all rows under "".
    pub(super) const fn new(
        sheet: &'static str,
        needed: &'static [&'static str],
        by_key: bool,
    ) -> Self {
        Self {
            sheet,
            needed,
            by_key,
            key: 0,
            table: None,
        }
    }

    /// Takes the next row, the columns first; rows without a cell are passed
    /// over.
    ///
    /// # Errors
    /// When a column is not there, or the row cannot be kept.
    pub fn take(&mut self, number: u64, cells: Vec<String>) -> Result<(), Fault> {
        let Some(table) = &mut self.table else {
            return self.begin(cells);
        };
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        let key = cells.get(self.key).filter(|_| self.by_key);
        let key = key.cloned().unwrap_or_default();
        let place = table.spool.push(&cells)?;
        table.rows.entry(key).or_default().push((number, place));
        Ok(())
    }

    fn begin(&mut self, columns: Vec<String>) -> Result<(), Fault> {
        for column in self.needed {
            if !columns.iter().any(|own| own == column) {
                let sheet = self.sheet;
                return Err(super::inward::shape(&format!(
                    "the sheet {sheet} has no column {column}"
                )));
            }
        }
        let key = self.needed.first();
        let place = columns.iter().rposition(|own| Some(&own.as_str()) == key);
        self.key = place.unwrap_or_default();
        self.table = Some(Table {
            columns: columns.into(),
            ..Table::empty()
        });
        Ok(())
    }

    pub(super) fn end(self) -> Table {
        self.table.unwrap_or_else(Table::empty)
    }
}

impl Table {
    fn empty() -> Self {
        Self {
            columns: Arc::new([]),
            spool: Spool::new(),
            rows: HashMap::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes out the rows of a key, by number and place.
    pub fn take(&mut self, key: &str) -> Vec<(u64, u64)> {
        self.rows.remove(key).unwrap_or_default()
    }

    /// Where the last row of a key is.
    pub fn last(&self, key: &str) -> Option<u64> {
        let rows = self.rows.get(key)?;
        rows.last().map(|(_, place)| *place)
    }

    /// The row at a place.
    pub fn row(&mut self, place: u64) -> io::Result<Row> {
        Ok(Row {
            columns: Arc::clone(&self.columns),
            cells: self.spool.row(place)?,
        })
    }
}
