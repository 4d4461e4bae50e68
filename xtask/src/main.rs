//! `cargo xtask`: set-up, run, test, peers, bench and bundle, the same on every operating system.
//!
//! Only the standard library, so that a fresh clone has it compiled within seconds.
#![expect(
    clippy::print_stdout,
    reason = "a command-line tool answers on standard output"
)]

mod bench;
mod bundle;
mod display;
mod icons;
mod node;
mod packages;
mod peers;
mod picture;
mod process;
mod run;
mod system;
mod test;
mod tree;
mod ui;
mod verb;

use std::process::ExitCode;

use verb::Verb;

/// What a step answers: nothing, or the sentence to end with.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match verb::parse(&arguments) {
        Ok(Verb::Help) => {
            println!("{}", verb::USAGE);
            Ok(())
        }
        Ok(Verb::Run { release, arguments }) => run::run(release, &arguments),
        Ok(Verb::Test) => test::test(),
        Ok(Verb::Peers) => peers::peers(),
        Ok(Verb::Bench) => bench::bench(),
        Ok(Verb::Bundle) => bundle::bundle(),
        Ok(Verb::Icons) => icons::icons(),
        Err(problem) => {
            eprintln!("{problem}\n\n{}", verb::USAGE);
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
