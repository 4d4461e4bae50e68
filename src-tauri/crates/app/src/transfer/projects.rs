//! Other projects as imports: each goes out as Postil JSONL, which holds all that an article has,
//! and comes in as such.

use super::export::export_project;
use super::file::{named, unreadable};
use super::{Imported, Manner, Selection, import_files};
use crate::problem::{Code, Problem};
use crate::view::problem_with_file;
use crate::wire::Argument;
use postil_formats::Losses;
use postil_formats::jsonl;
use postil_formats::option::Options;
use postil_store::{Access, Project};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Brings in the articles of other projects, newest versions, with their layers, entities and, if
/// this project is empty, their scheme. `manner` is one of Postil JSONL. `now` is Unix
/// milliseconds. The others may be open elsewhere; they are read as of their last finished action.
///
/// # Errors
/// When one is this project or none, cannot be read, or is refused; nothing is added then.
pub fn import_projects(
    project: &mut Project,
    manner: &Manner,
    paths: &[PathBuf],
    now: i64,
) -> Result<Imported, Problem> {
    let manner = Manner {
        projects: true,
        ..manner.clone()
    };
    import_files(project, &manner, paths, now)
}

/// Projects as files for the time being.
pub(super) struct Spools {
    folder: TempDir,
    /// Each project, and the file of its articles.
    ends: Vec<(PathBuf, PathBuf)>,
}

impl Spools {
    pub fn new() -> Result<Self, Problem> {
        let folder = tempfile::tempdir().map_err(|error| {
            Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
                .with("reason", error.to_string())
        })?;
        Ok(Self {
            folder,
            ends: Vec::new(),
        })
    }

    /// The files of articles, in the order of the projects.
    pub fn files(&self) -> Vec<PathBuf> {
        self.ends.iter().map(|(_, file)| file.clone()).collect()
    }

    /// Writes what the project at `path` has; `own` is the one that it comes into.
    pub fn write(&mut self, own: &Path, path: &Path) -> Result<Losses, Problem> {
        let found = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
        if fs::canonicalize(own).is_ok_and(|own| own == found) {
            return Err(named(
                Problem::new(Code::Invalid, "problem-import-itself"),
                path,
            ));
        }
        let of_file = |error| problem_with_file(error, path);
        let folder = self.folder.path().join(self.ends.len().to_string());
        fs::create_dir(&folder).map_err(Problem::internal)?;
        let snapshot = folder.join("snapshot.postil");
        Project::open(path, Access::Read)
            .and_then(|other| other.snapshot_to(&snapshot))
            .map_err(of_file)?;
        let other = Project::open(&snapshot, Access::Read).map_err(of_file)?;
        let file = folder.join("articles.jsonl");
        let (options, all) = (Options::default(), Selection::default());
        let exported = export_project(&other, &jsonl::ROW, &options, &file, &all)?;
        drop(other);
        // Its rows are written twice by now.
        fs::remove_file(&snapshot).map_err(Problem::internal)?;
        self.ends.push((path.to_path_buf(), file));
        Ok(exported.losses)
    }

    /// A refusal with the name of the project in place of files that nobody has made.
    pub fn refusal(&self, mut problem: Problem) -> Problem {
        for argument in problem.arguments.values_mut() {
            if let Argument::Text(text) = argument {
                *text = self.renamed(text);
            }
        }
        problem
    }

    /// A text with the name of the project in place of such files.
    pub fn renamed(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (path, file) in &self.ends {
            for end in jsonl::ROW.extensions {
                let own = file.with_file_name(format!("articles{end}"));
                text = text.replace(&own.display().to_string(), &path.display().to_string());
            }
        }
        text
    }
}
