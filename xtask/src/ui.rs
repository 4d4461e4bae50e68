//! The user interface's packages and its build.

use std::process::Command;

use crate::Outcome;
use crate::process::{in_checkout, line, succeed};
use crate::tree;

/// npm in the folder of the user interface.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = in_checkout(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(["--prefix", "ui"]).args(arguments);
    command
}

/// Tauri's command line, which is one of the user interface's packages.
pub(crate) fn tauri(arguments: &[&str]) -> Command {
    let program = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = in_checkout(tree::ui().join("node_modules/.bin").join(program));
    command.args(arguments);
    command
}

/// Installs the packages the lock file names, unless they are there.
///
/// # Errors
/// npm could not install them.
pub(crate) fn install() -> Outcome {
    let ui = tree::ui();
    let installed = tree::modified(&ui.join("node_modules/.package-lock.json"));
    if !tree::is_stale(installed, tree::modified(&ui.join("package-lock.json"))) {
        return Ok(());
    }
    let mut command = npm(&["ci", "--no-audit", "--no-fund"]);
    println!(
        "Installing the user interface's packages: {}",
        line(&command)
    );
    succeed(&mut command)
}

/// Builds the user interface, unless what was built is up to date.
///
/// # Errors
/// The build failed.
pub(crate) fn build() -> Outcome {
    let ui = tree::ui();
    let sources = [
        "index.html",
        "package-lock.json",
        "package.json",
        "public",
        "src",
        "svelte.config.js",
        "tsconfig.json",
        "vite.config.ts",
    ];
    let sources: Vec<_> = sources.iter().map(|source| ui.join(source)).collect();
    let made = tree::modified(&ui.join("dist/index.html"));
    if !tree::is_stale(made, tree::newest(&sources)) {
        return Ok(());
    }
    let mut command = npm(&["run", "build"]);
    println!("Building the user interface: {}", line(&command));
    succeed(&mut command)
}
