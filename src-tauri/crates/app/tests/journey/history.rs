//! Undo and redo.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::json;

#[test]
fn undo_goes_back_to_the_start_and_redo_to_the_end() {
    let mut program = Program::with(NEWS);
    let start = program.state();
    let claim = program.claim_at("The mills will");
    program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"));
    program.mark("place", "Oster", true, Some(claim), Some("about"));
    let document = program.document;
    program.call(
        "set_value",
        json!({ "document": document, "span": claim, "attribute": "statement", "value": "plan" }),
    );
    program.call(
        "toggle_unsure",
        json!({ "document": document, "span": claim }),
    );
    program.call(
        "toggle_zone",
        json!({ "document": document, "selection": null, "caret": 3 }),
    );
    program.call("set_done", json!({ "document": document, "done": true }));
    let end = program.state();
    for _ in 0..7 {
        program.undo();
    }
    assert_eq!(program.state(), start);
    for _ in 0..7 {
        program.redo();
    }
    assert_eq!(program.state(), end);
    assert_eq!(
        program.refused("redo", json!({ "document": document })).1,
        "problem-nothing-to-redo"
    );
}

#[test]
fn the_caret_stays_in_the_paragraph_where_something_is_undone() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"));
    let document = program.document;
    let (_, end) = program.range("The mills will", 0);
    let ask = |caret: usize| json!({ "document": document, "caret": caret });
    let undone = program.call("undo", ask(end));
    assert_eq!(undone["caret"], end);
    program.call("redo", ask(end));
    // From another paragraph the eye is taken to what is undone.
    let elsewhere = program.text.encode_utf16().count();
    let undone = program.call("undo", ask(elsewhere));
    assert!(undone["caret"].as_u64().unwrap() < u64::try_from(elsewhere).unwrap());
}

#[test]
fn the_history_ends_where_the_annotator_joined() {
    let mut program = Program::with(NEWS);
    program.undo();
    let document = program.document;
    assert_eq!(
        program.refused("undo", json!({ "document": document })).1,
        "problem-nothing-to-undo"
    );
    assert_eq!(
        program.call("start", json!({}))["project"]["documents"]["rows"],
        json!([])
    );
    program.redo();
    assert_eq!(
        program.call("start", json!({}))["project"]["documents"]["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn undo_of_a_step_in_another_article_goes_there_first() {
    let mut program = Program::with(NEWS);
    program.claim_at("The mills will");
    let first = program.document;
    program.add("Another text. It says nothing.");
    program.claim_at("It says");
    let second = program.document;
    let edited = program.call("undo", json!({ "document": first }));
    assert_eq!(edited["message"]["key"], "said-undo-elsewhere");
    assert_eq!(edited["document"], second);
    assert_eq!(
        program.article()["spans"].as_array().unwrap().len(),
        1,
        "nothing was undone yet"
    );
    program.call("undo", json!({ "document": second }));
    assert_eq!(program.article()["spans"].as_array().unwrap().len(), 0);
}

#[test]
fn a_done_article_is_read_only_until_it_is_opened_again() {
    let mut program = Program::with(NEWS);
    let document = program.document;
    program.call("set_done", json!({ "document": document, "done": true }));
    let (start, end) = program.range("Oster", 0);
    let mark = json!({ "document": document, "label": "place", "selection": { "start": start, "end": end },
        "caret": end, "claim": null, "slot": null });
    assert_eq!(
        program.refused("mark", mark.clone()),
        (Code::ReadOnly, "article-done".to_owned())
    );
    program.call("set_done", json!({ "document": document, "done": false }));
    program.call("mark", mark);
}
