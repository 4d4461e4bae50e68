//! Files written whole or not at all.

use crate::problem::{Code, Problem};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A file being written beside the one it will replace. Dropped before it is
/// kept, it leaves nothing behind.
pub(super) struct Beside {
    part: PathBuf,
    target: PathBuf,
    kept: bool,
}

impl Beside {
    /// Starts a file that will become `target`.
    pub fn create(target: &Path) -> Result<(Self, File), Problem> {
        // A link stays a link: the file it points to is replaced.
        let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
        if target.is_dir() {
            return Err(named(
                Problem::new(Code::Invalid, "problem-export-folder"),
                &target,
            ));
        }
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(".{}.part", std::process::id()));
        let part = target.with_file_name(name);
        let file = File::create(&part).map_err(|error| unwritable(&target, &error))?;
        let beside = Self {
            part,
            target,
            kept: false,
        };
        Ok((beside, file))
    }

    /// The file as it is before it is kept.
    pub fn part(&self) -> &Path {
        &self.part
    }

    /// Puts the file into its place.
    pub fn keep(mut self) -> Result<PathBuf, Problem> {
        fs::rename(&self.part, &self.target).map_err(|error| unwritable(&self.target, &error))?;
        self.kept = true;
        // Windows has no such thing as a folder that is open.
        if cfg!(unix) {
            let folder = self
                .target
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))
                .and_then(|folder| folder.sync_all())
                .map_err(|error| unwritable(&self.target, &error))?;
        }
        Ok(self.target.clone())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.kept {
            // Nothing more can be done about a file that will not go.
            let _left = fs::remove_file(&self.part);
        }
    }
}

/// Adds the file to a refusal.
pub(super) fn named(problem: Problem, path: &Path) -> Problem {
    problem.with("path", path.display().to_string())
}

/// Why an export could not be written.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Problem {
    use io::ErrorKind as Kind;
    let problem = match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => {
            Problem::new(Code::DiskFull, "problem-export-disk-full").hint("hint-disk-full")
        }
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
            Problem::new(Code::ReadOnly, "problem-export-read-only").hint("hint-other-folder")
        }
        Kind::NotFound => Problem::new(Code::NotFound, "problem-export-no-folder"),
        _ => Problem::new(Code::Unreadable, "problem-export-failed")
            .with("reason", error.to_string()),
    };
    named(problem, path).cause(error)
}

/// Why a file could not be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Problem::new(Code::NotFound, "problem-file-missing"),
        _ => Problem::new(Code::Unreadable, "problem-file-unreadable")
            .with("reason", error.to_string()),
    };
    named(problem, path).cause(error)
}
