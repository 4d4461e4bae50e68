//! Makes the machine ready: what is missing is named, and installed where that is allowed.

use std::env;

use crate::Outcome;
use crate::node;
use crate::packages::{self, Need, Package, Probe};
use crate::process::{in_checkout, is_on_path, printed, succeed};

/// Sees to the packages a verb needs and to Node.
///
/// With everything present no package manager is called.
///
/// # Errors
/// Something is missing and may not or could not be installed; the sentence says what to do.
pub(crate) fn prepare(need: Need) -> Outcome {
    if cfg!(target_os = "linux") {
        let wanted = packages::for_need(need);
        if is_on_path("dpkg-query") && is_on_path("apt-get") {
            prepare_debian(&wanted)?;
        } else {
            prepare_other_linux(&wanted)?;
        }
    } else {
        name_what_to_install();
    }
    check_node()
}

/// Whether a window can be shown to a person.
pub(crate) fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn prepare_debian(wanted: &[Package]) -> Outcome {
    let names: Vec<&str> = wanted.iter().map(|package| package.debian).collect();
    let mut missing = not_installed(&names);
    if !node_suffices() {
        let policy = printed("apt-cache", &["policy", "nodejs"]).unwrap_or_default();
        if node::candidate(&policy).is_some_and(node::suffices) {
            missing.extend(["nodejs", "npm"]);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }

    println!("Postil needs these system packages: {}", missing.join(" "));
    let is_root = printed("id", &["-u"]).as_deref() == Some("0");
    if !is_root && printed("sudo", &["-n", "true"]).is_none() {
        return Err(format!(
            "install them with this command, then start again:\n\n  \
             sudo apt-get update && sudo apt-get install --no-install-recommends {}",
            missing.join(" ")
        ));
    }
    println!("Installing them with apt-get.");
    // A broken third-party source must not stop an installation that needs nothing from it.
    if let Err(problem) = apt_get(is_root, &["update"]) {
        eprintln!("{problem}; trying with the package lists that are there");
    }
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(&missing);
    apt_get(is_root, &install)?;

    let still_missing = not_installed(&missing);
    if still_missing.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "apt-get ended well, yet these packages are not there: {}",
            still_missing.join(" ")
        ))
    }
}

fn not_installed<'a>(names: &[&'a str]) -> Vec<&'a str> {
    // dpkg-query fails when it does not know a name, and still reports on the others.
    let report = in_checkout("dpkg-query")
        .args(["-W", "-f", "${db:Status-Abbrev}${Package}\\n"])
        .args(names)
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    packages::not_installed(&report, names)
}

fn apt_get(is_root: bool, arguments: &[&str]) -> Outcome {
    let mut command = if is_root {
        in_checkout("env")
    } else {
        let mut sudo = in_checkout("sudo");
        sudo.args(["-n", "env"]);
        sudo
    };
    command.args([
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]);
    succeed(command.args(arguments))
}

fn prepare_other_linux(wanted: &[Package]) -> Outcome {
    let missing: Vec<&Package> = wanted
        .iter()
        .filter(|package| !is_met(package.probe))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = |name: fn(&Package) -> &'static str| {
        let names: Vec<&str> = missing.iter().map(|package| name(package)).collect();
        names.join(" ")
    };
    Err(format!(
        "some system packages are missing; install them, then start again:\n\n  \
         Fedora:       sudo dnf install {}\n  \
         Arch Linux:   sudo pacman -S --needed {}\n  \
         elsewhere:    what Debian calls {}",
        names(|package| package.fedora),
        names(|package| package.arch),
        names(|package| package.debian),
    ))
}

fn is_met(probe: Probe) -> bool {
    match probe {
        Probe::Program(program) => is_on_path(program),
        Probe::Library(library) => printed("pkg-config", &["--modversion", library]).is_some(),
        Probe::Font(family) => {
            printed("fc-list", &[family, "family"]).is_some_and(|found| !found.is_empty())
        }
    }
}

fn name_what_to_install() {
    if cfg!(target_os = "macos") {
        if printed("xcode-select", &["-p"]).is_none() {
            println!("Postil is built with Apple's command line tools: xcode-select --install");
        }
    } else if cfg!(windows) {
        println!(
            "Postil is built with the Visual Studio Build Tools (Desktop development with C++)\n\
             and shown with the WebView2 Runtime, which Windows 11 has already."
        );
    }
}

fn node_suffices() -> bool {
    printed("node", &["--version"]).is_some_and(|version| node::suffices(&version))
}

/// Whether the Node that is here can build the user interface.
///
/// # Errors
/// It is missing or too old; the sentence says which to install.
pub(crate) fn check_node() -> Outcome {
    if node_suffices() {
        return Ok(());
    }
    let found = printed("node", &["--version"])
        .map_or_else(|| "none".to_owned(), |version| version.trim().to_owned());
    Err(format!(
        "the user interface is built with {}, found: {found}; see https://nodejs.org",
        node::WANTED
    ))
}

/// Sees to rustfmt and clippy, which a minimal Rust leaves out.
///
/// # Errors
/// They are missing and there is no rustup to add them.
pub(crate) fn prepare_rust_checks() -> Outcome {
    let is_there = |verb| printed("cargo", &[verb, "--version"]).is_some();
    if is_there("fmt") && is_there("clippy") {
        return Ok(());
    }
    if !is_on_path("rustup") {
        return Err("the tests need rustfmt and clippy beside cargo".to_owned());
    }
    println!("Adding rustfmt and clippy to this Rust.");
    succeed(in_checkout("rustup").args(["component", "add", "rustfmt", "clippy"]))
}
