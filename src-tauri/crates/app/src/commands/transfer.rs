//! Exports and imports through the window: jobs, both of them.

mod asked;
mod export;
mod import;

pub use export::{export, export_choices, show_file, survey_export};
pub use import::{choose_import, import, survey_import};

use crate::app::{App, OpenProject};
use crate::commands::request::OfJob;
use crate::jobs::Sliced;
use crate::problem::Problem;
use crate::transfer::{Import, Imported, counted, loss_message};
use crate::view::{self, message};
use crate::wire::TransferReport;
use std::path::{Path, PathBuf};

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
        files: shown(&imported.files),
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

/// Files that are listed one by one.
const LISTED: usize = 12;

/// The files, or where there are many of them the folder that has all.
fn shown(files: &[PathBuf]) -> Vec<String> {
    let all = |files: &[PathBuf]| {
        let files = files.iter().map(|file| file.display().to_string());
        files.collect()
    };
    let mut folders = files.first().into_iter().flat_map(|file| file.ancestors());
    let holds = |folder: &&Path| files.iter().all(|file| file.starts_with(folder));
    match folders.find(holds) {
        Some(folder) if files.len() > LISTED => all(&[folder.to_path_buf()]),
        _ => all(files),
    }
}

/// Stops a job: nothing of it stays.
pub fn stop_job(app: &mut App, request: OfJob) -> Result<(), Problem> {
    app.jobs.stop(request.job);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_shown_as_their_folder() {
        let files = |count: usize| -> Vec<PathBuf> {
            let names = (0..count).map(|at| format!("out/{}/{at}.ann", at % 2));
            names.map(PathBuf::from).collect()
        };
        assert_eq!(shown(&files(LISTED)).len(), LISTED);
        assert_eq!(shown(&files(LISTED + 1)), ["out"]);
        assert!(shown(&[]).is_empty());
    }
}
