//! One person's computer: where the program keeps its things.

use crate::Outcome;
use crate::window::Window;
use crate::window::driver::{NOBODY, is_root};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use tempfile::TempDir;

/// A computer on which Postil was never started; gone when dropped.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A fresh one.
    ///
    /// # Errors
    /// No temporary folder could be made.
    pub fn new() -> Outcome<Self> {
        Ok(Self {
            folder: tempfile::tempdir()?,
        })
    }

    /// A path below the folder that `POSTIL_HOME` names.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The project that the first paste makes.
    #[must_use]
    pub fn untitled(&self) -> PathBuf {
        self.path("documents/Untitled.postil")
    }

    /// Writes down what dialogs are answered with, one path each.
    ///
    /// # Errors
    /// The file could not be written.
    pub fn answer(&self, answers: &[&Path]) -> Outcome {
        let lines: Vec<String> = answers
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        Ok(std::fs::write(self.answers(), lines.join("\n"))?)
    }

    /// Starts the program and waits until its window shows something.
    ///
    /// # Errors
    /// The window did not open.
    pub fn start(&self, arguments: &[&str]) -> Outcome<Window> {
        Window::open(program()?, arguments, &self.environment())
    }

    /// The same with further variables of the environment.
    ///
    /// # Errors
    /// As [`Desk::start`].
    pub fn start_with(
        &self,
        arguments: &[&str],
        further: Vec<(&'static str, OsString)>,
    ) -> Outcome<Window> {
        let mut environment = self.environment();
        environment.extend(further);
        Window::open(program()?, arguments, &environment)
    }

    /// Writes down the settings of a person who has given their name, and of
    /// their window.
    ///
    /// # Errors
    /// The file could not be written.
    pub fn settle(&self, window: &Value) -> Outcome {
        let settings = self.path("settings");
        std::fs::create_dir_all(&settings)?;
        let person = json!({ "uid": "01890000-0000-7000-8000-000000000001", "name": "Ada" });
        let all = json!({ "annotator": person, "window": window });
        Ok(std::fs::write(
            settings.join("settings.json"),
            all.to_string(),
        )?)
    }

    /// Starts the program as a person who has given their name.
    ///
    /// # Errors
    /// As [`Desk::start`].
    pub fn start_named(&self, arguments: &[&str]) -> Outcome<Window> {
        if !self.path("settings/settings.json").exists() {
            self.settle(&json!({}))?;
        }
        self.start(arguments)
    }

    /// Starts the program once more beside a window that is there, and waits
    /// until it ends.
    ///
    /// # Errors
    /// The program could not be started.
    pub fn start_again(&self, arguments: &[&str]) -> Outcome<ExitStatus> {
        let mut second = Command::new(program()?);
        second.args(arguments).envs(self.environment());
        Ok(second.status()?)
    }

    /// Starts the program as a user to whom mode bits apply. What lies on the
    /// desk becomes theirs, except what may not be written.
    ///
    /// # Errors
    /// As [`Desk::start`].
    pub fn start_powerless(&self, arguments: &[&str]) -> Outcome<Window> {
        let mut program = program()?;
        if is_root()? {
            // The checkout may lie where nobody else can look.
            let copy = self.path("postil-desktop");
            std::fs::copy(&program, &copy)?;
            program = copy;
            give(self.folder.path())?;
        }
        let mut environment = self.environment();
        environment.push(("HOME", self.folder.path().into()));
        Window::open_powerless(program, arguments, &environment)
    }

    fn answers(&self) -> PathBuf {
        self.path("answers")
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        vec![
            ("POSTIL_HOME", self.folder.path().into()),
            ("POSTIL_ANSWERS", self.answers().into()),
            // Text is as large and sentences are in the language everywhere.
            ("LC_ALL", "C.UTF-8".into()),
            ("GTK_THEME", "Adwaita".into()),
        ]
    }
}

/// Makes a folder and what is in it that may be written another user's.
fn give(path: &Path) -> Outcome {
    if std::fs::metadata(path)?.permissions().readonly() {
        return Ok(());
    }
    chown(path, Some(NOBODY), None)?;
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            give(&entry?.path())?;
        }
    }
    Ok(())
}

/// The program to drive: `POSTIL_APP`, or the one Cargo built for development.
fn program() -> Outcome<PathBuf> {
    let path = std::env::var_os("POSTIL_APP").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/postil-desktop"),
        PathBuf::from,
    );
    path.canonicalize().map_err(|error| {
        format!("{}: {error}; `cargo xtask test` builds it", path.display()).into()
    })
}
