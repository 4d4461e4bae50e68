//! Files that are written, read back and compared before they are kept.

use super::file::{Beside, named, unreadable, unwritable};
use crate::problem::{Code, Problem};
use postil_formats::jsonl::{self, Reader};
use postil_formats::{Format, ReadError, WriteError, csv};
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

/// Bytes held back before they go to the disk.
pub(super) const BUFFER: usize = 1 << 20;

/// Writes one file beside its place and syncs it.
pub(super) fn part<T>(
    target: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Problem>,
) -> Result<(Beside, T), Problem> {
    let (mut beside, file) = Beside::create(target)?;
    let counting = Counting { file, bytes: 0 };
    let mut out = BufWriter::with_capacity(BUFFER, counting);
    let written = write(&mut out)?;
    let out = out
        .into_inner()
        .map_err(|error| unwritable(target, error.error()))?;
    out.file
        .sync_all()
        .map_err(|error| unwritable(target, &error))?;
    beside.bytes = out.bytes;
    Ok((beside, written))
}

/// Counts what goes into a file: a table cut behind its last letter has the
/// same cells.
struct Counting {
    file: File,
    bytes: u64,
}

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        let more = u64::try_from(written).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(more);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

pub(super) fn open(beside: &Beside, target: &Path) -> Result<BufReader<File>, Problem> {
    let file = File::open(beside.part()).map_err(|error| unreadable(target, &error))?;
    let found = file
        .metadata()
        .map_err(|error| unreadable(target, &error))?
        .len();
    compare(target, beside.bytes, found)?;
    Ok(BufReader::with_capacity(BUFFER, file))
}

/// The digest of what a reader finds in the file.
pub(super) fn read_back(format: Format, beside: &Beside, target: &Path) -> Result<u64, Problem> {
    let file = open(beside, target)?;
    match format {
        Format::Jsonl => {
            let mut digest = DefaultHasher::new();
            let mut line = Vec::new();
            for bundle in Reader::new(file, target.display().to_string()) {
                let bundle = bundle.map_err(|error: ReadError| differs(target).cause(error))?;
                line.clear();
                jsonl::write_article(&mut line, &bundle)
                    .map_err(|error| unwritten(target, &error))?;
                digest.write(&line);
            }
            Ok(digest.finish())
        }
        Format::Csv => csv::read_back(file).map_err(|error| differs(target).cause(error)),
    }
}

pub(super) fn compare(target: &Path, written: u64, found: u64) -> Result<(), Problem> {
    if written == found {
        Ok(())
    } else {
        Err(differs(target))
    }
}

pub(super) fn differs(target: &Path) -> Problem {
    named(
        Problem::new(Code::Internal, "problem-export-differs"),
        target,
    )
}

pub(super) fn digest_of(bytes: &[u8]) -> u64 {
    let mut digest = DefaultHasher::new();
    digest.write(bytes);
    digest.finish()
}

pub(super) fn unwritten(path: &Path, error: &WriteError) -> Problem {
    match error {
        WriteError::Io(error) => unwritable(path, error),
        other => Problem::internal(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const ARTICLES: &str = include_str!("../../../../../tests/golden/jsonl/articles.jsonl");
    const CLAIMS: &[u8] = include_bytes!("../../../../../tests/golden/csv/articles.claims.csv");

    /// Writes `content`, lets `damage` loose on the file, and reads it back.
    fn read_back_of(
        format: Format,
        content: &[u8],
        damage: fn(&mut Vec<u8>),
    ) -> Result<u64, Problem> {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out.jsonl");
        fs::write(&target, "before").unwrap();
        let (beside, ()) = part(&target, |out| {
            out.write_all(content)
                .map_err(|error| unwritable(&target, &error))
        })?;
        let mut bytes = fs::read(beside.part()).unwrap();
        assert_eq!(bytes, content);
        damage(&mut bytes);
        fs::write(beside.part(), bytes).unwrap();
        let found = read_back(format, &beside, &target);
        drop(beside);
        assert_eq!(fs::read_to_string(&target).unwrap(), "before");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        found
    }

    #[test]
    fn what_a_disk_changes_is_found_on_reading_back() {
        let mut digest = DefaultHasher::new();
        for line in ARTICLES.split_inclusive('\n') {
            digest.write(line.as_bytes());
        }
        let written = digest.finish();
        let jsonl = |damage| read_back_of(Format::Jsonl, ARTICLES.as_bytes(), damage);
        assert_eq!(jsonl(|_| ()), Ok(written));
        let key = |damage| jsonl(damage).map_err(|problem| problem.key);
        let differs = Err("problem-export-differs".to_owned());
        assert_eq!(key(|bytes| bytes[5000] = 0xff), differs);
        assert_eq!(key(|bytes| bytes.truncate(5000)), differs);
        assert_ne!(
            key(|bytes| drop(bytes.drain(..=bytes.len() / 2))),
            Ok(written)
        );
        let last = ARTICLES.trim_end().rfind('\n').unwrap();
        assert!(last > 0);
        assert_ne!(
            key(|bytes| {
                let end = bytes.len() - 1;
                let cut = bytes[..end].iter().rposition(|byte| *byte == b'\n');
                bytes.truncate(cut.map_or(0, |at| at + 1));
            }),
            Ok(written),
            "a whole line is missing"
        );
    }

    #[test]
    fn a_table_that_lost_a_row_or_a_letter_is_found() {
        let csv = |damage| read_back_of(Format::Csv, CLAIMS, damage);
        let whole = csv(|_| ()).unwrap();
        assert_ne!(csv(|bytes| bytes[900] ^= 1).ok(), Some(whole));
        assert_ne!(
            csv(|bytes| {
                let at = bytes.iter().rposition(|byte| *byte == b'"').unwrap_or(0);
                bytes.truncate(at);
            })
            .ok(),
            Some(whole)
        );
    }
}
