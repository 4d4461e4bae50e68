//! Measures the release build and prints each figure beside its budget. Slow
//! is no failure: the exit status is 1 only if something could not be measured.

mod claims;
mod corpus;
mod desk;
mod library;
mod measure;
mod page;
mod processes;
mod project;
mod table;

use postil_tests::Outcome;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    // A topic alone, while working on it.
    match std::env::args().nth(1).as_deref() {
        None => {}
        Some("claims") => return claims::claims(),
        Some("library") => return library::library(),
        Some(other) => return Err(format!("nothing to measure is called {other}").into()),
    }
    measure::start()?;
    measure::articles()?;
    measure::language()?;
    claims::claims()?;
    library::library()
}
