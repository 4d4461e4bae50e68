//! `postil import`.

use super::{counted, duplicate, open, options};
use crate::args::Import;
use crate::output::Output;
use postil_app::environment::{Environment, SystemEnvironment};
use postil_app::problem::Problem;
use postil_app::transfer::{Manner, import_files, loss_message};
use postil_app::view::message;
use postil_store::Access;

pub fn run(args: &Import, output: &mut Output) -> Result<(), Problem> {
    let mut project = open(&args.project, Access::Write)?;
    let manner = Manner {
        format: args.format,
        options: options(args.format, &args.options)?,
        repair: args.repair,
    };
    let imported = import_files(&mut project, &manner, &args.files, SystemEnvironment.now())?;
    for loss in imported.losses.iter() {
        output.note(&loss_message(loss));
    }
    for note in &imported.notes {
        output.note(note);
    }
    for (title, same) in &imported.duplicates {
        output.problem(&duplicate(&project, &format!("“{title}”"), *same)?);
    }
    project.close()?;
    output.say(
        &message("said-imported")
            .count("articles", counted(imported.added.len()))
            .count("spans", imported.spans)
            .count("links", imported.links),
    )
}
