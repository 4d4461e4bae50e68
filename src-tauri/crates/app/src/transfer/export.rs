//! Out of a project: written beside, synced, read back, and only then kept.

use super::file::{Beside, unreadable, unwritable};
use super::verify::{BUFFER, compare, differs, digest_of, open, part, read_back, unwritten};
use super::{Exported, Selection, counted};
use crate::problem::{Code, Problem};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_formats::csv::{self, ClaimsWriter};
use postil_formats::jsonl;
use postil_formats::{Format, Losses, WriteError};
use postil_store::Project;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The path of the main file of an export to `path`: `NAME.jsonl`, or
/// `NAME.claims.csv`.
#[must_use]
pub fn main_file(format: Format, path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let ends: &[&str] = match format {
        Format::Jsonl => &[".jsonl"],
        Format::Csv => &[".claims.csv", ".csv"],
    };
    let stem = ends
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(&name);
    path.with_file_name(format!("{stem}{}", ends.first().unwrap_or(&"")))
}

/// Writes a project to `path` and the files that belong beside it. A device
/// or pipe gets the main file alone, and is not read back.
///
/// # Errors
/// When a file cannot be written, or does not read back as it was written;
/// files that were there before are then as they were.
pub fn export_project(
    project: &Project,
    format: Format,
    path: &Path,
    selection: &Selection,
) -> Result<Exported, Problem> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let mut device = File::options()
            .write(true)
            .open(path)
            .map_err(|error| unwritable(path, &error))?;
        return stream(project, format, &mut device, path, selection);
    }
    let target = main_file(format, path);
    let (main, mut exported, digest) = part(&target, |out| {
        write(project, format, out, &target, selection)
    })
    .map(|(beside, (exported, digest))| (beside, exported, digest))?;
    let mut parts = vec![main];
    compare(&target, digest, read_back(format, &parts[0], &target)?)?;
    if format == Format::Jsonl {
        let scheme = project.scheme()?.json;
        let beside = sibling(&target, ".scheme.json");
        let (scheme_part, ()) = part(&beside, |out| {
            out.write_all(scheme.as_bytes())
                .map_err(|error| unwritable(&beside, &error))
        })?;
        let found = fs::read(scheme_part.part()).map_err(|error| unreadable(&beside, &error))?;
        compare(&beside, digest_of(scheme.as_bytes()), digest_of(&found))?;
        parts.push(scheme_part);
        parts.push(register(project, &sibling(&target, ".entities.jsonl"))?);
    }
    for part in parts {
        exported.files.push(part.keep()?);
    }
    Ok(exported)
}

/// Writes the main file of an export into `out`, such as standard output.
///
/// # Errors
/// When `out` refuses.
pub fn export_to(
    project: &Project,
    format: Format,
    out: &mut dyn Write,
    selection: &Selection,
) -> Result<Exported, Problem> {
    stream(
        project,
        format,
        out,
        Path::new("standard output"),
        selection,
    )
}

fn stream(
    project: &Project,
    format: Format,
    out: &mut dyn Write,
    name: &Path,
    selection: &Selection,
) -> Result<Exported, Problem> {
    let mut out = BufWriter::with_capacity(BUFFER, out);
    let (exported, _) = write(project, format, &mut out, name, selection)?;
    out.flush().map_err(|error| unwritable(name, &error))?;
    Ok(exported)
}

/// What an export would leave out, found without writing anything.
///
/// # Errors
/// When the project cannot be read.
pub fn losses_of_export(
    project: &Project,
    format: Format,
    selection: &Selection,
) -> Result<Losses, Problem> {
    let scheme = scheme(project)?;
    let mut losses = Losses::new();
    each(project, selection, |bundle| {
        losses.merge(losses_of(format, bundle, &scheme));
        Ok(())
    })?;
    Ok(losses)
}

fn losses_of(format: Format, bundle: &Bundle, scheme: &Scheme) -> Losses {
    match format {
        Format::Jsonl => jsonl::losses(bundle),
        Format::Csv => csv::losses(bundle, scheme),
    }
}

fn scheme(project: &Project) -> Result<Scheme, Problem> {
    Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))
}

/// One article after another, so that memory holds one.
fn each(
    project: &Project,
    selection: &Selection,
    mut take: impl FnMut(&Bundle) -> Result<(), Problem>,
) -> Result<(), Problem> {
    for id in project.document_ids()? {
        let bundle = project.bundle(id, |layer| selection.wants(layer))?;
        if selection.wants_article(&bundle) {
            take(&bundle)?;
        }
    }
    Ok(())
}

fn write(
    project: &Project,
    format: Format,
    out: &mut dyn Write,
    name: &Path,
    selection: &Selection,
) -> Result<(Exported, u64), Problem> {
    let scheme = scheme(project)?;
    let mut exported = Exported::default();
    let mut count = |bundle: &Bundle| {
        exported.articles = exported.articles.saturating_add(1);
        for layer in &bundle.layers {
            exported.spans = exported.spans.saturating_add(counted(layer.spans.len()));
            exported.links = exported.links.saturating_add(counted(layer.links.len()));
        }
        exported.losses.merge(losses_of(format, bundle, &scheme));
    };
    let digest = match format {
        Format::Jsonl => {
            let mut digest = DefaultHasher::new();
            let mut line = Vec::new();
            each(project, selection, |bundle| {
                line.clear();
                jsonl::write_article(&mut line, bundle).map_err(|error| unwritten(name, &error))?;
                out.write_all(&line)
                    .map_err(|error| unwritable(name, &error))?;
                digest.write(&line);
                count(bundle);
                Ok(())
            })?;
            digest.finish()
        }
        Format::Csv => {
            let refused = |error: WriteError| unwritten(name, &error);
            let mut writer =
                ClaimsWriter::new(out, &scheme, csv::Options::default()).map_err(refused)?;
            each(project, selection, |bundle| {
                writer.write(bundle).map_err(refused)?;
                count(bundle);
                Ok(())
            })?;
            let table = writer.finish().map_err(refused)?;
            exported.spans = counted(table.rows);
            exported.links = 0;
            exported.losses.merge(table.neutralised);
            table.digest
        }
    };
    Ok((exported, digest))
}

fn register(project: &Project, target: &Path) -> Result<Beside, Problem> {
    let register = project.register()?;
    let mut written = Vec::new();
    jsonl::write_register(&mut written, &register).map_err(|error| unwritten(target, &error))?;
    let (beside, ()) = part(target, |out| {
        out.write_all(&written)
            .map_err(|error| unwritable(target, &error))
    })?;
    let (found, _) = jsonl::read_register(open(&beside, target)?, &target.display().to_string())
        .map_err(|error| differs(target).cause(error))?;
    let mut again = Vec::new();
    jsonl::write_register(&mut again, &found).map_err(|error| unwritten(target, &error))?;
    compare(target, digest_of(&written), digest_of(&again))?;
    Ok(beside)
}

/// `NAME` and another end, of `NAME.jsonl`.
pub(super) fn sibling(main: &Path, end: &str) -> PathBuf {
    let name = main
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let stem = name.strip_suffix(".jsonl").unwrap_or(&name);
    main.with_file_name(format!("{stem}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_their_ends_once() {
        let jsonl = |path| main_file(Format::Jsonl, Path::new(path));
        let csv = |path| main_file(Format::Csv, Path::new(path));
        assert_eq!(jsonl("a/b"), Path::new("a/b.jsonl"));
        assert_eq!(jsonl("a/b.jsonl"), Path::new("a/b.jsonl"));
        assert_eq!(csv("b"), Path::new("b.claims.csv"));
        assert_eq!(csv("b.csv"), Path::new("b.claims.csv"));
        assert_eq!(csv("b.claims.csv"), Path::new("b.claims.csv"));
        assert_eq!(
            sibling(Path::new("a/b.jsonl"), ".scheme.json"),
            Path::new("a/b.scheme.json")
        );
    }
}
