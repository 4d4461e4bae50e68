//! Files in a zip, such as the export of a whole INCEpTION project.

use crate::error::Fault;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest file that is read out of a zip, in bytes: 128 MiB.
const LARGEST: u64 = 128 * 1024 * 1024;

/// The largest zip, in bytes: 2 GiB.
const LARGEST_ZIP: u64 = 2 * 1024 * 1024 * 1024;

/// The most files in one zip.
const MOST: usize = 200_000;

/// A zip whose files are read one by one.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
}

impl Archive {
    /// Reads the zip, not what is in it.
    pub fn open(input: impl Read) -> Result<Self, Fault> {
        let bytes = bounded(input, LARGEST_ZIP)?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if zip.len() > MOST {
            return Err(too_large(format!("it has more than {MOST} files")));
        }
        Ok(Self { zip })
    }

    /// The files in it.
    pub fn names(&self) -> Vec<String> {
        let names = self.zip.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }

    /// All bytes of a file in it.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let file = self.zip.by_name(name).map_err(|error| broken(&error))?;
        // What the zip says of the size may be a lie: what comes is counted.
        bounded(file, LARGEST)
    }
}

fn bounded(input: impl Read, most: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    input.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(too_large(format!(
            "a file in it has more than {most} bytes"
        )));
    }
    Ok(bytes)
}

fn broken(error: &dyn std::fmt::Display) -> Fault {
    Fault::NotThis {
        format: "a zip",
        reason: error.to_string(),
    }
}

const fn too_large(reason: String) -> Fault {
    Fault::NotThis {
        format: "a zip of annotations",
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_bounded() {
        assert_eq!(bounded([1, 2].as_slice(), 2).unwrap(), [1, 2]);
        assert!(matches!(
            bounded(std::io::repeat(0), 2),
            Err(Fault::NotThis { .. })
        ));
        assert!(Archive::open(b"PK\x03\x04nothing".as_slice()).is_err());
    }
}
