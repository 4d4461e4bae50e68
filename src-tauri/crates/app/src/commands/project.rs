//! The start, settings, and project files.

use crate::app::App;
use crate::commands::request::{Named, NewProject, Nothing};
use crate::demo;
use crate::problem::{Code, Problem};
use crate::settings;
use crate::settings::Person;
use crate::view;
use crate::wire::{ProjectView, RecentProject, SettingsView, StartView};
use postil_core::scheme::template_file;
use std::path::{Path, PathBuf};

/// Ending of project files.
pub const EXTENSION: &str = "postil";

/// What the window needs when it opens.
pub fn start(app: &mut App, _: Nothing) -> Result<StartView, Problem> {
    Ok(StartView {
        annotator: app
            .settings
            .annotator
            .as_ref()
            .map(|person| person.name.clone()),
        project: app.open.as_mut().map(view::project_view).transpose()?,
        settings: app.settings.window.clone(),
        recent: app
            .settings
            .recent
            .iter()
            .filter(|path| path.exists())
            .map(|path| RecentProject {
                name: path
                    .file_stem()
                    .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
                path: path.display().to_string(),
            })
            .collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        problem: app.start_problem.take(),
    })
}

/// Sets the annotator's name, and opens the project that waits for it.
pub fn set_annotator(app: &mut App, request: Named) -> Result<StartView, Problem> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-empty-name"));
    }
    let uid = match &app.settings.annotator {
        Some(person) => person.uid,
        None => app.environment.uid(),
    };
    app.settings.annotator = Some(Person {
        uid,
        name: name.to_owned(),
    });
    app.save_settings()?;
    if let Some(path) = app.waiting.take() {
        app.start_problem = app.open_path(&path).err();
    }
    start(app, Nothing {})
}

/// Keeps settings; sizes out of range are brought into it.
pub fn save_settings(app: &mut App, request: SettingsView) -> Result<SettingsView, Problem> {
    app.settings.window = settings::within_range(request)?;
    app.save_settings()?;
    Ok(app.settings.window.clone())
}

/// Asks for a file name and makes a project.
pub fn new_project(app: &mut App, request: NewProject) -> Result<Option<ProjectView>, Problem> {
    app.person()?;
    let scheme = template_file(&request.template)
        .ok_or_else(|| Problem::internal(format!("no template {}", request.template)))?;
    let suggested = free_path(&app.home.documents, "Untitled");
    let Some(path) = app.dialogs.new_project(&suggested) else {
        return Ok(None);
    };
    app.create_with(&with_extension(path), scheme)?;
    shown(app).map(Some)
}

/// Asks for a file and opens it.
pub fn choose_project(app: &mut App, _: Nothing) -> Result<Option<ProjectView>, Problem> {
    let folder = app.home.documents.clone();
    let Some(path) = app.dialogs.open_project(&folder) else {
        return Ok(None);
    };
    app.open_path(&path)?;
    shown(app).map(Some)
}

/// Opens the project at a path.
pub fn open_project(app: &mut App, request: Named) -> Result<ProjectView, Problem> {
    app.open_path(Path::new(&request.name))?;
    shown(app)
}

/// Makes (once) and opens the demo project.
pub fn open_demo(app: &mut App, _: Nothing) -> Result<ProjectView, Problem> {
    take_up_demo(app)?;
    shown(app)
}

/// The demo project as the open one.
pub fn take_up_demo(app: &mut App) -> Result<(), Problem> {
    let path = app.home.documents.join(format!("Postil demo.{EXTENSION}"));
    if path.exists() {
        return app.open_path(&path);
    }
    app.create_path(&path)?;
    demo::fill(app)
}

/// Told by the window when it first shows something.
pub fn painted(app: &mut App, _: Nothing) -> Result<(), Problem> {
    app.painted = true;
    app.back_up_if_due();
    match app.ready_file.take() {
        Some(file) => std::fs::write(file, b"ready").map_err(Problem::internal),
        None => Ok(()),
    }
}

/// Makes `Untitled` in the documents folder when the first article comes
/// before any project.
pub fn make_untitled(app: &mut App) -> Result<(), Problem> {
    let path = free_path(&app.home.documents, "Untitled");
    app.create_path(&path)
}

fn shown(app: &mut App) -> Result<ProjectView, Problem> {
    view::project_view(app.opened()?)
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
    {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!(".{EXTENSION}"));
    PathBuf::from(name)
}

/// The first of "name", "name 2", … that does not exist.
fn free_path(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.{EXTENSION}"));
    std::iter::once(first)
        .chain((2..10_000).map(|number| folder.join(format!("{name} {number}.{EXTENSION}"))))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(format!("{name}.{EXTENSION}")))
}
