//! A copy that lets a writer in between its steps.

use super::{Keeping, folder_of};
use crate::error::StoreError;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::{Duration, Instant};

/// Pages of 4 KiB copied while a writer waits: some milliseconds.
const PAGES: i32 = 1_000;

/// How long the copy lets the writer in between two steps.
const PAUSE: Duration = Duration::from_millis(1);

/// After this the rest is copied at once, so that a writer that never rests
/// does not begin the copy again and again.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn snapshot(
    connection: &Connection,
    path: &Path,
    mut go_on: impl FnMut() -> bool,
) -> Result<bool, StoreError> {
    let temporary = tempfile::Builder::new()
        .prefix(".postil-")
        .suffix(".tmp")
        .tempfile_in(folder_of(path))?
        .into_temp_path();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(&temporary, flags)?;
    target.pragma_update_and_check(None, "journal_mode", "OFF", |_| Ok(()))?;
    target.pragma_update(None, "synchronous", "OFF")?;
    let backup = Backup::new(connection, &mut target)?;
    let begun = Instant::now();
    loop {
        if !go_on() {
            return Ok(false);
        }
        let late = begun.elapsed() > PATIENCE;
        match backup.step(if late { -1 } else { PAGES })? {
            StepResult::Done => break,
            StepResult::More => std::thread::sleep(PAUSE),
            _ if late => return Err(StoreError::FileBusy),
            _ => std::thread::sleep(PAUSE),
        }
    }
    drop(backup);
    target.execute("UPDATE project SET clean = 1", [])?;
    target.close().map_err(|(_, error)| error)?;
    Keeping::Passing.keep(temporary, path)?;
    Ok(true)
}
