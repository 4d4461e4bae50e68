//! Exports without the texts: written whole where nobody sees them, checked
//! as every export is, and only then thinned.

use super::file::{Beside, unreadable, unwritable};
use super::{Exported, Plan, Selection, export_watched, main_file};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use postil_formats::jsonl::withhold;
use postil_store::Project;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// Writes an export to `out` whose texts are left out; quotes of at most
/// `quotes` code points stay.
pub(super) fn export(
    project: &Project,
    plan: &Plan,
    quotes: usize,
    out: &Path,
    selection: &Selection,
    progress: &Progress,
) -> Result<Exported, Problem> {
    let folder = tempfile::tempdir().map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
            .with("reason", error.to_string())
    })?;
    let main = main_file(plan.format, out);
    let whole = folder.path().join(main.file_name().unwrap_or_default());
    let mut exported = export_watched(
        project,
        plan.format,
        &plan.options,
        &whole,
        selection,
        progress,
    )?;
    let mut kept = Vec::new();
    for file in &exported.files {
        progress.go_on()?;
        let target = out.with_file_name(file.file_name().unwrap_or_default());
        let quotes = (target == main).then_some(quotes);
        kept.push(thinned(file, &target, quotes)?);
    }
    exported.files = kept
        .into_iter()
        .map(Beside::keep)
        .collect::<Result<_, _>>()?;
    Ok(exported)
}

/// A copy of a file; its lines without texts where `quotes` says so.
fn thinned(file: &Path, target: &Path, quotes: Option<usize>) -> Result<Beside, Problem> {
    let mut from = File::open(file)
        .map(BufReader::new)
        .map_err(|error| unreadable(file, &error))?;
    let (beside, to) = Beside::create(target)?;
    let refused = |error: io::Error| unwritable(target, &error);
    let mut to = BufWriter::new(to);
    match quotes {
        None => {
            io::copy(&mut from, &mut to).map_err(refused)?;
        }
        Some(quotes) => {
            for line in from.lines() {
                let line = line.map_err(|error| unreadable(file, &error))?;
                let line = withhold(&line, quotes).map_err(Problem::internal)?;
                to.write_all(&line).map_err(refused)?;
            }
        }
    }
    to.into_inner()
        .map_err(io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all())
        .map_err(refused)?;
    Ok(beside)
}
