//! `cargo xtask run`: the program from the checkout, in its window.

use crate::Outcome;
use crate::packages::Need;
use crate::picture;
use crate::process::{cargo, in_checkout, line, succeed};
use crate::{system, tree, ui};

/// The package of the window and the program it builds.
pub(crate) const WINDOW: &str = "postil-desktop";

/// Builds Postil and opens it; without a display, on a virtual one for a picture.
///
/// # Errors
/// A step failed, or Postil ended with a code other than 0.
pub(crate) fn run(release: bool, arguments: &[String]) -> Outcome {
    let shown = system::has_display();
    system::prepare(if shown { Need::Build } else { Need::Picture })?;
    ui::install()?;
    ui::build()?;
    build(release)?;
    let program = tree::built(WINDOW, release)?;
    if shown {
        succeed(in_checkout(program).args(arguments))
    } else {
        picture::take(&program, arguments)
    }
}

/// Builds the window.
///
/// # Errors
/// It does not compile.
pub(crate) fn build(release: bool) -> Outcome {
    let mut command = cargo();
    command.args(["build", "--locked", "--package", WINDOW]);
    if release {
        command.arg("--release");
    }
    println!("Building Postil: {}", line(&command));
    succeed(&mut command)
}
