//! What the command line asks for, and the worker that does it.

use crate::files::SystemDialogs;
use postil_app::app::App;
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
    demo: bool,
    /// A project file.
    project: Option<PathBuf>,
}

impl Start {
    /// Reads `[--demo] [PROJECT]`.
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut start = Self::default();
        for argument in arguments {
            match argument.to_str() {
                Some("--demo") => start.demo = true,
                Some(option) if option.starts_with("--") => {
                    return Err(format!(
                        "unknown option {option}; usage: postil-desktop [--demo] [PROJECT]"
                    ));
                }
                _ if start.project.is_some() => return Err("one project at a time".to_owned()),
                _ => start.project = Some(PathBuf::from(argument)),
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
    fn arguments_name_one_project_or_the_demo() {
        assert_eq!(read(&[]).unwrap(), Start::default());
        assert_eq!(
            read(&["a.postil"]).unwrap().project,
            Some(PathBuf::from("a.postil"))
        );
        assert!(read(&["--demo"]).unwrap().demo);
        assert!(read(&["--nothing"]).is_err());
        assert!(read(&["a.postil", "b.postil"]).is_err());
    }
}
