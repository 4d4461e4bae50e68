//! What is unfinished, and being told so before an article is done.

use crate::NEWS;
use crate::program::Program;
use serde_json::{Value, json};

fn keys(checks: &Value) -> Vec<&str> {
    checks["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["message"]["key"].as_str().unwrap())
        .collect()
}

#[test]
fn what_is_unfinished_goes_away_as_it_is_done() {
    let mut program = Program::with(NEWS);
    let request = json!({ "document": program.document });
    let nothing = program.call("checks", request.clone());
    assert_eq!(nothing, json!({ "open": 0, "hints": 0, "findings": [] }));

    let claim = program.claim_at("The mills will");
    program.mark("cue", "told", true, None, None);
    program.mark("place", "Veldan", true, None, None);
    let checks = program.call("checks", request.clone());
    assert_eq!(
        keys(&checks),
        [
            "check-mention-without-entity",
            "check-claim-without-source",
            "check-unmarked-elsewhere",
            "check-cue-without-claim",
        ]
    );
    assert_eq!((&checks["open"], &checks["hints"]), (&json!(2), &json!(2)));
    let (start, end) = program.range("told", 0);
    let cue = &checks["findings"][3];
    assert_eq!(cue["range"], json!({ "start": start, "end": end }));
    assert_eq!(cue["message"]["arguments"]["quote"], "told");

    program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"));
    program.mark("cue", "told", true, Some(claim), Some("cued_by"));
    let checks = program.call("checks", request);
    assert_eq!(checks["open"], 0);
    assert!(keys(&checks).contains(&"check-mention-without-entity"));
}

#[test]
fn an_open_question_is_worth_a_look_and_holds_nothing_up() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let document = program.document;
    program.call(
        "fill",
        json!({ "document": document, "claim": claim, "slot": "said_by",
        "target": { "special": "author" }, "name": null, "further": false }),
    );
    let ask = json!({ "document": document, "span": claim, "text": "Whose?" });
    program.call("ask_question", ask);
    let checks = program.call("checks", json!({ "document": document }));
    assert_eq!(keys(&checks), ["check-open-question"]);
    assert_eq!((&checks["open"], &checks["hints"]), (&json!(0), &json!(1)));
    assert_eq!(checks["findings"][0]["span"], claim);
    program.call("set_done", json!({ "document": document, "done": true }));
    assert_eq!(program.article()["status"], "done");
}

#[test]
fn done_is_said_twice_where_something_is_open() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let document = program.document;
    let done = json!({ "document": document, "done": true });
    let problem = program.try_call("set_done", done.clone()).unwrap_err();
    assert_eq!(problem.key, "article-unfinished");
    assert_eq!(json!(problem.arguments), json!({ "count": 1 }));
    assert_eq!(program.article()["status"], "started");

    let anyway = json!({ "document": document, "done": true, "anyway": true });
    program.call("set_done", anyway);
    assert_eq!(program.article()["status"], "done");

    program.undo();
    program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"));
    program.call("set_done", done);
    assert_eq!(program.article()["status"], "done");
}
