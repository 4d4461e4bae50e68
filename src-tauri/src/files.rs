//! The system's file dialogs.

use postil_app::environment::Dialogs;
use std::path::{Path, PathBuf};
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
        self.dialog(suggested.parent())
            .set_file_name(name)
            .add_filter(extension.to_uppercase(), &[extension])
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

    fn import(&mut self, folder: &Path, extension: &str) -> Option<Vec<PathBuf>> {
        self.dialog(Some(folder))
            .add_filter(extension.to_uppercase(), &[extension])
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
