//! Exports to standard output: written to a folder for the time being, read back there as every
//! export is, and only then passed on.

use crate::output::Output;
use postil_app::problem::{Code, Problem};
use postil_app::progress::Progress;
use postil_app::transfer::{Exported, Plan, carry_out};
use postil_app::view::message;
use postil_formats::Place;
use postil_store::Project;
use std::fs::File;
use std::io;

/// What the files are called for the time being.
const NAME: &str = "export";

/// The end of the report of losses, which are said anyway.
const LOSSES: &str = ".losses.tsv";

/// Writes the main file of an export to standard output, and says which files it did not take,
/// unless `quiet`.
pub fn export(
    project: &Project,
    plan: &Plan,
    quiet: bool,
    output: &mut Output,
) -> Result<Exported, Problem> {
    if plan.format.place == Place::Folder {
        let problem = Problem::new(Code::Invalid, "problem-export-needs-folder");
        return Err(problem.with("format", plan.format.title));
    }
    if !plan.parts.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-parts-need-files"));
    }
    let folder = tempfile::tempdir().map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
            .with("reason", error.to_string())
    })?;
    let out = folder.path().join(NAME);
    let parts = carry_out(project, plan, &out, &Progress::silent())?;
    let mut exported = parts
        .into_iter()
        .next()
        .map(|part| part.exported)
        .unwrap_or_default();
    let mut files = std::mem::take(&mut exported.files).into_iter();
    if let Some(main) = files.next() {
        let mut main = File::open(main).map_err(Problem::internal)?;
        output.bytes(|out| io::copy(&mut main, out).map(drop))?;
    }
    let others: Vec<String> = files
        .filter_map(|file| Some(file.file_name()?.to_str()?.strip_prefix(NAME)?.to_owned()))
        .filter(|end| !end.ends_with(LOSSES))
        .collect();
    if !others.is_empty() && !quiet {
        output.note(&message("note-standard-output").with("files", others.join(", ")));
    }
    Ok(exported)
}
