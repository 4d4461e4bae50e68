//! A file from the disk.

use super::pdf;
use super::words::refused;
use crate::problem::{Code, Problem};
use postil_formats::article::{self, Choices, FILE_LIMIT, Reading, Refusal};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// Tells whether a file is still as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// How the file is now; `None` where there is none.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let about = std::fs::metadata(path).ok()?;
        Some(Self {
            bytes: about.len(),
            changed: about.modified().ok(),
        })
    }
}

/// Reads the articles of a file. Its length is looked at before anything of it is read. Where it
/// takes long, `stop` is asked whether it should go on.
///
/// # Errors
/// A sentence that names the file and says what to do; then the file gives nothing.
pub fn read_article_file(
    path: &Path,
    choices: &Choices,
    stop: &dyn Fn() -> bool,
) -> Result<Reading, Problem> {
    let bytes = bounded(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let read = article::read_with(&name, &bytes, choices, &|bytes| pdf::read(bytes, stop));
    read.map_err(|refusal| refused(path, &refusal))
}

fn bounded(path: &Path) -> Result<Vec<u8>, Problem> {
    // A pipe or a device could go on for ever.
    let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if about.is_dir() {
        let problem = Problem::new(Code::Invalid, "problem-file-is-folder");
        return Err(problem.with("path", path.display().to_string()));
    }
    if !about.is_file() {
        let error = io::Error::other("it is not a file");
        return Err(unreadable(path, &error));
    }
    let too_large = |bytes| {
        let limit = FILE_LIMIT;
        refused(path, &Refusal::TooLarge { bytes, limit })
    };
    if about.len() > FILE_LIMIT {
        return Err(too_large(about.len()));
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut bytes = Vec::new();
    // It may have grown meanwhile.
    let read = file.take(FILE_LIMIT + 1).read_to_end(&mut bytes);
    let length = read.map_err(|error| unreadable(path, &error))? as u64;
    if length > FILE_LIMIT {
        return Err(too_large(length));
    }
    Ok(bytes)
}

/// Why a file or folder could not be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Problem::new(Code::NotFound, "problem-file-missing"),
        _ => Problem::new(Code::Unreadable, "problem-file-unreadable")
            .with("reason", error.to_string()),
    };
    problem
        .with("path", path.display().to_string())
        .cause(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_refused_by_its_length() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge.txt");
        // Two gigabytes that take no room on the disk.
        File::create(&path).unwrap().set_len(2 << 30).unwrap();
        let began = std::time::Instant::now();
        let problem = read_article_file(&path, &Choices::default(), &|| false).unwrap_err();
        assert_eq!(
            (problem.code, problem.key.as_str()),
            (Code::TooLarge, "problem-file-too-large")
        );
        assert!(began.elapsed().as_secs() < 2);
        let problem = read_article_file(folder.path(), &Choices::default(), &|| false).unwrap_err();
        assert_eq!(problem.key, "problem-file-is-folder");
    }
}
