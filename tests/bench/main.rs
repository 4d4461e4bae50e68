//! Measures the release build and prints each figure beside its budget. Slow
//! is no failure: the exit status is 1 only if something could not be measured.

mod alone;
mod claims;
mod corpus;
mod desk;
mod large;
mod library;
mod measure;
mod page;
mod processes;
mod project;
mod table;
mod transfer;

use large::Large;
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
    // A topic alone, with so many articles, while working on it.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let large = || match arguments.get(1) {
        Some(articles) => Large::with(articles.parse()?),
        None => Large::with(large::ARTICLES),
    };
    match arguments.first().map(String::as_str) {
        None => {}
        Some("alone") => return table::line(&alone::work(arguments.get(1..).unwrap_or(&[]))?),
        Some("claims") => return claims::claims(&large()?),
        Some("library") => return library::library(&large()?),
        Some("transfer") => return transfer::transfer(&large()?),
        Some(other) => return Err(format!("nothing to measure is called {other}").into()),
    }
    measure::start()?;
    measure::articles()?;
    measure::language()?;
    let large = large()?;
    claims::claims(&large)?;
    library::library(&large)?;
    transfer::transfer(&large)
}
