//! Texts in, projects opened, exports and imports.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::json;

#[test]
fn a_text_that_lies_in_the_bin_comes_back_with_its_marks() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let document = program.document;
    program.call("remove_article", json!({ "document": document }));
    assert_eq!(
        program.call("start", json!({}))["project"]["documents"]["rows"],
        json!([])
    );
    program.add(NEWS);
    assert_eq!(program.document, document);
    assert_eq!(program.quotes(claim).len(), 1);
    program.undo();
    assert_eq!(
        program.call("start", json!({}))["project"]["documents"]["rows"],
        json!([])
    );
}

#[test]
fn bad_texts_are_refused_and_make_no_project() {
    let mut program = Program::new();
    let add = |text: &str| json!({ "text": text, "title": "", "language": null, "metadata": {} });
    assert_eq!(
        program.refused("add_article", add(" \n\t")),
        (Code::Invalid, "problem-empty-text".to_owned())
    );
    assert_eq!(
        program.refused("add_article", add("a\u{0}b")),
        (Code::Invalid, "problem-nul".to_owned())
    );
    let large = "x".repeat(8 * 1024 * 1024 + 1);
    assert_eq!(
        program.refused("add_article", add(&large)),
        (Code::TooLarge, "problem-too-large".to_owned())
    );
    assert!(program.call("start", json!({}))["project"].is_null());
    program.add("Good \u{202E}text.");
    let (code, key) = program.refused("add_article", add("\u{FEFF}Good \u{202E}text."));
    assert_eq!((code, key.as_str()), (Code::Duplicate, "problem-duplicate"));
}

#[test]
fn files_that_are_no_project_of_ours_say_so_and_the_open_one_stays_open() {
    let mut program = Program::with(NEWS);
    let path = |name: &str| program.folder.path().join(name);
    let (jpeg, missing) = (path("photo.postil"), path("gone.postil"));
    std::fs::write(
        &jpeg,
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70].repeat(200),
    )
    .unwrap();
    let open = |path: &std::path::Path| json!({ "name": path });
    assert_eq!(
        program.refused("open_project", open(&jpeg)),
        (Code::FileNotOurs, "problem-file-not-ours".to_owned())
    );
    assert_eq!(
        program.refused("open_project", open(&missing)).1,
        "problem-file-missing"
    );
    assert_eq!(program.article()["spans"], json!([]));
}

#[test]
fn a_project_that_is_opened_is_backed_up() {
    let mut program = Program::with(NEWS);
    let path = program.call("start", json!({}))["project"]["path"].clone();
    program.app.open = None;
    program.call("open_project", json!({ "name": path }));
    // What the person waits for comes first.
    let made = std::fs::read_dir(&program.app.home.backups);
    assert_eq!(made.map_or(0, Iterator::count), 0);
    program.call("painted", json!({}));
    let backups = program.app.home.backups.clone();
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    let claims = loop {
        let found = std::fs::read_dir(&backups)
            .into_iter()
            .flatten()
            .flatten()
            .flat_map(|folder| {
                std::fs::read_dir(folder.path())
                    .into_iter()
                    .flatten()
                    .flatten()
                    .map(|file| file.path())
            });
        let counts: Vec<usize> = found
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "postil")
            })
            .filter_map(|path| postil_store::Project::open(&path, postil_store::Access::Read).ok())
            .map(|project| project.document_ids().unwrap().len())
            .collect();
        if counts.contains(&1) {
            break counts;
        }
        assert!(
            std::time::Instant::now() < deadline,
            "no backup came: {counts:?}"
        );
        std::thread::yield_now();
    };
    assert!(!claims.is_empty());
}

#[test]
fn what_goes_out_as_jsonl_comes_in_again_the_same() {
    let mut program = Program::new();
    program.call("open_demo", json!({}));
    let folder = program.folder.path().to_path_buf();
    let (out, again) = (folder.join("out.jsonl"), folder.join("again.jsonl"));
    let fresh = folder.join("fresh.postil");
    let answers: Vec<String> = [&out, &fresh, &out, &again]
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    std::fs::write(folder.join("answers"), answers.join("\n")).unwrap();
    let exported = program.job(
        "export",
        json!({ "format": "jsonl", "scope": "all", "anonymous": false }),
    );
    assert_eq!(exported["articles"], 9);
    program.call("new_project", json!({ "template": "toponyms" }));
    let imported = program.job("import", json!({}));
    assert_eq!(imported["articles"], 9);
    for count in ["spans", "links"] {
        assert_eq!(imported[count], exported[count]);
    }
    assert_eq!(imported["documents"]["rows"].as_array().unwrap().len(), 9);
    program.job(
        "export",
        json!({ "format": "jsonl", "scope": "all", "anonymous": false }),
    );
    assert!(
        std::fs::read(&out).unwrap() == std::fs::read(&again).unwrap(),
        "the bytes differ"
    );
    // Undo hides what came in, in one step.
    program.document = imported["documents"]["rows"][0]["id"].as_u64().unwrap();
    assert_eq!(program.undo()["removedRows"].as_array().unwrap().len(), 9);
    // A dialog that the person closes changes nothing.
    assert!(
        program
            .call("export", json!({ "format": "csv", "scope": "all" }))
            .is_null()
    );
}

#[test]
fn the_demo_has_an_article_in_each_language_and_one_for_practice() {
    let mut program = Program::new();
    let project = program.call("open_demo", json!({}));
    let languages: Vec<&str> = project["documents"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["language"].as_str().unwrap())
        .collect();
    assert_eq!(
        languages,
        ["en", "az", "ru", "ar", "he", "zh", "de", "hi", "en"]
    );
    let rows = project["documents"]["rows"].as_array().unwrap().clone();
    for row in &rows[..8] {
        assert_eq!(row["claims"], 4, "{}", row["title"]);
    }
    assert_eq!(rows[8]["practice"], true);
    let practice = rows[8]["id"].as_u64().unwrap();
    let compared = program.call("compare_practice", json!({ "document": practice }));
    assert_eq!(compared["right"], 0);
    assert!(compared["differences"].as_array().unwrap().len() > 10);
    assert!(
        compared["differences"]
            .as_array()
            .unwrap()
            .iter()
            .all(|d| d["message"]["key"] == "difference-missing")
    );
    // Opened again, it is the same project.
    assert_eq!(
        program.call("open_demo", json!({}))["documents"]["rows"]
            .as_array()
            .unwrap()
            .len(),
        9
    );
}

#[test]
fn a_project_that_the_program_is_started_with_waits_for_the_name() {
    let first = Program::with(NEWS);
    let path = first
        .app
        .open
        .as_ref()
        .unwrap()
        .project
        .path()
        .to_path_buf();
    // The first start of somebody else.
    let mut program = Program::new();
    program.app.settings.annotator = None;
    drop(first.app);
    program.app.begin(false, Some(&path));
    assert_eq!(program.call("start", json!({}))["project"], json!(null));
    let start = program.call("set_annotator", json!({ "name": "Leyla" }));
    let rows = start["project"]["documents"]["rows"].as_array();
    assert_eq!(rows.map(Vec::len), Some(1), "{start}");
    assert_eq!(start["annotator"], "Leyla");
}
