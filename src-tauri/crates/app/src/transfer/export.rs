//! Out of a project: written beside, synced, read back, and only then kept.

#[cfg(test)]
mod tests;

use super::file::unwritable;
use super::pace::Pace;
use super::parts::Parts;
use super::verify::{BUFFER, differs, read_back, unwritten};
use super::{Exported, Selection, counted};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_formats::files::Sink;
use postil_formats::option::Options;
use postil_formats::{Around, Format, Losses, Place, Writer};
use postil_store::Project;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread::{self, ScopedJoinHandle};

/// The end of the report of what a format left out.
const LOSSES: &str = ".losses.tsv";

/// Articles that may wait to be written: memory holds no more of them.
const WAITING: usize = 8;

/// Articles that are read in one transaction: some milliseconds.
const AT_ONCE: usize = 16;

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
    let what = What {
        project,
        format,
        options,
        selection,
    };
    let pace = Pace::new(progress);
    let (mut parts, following) = Parts::new(format, path, &pace)?;
    let place = parts.place(format.main());
    let scheme = &scheme(project)?;
    let (paced, main) = (&pace, place.as_path());
    // What reads the files back ends when `parts` does, so it lives inside.
    let (mut parts, exported, found) = thread::scope(move |scope| {
        let reader = thread::Builder::new()
            .name("postil-read-back".to_owned())
            .spawn_scoped(scope, move || {
                read_back(format, options, &following, scheme, paced, main)
            });
        let exported = what.write_beside(&mut parts, path, scheme, paced);
        let exported = exported.and_then(|exported| parts.end().map(|()| exported));
        if exported.is_err() {
            parts.give_up();
        }
        (parts, exported, reader.map(joined))
    });
    let mut exported = match (parts.refused(), exported) {
        (Some(problem), _) => return Err(problem),
        (None, exported) => exported?,
    };
    if let Some(refusal) = exported.refusal(selection) {
        return Err(refusal);
    }
    parts.compare_lengths()?;
    if found.map_err(Problem::internal)?? != parts.digest() {
        return Err(differs(&place));
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
    };
    let exported = what.write(&mut sink, name, &Pace::new(progress))?;
    if let Some(refusal) = exported.refusal(selection) {
        // What waits would go out when the sink ends.
        drop(sink.out.into_parts());
        return Err(refusal);
    }
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
    let progress = Progress::silent();
    each(
        project,
        selection,
        &Pace::new(&progress),
        AT_ONCE,
        |bundle| {
            losses.merge((format.losses)(&bundle, &scheme, options));
            Ok(())
        },
    )?;
    Ok(losses)
}

fn scheme(project: &Project) -> Result<Scheme, Problem> {
    Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))
}

/// One article after another, so that memory holds one. A writer beside this
/// reader waits for so many `at_once`.
fn each(
    project: &Project,
    selection: &Selection,
    pace: &Pace<'_>,
    at_once: usize,
    mut take: impl FnMut(Bundle) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let articles = project.bundles();
    let ids = project.document_ids()?;
    let mut done = 0;
    for some in ids.chunks(at_once) {
        project.at_once(|_| {
            for id in some {
                pace.articles(done, ids.len())?;
                if let Some(bundle) = selection.one_of(&articles, *id)? {
                    take(bundle)?;
                }
                done += 1;
            }
            Ok::<(), Problem>(())
        })?;
    }
    pace.articles(counted(ids.len()), ids.len())
}

/// What goes out, and how.
struct What<'a> {
    project: &'a Project,
    format: &'static Format,
    options: &'a Options,
    selection: &'a Selection,
}

impl What<'_> {
    fn begin<'a>(&'a self, scheme: &'a Scheme, name: &'a Path) -> Out<'a> {
        Out {
            format: self.format,
            options: self.options,
            scheme,
            name,
            writer: (self.format.writer)(scheme, self.options),
            exported: Exported::default(),
        }
    }

    fn write(
        &self,
        sink: &mut dyn Sink,
        name: &Path,
        pace: &Pace<'_>,
    ) -> Result<Exported, Problem> {
        let scheme = scheme(self.project)?;
        let mut out = self.begin(&scheme, name);
        // Nobody knows how long a pipe waits.
        each(self.project, self.selection, pace, 1, |bundle| {
            out.write(&bundle, sink)
        })?;
        out.finish(self.project, sink)
    }

    /// As [`Self::write`], on a thread of its own while this one reads the
    /// project.
    fn write_beside(
        &self,
        sink: &mut (dyn Sink + Send),
        name: &Path,
        scheme: &Scheme,
        pace: &Pace<'_>,
    ) -> Result<Exported, Problem> {
        let mut out = self.begin(scheme, name);
        let (articles, waiting) = sync_channel::<Bundle>(WAITING);
        let read = thread::scope(|scope| {
            let writer = thread::Builder::new()
                .name("postil-writer".to_owned())
                .spawn_scoped(scope, || {
                    waiting
                        .into_iter()
                        .try_for_each(|bundle| out.write(&bundle, sink))
                })
                .map_err(Problem::internal)?;
            let read = each(self.project, self.selection, pace, AT_ONCE, |bundle| {
                // Only a writer that was refused hears no more.
                articles.send(bundle).map_err(Problem::internal)
            });
            drop(articles);
            joined(writer).and(read)
        });
        read?;
        out.finish(self.project, sink)
    }
}

/// What was written so far.
struct Out<'a> {
    format: &'static Format,
    options: &'a Options,
    scheme: &'a Scheme,
    name: &'a Path,
    writer: Box<dyn Writer>,
    exported: Exported,
}

impl Out<'_> {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<(), Problem> {
        let counts = self
            .writer
            .write(bundle, sink)
            .map_err(|error| unwritten(self.name, &error))?;
        let Exported {
            articles,
            spans,
            links,
            losses,
            ..
        } = &mut self.exported;
        *articles = articles.saturating_add(1);
        *spans = spans.saturating_add(counted(counts.spans));
        *links = links.saturating_add(counted(counts.links));
        losses.merge((self.format.losses)(bundle, self.scheme, self.options));
        Ok(())
    }

    fn finish(mut self, project: &Project, sink: &mut dyn Sink) -> Result<Exported, Problem> {
        let around = Around {
            scheme: &project.scheme()?.json,
            register: &project.register()?,
        };
        let late = self
            .writer
            .finish(&around, sink)
            .map_err(|error| unwritten(self.name, &error))?;
        self.exported.losses.merge(late);
        Ok(self.exported)
    }
}

/// What a thread answers; its panic is this one's.
fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
