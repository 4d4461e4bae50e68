//! What can go wrong with a project file.

use rusqlite::ErrorCode;

/// Why the store refused or failed. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A row or file that does not exist.
    #[error("{what} does not exist")]
    NotFound {
        /// What was looked for.
        what: String,
    },
    /// A row or file that exists already.
    #[error("{what} exists already")]
    Duplicate {
        /// What was to be made.
        what: String,
    },
    /// What was asked for breaks a rule of the data.
    #[error("{0}")]
    Invalid(String),
    /// What an undo or redo would change is no longer as its step left it.
    #[error("something else has changed this since; nothing was undone or redone")]
    Stale,
    /// The file or its folder cannot be written, or was opened for reading.
    #[error("the project can be read but not written")]
    ReadOnly,
    /// A later version of Postil has written the file.
    #[error(
        "the project was written by a later version of Postil (shape {found}; this version knows {ours})"
    )]
    FileTooNew {
        /// The shape of the file.
        found: u32,
        /// The latest shape that this version knows.
        ours: u32,
    },
    /// Not a project file.
    #[error("the file is not a Postil project")]
    FileNotOurs,
    /// A project file with parts missing or overwritten.
    #[error("the project file is damaged: {0}")]
    FileDamaged(String),
    /// Another program has the project open for writing.
    #[error("the project is open in another program")]
    FileBusy,
    /// No room on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// A file or text that cannot be read.
    #[error("cannot read: {0}")]
    Unreadable(String),
    /// Anything else that SQLite reports.
    #[error("the database reports: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(_, _, source) => {
                    Self::FileDamaged(source.to_string())
                }
                other => Self::Sqlite(other),
            };
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                Self::ReadOnly
            }
            ErrorCode::NotADatabase => Self::FileNotOurs,
            ErrorCode::DatabaseCorrupt => {
                Self::FileDamaged(message.clone().unwrap_or_else(|| failure.to_string()))
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::FileBusy,
            ErrorCode::ConstraintViolation => constraint(failure.extended_code, message.as_deref()),
            _ => Self::Sqlite(error),
        }
    }
}

fn constraint(extended: i32, message: Option<&str>) -> StoreError {
    let message = message.unwrap_or("a rule of the data is broken");
    match extended {
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            StoreError::Duplicate {
                what: message
                    .trim_start_matches("UNIQUE constraint failed: ")
                    .to_owned(),
            }
        }
        _ if message.starts_with("FOREIGN KEY") => StoreError::Invalid(
            "something else refers to this, or it refers to something that does not exist"
                .to_owned(),
        ),
        _ => StoreError::Invalid(format!(
            "a value is not allowed: {}",
            message.trim_start_matches("CHECK constraint failed: ")
        )),
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::NotFound => Self::NotFound {
                what: "the file or folder".to_owned(),
            },
            Kind::AlreadyExists => Self::Duplicate {
                what: "the file".to_owned(),
            },
            _ => Self::Unreadable(error.to_string()),
        }
    }
}

/// A row image of the journal, or a JSON column, that is no longer readable.
pub(crate) fn unreadable_row(error: &serde_json::Error) -> StoreError {
    StoreError::FileDamaged(format!("a stored value cannot be read: {error}"))
}
