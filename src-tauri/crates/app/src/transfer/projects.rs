//! Other projects as imports: each goes out as Postil JSONL, which holds all that an article has,
//! and comes in as such.

use super::export::export_project;
use super::file::{named, unreadable};
use super::{Imported, Manner, Selection, import_files};
use crate::problem::{Code, Problem};
use crate::view::problem_with_file;
use crate::wire::Argument;
use postil_formats::jsonl;
use postil_formats::option::Options;
use postil_store::{Access, Project};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Brings in the articles of other projects, newest versions, with their layers, entities and, if
/// this project is empty, their scheme. `manner` is one of Postil JSONL. `now` is Unix
/// milliseconds. The others may be open
/// elsewhere; they are read as of their last finished action.
///
/// # Errors
/// When one is this project or none, cannot be read, or is refused; nothing is added then.
pub fn import_projects(
    project: &mut Project,
    manner: &Manner,
    paths: &[PathBuf],
    now: i64,
) -> Result<Imported, Problem> {
    let folder = tempfile::tempdir().map_err(|error| {
        Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
            .with("reason", error.to_string())
    })?;
    let mut spools = Spools {
        folder,
        ends: Vec::new(),
    };
    let mut losses = postil_formats::Losses::new();
    let mut files = Vec::new();
    for path in paths {
        losses.merge(spools.write(project, path)?);
        files.extend(spools.ends.last().map(|(_, file)| file.clone()));
    }
    let mut imported =
        import_files(project, manner, &files, now).map_err(|problem| spools.refusal(problem))?;
    for note in &mut imported.notes {
        spools.rename(&mut note.arguments);
    }
    imported.files = paths.to_vec();
    losses.merge(std::mem::take(&mut imported.losses));
    imported.losses = losses;
    Ok(imported)
}

/// Projects as files for the time being.
struct Spools {
    folder: TempDir,
    /// Each project, and the file of its articles.
    ends: Vec<(PathBuf, PathBuf)>,
}

impl Spools {
    fn write(&mut self, project: &Project, path: &Path) -> Result<postil_formats::Losses, Problem> {
        let found = fs::canonicalize(path).map_err(|error| unreadable(path, &error))?;
        if fs::canonicalize(project.path()).is_ok_and(|own| own == found) {
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
    fn refusal(&self, mut problem: Problem) -> Problem {
        self.rename(&mut problem.arguments);
        problem
    }

    fn rename(&self, arguments: &mut BTreeMap<String, Argument>) {
        for argument in arguments.values_mut() {
            let Argument::Text(text) = argument else {
                continue;
            };
            for (path, file) in &self.ends {
                for end in jsonl::ROW.extensions {
                    let own = file.with_file_name(format!("articles{end}"));
                    *text = text.replace(&own.display().to_string(), &path.display().to_string());
                }
            }
        }
    }
}
