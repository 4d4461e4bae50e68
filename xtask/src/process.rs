//! Starting other programs.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::tree;

/// Cargo as the one that started us, in the checkout.
pub(crate) fn cargo() -> Command {
    in_checkout(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// A program that will run in the checkout.
pub(crate) fn in_checkout(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(tree::checkout());
    command
}

/// The command as a person would write it.
pub(crate) fn line(command: &Command) -> String {
    let name = PathBuf::from(command.get_program());
    let mut words = vec![name.file_name().map_or_else(
        || command.get_program().to_string_lossy().into_owned(),
        |file| file.to_string_lossy().into_owned(),
    )];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Runs a command to its end, its output shown.
///
/// # Errors
/// The command could not be started, or ended with a code other than 0.
pub(crate) fn succeed(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|cause| format!("could not start “{}”: {cause}", line(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("“{}” failed ({status})", line(command)))
    }
}

/// What a command prints, or nothing where it is missing or fails.
pub(crate) fn printed(program: &str, arguments: &[&str]) -> Option<String> {
    let output = in_checkout(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is on the path.
pub(crate) fn is_on_path(program: &str) -> bool {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path).any(|directory| directory.join(&file).is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_the_program_without_its_directory() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["test", "--locked"]);
        assert_eq!(line(&command), "cargo test --locked");
    }

    #[test]
    fn a_failing_command_is_named_in_the_problem() {
        let problem = succeed(cargo().arg("--no-such-option").stderr(Stdio::null())).unwrap_err();
        assert!(problem.contains("--no-such-option"), "{problem}");
    }

    #[test]
    fn nothing_is_printed_by_a_program_that_is_not_there() {
        assert_eq!(printed("postil-no-such-program", &[]), None);
        assert!(!is_on_path("postil-no-such-program"));
    }
}
