//! Copies of a project that are whole: snapshots and rotating backups.

mod rotation;
mod steps;

use crate::error::StoreError;
use crate::project::Project;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// Copies the file as it is between two edits: to a temporary file beside
/// `path`, made durable, then renamed.
pub(crate) fn snapshot(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    copy(connection, path, Keeping::Lasting, |_| Ok(()))
}

/// How long a copy is needed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// For good: it is made durable before it takes its name.
    Lasting,
    /// As long as something is read from it: a power cut takes both.
    Passing,
}

impl Keeping {
    /// Gives a finished copy its name.
    fn keep(self, temporary: TempPath, path: &Path) -> Result<(), StoreError> {
        if self == Self::Lasting {
            File::options().write(true).open(&temporary)?.sync_all()?;
        }
        temporary
            .persist(path)
            .map_err(|error| StoreError::from(error.error))?;
        if self == Self::Lasting {
            sync_folder(folder_of(path))?;
        }
        Ok(())
    }
}

fn copy(
    connection: &Connection,
    path: &Path,
    keeping: Keeping,
    accept: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let temporary = tempfile::Builder::new()
        .prefix(".postil-")
        .suffix(".tmp")
        .tempfile_in(folder_of(path))?
        .into_temp_path();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(&temporary, flags)?;
    // Half a copy is never renamed.
    target.pragma_update_and_check(None, "journal_mode", "OFF", |_| Ok(()))?;
    target.pragma_update(None, "synchronous", "OFF")?;
    let backup = Backup::new(connection, &mut target)?;
    match backup.step(-1)? {
        StepResult::Done => {}
        _ => return Err(StoreError::FileBusy),
    }
    drop(backup);
    target.execute("UPDATE project SET clean = 1", [])?;
    accept(&target)?;
    target.close().map_err(|(_, error)| error)?;
    keeping.keep(temporary, path)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a rename durable where folders can be opened; Windows does it itself.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

impl Project {
    /// Copies the project to `path` as it is between two edits, replacing a
    /// file that is there. Annotating can go on from another connection. The
    /// copy is for reading from it now: it is not made durable.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], [`StoreError::ReadOnly`] or
    /// [`StoreError::FileBusy`]; a file at `path` is left as it was then.
    pub fn snapshot_to(&self, path: &Path) -> Result<(), StoreError> {
        // However it is spelt: the copy would take the place of the open file.
        if path
            .canonicalize()
            .is_ok_and(|path| self.path.canonicalize().is_ok_and(|own| own == path))
        {
            return Err(StoreError::Invalid(
                "a project cannot be copied onto itself".to_owned(),
            ));
        }
        copy(&self.connection, path, Keeping::Passing, |_| Ok(()))
    }

    /// Copies the project to `path` as [`snapshot_to`](Self::snapshot_to) does,
    /// in steps between which a writer beside this reader can go on; what it
    /// writes meanwhile is in the copy, or the copy begins again. Answers
    /// whether the copy was made: not when `go_on` says no.
    ///
    /// # Errors
    /// As [`snapshot_to`](Self::snapshot_to).
    pub fn snapshot_in_steps(
        &self,
        path: &Path,
        go_on: impl FnMut() -> bool,
    ) -> Result<bool, StoreError> {
        steps::snapshot(&self.connection, path, go_on)
    }

    /// Writes a backup into `folder` and drops those that are no longer
    /// needed. Kept are the last five, and the last of each of seven days,
    /// five weeks and twelve months (all by UTC). Backups are named by time,
    /// so none is ever overwritten; one that fails its check is not kept.
    /// `now` is Unix milliseconds.
    ///
    /// # Errors
    /// [`StoreError::FileDamaged`] if the copy fails its check: the backups
    /// that are there stay; else what writing the file answers.
    pub fn back_up(&self, folder: &Path, now: i64) -> Result<PathBuf, StoreError> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(rotation::name(&self.connection, now)?);
        copy(&self.connection, &path, Keeping::Lasting, |target| {
            crate::check::quick(target)?;
            let broken = crate::read::all(target, "PRAGMA foreign_key_check", [], |_| Ok(()))?;
            if broken.is_empty() {
                Ok(())
            } else {
                Err(StoreError::FileDamaged(
                    "rows refer to rows that do not exist".to_owned(),
                ))
            }
        })?;
        rotation::rotate(&self.connection, folder)?;
        Ok(path)
    }
}
