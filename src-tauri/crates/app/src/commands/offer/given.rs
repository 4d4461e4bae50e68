//! Files that come to the program from outside: dropped on its window, or opened with it.

use crate::app::App;
use crate::commands::project::EXTENSION;
use crate::problem::{Code, Problem};
use crate::wire::ProgramEvent;
use std::path::{Path, PathBuf};

impl App {
    /// Opens a project among the paths and puts everything else on offer; the window is told.
    pub fn take_given(&mut self, paths: Vec<PathBuf>) {
        let (projects, files): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_project(path));
        let opened = match projects.as_slice() {
            [] => Ok(false),
            [project] => self.open_path(project).map(|()| true),
            _ => Err(Problem::new(Code::Invalid, "problem-one-project")),
        };
        let any = !files.is_empty();
        if any {
            self.put_on_offer(files);
        }
        self.jobs.tell(&ProgramEvent::Given {
            project: matches!(opened, Ok(true)),
            files: any,
            problem: opened.err(),
        });
    }

    /// Whether this is the open project; no project is any.
    #[must_use]
    pub fn has_open(&self, project: Option<&Path>) -> bool {
        let Some(project) = project else {
            return true;
        };
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        self.open
            .as_ref()
            .is_some_and(|open| real(open.project.path()) == real(project))
    }

    /// Tells the window that files are dragged over it, or no longer.
    pub fn tell_dragged(&self, over: bool) {
        self.jobs.tell(&ProgramEvent::Dragged { over });
    }
}

/// Whether a path is called as projects are.
#[must_use]
pub fn is_project(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
        && !path.is_dir()
}
