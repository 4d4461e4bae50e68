//! `postil check`.

use super::open;
use crate::args::Check;
use crate::output::Output;
use postil_app::problem::Problem;
use postil_app::view::message;
use postil_store::Access;
use serde_json::json;

pub fn run(args: &Check, output: &mut Output) -> Result<(), Problem> {
    let report = open(&args.project, Access::Read)?.check(true)?;
    if args.json {
        if !report.is_clean() {
            output.refuse();
        }
        let json = json!({ "whole": report.is_clean(), "problems": report.problems });
        return output.line(&json.to_string());
    }
    if report.is_clean() {
        return output.say(&message("said-whole").with("path", args.project.display().to_string()));
    }
    for problem in &report.problems {
        output.found(problem)?;
    }
    Ok(())
}
