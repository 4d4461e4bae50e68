//! Scheme files.

use super::file::{Beside, named, unreadable, unwritable};
use crate::problem::{Code, Problem};
use crate::view::fault_message;
use postil_core::scheme::{LARGEST, Scheme, SchemeError};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

/// Reads a scheme file that a person brings, and looks it over.
///
/// # Errors
/// When it cannot be read, is no scheme, or has a fault that refuses it: the
/// reason names the place.
pub fn read_scheme_file(path: &Path) -> Result<Scheme, Problem> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| unreadable(path, &error))?;
    let json = String::from_utf8(bytes).map_err(|error| {
        let byte = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
        let problem = Problem::new(Code::Unreadable, "problem-not-utf8").count("byte", byte);
        named(problem, path).cause(error)
    })?;
    // A file from another program may begin with a byte order mark.
    let json = json.strip_prefix('\u{feff}').unwrap_or(&json);
    Scheme::accept(json).map_err(|error| match &error {
        SchemeError::Faulty(fault) => {
            let said = fault_message(fault);
            let problem = Problem {
                arguments: said.arguments,
                ..Problem::new(Code::Invalid, &said.key)
            };
            named(problem, path).cause(&error)
        }
        _ => named(Problem::new(Code::Unreadable, "problem-scheme-file"), path)
            .with("reason", error.to_string())
            .cause(&error),
    })
}

/// Writes a file whole or not at all.
///
/// # Errors
/// When it cannot be written; what was there before is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let (beside, mut file) = Beside::create(path)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|error| unwritable(path, &error))?;
    drop(file);
    beside.keep().map(drop)
}
