//! Out of a project: written beside, synced, read back, and only then kept.

use super::file::unwritable;
use super::parts::Parts;
use super::verify::{BUFFER, differs, read_back, unwritten};
use super::{Exported, Selection, counted};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_formats::files::Sink;
use postil_formats::option::Options;
use postil_formats::{Around, Format, Losses, Place};
use postil_store::Project;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// The end of the report of what a format left out.
const LOSSES: &str = ".losses.tsv";

/// Writes a project to `path` as [`export_watched`] does, watched by nobody.
///
/// # Errors
/// As [`export_watched`].
pub fn export_project(
    project: &Project,
    format: &'static Format,
    options: &Options,
    path: &Path,
    selection: &Selection,
) -> Result<Exported, Problem> {
    let progress = Progress::silent();
    export_watched(project, format, options, path, selection, &progress)
}

/// Writes a project to `path` and the files that belong beside it. A device
/// or pipe gets the main file alone, and is not read back. What the format
/// does not hold is listed in a file beside.
///
/// # Errors
/// When a file cannot be written, or does not read back as it was written;
/// files that were there before are then as they were.
pub fn export_watched(
    project: &Project,
    format: &'static Format,
    options: &Options,
    path: &Path,
    selection: &Selection,
    progress: &Progress,
) -> Result<Exported, Problem> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let mut device = File::options()
            .write(true)
            .open(path)
            .map_err(|error| unwritable(path, &error))?;
        let sink = (&mut device as &mut dyn Write, path);
        return stream(project, format, options, sink, selection, progress);
    }
    let mut parts = Parts::new(format, path)?;
    let what = What {
        project,
        format,
        options,
        selection,
        progress,
    };
    let exported = what.write(&mut parts, path);
    let mut exported = match (parts.refused(), exported) {
        (Some(problem), _) => return Err(problem),
        (None, exported) => exported?,
    };
    if exported.articles == 0 && selection.choice.asks() {
        return Err(Problem::new(Code::NotFound, "problem-nothing-chosen"));
    }
    parts.sync()?;
    parts.compare_lengths()?;
    let found = read_back(format, options, &parts, &scheme(project)?, progress)?;
    if found != parts.digest() {
        return Err(differs(&parts.place(format.main())));
    }
    if !exported.losses.is_empty() {
        let name = match format.place {
            Place::Files => format!("{}{LOSSES}", format.main()),
            Place::Folder => LOSSES.trim_start_matches('.').to_owned(),
        };
        let report = parts.whole(&name, exported.losses.report().as_bytes());
        report.map_err(|error| parts.refused().unwrap_or_else(|| Problem::internal(error)))?;
    }
    exported.files = parts.keep()?;
    Ok(exported)
}

/// Writes the main file of an export into `out`, such as standard output.
///
/// # Errors
/// When `out` refuses, or the format fills a folder.
pub fn export_to(
    project: &Project,
    format: &'static Format,
    options: &Options,
    out: &mut dyn Write,
    selection: &Selection,
) -> Result<Exported, Problem> {
    let name = Path::new("standard output");
    let progress = Progress::silent();
    stream(project, format, options, (out, name), selection, &progress)
}

/// Passes the main file on and lets the others go.
struct MainFile<'a> {
    name: &'static str,
    out: BufWriter<&'a mut dyn Write>,
}

impl Sink for MainFile<'_> {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if name == self.name {
            self.out.write_all(bytes)?;
        }
        Ok(())
    }
}

fn stream(
    project: &Project,
    format: &'static Format,
    options: &Options,
    (out, name): (&mut dyn Write, &Path),
    selection: &Selection,
    progress: &Progress,
) -> Result<Exported, Problem> {
    if format.place == Place::Folder {
        return Err(
            Problem::new(Code::Invalid, "problem-export-needs-folder").with("format", format.title)
        );
    }
    let mut sink = MainFile {
        name: format.main(),
        out: BufWriter::with_capacity(BUFFER, out),
    };
    let what = What {
        project,
        format,
        options,
        selection,
        progress,
    };
    let exported = what.write(&mut sink, name)?;
    sink.out.flush().map_err(|error| unwritable(name, &error))?;
    Ok(exported)
}

/// What an export would leave out, found without writing anything.
///
/// # Errors
/// When the project cannot be read.
pub fn losses_of_export(
    project: &Project,
    format: &'static Format,
    options: &Options,
    selection: &Selection,
) -> Result<Losses, Problem> {
    let scheme = scheme(project)?;
    let mut losses = Losses::new();
    each(project, selection, &Progress::silent(), |bundle| {
        losses.merge((format.losses)(bundle, &scheme, options));
        Ok(())
    })?;
    Ok(losses)
}

fn scheme(project: &Project) -> Result<Scheme, Problem> {
    Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))
}

/// One article after another, so that memory holds one.
fn each(
    project: &Project,
    selection: &Selection,
    progress: &Progress,
    mut take: impl FnMut(&Bundle) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let ids = project.document_ids()?;
    let all = counted(ids.len()).saturating_mul(2);
    for (done, id) in (0..).zip(ids) {
        // Reading back is the other half of the work.
        progress.at(done, all)?;
        if let Some(bundle) = selection.article(project, id)? {
            take(&bundle)?;
        }
    }
    Ok(())
}

/// What goes out, and how.
struct What<'a> {
    project: &'a Project,
    format: &'static Format,
    options: &'a Options,
    selection: &'a Selection,
    progress: &'a Progress,
}

impl What<'_> {
    fn write(&self, sink: &mut dyn Sink, name: &Path) -> Result<Exported, Problem> {
        let Self {
            project,
            format,
            options,
            selection,
            progress,
        } = *self;
        let scheme = scheme(project)?;
        let mut exported = Exported::default();
        let mut writer = (format.writer)(&scheme, options);
        each(project, selection, progress, |bundle| {
            let counts = writer
                .write(bundle, sink)
                .map_err(|error| unwritten(name, &error))?;
            exported.articles = exported.articles.saturating_add(1);
            exported.spans = exported.spans.saturating_add(counted(counts.spans));
            exported.links = exported.links.saturating_add(counted(counts.links));
            exported
                .losses
                .merge((format.losses)(bundle, &scheme, options));
            Ok(())
        })?;
        let around = Around {
            scheme: &project.scheme()?.json,
            register: &project.register()?,
        };
        let late = writer
            .finish(&around, sink)
            .map_err(|error| unwritten(name, &error))?;
        exported.losses.merge(late);
        Ok(exported)
    }
}
