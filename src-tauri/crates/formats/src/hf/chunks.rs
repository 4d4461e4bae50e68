//! The bytes of a Parquet file: those of a file on the disk are read as they
//! are asked for, a page of a column at a time.

use crate::files::{Parts, Source, read_whole};
use bytes::Bytes;
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::reader::{ChunkReader, Length};
use std::io::{self, BufReader, Read};
use std::sync::Arc;

/// Bytes read ahead of a page's head.
const AHEAD: usize = 4 << 10;

/// A Parquet file.
pub(super) enum Chunks {
    Whole(Bytes),
    Parts(Arc<dyn Parts>),
}

impl Chunks {
    pub fn of(source: &dyn Source, name: &str) -> io::Result<Self> {
        Ok(match source.parts(name)? {
            Some(parts) => Self::Parts(parts),
            None => Self::Whole(Bytes::from(read_whole(source, name)?)),
        })
    }
}

impl Length for Chunks {
    fn len(&self) -> u64 {
        match self {
            Self::Whole(bytes) => Length::len(bytes),
            Self::Parts(parts) => parts.length(),
        }
    }
}

impl ChunkReader for Chunks {
    type T = Box<dyn Read + Send>;

    fn get_read(&self, start: u64) -> ParquetResult<Self::T> {
        Ok(match self {
            Self::Whole(bytes) => Box::new(bytes.get_read(start)?),
            Self::Parts(parts) => {
                let from = From {
                    parts: Arc::clone(parts),
                    at: start,
                };
                Box::new(BufReader::with_capacity(AHEAD, from))
            }
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> ParquetResult<Bytes> {
        let parts = match self {
            Self::Whole(bytes) => return bytes.get_bytes(start, length),
            Self::Parts(parts) => parts,
        };
        // Room is made only for what is there, whatever the file says.
        let wanted = u64::try_from(length).unwrap_or(u64::MAX);
        let end = start.checked_add(wanted);
        if end.is_none_or(|end| end > parts.length()) {
            return Err(ParquetError::EOF("the file ends before".to_owned()));
        }
        let mut buffer = vec![0; length];
        parts.read_at(start, &mut buffer)?;
        Ok(buffer.into())
    }
}

/// A file from a place on.
struct From {
    parts: Arc<dyn Parts>,
    at: u64,
}

impl Read for From {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.parts.length().saturating_sub(self.at);
        let count = buffer
            .len()
            .min(usize::try_from(left).unwrap_or(usize::MAX));
        if let Some(buffer) = buffer.get_mut(..count) {
            self.parts.read_at(self.at, buffer)?;
        }
        self.at += u64::try_from(count).unwrap_or_default();
        Ok(count)
    }
}
