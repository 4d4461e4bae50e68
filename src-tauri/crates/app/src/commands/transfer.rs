//! Exports and imports through the window: jobs, both of them.

use crate::app::{App, OpenProject};
use crate::commands::request::{Export, Nothing, OfJob};
use crate::jobs::Sliced;
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::transfer::{
    Exported, Import, Imported, Manner, Selection, counted, export_watched, loss_message,
    said_exported,
};
use crate::view::{self, message};
use crate::wire::{JobView, TransferReport, WorkUnit};
use postil_formats::option::Options;
use postil_formats::{Format, Place, jsonl};
use postil_store::{Access, Project};
use std::path::Path;

/// Asks for a place and writes all articles of the project there, from a copy
/// of the project as it is now.
pub fn export(app: &mut App, request: Export) -> Result<Option<JobView>, Problem> {
    let Some(format) = Format::by_id(&request.format) else {
        return Err(Problem::internal(format!("no format {}", request.format)));
    };
    app.jobs.require_none()?;
    let extension = match format.place {
        // What a file dialog gives a name without one.
        Place::Files => format.main().rsplit('.').next().unwrap_or_default(),
        Place::Folder => "",
    };
    let project = app.opened()?.project.path().to_path_buf();
    let suggested = project.with_extension(extension);
    let Some(path) = app.dialogs.export(&suggested, extension) else {
        return Ok(None);
    };
    let job = app
        .jobs
        .begin_thread("job-export", WorkUnit::Articles, move |progress| {
            let folder = tempfile::tempdir().map_err(|error| {
                Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
                    .with("reason", error.to_string())
            })?;
            let copy = folder.path().join("snapshot.postil");
            copied(&project, &copy, progress)?;
            let snapshot = Project::open(&copy, Access::Read)?;
            let (options, selection) = (Options::default(), Selection::default());
            let exported =
                export_watched(&snapshot, format, &options, &path, &selection, progress)?;
            Ok(exported_report(format, &exported))
        })?;
    Ok(Some(job))
}

fn copied(project: &Path, copy: &Path, progress: &Progress) -> Result<(), Problem> {
    let project = Project::open(project, Access::Read)?;
    project.snapshot_in_steps(copy, || progress.go_on().is_ok())?;
    progress.go_on()
}

fn exported_report(format: &Format, exported: &Exported) -> TransferReport {
    TransferReport {
        files: exported
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        articles: exported.articles,
        spans: exported.spans,
        links: exported.links,
        notes: exported.losses.iter().map(loss_message).collect(),
        message: message(said_exported(format))
            .count("articles", exported.articles)
            .count("spans", exported.spans)
            .count("links", exported.links),
        documents: None,
        history: None,
    }
}

/// Asks for JSONL files and reads them.
pub fn import(app: &mut App, _: Nothing) -> Result<Option<JobView>, Problem> {
    app.jobs.require_none()?;
    let folder = app.home.documents.clone();
    let Some(paths) = app.dialogs.import(&folder, "jsonl") else {
        return Ok(None);
    };
    let now = app.environment.now();
    let open = app
        .open
        .as_mut()
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))?;
    let job = app
        .jobs
        .begin_slices("job-import", WorkUnit::Kilobytes, |progress| {
            let manner = Manner::of(&jsonl::ROW);
            let import = Import::begin(&mut open.project, &manner, &paths, now, progress)?;
            Ok(Box::new(import))
        })?;
    Ok(Some(job))
}

impl Sliced for Import {
    fn slice(
        &mut self,
        open: &mut OpenProject,
        enough: &dyn Fn() -> bool,
    ) -> Result<bool, Problem> {
        Self::slice(self, &mut open.project, enough)
    }

    fn finish(&mut self, open: &mut OpenProject) -> Result<TransferReport, Problem> {
        let imported = Self::finish(self, &mut open.project)?;
        // An import may bring a scheme, and layers of the article on screen.
        open.article = None;
        open.read_scheme()?;
        imported_report(open, imported)
    }
}

fn imported_report(open: &mut OpenProject, imported: Imported) -> Result<TransferReport, Problem> {
    let mut notes = imported.notes;
    notes.extend(imported.losses.iter().map(loss_message));
    notes.extend(
        imported
            .duplicates
            .iter()
            .map(|(title, _)| message("said-duplicate").with("title", title.clone())),
    );
    let articles = counted(imported.added.len());
    Ok(TransferReport {
        files: imported
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        articles,
        spans: imported.spans,
        links: imported.links,
        notes,
        message: message("said-imported")
            .count("articles", articles)
            .count("spans", imported.spans)
            .count("links", imported.links),
        documents: Some(view::article_list(open)?),
        history: Some(open.history()?),
    })
}

/// Stops a job: nothing of it stays.
pub fn stop_job(app: &mut App, request: OfJob) -> Result<(), Problem> {
    app.jobs.stop(request.job);
    Ok(())
}
