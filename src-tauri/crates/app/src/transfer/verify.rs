//! What was written is read back and written again.

use super::file::{named, unwritable};
use super::pace::Pace;
use crate::problem::{Code, Problem};
use postil_core::scheme::Scheme;
use postil_formats::files::{Digest, Sink, Source};
use postil_formats::format::AgainError;
use postil_formats::option::Options;
use postil_formats::{Format, WriteError};
use std::io;
use std::path::Path;

/// Bytes held back before they go to the disk.
pub(super) const BUFFER: usize = 1 << 20;

/// The digest of what a reader finds in the files; `place` is the main one.
pub(super) fn read_back(
    format: &Format,
    options: &Options,
    files: &dyn Source,
    scheme: &Scheme,
    pace: &Pace<'_>,
    place: &Path,
) -> Result<u64, Problem> {
    let mut watched = Watched {
        digest: Digest::default(),
        pace,
    };
    let read = (format.again)(files, scheme, options, &mut watched);
    pace.go_on()?;
    match read {
        Ok(()) => Ok(watched.digest.finish()),
        Err(AgainError::Read(error)) => Err(differs(place).cause(error)),
        Err(AgainError::Write(error)) => Err(unwritten(place, &error)),
    }
}

/// A digest that can be stopped.
struct Watched<'a> {
    digest: Digest,
    pace: &'a Pace<'a>,
}

impl Sink for Watched<'_> {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if self.pace.go_on().is_err() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.digest.append(name, bytes)
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
    let problem = Problem::new(Code::Internal, "problem-export-differs");
    named(problem, target)
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
    use crate::progress::Progress;
    use crate::transfer::parts::Parts;
    use postil_core::scheme::DEFAULT;
    use postil_formats::files::{InMemory, Source, read_whole};
    use postil_formats::{csv, jsonl};
    use std::fs;

    const ARTICLES: &[u8] = include_bytes!("../../../../../tests/golden/jsonl/articles.jsonl");
    const ENTITIES: &[u8] =
        include_bytes!("../../../../../tests/golden/jsonl/articles.entities.jsonl");
    const CLAIMS: &[u8] = include_bytes!("../../../../../tests/golden/csv/articles.claims.csv");

    /// Writes files, lets `damage` loose on the main one, and reads them back.
    fn read_back_of(
        format: &'static Format,
        files: &[(&str, &[u8])],
        damage: fn(&mut Vec<u8>),
    ) -> Result<bool, Problem> {
        let folder = tempfile::tempdir().unwrap();
        let progress = Progress::silent();
        let pace = Pace::new(&progress);
        let (mut parts, following) = Parts::new(format, &folder.path().join("out"), &pace).unwrap();
        for (name, content) in files {
            parts.append(name, content).unwrap();
        }
        parts.end().unwrap();
        let main = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let main = main
            .into_iter()
            .find(|path| {
                path.display()
                    .to_string()
                    .contains(format!("out{}.", format.main()).as_str())
            })
            .unwrap();
        let mut bytes = fs::read(&main).unwrap();
        assert_eq!(read_whole(&following, format.main()).unwrap(), bytes);
        damage(&mut bytes);
        fs::write(&main, bytes).unwrap();
        parts.compare_lengths()?;
        let scheme = Scheme::parse(DEFAULT).unwrap();
        read_back(
            format,
            &Options::default(),
            &following,
            &scheme,
            &pace,
            &parts.place(format.main()),
        )
        .map(|found| found == parts.digest())
    }

    fn same(format: &'static Format, damage: fn(&mut Vec<u8>)) -> Result<bool, String> {
        let files: &[(&str, &[u8])] = if format.id == "jsonl" {
            &[
                (".jsonl", ARTICLES),
                (".scheme.json", DEFAULT.as_bytes()),
                (".entities.jsonl", ENTITIES),
            ]
        } else {
            &[(".claims.csv", CLAIMS)]
        };
        read_back_of(format, files, damage).map_err(|problem| problem.key)
    }

    #[test]
    fn what_a_disk_changes_is_found_on_reading_back() {
        let differs = Err("problem-export-differs".to_owned());
        let jsonl = |damage| same(&jsonl::ROW, damage);
        assert_eq!(jsonl(|_| ()), Ok(true));
        assert_eq!(jsonl(|bytes| bytes[5000] = 0xff), differs);
        assert_eq!(jsonl(|bytes| bytes.truncate(5000)), differs);
        let moved = |bytes: &mut Vec<u8>| {
            let cut = bytes
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(0, |at| at + 1);
            bytes.rotate_left(cut);
        };
        assert_eq!(jsonl(moved), Ok(false), "lines in another order");
    }

    #[test]
    fn a_table_that_lost_a_row_or_a_letter_is_found() {
        let csv = |damage| same(&csv::ROW, damage);
        assert_eq!(csv(|_| ()), Ok(true));
        assert_ne!(csv(|bytes| bytes[900] ^= 1), Ok(true));
        assert_ne!(csv(|bytes| bytes.truncate(bytes.len() - 3)), Ok(true));
    }

    #[test]
    fn files_of_an_export_are_those_of_the_memory() {
        let mut memory = InMemory::default();
        memory.append(".claims.csv", CLAIMS).unwrap();
        let mut again = InMemory::default();
        let scheme = Scheme::parse(DEFAULT).unwrap();
        (csv::ROW.again)(&memory, &scheme, &Options::default(), &mut again).unwrap();
        assert_eq!(again.names(), [".claims.csv"]);
        assert_eq!(again, memory);
    }
}
