//! Exports and imports: they can be watched and stopped, other commands are
//! done meanwhile, and an import is one step.

use crate::NEWS;
use crate::program::Program;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

type Heard = Arc<Mutex<Vec<Value>>>;

/// Hears the events that the window would hear.
fn listen(program: &mut Program) -> Heard {
    let heard = Heard::default();
    let events = Arc::clone(&heard);
    program.app.jobs.told_to(move |event| {
        let event = serde_json::to_value(event).unwrap();
        events.lock().unwrap().push(event);
    });
    heard
}

fn ended(heard: &Heard) -> Value {
    let heard = heard.lock().unwrap();
    heard
        .iter()
        .rfind(|event| event["kind"] == "ended")
        .unwrap()
        .clone()
}

/// The answer to the next question for a file.
fn answer(program: &Program, path: &Path) {
    use std::io::Write;
    let mut answers = std::fs::File::options()
        .create(true)
        .append(true)
        .open(program.folder.path().join("answers"))
        .unwrap();
    writeln!(answers, "{}", path.display()).unwrap();
}

fn titles(program: &mut Program) -> Vec<String> {
    let start = program.call("start", json!({}));
    let rows = start["project"]["documents"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    rows.iter()
        .map(|row| row["title"].as_str().unwrap().to_owned())
        .collect()
}

/// A file of 40 articles; an entity that no article mentions lies beside.
fn exported(folder: &Path) -> PathBuf {
    let mut program = Program::new();
    // Uids that no other program of these tests gives.
    for _ in 0..1_000 {
        program.app.environment.uid();
    }
    program.add(NEWS);
    let claim = program.claim_at("mills will open");
    program.mark("speaker", "Ilse Brandt", true, Some(claim), Some("said_by"));
    for number in 0..39 {
        program.add(&format!(
            "Notice {number}\n\nThe ferry number {number} sails."
        ));
    }
    program.call("add_entity", json!({ "kind": "place", "name": "Oster" }));
    let path = folder.join("out.jsonl");
    answer(&program, &path);
    let heard = listen(&mut program);
    let job = program.call("export", json!({ "format": "jsonl", "scope": "all" }));
    assert_eq!(job["title"], "job-export");
    program.app.finish_job();
    let ended = ended(&heard);
    assert_eq!(ended["job"], job["job"]);
    assert_eq!(ended["report"]["articles"], 40, "{ended}");
    path
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn an_export_is_of_the_moment_in_which_it_began_and_can_be_watched() {
    let folder = tempfile::tempdir().unwrap();
    let path = exported(folder.path());
    assert_eq!(std::fs::read_to_string(path).unwrap().lines().count(), 40);
    assert_eq!(
        files(folder.path()),
        ["out.entities.jsonl", "out.jsonl", "out.scheme.json"]
    );
}

#[test]
fn an_import_is_one_step_with_its_register() {
    let folder = tempfile::tempdir().unwrap();
    let path = exported(folder.path());
    let mut program = Program::with("Here before\n\nNothing happened.");
    let heard = listen(&mut program);
    answer(&program, &path);
    program.call("import", json!({}));
    program.app.finish_job();
    let report = ended(&heard)["report"].clone();
    assert_eq!(report["articles"], 40, "{report}");
    assert_eq!(report["history"]["undo"], "step-import");
    let progress = heard.lock().unwrap()[0].clone();
    assert_eq!(progress["unit"], "kilobytes");
    assert_eq!(titles(&mut program).len(), 41);
    let names = |program: &mut Program| {
        let page = program.call(
            "register",
            json!({ "query": "", "kind": null, "order": "name", "offset": 0, "limit": 50 }),
        );
        page["total"].as_u64().unwrap()
    };
    let with = names(&mut program);
    program.undo();
    assert_eq!(titles(&mut program), ["Here before"]);
    assert!(names(&mut program) < with);
    program.redo();
    assert_eq!(titles(&mut program).len(), 41);
    assert_eq!(names(&mut program), with);
    let undone = program.undo();
    assert_eq!(undone["history"]["redo"], "step-import");
}

#[test]
fn commands_are_done_between_the_slices_of_an_import() {
    let folder = tempfile::tempdir().unwrap();
    let path = exported(folder.path());
    let mut program = Program::with("Here before\n\nA boat sailed.");
    let heard = listen(&mut program);
    answer(&program, &path);
    let job = program.call("import", json!({}));
    // A command always waits: each slice is as short as can be.
    let mut slices = 0;
    while program.app.jobs.has_slices() {
        program.app.slice(&|| true);
        slices += 1;
        if slices == 5 {
            assert_eq!(titles(&mut program), ["Here before"]);
            let found = program.call("search", json!({ "query": "ferry" }));
            assert_eq!(found["documents"], json!([]));
            program.claim_at("boat");
            let (_, key) = program.refused("open_demo", json!({}));
            assert_eq!(key, "problem-job");
            let (_, key) = program.refused("export", json!({ "format": "jsonl", "scope": "all" }));
            assert_eq!(key, "problem-job");
        }
    }
    assert!(slices > 10, "{slices}");
    assert_eq!(ended(&heard)["job"], job["job"]);
    assert_eq!(titles(&mut program).len(), 41);
    // The claim was marked before the import was shown.
    assert_eq!(program.undo()["history"]["undo"], "step-mark");
    assert_eq!(titles(&mut program), ["Here before"]);
    assert_eq!(program.article()["spans"].as_array().unwrap().len(), 1);
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = exported(folder.path());
    let mut program = Program::with("Here before\n\nA boat sailed.");
    let before = program.app.open.as_ref().unwrap().project.counts().unwrap();
    let heard = listen(&mut program);
    answer(&program, &path);
    let job = program.call("import", json!({}));
    for _ in 0..5 {
        program.app.slice(&|| true);
    }
    program.call("stop_job", json!({ "job": job["job"] }));
    program.app.finish_job();
    let ended = ended(&heard);
    assert_eq!(ended["problem"]["code"], "Stopped", "{ended}");
    let open = program.app.open.as_ref().unwrap();
    assert_eq!(open.project.counts().unwrap(), before);
    assert!(open.project.check(true).unwrap().is_clean());
    // The same file comes in whole afterwards.
    answer(&program, &path);
    program.call("import", json!({}));
    program.app.finish_job();
    assert_eq!(titles(&mut program).len(), 41);
}

#[test]
fn a_broken_line_lets_nothing_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = exported(folder.path());
    let mut lines = std::fs::read_to_string(&path).unwrap();
    let cut = lines.len() - 30;
    lines.truncate(cut);
    std::fs::write(&path, lines).unwrap();
    let mut program = Program::with("Here before\n\nA boat sailed.");
    let heard = listen(&mut program);
    answer(&program, &path);
    program.call("import", json!({}));
    program.app.finish_job();
    let problem = ended(&heard)["problem"].clone();
    assert_eq!(problem["key"], "problem-line");
    assert_eq!(problem["arguments"]["line"], 40);
    assert_eq!(titles(&mut program), ["Here before"]);
}

#[test]
fn a_stopped_export_leaves_the_file_that_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.jsonl");
    std::fs::write(&path, "before").unwrap();
    let mut program = Program::with(NEWS);
    let heard = listen(&mut program);
    answer(&program, &path);
    // Stopped by the first thing that it says.
    let (said, hear) = std::sync::mpsc::channel();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let (events, wait) = (Arc::clone(&heard), Mutex::new(wait));
    program.app.jobs.told_to(move |event| {
        let event = serde_json::to_value(event).unwrap();
        let progress = event["kind"] == "progress";
        events.lock().unwrap().push(event);
        if progress {
            said.send(()).unwrap();
            let _gone = wait.lock().unwrap().recv();
        }
    });
    let job = program.call("export", json!({ "format": "jsonl", "scope": "all" }));
    hear.recv().unwrap();
    program.call("stop_job", json!({ "job": job["job"] }));
    drop(go);
    program.app.finish_job();
    assert_eq!(ended(&heard)["problem"]["code"], "Stopped");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "before");
    assert_eq!(files(folder.path()), ["out.jsonl"]);
}
