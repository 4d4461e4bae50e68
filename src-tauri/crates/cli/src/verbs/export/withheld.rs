//! Exports without the texts: written whole where nobody sees them, checked
//! as every export is, and only then thinned.

use super::options;
use crate::args::Export;
use postil_app::problem::{Code, Problem};
use postil_app::transfer::{Exported, Selection, export_project, main_file, write_whole};
use postil_formats::jsonl::withhold;
use postil_store::Project;
use std::fs;
use std::path::Path;

/// Writes the export without its texts to `out`.
pub fn export(
    project: &Project,
    args: &Export,
    out: &Path,
    selection: &Selection,
) -> Result<Exported, Problem> {
    let unread = |error: std::io::Error| Problem::internal(error.to_string());
    let folder = tempfile::tempdir().map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
            .with("reason", error.to_string())
    })?;
    let main = main_file(args.format, out);
    let whole = folder.path().join(main.file_name().unwrap_or_default());
    let options = options(args.format, &args.options)?;
    let mut exported = export_project(project, args.format, &options, &whole, selection)?;
    for file in &mut exported.files {
        let target = out.with_file_name(file.file_name().unwrap_or_default());
        let mut bytes = fs::read(&*file).map_err(unread)?;
        if target == main {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            bytes.clear();
            for line in text.split_terminator('\n') {
                let line = withhold(line, args.choose.quotes)
                    .map_err(|error| Problem::internal(error.to_string()))?;
                bytes.extend(line);
            }
        }
        write_whole(&target, &bytes)?;
        *file = target;
    }
    Ok(exported)
}
