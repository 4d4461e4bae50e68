//! Making and opening project files.

#[cfg(test)]
mod tests;

use crate::error::StoreError;
use crate::lock::WriterLock;
use crate::project::Project;
use crate::text_cache::TextCache;
use crate::{migrate, search};
use postil_core::id::Uid;
use postil_core::scheme::Scheme;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::path::Path;
use std::time::Duration;

/// SQLite's `application_id` of project files: "PSTL".
pub const APPLICATION_ID: u32 = 0x5053_544C;

/// The shape of project files that this version writes: `user_version`.
pub const SHAPE: u32 = 2;

/// How long SQLite waits for a reader before it says that the file is busy.
const BUSY: Duration = Duration::from_secs(5);

/// Prepared statements kept; the program has about a hundred.
const STATEMENTS: usize = 160;

/// What a project is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing: one program at a time.
    Write,
    /// Reading, beside a writer.
    Read,
}

impl Project {
    /// Makes a project file with a scheme and opens it for writing. `now` is
    /// Unix milliseconds; `random` gives the random part of the project's uid.
    ///
    /// # Errors
    /// [`StoreError::Duplicate`] if the file exists, [`StoreError::Unreadable`]
    /// if the scheme cannot be read, [`StoreError::ReadOnly`] or
    /// [`StoreError::DiskFull`] by the folder.
    pub fn create(
        path: &Path,
        now: i64,
        mut random: impl FnMut() -> [u8; 10],
        scheme_json: &str,
    ) -> Result<Self, StoreError> {
        let scheme = Scheme::parse(scheme_json)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        // Closed before SQLite opens the file: closing later would drop its locks.
        drop(std::fs::File::create_new(path).map_err(|error| existing(path, error))?);
        let uid = Uid::at(u64::try_from(now).unwrap_or(0), &random());
        let created = WriterLock::take(path).and_then(|lock| {
            let mut connection = connect(path, Access::Write)?;
            found(&mut connection, uid, now, &scheme, scheme_json)?;
            Ok(Self::of(path, connection, uid, Access::Write, Some(lock)))
        });
        if created.is_err() {
            let _left = std::fs::remove_file(path);
        }
        created
    }

    /// Opens a project file. Nothing is written before the file is known to
    /// be a project of a shape that this version knows.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::FileNotOurs`],
    /// [`StoreError::FileTooNew`], [`StoreError::FileDamaged`];
    /// [`StoreError::FileBusy`] after two seconds and [`StoreError::ReadOnly`]
    /// for writing only.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let metadata = std::fs::metadata(path).map_err(|error| existing(path, error))?;
        if !metadata.is_file() {
            return Err(StoreError::FileNotOurs);
        }
        if metadata.len() == 0 {
            return Err(StoreError::FileDamaged("the file is empty".to_owned()));
        }
        let interrupted = has_journal(path);
        let mut connection = connect(path, Access::Read)?;
        let mut shape = recognise(&connection)?;
        let lock = match access {
            Access::Read => None,
            Access::Write => {
                let lock = WriterLock::take(path)?;
                drop(connection);
                connection = connect(path, Access::Write)?;
                if connection.is_readonly(rusqlite::MAIN_DB)? {
                    return Err(StoreError::ReadOnly);
                }
                // The writer before may have brought it to a later shape.
                shape = recognise(&connection)?;
                Some(lock)
            }
        };
        let (uid, clean) = connection.query_row("SELECT uid, clean FROM project", [], |row| {
            Ok((crate::table::column::uid(row, 0)?, row.get::<_, bool>(1)?))
        })?;
        if access == Access::Read {
            migrate::stand_in(&connection, shape)?;
        } else {
            if interrupted || !clean {
                crate::check::quick(&connection)?;
            }
            migrate::migrate(path, &mut connection, shape)?;
            search::renew(&mut connection)?;
            crate::batch::clear_left(&mut connection)?;
        }
        let mut project = Self::of(path, connection, uid, access, lock);
        project.unclean = access == Access::Write && !clean;
        Ok(project)
    }

    fn of(
        path: &Path,
        connection: Connection,
        uid: Uid,
        access: Access,
        lock: Option<WriterLock>,
    ) -> Self {
        let texts = TextCache::default();
        Self {
            connection,
            path: path.to_owned(),
            uid,
            access,
            texts,
            register: std::cell::RefCell::new(None),
            installation: None,
            touched: crate::touched::Followers::default(),
            unclean: false,
            lock,
        }
    }
}

/// Whether SQLite left a journal that is not empty: the last write was
/// interrupted.
fn has_journal(path: &Path) -> bool {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    std::fs::metadata(name).is_ok_and(|metadata| metadata.len() > 0)
}

fn existing(path: &Path, error: std::io::Error) -> StoreError {
    let what = || format!("the file \"{}\"", path.display());
    match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::NotFound { what: what() },
        std::io::ErrorKind::AlreadyExists => StoreError::Duplicate { what: what() },
        _ => error.into(),
    }
}

/// Opens the file with the pragmas of DATA: durable, and whole as one file
/// between two edits. A reader too opens it so that SQLite can roll back what
/// a killed writer left.
fn connect(path: &Path, access: Access) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.pragma_update(None, "foreign_keys", true)?;
    if access == Access::Read {
        connection.pragma_update(None, "query_only", true)?;
        return Ok(connection);
    }
    connection.pragma_update_and_check(None, "journal_mode", "TRUNCATE", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cache_size", -64_000)?;
    Ok(connection)
}

/// The shape of a project file.
fn recognise(connection: &Connection) -> Result<u32, StoreError> {
    let application: u32 = connection.pragma_query_value(None, "application_id", |row| {
        Ok(row.get::<_, i32>(0)?.cast_unsigned())
    })?;
    if application != APPLICATION_ID {
        return Err(StoreError::FileNotOurs);
    }
    let shape: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let readable_by: u32 = connection
        .query_row("SELECT readable_by FROM project", [], |row| row.get(0))
        .map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => {
                StoreError::FileDamaged("its first page holds no project".to_owned())
            }
            other => damaged_if_unknown(other),
        })?;
    if shape > SHAPE && readable_by > SHAPE {
        return Err(StoreError::FileTooNew {
            found: shape,
            ours: SHAPE,
        });
    }
    Ok(shape)
}

fn damaged_if_unknown(error: rusqlite::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Sqlite(error) => StoreError::FileDamaged(error.to_string()),
        other => other,
    }
}

fn found(
    connection: &mut Connection,
    uid: Uid,
    now: i64,
    scheme: &Scheme,
    scheme_json: &str,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID.cast_signed())?;
    migrate::lay_out(&transaction)?;
    transaction.execute(
        "INSERT INTO project (id, uid, readable_by, created_at, search_version, clean) VALUES (1, ?1, ?2, ?3, ?4, 1)",
        params![uid.as_bytes(), migrate::READABLE_BY, now, search::SEARCH_VERSION],
    )?;
    transaction.execute(
        "INSERT INTO scheme (uid, version, json) VALUES (?1, ?2, ?3)",
        params![scheme.uid, scheme.version, scheme_json],
    )?;
    transaction.commit()?;
    Ok(())
}
