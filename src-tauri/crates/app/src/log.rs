//! What went wrong inside, written down for a report to the makers.

use crate::environment::Home;
use crate::problem::{Code, Problem};
use std::io::Write;

/// A log of this many bytes is begun anew.
const LARGEST: u64 = 1_048_576;

/// Appends an internal problem to the log; refusals that a person caused are
/// not written. A log that can't be written is no reason to fail.
pub fn record(home: &Home, now: i64, command: &str, problem: &Problem) {
    if problem.code != Code::Internal {
        return;
    }
    let cause = problem.cause.as_deref().unwrap_or_default();
    let file = home.logs.join("postil.log");
    let begin_anew = std::fs::metadata(&file).is_ok_and(|found| found.len() > LARGEST);
    let _ = std::fs::create_dir_all(&home.logs);
    let opened = std::fs::OpenOptions::new()
        .create(true)
        .append(!begin_anew)
        .write(true)
        .truncate(begin_anew)
        .open(&file);
    if let Ok(mut log) = opened {
        let _ = writeln!(log, "{now} {command}: {cause}");
    }
}
