//! `cargo xtask bundle`: the installer for this operating system.

use std::fs;
use std::path::PathBuf;

use crate::Outcome;
use crate::packages::Need;
use crate::process::{cargo, line, succeed};
use crate::{system, tree, ui};

/// The package of the command line, which the installer brings along on Linux.
const COMMAND_LINE: &str = "postil-cli";

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
    let mut command = ui::tauri(&["build", "--bundles", kind]);
    if kind == "deb" {
        succeed(cargo().args(["build", "--locked", "--release", "--package", COMMAND_LINE]))?;
        command.arg("--config").arg(debian_settings()?);
    }
    println!("Making the installer: {}", line(&command));
    succeed(&mut command)?;

    let made = newest_file(tree::target()?.join("release/bundle").join(kind), kind)
        .ok_or_else(|| format!("no {kind} was made"))?;
    println!("The installer: {}", made.display());
    Ok(())
}

/// Writes the settings that add the command line, the licences and the kind of file to the package,
/// and says where.
///
/// They are not in `tauri.conf.json`: there no package could be made before the command line is
/// built.
fn debian_settings() -> Outcome<PathBuf> {
    let checkout = tree::checkout();
    let settings = format!(
        r#"{{"bundle": {{"linux": {{"deb": {{
            "desktopTemplate": {desktop:?},
            "files": {{
                "/usr/bin/postil": {program:?},
                "/usr/share/doc/postil/LICENSE-APACHE": {apache:?},
                "/usr/share/doc/postil/LICENSE-MIT": {mit:?},
                "/usr/share/mime/packages/postil.xml": {kind:?}
            }}
        }}}}}}}}"#,
        desktop = checkout.join("src-tauri/linux/postil.desktop"),
        program = tree::built("postil", true)?,
        apache = checkout.join("LICENSE-APACHE"),
        mit = checkout.join("LICENSE-MIT"),
        kind = checkout.join("xtask/debian/postil.xml"),
    );
    let file = tree::target()?.join("bundle.json");
    fs::write(&file, settings).map_err(|cause| format!("{}: {cause}", file.display()))?;
    Ok(file)
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
