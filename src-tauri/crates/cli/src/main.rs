//! The `postil` command: what the window does with a project's articles,
//! without a window.
//!
//! It knows no SQL and no file format. Results go to standard output, what a
//! person should know beside them to standard error. Exit codes: 0 done,
//! 1 refused or problems found, 2 wrong usage.

mod args;
mod output;
mod report;
mod standard_input;
mod verbs;
mod words;

use args::{Command, Postil};
use clap::Parser;
use output::Output;
use postil_formats::article::PDF_THREAD;
use std::process::ExitCode;

fn main() -> ExitCode {
    keep_quiet_about_pdfs();
    let postil = Postil::parse();
    let mut output = Output::default();
    let done = match &postil.command {
        Command::New(args) => verbs::new::run(args, &mut output),
        Command::Add(args) => verbs::add::run(args, &mut output),
        Command::List(args) => verbs::list::run(args, &mut output),
        Command::Show(args) => verbs::show::run(args, &mut output),
        Command::Export(args) => verbs::export::run(args, &mut output),
        Command::Import(args) => verbs::import::run(args, &mut output),
        Command::Rejoin(args) => verbs::rejoin::run(args, &mut output),
        Command::Check(args) => verbs::check::run(args, &mut output),
        Command::Language(args) => verbs::language::run(args, &mut output),
        Command::Completions(args) => verbs::completions::run(args, &mut output),
        Command::Man(args) => verbs::man::run(args, &mut output),
    };
    match done {
        Ok(()) if output.refused() => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            output.problem(&problem);
            ExitCode::FAILURE
        }
    }
}

/// Damaged PDFs make the crate that reads them panic. That is caught and said in words, so the
/// panic itself is not for the eyes of a person.
fn keep_quiet_about_pdfs() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PDF_THREAD) {
            usual(panic);
        }
    }));
}
