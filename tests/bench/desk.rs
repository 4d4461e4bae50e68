//! A person's computer with one project, and the release build on it.

use crate::corpus::Article;
use crate::processes;
use crate::project;
use postil_tests::Outcome;
use postil_tests::window::Window;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the processes of a program may take to end.
const ENDING: Duration = Duration::from_secs(10);

/// Gone when dropped.
pub struct Desk {
    folder: TempDir,
    articles: usize,
}

impl Desk {
    /// One whose only project has these articles. It lies where the build
    /// does: a temporary folder may be kept in memory, where nothing is durable.
    ///
    /// # Errors
    /// The project could not be made.
    pub fn with(articles: &[(String, Article)]) -> Outcome<Self> {
        let folder = tempfile::tempdir_in(target())?;
        let desk = Self {
            folder,
            articles: articles.len(),
        };
        let settings = desk.folder.path().join("settings");
        std::fs::create_dir_all(&settings)?;
        let (uid, name) = project::ANNOTATOR;
        let person = serde_json::json!({ "annotator": { "uid": uid, "name": name } });
        std::fs::write(settings.join("settings.json"), person.to_string())?;
        project::make(&desk.project(), articles)?;
        Ok(desk)
    }

    /// Where the program keeps its things.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The project file.
    pub fn project(&self) -> PathBuf {
        self.folder.path().join("measured.postil")
    }

    /// How many articles the project has.
    pub const fn articles(&self) -> usize {
        self.articles
    }

    /// Opens the project in a window that is driven, with an article on screen.
    ///
    /// # Errors
    /// The window did not open.
    pub fn open(&self) -> Outcome<Window> {
        let project = self.project().display().to_string();
        let window = Window::open(program()?, &[&project], &self.environment())?;
        window.until("document.documentElement.dataset.ready === 'article'")?;
        window.until("document.querySelectorAll('.postil-tint').length > 0")?;
        Ok(window)
    }

    /// Starts the program without a driver and waits until its window tells
    /// that it shows an article. How long that took, from the start of the
    /// process.
    ///
    /// # Errors
    /// The window did not open in 60 s.
    pub fn start(&self) -> Outcome<Duration> {
        let ready = self.folder.path().join("ready");
        if ready.exists() {
            std::fs::remove_file(&ready)?;
        }
        let mut command = Command::new(program()?);
        command
            .arg(self.project())
            .envs(self.environment())
            .env("POSTIL_PICTURE_READY", &ready)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let begun = Instant::now();
        let started = Started(command.spawn()?);
        while !ready.exists() {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err("the window did not open".into());
            }
            // Looking without a pause would take one of two cores.
            std::thread::sleep(Duration::from_millis(1));
        }
        let took = begun.elapsed();
        drop(started);
        Ok(took)
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        vec![
            ("POSTIL_HOME", self.folder.path().into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("GTK_THEME", "Adwaita".into()),
        ]
    }
}

/// A program that ends when dropped.
struct Started(Child);

impl Drop for Started {
    fn drop(&mut self) {
        let below = processes::tree(self.0.id());
        let _ = self.0.kill();
        let _ = self.0.wait();
        // What WebKit started goes by itself; the next start is not measured beside it.
        let begun = Instant::now();
        while below.iter().any(|id| processes::alive(*id)) && begun.elapsed() < ENDING {
            std::thread::yield_now();
        }
    }
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target")
}

/// The real path of the program that is measured.
///
/// # Errors
/// It was not built.
pub fn program() -> Outcome<PathBuf> {
    let path = std::env::var_os("POSTIL_APP")
        .map_or_else(|| target().join("release/postil-desktop"), PathBuf::from);
    path.canonicalize().map_err(|error| {
        format!("{}: {error}; `cargo xtask bench` builds it", path.display()).into()
    })
}

/// Waits until no window of the program is open any more.
///
/// # Errors
/// One is still open after 10 s.
pub fn ended() -> Outcome {
    let program = program()?;
    let begun = Instant::now();
    while processes::running(&program).is_some_and(processes::alive) {
        if begun.elapsed() > ENDING {
            return Err("the window did not close".into());
        }
        std::thread::yield_now();
    }
    Ok(())
}
