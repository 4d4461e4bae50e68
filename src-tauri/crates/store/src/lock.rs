//! The right to write a project: a lock on the file `name.postil.lock`.

use crate::error::StoreError;
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a second writer tries.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long it waits between two tries.
const PAUSE: Duration = Duration::from_millis(25);

/// Held as long as the project is open for writing. A file that was left over
/// means nothing; the lock on it does.
#[derive(Debug)]
pub(crate) struct WriterLock(#[expect(dead_code, reason = "holds the lock until dropped")] File);

impl WriterLock {
    /// Takes the lock.
    pub(crate) fn take(project: &Path) -> Result<Self, StoreError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(lock_path(project))?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    std::thread::sleep(PAUSE)
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::FileBusy),
                // Some network folders have no locks; SQLite guards each write.
                Err(TryLockError::Error(error))
                    if error.kind() == std::io::ErrorKind::Unsupported =>
                {
                    return Ok(Self(file));
                }
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }
}

/// `name.postil.lock` beside `name.postil`.
pub(crate) fn lock_path(project: &Path) -> PathBuf {
    let mut name = OsString::from(project);
    name.push(".lock");
    PathBuf::from(name)
}
