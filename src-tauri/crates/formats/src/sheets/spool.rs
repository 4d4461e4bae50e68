//! Rows in a file for the time being, so that memory does not hold them.

use std::io::{self, Read, Seek, SeekFrom, Write};
use tempfile::{SpooledTempFile, spooled_tempfile};

/// Bytes that need no file: 1 MiB.
const SMALL: usize = 1 << 20;

/// Bytes held back before they go to the file.
const HELD: usize = 64 << 10;

/// Rows of cells, in the order in which they came.
pub(crate) struct Spool {
    file: SpooledTempFile,
    /// What is not in the file yet.
    held: Vec<u8>,
    /// Where the next row begins.
    end: u64,
}

impl Spool {
    pub fn new() -> Self {
        Self {
            file: spooled_tempfile(SMALL),
            held: Vec::new(),
            end: 0,
        }
    }

    /// Adds a row; answers where it is.
    pub fn push(&mut self, cells: &[String]) -> io::Result<u64> {
        let place = self.end;
        let start = self.held.len();
        let length: usize = cells.iter().map(|cell| 4 + cell.len()).sum();
        self.held.extend(counted(length)?);
        for cell in cells {
            self.held.extend(counted(cell.len())?);
            self.held.extend(cell.as_bytes());
        }
        let more = self.held.len().saturating_sub(start);
        self.end = place.saturating_add(u64::try_from(more).unwrap_or(u64::MAX));
        if self.held.len() >= HELD {
            self.write()?;
        }
        Ok(place)
    }

    /// The row at this place.
    pub fn row(&mut self, place: u64) -> io::Result<Vec<String>> {
        self.write()?;
        self.file.seek(SeekFrom::Start(place))?;
        self.read()
    }

    /// Calls `each` with every row.
    pub fn each<E: From<io::Error>>(
        &mut self,
        mut each: impl FnMut(Vec<String>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.write()?;
        self.file.seek(SeekFrom::Start(0))?;
        let mut file = io::BufReader::with_capacity(HELD, &mut self.file);
        let mut left = self.end;
        while left > 0 {
            let (row, length) = read(&mut file)?;
            left = left.saturating_sub(length);
            each(row)?;
        }
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        if !self.held.is_empty() {
            self.file.seek(SeekFrom::End(0))?;
            self.file.write_all(&self.held)?;
            self.held.clear();
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<Vec<String>> {
        read(&mut self.file).map(|(row, _)| row)
    }
}

fn counted(length: usize) -> io::Result<[u8; 4]> {
    let length = u32::try_from(length).map_err(io::Error::other)?;
    Ok(length.to_le_bytes())
}

/// A row, and how many bytes it has.
fn read(file: &mut impl Read) -> io::Result<(Vec<String>, u64)> {
    let mut head = [0; 4];
    file.read_exact(&mut head)?;
    let length = u32::from_le_bytes(head);
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    file.read_exact(&mut bytes)?;
    let mut left = bytes.as_slice();
    let mut cells = Vec::new();
    while let Some((head, rest)) = left.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_le_bytes(*head)).map_err(io::Error::other)?;
        let (cell, rest) = rest
            .split_at_checked(length)
            .ok_or(io::ErrorKind::InvalidData)?;
        let cell = String::from_utf8(cell.to_vec()).map_err(io::Error::other)?;
        cells.push(cell);
        left = rest;
    }
    Ok((cells, u64::from(length) + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_by_place_and_in_order() {
        let mut spool = Spool::new();
        let rows: Vec<Vec<String>> = (0..4_000)
            .map(|row| vec![format!("{row}"), String::new(), "北京😀".repeat(row % 90)])
            .chain([Vec::new()])
            .collect();
        let places: Vec<u64> = rows.iter().map(|row| spool.push(row).unwrap()).collect();
        for at in [3_999, 0, 4_000, 17] {
            assert_eq!(spool.row(places[at]).unwrap(), rows[at], "{at}");
        }
        spool.push(&rows[7]).unwrap();
        let mut all = Vec::new();
        spool
            .each(|row| {
                all.push(row);
                Ok::<(), io::Error>(())
            })
            .unwrap();
        assert_eq!(all.pop().as_ref(), rows.get(7));
        assert_eq!(all, rows);
    }
}
