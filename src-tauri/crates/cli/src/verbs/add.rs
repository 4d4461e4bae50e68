//! `postil add`.

use super::open;
use crate::args::Add;
use crate::output::Output;
use postil_app::environment::SystemEnvironment;
use postil_app::problem::Problem;
use postil_app::transfer::{Added, add_text_file};
use postil_app::view::message;
use postil_store::Access;

/// One file that is refused does not keep the others out.
pub fn run(args: &Add, output: &mut Output) -> Result<(), Problem> {
    let mut project = open(&args.project, Access::Write)?;
    let mut environment = SystemEnvironment;
    for path in &args.files {
        let (key, id) = match add_text_file(&mut project, path, &mut environment) {
            Ok(Added::New(id)) => ("said-added", id),
            Ok(Added::Duplicate(id)) => ("said-duplicate", id),
            Err(problem) => {
                output.problem(&problem);
                continue;
            }
        };
        let said = message(key)
            .with("path", path.display().to_string())
            .with("title", project.document(id)?.title)
            .count("number", id.0);
        output.say(&said)?;
    }
    project.close()?;
    Ok(())
}
