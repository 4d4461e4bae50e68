//! `postil import`.

mod mapping;

use super::{counted, duplicate, open, options};
use crate::args::{Given, Import};
use crate::output::Output;
use crate::report;
use crate::standard_input::StandardInput;
use postil_app::environment::{Environment, SystemEnvironment};
use postil_app::problem::Problem;
use postil_app::transfer::{Imported, Manner, import_files, import_projects, loss_message};
use postil_app::view::message;
use postil_formats::jsonl;
use postil_store::{Access, Project};
use std::path::PathBuf;

pub fn run(args: &Import, output: &mut Output) -> Result<(), Problem> {
    let mut project = open(&args.project, Access::Write)?;
    let manner = |format| {
        Ok::<_, Problem>(Manner {
            options: options(format, &args.options)?,
            repair: args.repair,
            mapping: mapping::mapping(&project, args)?,
            // Names of the scheme that is there are meant.
            take_scheme: args.map.is_empty() && args.map_file.is_none(),
            ..Manner::of(format)
        })
    };
    let imported = match args.format {
        Given::Format(format) => {
            let manner = manner(format)?;
            given(&mut project, &manner, &args.files)?
        }
        Given::Project => {
            let manner = manner(&jsonl::ROW)?;
            import_projects(&mut project, &manner, &args.files, SystemEnvironment.now())?
        }
    };
    if args.json {
        output.line(&report::imported(&project, args.format.id(), &imported)?.to_string())?;
        if !imported.duplicates.is_empty() {
            output.refuse();
        }
        return Ok(project.close()?);
    }
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

/// Imports the files, standard input among them.
fn given(project: &mut Project, manner: &Manner, files: &[PathBuf]) -> Result<Imported, Problem> {
    let now = SystemEnvironment.now();
    if !StandardInput::is_among(files) {
        return import_files(project, manner, files, now);
    }
    let input = StandardInput::read(manner.format.main())?;
    let files = input.among(files);
    let mut imported =
        import_files(project, manner, &files, now).map_err(|problem| input.refusal(problem))?;
    for note in &mut imported.notes {
        input.rename(note.arguments.values_mut());
    }
    Ok(imported)
}
