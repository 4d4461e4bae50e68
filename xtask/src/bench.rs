//! `cargo xtask bench`: how fast the release build is.

use std::fs;

use crate::Outcome;
use crate::display::Display;
use crate::packages::Need;
use crate::process::{cargo, succeed};
use crate::run::{self, WINDOW};
use crate::{system, tree, ui};

/// Builds everything for release and measures it.
///
/// # Errors
/// A step failed, or this is not Linux: the window is driven through WebKitWebDriver.
pub(crate) fn bench() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("the window is measured through WebKitWebDriver, on Linux alone".to_owned());
    }
    system::prepare(Need::Journeys)?;
    ui::install()?;
    ui::build()?;
    run::build(true)?;
    let measure = [
        "--locked",
        "--release",
        "--package",
        "postil-tests",
        "--bin",
        "bench",
    ];
    succeed(cargo().arg("build").args(measure))?;

    print_load("before");
    let display = Display::start()?;
    let mut command = cargo();
    command
        .args(["run", "--quiet"])
        .args(measure)
        .env("POSTIL_APP", tree::built(WINDOW, true)?);
    let outcome = succeed(display.show(&mut command));
    print_load("after");
    outcome
}

/// Measurements taken beside other work say more about that work.
fn print_load(when: &str) {
    if let Ok(load) = fs::read_to_string("/proc/loadavg") {
        let averages: Vec<&str> = load.split(' ').take(3).collect();
        println!("load {when} (1, 5, 15 min): {}", averages.join(" "));
    }
}
