//! The system's file dialogs.

use postil_app::environment::Dialogs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tauri::{AppHandle, Manager, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Ending of project files.
const PROJECT: &[&str] = &["postil"];

/// Dialogs over the window. They wait on the worker's thread: no edit can
/// happen while one is open.
pub struct SystemDialogs {
    application: AppHandle<Wry>,
}

impl SystemDialogs {
    /// Dialogs of an application.
    pub const fn new(application: AppHandle<Wry>) -> Self {
        Self { application }
    }

    fn dialog(&self, folder: Option<&Path>) -> FileDialogBuilder<Wry> {
        let mut dialog = self.application.dialog().file();
        if let Some(window) = self.application.get_webview_window("main") {
            dialog = dialog.set_parent(&window);
        }
        match folder.filter(|folder| folder.is_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        }
    }

    fn save(&self, suggested: &Path, extension: &str) -> Option<PathBuf> {
        let name = suggested
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let dialog = self.dialog(suggested.parent()).set_file_name(name);
        filtered(dialog, extension)
            .blocking_save_file()
            .and_then(|path| path.into_path().ok())
    }
}

impl Dialogs for SystemDialogs {
    fn open_project(&mut self, folder: &Path) -> Option<PathBuf> {
        self.dialog(Some(folder))
            .add_filter("Postil", PROJECT)
            .blocking_pick_file()
            .and_then(|path| path.into_path().ok())
    }

    fn new_project(&mut self, suggested: &Path) -> Option<PathBuf> {
        self.save(suggested, "postil")
    }

    fn export(&mut self, suggested: &Path, extension: &str) -> Option<PathBuf> {
        self.save(suggested, extension)
    }

    fn show(&mut self, path: &Path) -> std::io::Result<()> {
        show(path)
    }

    fn import(&mut self, folder: &Path, extension: &str) -> Option<Vec<PathBuf>> {
        filtered(self.dialog(Some(folder)), extension)
            .blocking_pick_files()
            .map(paths)
    }

    fn article_files(&mut self, folder: &Path, kinds: &[&[&str]]) -> Option<Vec<PathBuf>> {
        let names = kinds.iter().filter_map(|kind| kind.first());
        let names: Vec<String> = names.map(|name| name.to_uppercase()).collect();
        self.dialog(Some(folder))
            .add_filter(names.join(", "), &kinds.concat())
            // Some files have other names, and what they are is looked at anyway.
            .add_filter("*", &["*"])
            .blocking_pick_files()
            .map(paths)
    }

    fn article_folder(&mut self, folder: &Path) -> Option<PathBuf> {
        self.dialog(Some(folder))
            .blocking_pick_folder()
            .and_then(|path| path.into_path().ok())
    }
}

fn paths(chosen: Vec<FilePath>) -> Vec<PathBuf> {
    let paths = chosen.into_iter();
    paths.filter_map(|path| path.into_path().ok()).collect()
}

/// A dialog for files with this extension; any, where it is empty.
fn filtered(dialog: FileDialogBuilder<Wry>, extension: &str) -> FileDialogBuilder<Wry> {
    match extension {
        "" => dialog,
        _ => dialog.add_filter(extension.to_uppercase(), &[extension]),
    }
}

/// Opens the system's own window of the folder that `path` lies in.
fn show(path: &Path) -> std::io::Result<()> {
    let mut program = if cfg!(target_os = "windows") {
        let mut program = Command::new("explorer");
        program.arg("/select,").arg(path);
        program
    } else if cfg!(target_os = "macos") {
        let mut program = Command::new("open");
        program.arg("-R").arg(path);
        program
    } else {
        let folder = if path.is_dir() {
            Some(path)
        } else {
            path.parent()
        };
        let mut program = Command::new("xdg-open");
        program.arg(folder.unwrap_or(path));
        program
    };
    let mut shown = program
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // It lives as long as the person wants; somebody has to hear its end.
    std::thread::spawn(move || shown.wait());
    Ok(())
}
