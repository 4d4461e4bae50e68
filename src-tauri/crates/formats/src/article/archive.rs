//! The zip archive that a document is. Names inside are only compared, never used as paths.

use super::{Kind, Refusal};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A document has at most this many files inside.
const ENTRIES: usize = 10_000;
/// No text of a document is larger, in bytes; its pictures are not looked at.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// The files inside a document.
pub(super) struct Archive<'bytes> {
    zip: ZipArchive<Cursor<&'bytes [u8]>>,
}

/// Whether the bytes begin as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'bytes> Archive<'bytes> {
    /// Looks at the list of files inside.
    pub fn open(bytes: &'bytes [u8]) -> Result<Self, Refusal> {
        let entries = entries(bytes);
        if entries > ENTRIES {
            return Err(Refusal::TooManyEntries {
                entries,
                limit: ENTRIES,
            });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        Ok(Self { zip })
    }

    /// Whether there is a file whose name begins so.
    pub fn has(&self, start: &str) -> bool {
        self.zip
            .file_names_raw()
            .any(|name| name.starts_with(start.as_bytes()))
    }

    /// The content of a file inside; `None` if there is none of that name.
    pub fn content(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        if file.size() > UNPACKED {
            return Err(Refusal::UnpacksTooLarge { limit: UNPACKED });
        }
        let mut content = Vec::new();
        // What it says of its size may be wrong.
        let read = file.take(UNPACKED + 1).read_to_end(&mut content);
        read.map_err(|error| Refusal::Damaged {
            kind: Kind::Docx,
            detail: error.to_string(),
        })?;
        if u64::try_from(content.len()).unwrap_or(u64::MAX) > UNPACKED {
            return Err(Refusal::UnpacksTooLarge { limit: UNPACKED });
        }
        Ok(Some(content))
    }
}

/// How many files are listed, at most: counted before the list is read into memory.
fn entries(bytes: &[u8]) -> usize {
    const LISTED: &[u8] = b"PK\x01\x02";
    bytes
        .windows(LISTED.len())
        .filter(|window| *window == LISTED)
        .count()
}

fn damaged(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Refusal::Encrypted
        }
        error => Refusal::Damaged {
            kind: Kind::Docx,
            detail: error.to_string(),
        },
    }
}
