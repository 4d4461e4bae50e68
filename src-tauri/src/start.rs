//! What the command line asks for, and the worker that does it.

use crate::files::SystemDialogs;
use postil_app::app::App;
use postil_app::commands::is_project;
use postil_app::environment::{Dialogs, Home, SystemEnvironment, WrittenAnswers};
use postil_app::worker::Worker;
use std::ffi::OsString;
use std::path::PathBuf;
use tauri::{AppHandle, Emitter, Wry};

/// The event by which the window hears what it did not ask for.
const EVENT: &str = "program";

/// What to open at the start.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The demo project.
    pub demo: bool,
    /// A project file.
    pub project: Option<PathBuf>,
    /// Files and folders to take articles from.
    pub files: Vec<PathBuf>,
}

impl Start {
    /// Reads `[--demo] [PROJECT] [FILE…]`: a project is what is called `.postil`. Paths become
    /// absolute.
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut start = Self::default();
        for argument in arguments {
            match argument.to_str() {
                Some("--demo") => start.demo = true,
                Some(option) if option.starts_with("--") => {
                    return Err(format!(
                        "unknown option {option}; usage: postil-desktop [--demo] [PROJECT] [FILE…]"
                    ));
                }
                _ => {
                    let path = PathBuf::from(argument);
                    let path = std::path::absolute(&path).unwrap_or(path);
                    if !is_project(&path) {
                        start.files.push(path);
                    } else if start.project.is_some() {
                        return Err("one project at a time".to_owned());
                    } else {
                        start.project = Some(path);
                    }
                }
            }
        }
        Ok(start)
    }

    /// Starts the thread that owns the program. Journeys answer dialogs from
    /// the file that `POSTIL_ANSWERS` names, and wait for the file that
    /// `POSTIL_PICTURE_READY` names.
    pub fn worker(self, application: AppHandle<Wry>) -> std::io::Result<Worker> {
        Worker::start(move || {
            let window = application.clone();
            #[cfg(target_os = "linux")]
            let clipboard = crate::clipboard::SystemClipboard::new(application.clone());
            let dialogs: Box<dyn Dialogs> = match std::env::var_os("POSTIL_ANSWERS") {
                Some(file) => Box::new(WrittenAnswers::new(PathBuf::from(file))),
                None => Box::new(SystemDialogs::new(application)),
            };
            let mut app = App::new(Home::of_user(), Box::new(SystemEnvironment), dialogs);
            #[cfg(target_os = "linux")]
            {
                app.clipboard = Some(Box::new(clipboard));
            }
            app.ready_file = std::env::var_os("POSTIL_PICTURE_READY").map(PathBuf::from);
            // A window that is gone hears nothing.
            app.jobs
                .told_to(move |event| drop(window.emit(EVENT, event)));
            app.begin(self.demo, self.project.as_deref());
            if !self.files.is_empty() {
                app.put_on_offer(self.files);
            }
            app
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Start, String> {
        Start::from_arguments(arguments.iter().map(OsString::from))
    }

    #[test]
    fn arguments_name_one_project_or_the_demo_and_files() {
        assert_eq!(read(&[]).unwrap(), Start::default());
        let here = std::env::current_dir().unwrap();
        let start = read(&["notes.txt", "a.postil", "/tmp/page.html"]).unwrap();
        assert_eq!(start.project, Some(here.join("a.postil")));
        assert_eq!(
            start.files,
            [here.join("notes.txt"), PathBuf::from("/tmp/page.html")]
        );
        assert!(read(&["--demo"]).unwrap().demo);
        assert!(read(&["--nothing"]).is_err());
        assert!(read(&["a.postil", "b.POSTIL"]).is_err());
    }
}
