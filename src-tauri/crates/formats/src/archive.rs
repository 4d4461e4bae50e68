//! Files in a zip, such as the export of a whole INCEpTION project. What is
//! inflated is counted, for a small file may claim to hold a large one.

use crate::error::Fault;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest file that is read out of a zip, in bytes: 128 MiB.
const LARGEST: u64 = 128 * 1024 * 1024;

/// The largest zip, in bytes: 2 GiB.
const LARGEST_ZIP: u64 = 2 * 1024 * 1024 * 1024;

/// What all files of a zip may have together, in bytes: 8 GiB.
const LARGEST_SUM: u64 = 8 * 1024 * 1024 * 1024;

/// The most files in one zip.
const MOST: usize = 200_000;

/// A zip whose files are read one by one.
pub(crate) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Bytes that may still be read.
    left: u64,
}

impl Archive {
    /// Reads the zip, not what is in it.
    pub(crate) fn open(input: impl Read) -> Result<Self, Fault> {
        let bytes = bounded(input, LARGEST_ZIP)?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if zip.len() > MOST {
            return Err(too_large(format!("it has more than {MOST} files")));
        }
        Ok(Self {
            zip,
            left: LARGEST_SUM,
        })
    }

    /// The files in it.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.zip.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }

    /// All bytes of a file in it.
    pub(crate) fn read(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let file = self.zip.by_name(name).map_err(|error| broken(&error))?;
        // What the zip says of the size may be a lie: what comes is counted.
        let bytes = bounded(file, LARGEST.min(self.left))?;
        let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.saturating_sub(read);
        Ok(bytes)
    }
}

/// Refuses a zip whose files with such names have more than `most` bytes
/// together. It reads them to their ends and keeps nothing.
pub(crate) fn check_size(
    zip: &[u8],
    most: u64,
    counts: impl Fn(&str) -> bool,
) -> Result<(), Fault> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).map_err(|error| broken(&error))?;
    let mut left = most;
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|error| broken(&error))?;
        if file.name().is_ok_and(|name| !counts(&name)) {
            continue;
        }
        let read = std::io::copy(&mut file.take(left.saturating_add(1)), &mut std::io::sink())?;
        left = left
            .checked_sub(read)
            .ok_or_else(|| too_large(format!("its files have more than {most} bytes")))?;
    }
    Ok(())
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

    #[test]
    fn a_zip_that_holds_more_than_it_may_is_refused() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for name in ["a", "b"] {
            zip.start_file(name, options).unwrap();
            std::io::copy(&mut std::io::repeat(0).take(1_000_000), &mut zip).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 20_000);
        assert!(check_size(&bytes, 2_000_000, |_| true).is_ok());
        assert!(check_size(&bytes, 1_999_999, |_| true).is_err());
        assert!(check_size(&bytes, 1_000_000, |name| name == "a").is_ok());
        assert!(check_size(&bytes, 999_999, |name| name == "a").is_err());
        let mut archive = Archive::open(bytes.as_slice()).unwrap();
        archive.left = 1_500_000;
        assert!(archive.read("a").is_ok() && archive.read("b").is_err());
    }
}
