//! What an export would write, chosen, looked at, and written.

use super::NEWS;
use super::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The survey of an export, looked at to the end.
fn survey(program: &mut Program, asked: &Value) -> Value {
    let mut anew = true;
    for _ in 0..1_000 {
        let view = program.call("survey_export", json!({ "asked": asked, "anew": anew }));
        if view["whole"] == true {
            return view;
        }
        anew = false;
    }
    panic!("it never ends");
}

fn answer(program: &Program, name: &str) -> PathBuf {
    let path = program.folder.path().join(name);
    std::fs::write(
        program.folder.path().join("answers"),
        path.display().to_string(),
    )
    .unwrap();
    path
}

/// One article with a claim and its speaker, done, and one untouched.
fn two_articles() -> Program {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    program.mark("speaker", "Ilse Brandt", true, Some(claim), Some("said_by"));
    let document = program.document;
    program.call(
        "set_done",
        json!({ "document": document, "done": true, "anyway": true }),
    );
    program.add("Ferries\n\nThe ferry to Oster sails again.");
    program
}

#[test]
fn only_what_is_done_goes_out_unless_more_is_asked_for() {
    let mut program = two_articles();
    let choices = program.call("export_choices", json!({}));
    let asked = choices["asked"].clone();
    assert_eq!(asked["scope"], "finished");
    let formats = choices["formats"].as_array().unwrap();
    assert!(formats.len() > 8 && formats[0]["id"] == "jsonl");
    let found = survey(&mut program, &asked);
    assert_eq!(found["articles"], 1, "{found}");
    assert!(found["spans"].as_u64().unwrap() >= 2);
    assert!(
        found["files"][0]["lines"][0]
            .as_str()
            .unwrap()
            .contains("postil/1")
    );
    let all = survey(&mut program, &json!({ "scope": "all" }));
    assert_eq!(all["articles"], 2);
    assert_eq!(
        survey(&mut program, &json!({ "scope": "begun" }))["articles"],
        1
    );

    // Reopened, nothing is done any more, and that is said before and after.
    let document = program.call("start", json!({}))["project"]["documents"]["articles"][0].clone();
    program.call("set_done", json!({ "document": document, "done": false }));
    let none = survey(&mut program, &asked);
    assert_eq!(none["problem"]["key"], "problem-nothing-done");
    let (code, key) = refused_job(&mut program, asked);
    assert_eq!(
        (code, key.as_str()),
        ("NotFound".to_owned(), "problem-nothing-done")
    );
}

/// Why a job refused.
fn refused_job(program: &mut Program, asked: Value) -> (String, String) {
    let path = answer(program, "none.jsonl");
    let (told, heard) = std::sync::mpsc::channel();
    let told = std::sync::Mutex::new(told);
    program.app.jobs.told_to(move |event| {
        let _gone = told
            .lock()
            .unwrap()
            .send(serde_json::to_value(event).unwrap());
    });
    program.call("export", asked);
    program.app.finish_job();
    assert!(!path.exists());
    let ended = heard
        .try_iter()
        .find(|event| event["kind"] == "ended")
        .unwrap();
    let text = |key: &str| ended["problem"][key].as_str().unwrap().to_owned();
    (text("code"), text("key"))
}

#[test]
fn what_a_format_leaves_out_is_counted_before_it_is_written() {
    let mut program = two_articles();
    let asked = json!({ "format": "brat", "scope": "all" });
    let before = survey(&mut program, &asked);
    let losses = before["losses"].as_array().unwrap().clone();
    assert!(!losses.is_empty(), "{before}");
    let names: Vec<&str> = before["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert!(names.iter().any(|name| name.ends_with(".ann")), "{names:?}");
    let folder = answer(&program, "out");
    let report = program.job("export", asked);
    assert_eq!(report["notes"].as_array().unwrap(), &losses);
    for count in ["articles", "spans", "links"] {
        assert_eq!(report[count], before[count]);
    }
    // The first lines are those that were written.
    for file in before["files"].as_array().unwrap() {
        let written = std::fs::read_to_string(folder.join(file["name"].as_str().unwrap())).unwrap();
        let lines: Vec<&str> = written.lines().take(12).collect();
        let shown: Vec<&str> = file["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap())
            .collect();
        assert_eq!(shown, lines, "{}", file["name"]);
    }
    assert!(folder.join("losses.tsv").is_file());
    program.call("show_file", json!({ "path": folder.display().to_string() }));
    let gone = program.refused("show_file", json!({ "path": "/nowhere/at/all" }));
    assert_eq!(gone.0, Code::NotFound);
}

#[test]
fn the_last_choice_is_there_again_and_is_no_step() {
    let mut program = two_articles();
    let history = program.call("start", json!({}))["project"]["history"].clone();
    answer(&program, "claims.csv");
    program.job(
        "export",
        json!({ "format": "csv", "options": { "csv": { "tables": "all" } }, "scope": "all",
                "labels": [], "anonymous": true }),
    );
    let kept = program.call("export_choices", json!({}))["asked"].clone();
    assert_eq!(kept["format"], "csv");
    assert_eq!(kept["options"]["csv"]["tables"], "all");
    assert_eq!(kept["anonymous"], true);
    assert_eq!(
        program.call("start", json!({}))["project"]["history"],
        history
    );
}

#[test]
fn parts_are_counted_and_copies_stay_together() {
    let mut program = two_articles();
    let copy = "The ferry to Oster sails again on Monday, the harbour master said, \
                after the repairs to its hull were done in the spring.";
    program.add(&format!("One\n\n{copy}"));
    program.add(&format!("Other\n\n{copy}"));
    let asked = json!({ "scope": "all",
        "parts": [{ "name": "train", "share": 50 }, { "name": "test", "share": 50 }] });
    let found = survey(&mut program, &asked);
    let sizes: u64 = found["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_u64().unwrap())
        .sum();
    assert_eq!((sizes, &found["together"]), (4, &json!(2)), "{found}");
    assert_eq!(found["groups"][0].as_array().unwrap().len(), 2);
    let out = answer(&program, "out.jsonl");
    let report = program.job("export", asked);
    assert_eq!(report["articles"], 4);
    for (part, size) in ["train", "test"]
        .iter()
        .zip(found["parts"].as_array().unwrap())
    {
        let written =
            std::fs::read_to_string(out.with_file_name(format!("out.{part}.jsonl"))).unwrap();
        assert_eq!(json!(written.lines().count()), *size);
    }
}

#[test]
fn texts_stay_at_home_where_that_is_asked_for() {
    let mut program = two_articles();
    let asked = json!({ "scope": "all", "withoutText": true, "quotes": 11 });
    let found = survey(&mut program, &asked);
    let first = found["files"][0]["lines"][0].as_str().unwrap();
    assert!(first.contains("postil/1-withheld") && first.contains("\"text\":\"\""));
    let out = answer(&program, "thin.jsonl");
    program.job("export", asked);
    let written = std::fs::read_to_string(out).unwrap();
    assert!(written.contains("Ilse Brandt") && !written.contains("every promise"));
}

#[test]
fn what_makes_no_sense_is_said_while_it_is_chosen_and_writes_nothing() {
    let mut program = two_articles();
    let cases = [
        (json!({ "from": "last year" }), "problem-export-date"),
        (
            json!({ "from": "2026-02", "to": "2026-01-31" }),
            "problem-export-dates",
        ),
        (
            json!({ "parts": [{ "name": "../a", "share": 1 }] }),
            "problem-part-name",
        ),
        (
            json!({ "parts": [{ "name": "a", "share": 0 }] }),
            "problem-part-share",
        ),
        (
            json!({ "parts": [{ "name": "a", "share": 1 }, { "name": "A", "share": 1 }] }),
            "problem-part-twice",
        ),
        (
            json!({ "scope": "all", "parts": [{ "name": "a", "share": 1000 }, { "name": "b", "share": 1 }] }),
            "problem-part-empty",
        ),
        (json!({ "format": "docx" }), "problem-no-format"),
        (
            json!({ "format": "conll", "options": { "conll": { "tags": "iob9" } } }),
            "problem-format-option",
        ),
        (json!({ "languages": ["fr"] }), "problem-nothing-chosen"),
    ];
    for (asked, key) in cases {
        let found = survey(&mut program, &asked);
        assert_eq!(found["problem"]["key"], key, "{asked}");
    }
}
