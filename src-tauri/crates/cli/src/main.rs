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
use postil_app::article_files::read_if_asked;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(ended) = read_if_asked() {
        return ended;
    }
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
