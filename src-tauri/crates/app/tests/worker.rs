//! The thread that owns the program.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use postil_app::app::App;
use postil_app::environment::{Dialogs, Home, SystemEnvironment};
use postil_app::problem::Code;
use postil_app::worker::Worker;
use std::path::{Path, PathBuf};

/// A dialog with a bug.
struct Broken;

impl Dialogs for Broken {
    fn open_project(&mut self, _folder: &Path) -> Option<PathBuf> {
        panic!("the dialog broke")
    }

    fn new_project(&mut self, suggested: &Path) -> Option<PathBuf> {
        Some(suggested.to_path_buf())
    }

    fn export(&mut self, _suggested: &Path, _extension: &str) -> Option<PathBuf> {
        None
    }

    fn show(&mut self, _path: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn import(&mut self, _folder: &Path, _extension: &str) -> Option<Vec<PathBuf>> {
        None
    }

    fn article_files(&mut self, _folder: &Path, _kinds: &[&[&str]]) -> Option<Vec<PathBuf>> {
        None
    }

    fn article_folder(&mut self, _folder: &Path) -> Option<PathBuf> {
        None
    }
}

fn call(
    worker: &Worker,
    command: &str,
    json: &str,
) -> Result<String, postil_app::problem::Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(worker.call(command.to_owned(), json.to_owned()))
}

fn worker(home: Home) -> Worker {
    Worker::start(move || App::new(home, Box::new(SystemEnvironment), Box::new(Broken))).unwrap()
}

#[test]
fn a_panic_is_a_refusal_and_the_program_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let worker = worker(Home::below(folder.path()));
    call(&worker, "set_annotator", r#"{"name":"Nur"}"#).unwrap();
    let article = r#"{"text":"Rain, they say.","title":"","language":null,"metadata":{}}"#;
    call(&worker, "add_article", article).unwrap();
    let problem = call(&worker, "choose_project", "{}").unwrap_err();
    assert_eq!(problem.code, Code::Internal);
    assert!(problem.cause.unwrap().contains("the dialog broke"));
    let article = call(&worker, "open_article", r#"{"document":1}"#).unwrap();
    assert!(article.contains("Rain, they say."), "{article}");
    let log = std::fs::read_to_string(folder.path().join("logs/postil.log")).unwrap();
    assert!(
        log.contains("choose_project: choose_project panicked: the dialog broke"),
        "{log}"
    );
}

#[test]
fn finishing_closes_the_project_so_that_another_program_can_open_it() {
    let folder = tempfile::tempdir().unwrap();
    let first = worker(Home::below(folder.path()));
    call(&first, "set_annotator", r#"{"name":"Nur"}"#).unwrap();
    call(
        &first,
        "new_project",
        "{\"template\":\"claims-speakers-places\"}",
    )
    .unwrap();
    let path = folder.path().join("documents/Untitled.postil");
    let open = || postil_store::Project::open(&path, postil_store::Access::Write);
    assert!(matches!(open(), Err(postil_store::StoreError::FileBusy)));
    first.finish();
    assert!(open().is_ok());
}

#[test]
fn a_command_that_does_not_exist_is_our_fault_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let worker = worker(Home::below(folder.path()));
    for (command, json) in [
        ("nothing", "{}"),
        ("mark", "{}"),
        ("start", "no JSON"),
        ("search", "[[[["),
    ] {
        assert_eq!(
            call(&worker, command, json).unwrap_err().code,
            Code::Internal,
            "{command}"
        );
    }
    call(&worker, "start", "{}").unwrap();
}
