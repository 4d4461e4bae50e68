//! Measures the release build and prints each figure beside its budget. Slow
//! is no failure: the exit status is 1 only if something could not be measured.

mod corpus;
mod desk;
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
    measure::start()?;
    measure::articles()?;
    measure::language()
}
