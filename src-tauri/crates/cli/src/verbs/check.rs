//! `postil check`.

use super::open;
use crate::args::Check;
use crate::output::Output;
use postil_app::problem::Problem;
use postil_app::view::message;
use postil_store::Access;

pub fn run(args: &Check, output: &mut Output) -> Result<(), Problem> {
    let report = open(&args.project, Access::Read)?.check(true)?;
    if report.is_clean() {
        return output.say(&message("said-whole").with("path", args.project.display().to_string()));
    }
    for problem in &report.problems {
        output.found(problem)?;
    }
    Ok(())
}
