//! `postil add`.

use super::{duplicate, open};
use crate::args::Add;
use crate::output::Output;
use postil_app::environment::SystemEnvironment;
use postil_app::problem::Problem;
use postil_app::transfer::{Added, add_text_file};
use postil_app::view::message;
use postil_store::Access;

/// A file that is refused does not keep the others out.
pub fn run(args: &Add, output: &mut Output) -> Result<(), Problem> {
    let mut project = open(&args.project, Access::Write)?;
    let mut environment = SystemEnvironment;
    for path in &args.files {
        match add_text_file(&mut project, path, &mut environment) {
            Ok(Added::New(id)) => {
                let title = project.document(id)?.title;
                output.say(
                    &message("said-added-as")
                        .with("title", title)
                        .count("number", id.0),
                )?;
            }
            Ok(Added::Duplicate(same)) => {
                output.problem(&duplicate(&project, &path.display().to_string(), same)?);
            }
            Err(problem) => output.problem(&problem),
        }
    }
    project.close()?;
    Ok(())
}
