//! `cargo xtask bundle`: the installer for this operating system.

use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::packages::Need;
use crate::process::{in_checkout, line, succeed};
use crate::{system, tree, ui};

/// Makes the installer and says where it lies.
///
/// # Errors
/// A step failed, or nothing was made.
pub(crate) fn bundle() -> Outcome {
    system::prepare(Need::Build)?;
    ui::install()?;
    let kind = if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "dmg"
    } else {
        "deb"
    };
    let program = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = in_checkout(tree::ui().join("node_modules/.bin").join(program));
    command.args(["build", "--bundles", kind]);
    println!("Making the installer: {}", line(&command));
    succeed(&mut command)?;

    let made = newest_file(tree::target()?.join("release/bundle").join(kind), kind)
        .ok_or_else(|| format!("no {kind} was made"))?;
    println!("The installer: {}", made.display());
    Ok(())
}

fn newest_file(folder: PathBuf, kind: &str) -> Option<PathBuf> {
    let ending = if kind == "nsis" { "exe" } else { kind };
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .max_by_key(|path| tree::modified(path))
}
