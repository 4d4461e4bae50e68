//! `postil export`.

mod choice;
mod standard_output;
mod withheld;

use super::open;
use super::options;
use crate::args::Export;
use crate::output::Output;
use crate::report;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::{
    Exported, Selection, deal_out, export_project, loss_message, main_file, said_exported,
};
use postil_app::view::message;
use postil_core::id::AnnotatorId;
use postil_formats::{Format, Place};
use postil_store::{Access, Project};
use std::path::{Path, PathBuf};

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
    if args.choose.without_text && args.format.id != "jsonl" {
        return Err(Problem::new(Code::Invalid, "problem-without-text"));
    }
    let mut selection = Selection {
        annotator: annotator(&project, args.annotator.as_deref())?,
        done_only: args.done,
        choice: choice::choice(&project, &args.choose)?,
    };
    if args.parts.split.is_empty() {
        return one(&project, args, (&args.out, None), &selection, output);
    }
    if streams(&args.out) {
        return Err(Problem::new(Code::Invalid, "problem-parts-need-files"));
    }
    let shares: Vec<u32> = args.parts.split.iter().map(|(_, share)| *share).collect();
    let strata = args.parts.stratify.iter().map(|what| what.stratum());
    let dealt = deal_out(
        &project,
        &selection,
        &shares,
        &args.parts.seed,
        &strata.collect(),
    )?;
    if dealt.together > 0 {
        output.note(&message("said-kept-together").count("count", dealt.together));
    }
    if args.format.place == Place::Folder {
        std::fs::create_dir_all(&args.out).map_err(|error| {
            Problem::new(Code::ReadOnly, "problem-folder")
                .with("path", args.out.display().to_string())
                .cause(error)
        })?;
    }
    for ((name, _), documents) in args.parts.split.iter().zip(dealt.parts) {
        selection.choice.documents = Some(documents.into_iter().collect());
        let out = part_of(&args.out, args.format, name);
        one(&project, args, (&out, Some(name)), &selection, output)?;
    }
    Ok(())
}

/// The file or folder of a part: `corpus.train.jsonl` of `corpus.jsonl`, and
/// `corpus/train` where the format fills a folder.
fn part_of(out: &Path, format: &Format, name: &str) -> PathBuf {
    if format.place == Place::Folder {
        return out.join(name);
    }
    let main = main_file(format, out);
    let file = main.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.strip_suffix(format.main()).unwrap_or(&file);
    out.with_file_name(format!("{stem}.{name}"))
}

fn streams(out: &Path) -> bool {
    out == Path::new("-")
}

/// Writes one export: to a path, or as the part of this name.
fn one(
    project: &Project,
    args: &Export,
    (out, part): (&Path, Option<&str>),
    selection: &Selection,
    output: &mut Output,
) -> Result<(), Problem> {
    let exported = match streams(out) {
        true => standard_output::export(project, args, selection, output)?,
        false => write(project, args, out, selection)?,
    };
    if args.json {
        let report = report::exported(args.format, &exported, part).to_string();
        if streams(out) {
            output.aside(&report);
            return Ok(());
        }
        return output.line(&report);
    }
    for loss in exported.losses.iter() {
        output.note(&loss_message(loss));
    }
    if streams(out) {
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
    out: &Path,
    selection: &Selection,
) -> Result<Exported, Problem> {
    if args.choose.without_text {
        return withheld::export(project, args, out, selection);
    }
    let options = options(args.format, &args.options)?;
    export_project(project, args.format, &options, out, selection)
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
