//! `postil export`.

use super::open;
use super::options;
use crate::args::Export;
use crate::output::Output;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::{
    Exported, Selection, export_project, export_to, loss_message, said_exported,
};
use postil_app::view::message;
use postil_core::id::AnnotatorId;
use postil_store::{Access, Project};
use std::path::Path;

/// Writes a snapshot, so that annotating can go on beside it and what is
/// written is one state of the project.
pub fn run(args: &Export, output: &mut Output) -> Result<(), Problem> {
    let project = open(&args.project, Access::Read)?;
    let folder = tempfile::tempdir().map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
            .with("reason", error.to_string())
    })?;
    let snapshot = folder.path().join("snapshot.postil");
    project.snapshot_to(&snapshot)?;
    drop(project);
    let project = open(&snapshot, Access::Read)?;
    let selection = Selection {
        annotator: annotator(&project, args.annotator.as_deref())?,
        done_only: args.done,
    };
    let exported = write(&project, args, &selection, output)?;
    for loss in exported.losses.iter() {
        output.note(&loss_message(loss));
    }
    if exported.files.is_empty() {
        return Ok(());
    }
    for file in &exported.files {
        output.line(&file.display().to_string())?;
    }
    output.note(
        &message(said_exported(args.format))
            .count("articles", exported.articles)
            .count("spans", exported.spans)
            .count("links", exported.links),
    );
    Ok(())
}

fn write(
    project: &Project,
    args: &Export,
    selection: &Selection,
    output: &mut Output,
) -> Result<Exported, Problem> {
    let options = options(args.format, &args.options)?;
    if args.out != Path::new("-") {
        return export_project(project, args.format, &options, &args.out, selection);
    }
    let mut written = Ok(Exported::default());
    output.bytes(|out| {
        written = export_to(project, args.format, &options, out, selection);
        Ok(())
    })?;
    written
}

fn annotator(project: &Project, name: Option<&str>) -> Result<Option<AnnotatorId>, Problem> {
    let Some(name) = name else { return Ok(None) };
    let annotators = project.annotators()?;
    match annotators.iter().find(|annotator| annotator.name == name) {
        Some(annotator) => Ok(Some(annotator.id)),
        None => {
            let names: Vec<_> = annotators
                .into_iter()
                .map(|annotator| annotator.name)
                .collect();
            Err(Problem::new(Code::NotFound, "problem-no-such-annotator")
                .with("name", name)
                .with("names", names.join(", ")))
        }
    }
}
