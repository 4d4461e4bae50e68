//! `cargo xtask test`: every test there is.

use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::display::Display;
use crate::packages::Need;
use crate::process::{cargo, in_checkout, line, succeed};
use crate::run::WINDOW;
use crate::{system, tree, ui};

/// Seconds, the build of the tests included.
const JOURNEYS_AT_MOST: &str = "1800";

/// Runs every step in turn and stops at the first that fails.
///
/// # Errors
/// The name of the step that failed, and how.
pub(crate) fn test() -> Outcome {
    let started = Instant::now();
    step("set-up", || {
        system::prepare(if journeys_run_here() {
            Need::Journeys
        } else {
            Need::Build
        })?;
        system::prepare_rust_checks()?;
        ui::install()
    })?;
    shown("types of the user interface", ui::npm(&["run", "check"]))?;
    shown("style of the user interface", ui::npm(&["run", "lint"]))?;
    shown("tests of the user interface", ui::npm(&["test"]))?;
    step("build of the user interface", ui::build)?;
    shown("style", with(cargo(), &["fmt", "--all", "--check"]))?;
    shown(
        "lints",
        with(
            cargo(),
            &[
                "clippy",
                "--locked",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
        ),
    )?;
    shown(
        "tests without a window",
        with(cargo(), &["test", "--locked"]),
    )?;
    shown(
        "tests of the shell",
        with(cargo(), &["test", "--locked", "--package", WINDOW]),
    )?;
    if journeys_run_here() {
        step("window", || crate::run::build(false))?;
        step("window journeys", journeys)?;
    } else {
        println!("\nThe window journeys run on Linux alone: WebKitWebDriver is only there.");
    }
    println!("\nAll tests passed in {} s.", started.elapsed().as_secs());
    Ok(())
}

fn journeys_run_here() -> bool {
    cfg!(target_os = "linux")
}

fn journeys() -> Outcome {
    let display = Display::start()?;
    // A window that hangs must not hold up the tests for ever.
    let mut command = in_checkout("timeout");
    command
        .args(["--kill-after=10", JOURNEYS_AT_MOST])
        .arg(cargo().get_program())
        .args(["test", "--locked", "--package", "postil-tests", "--"])
        // One window at a time can have the keyboard.
        .arg("--test-threads=1");
    command.env("POSTIL_APP", tree::built(WINDOW, false)?);
    println!("$ {}", line(&command));
    succeed(display.show(&mut command))
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

fn shown(name: &str, mut command: Command) -> Outcome {
    step(name, || {
        println!("$ {}", line(&command));
        succeed(&mut command)
    })
}

fn step(name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n── {name}");
    let started = Instant::now();
    let outcome = work().map_err(|problem| format!("{name}: {problem}"));
    println!("── {name}: {:.1} s", started.elapsed().as_secs_f64());
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_named() {
        assert_eq!(
            step("lints", || Err("no".to_owned())),
            Err("lints: no".to_owned())
        );
        assert_eq!(step("lints", || Ok(())), Ok(()));
    }
}
