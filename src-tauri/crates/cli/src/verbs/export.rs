//! `postil export`.

mod choice;
mod standard_output;

use super::open;
use super::options;
use crate::args::Export;
use crate::output::Output;
use crate::report;
use postil_app::problem::{Code, Problem};
use postil_app::progress::Progress;
use postil_app::transfer::{Exported, Plan, Selection, carry_out, loss_message, said_exported};
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
    let plan = Plan {
        format: args.format,
        options: options(args.format, &args.options)?,
        selection: Selection {
            annotator: annotator(&project, args.annotator.as_deref())?,
            done_only: !args.all && args.choose.status.is_empty(),
            choice: choice::choice(&project, &args.choose)?,
        },
        quotes: args.choose.without_text.then_some(args.choose.quotes),
        parts: args.parts.split.clone(),
        seed: args.parts.seed.clone(),
        strata: args
            .parts
            .stratify
            .iter()
            .map(|what| what.stratum())
            .collect(),
    };
    write(&project, args, &plan, output).map_err(|problem| match problem.key.as_str() {
        "problem-nothing-done" => problem.hint("hint-export-all"),
        _ => problem,
    })
}

fn streams(out: &Path) -> bool {
    out == Path::new("-")
}

fn write(
    project: &Project,
    args: &Export,
    plan: &Plan,
    output: &mut Output,
) -> Result<(), Problem> {
    if streams(&args.out) {
        let exported = standard_output::export(project, plan, args.json, output)?;
        return said(args, &exported, None, output);
    }
    for part in carry_out(project, plan, &args.out, &Progress::silent())? {
        if part.together > 0 {
            output.note(
                &message("said-kept-together")
                    .count("count", part.together)
                    .with("examples", part.alike.clone()),
            );
        }
        let name = (!part.name.is_empty()).then_some(part.name.as_str());
        said(args, &part.exported, name, output)?;
    }
    Ok(())
}

/// Says what was written: the whole, or the part of this name.
fn said(
    args: &Export,
    exported: &Exported,
    part: Option<&str>,
    output: &mut Output,
) -> Result<(), Problem> {
    if args.json {
        let report = report::exported(args.format, exported, part).to_string();
        if streams(&args.out) {
            output.aside(&report);
            return Ok(());
        }
        return output.line(&report);
    }
    for loss in exported.losses.iter() {
        output.note(&loss_message(loss));
    }
    if streams(&args.out) {
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
