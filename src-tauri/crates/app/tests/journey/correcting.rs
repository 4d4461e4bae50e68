//! A text with a mistake gets a new version.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

fn marked() -> Program {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will open");
    program.mark(
        "speaker",
        "Mayor Ilse Brandt",
        true,
        Some(claim),
        Some("said_by"),
    );
    program.mark("place", "Oster", true, None, None);
    program
}

fn ask(program: &mut Program, command: &str, text: &str) -> Value {
    let document = program.document;
    program.call(command, json!({ "document": document, "text": text }))
}

fn correct(program: &mut Program, text: &str) -> Value {
    let corrected = ask(program, "correct_text", text);
    program.document = corrected["document"]["id"].as_u64().unwrap();
    program.text = program.article()["text"].as_str().unwrap().to_owned();
    corrected
}

fn quotes(program: &mut Program) -> Vec<String> {
    let article = program.article();
    let spans = article["spans"].as_array().unwrap().clone();
    spans
        .iter()
        .map(|span| program.quotes(span["id"].as_u64().unwrap()).join(" … "))
        .collect()
}

fn counts(correction: &Value) -> [u64; 3] {
    ["same", "changed", "lost"].map(|count| correction[count].as_u64().unwrap())
}

#[test]
fn a_typo_is_corrected_and_everything_goes_along() {
    let mut program = marked();
    let old = program.document;
    let before = program.state();
    let text = NEWS.replace("will open in Veldan again", "will reopen in Veldan");
    let preview = ask(&mut program, "preview_correction", &text);
    assert_eq!(counts(&preview), [2, 1, 0]);
    assert_eq!(program.state(), before, "a preview changes nothing");

    let corrected = correct(&mut program, &text);
    assert_eq!(corrected["replaced"], old);
    assert_eq!(corrected["message"]["key"], "said-corrected");
    let now = quotes(&mut program);
    assert_eq!(
        now,
        [
            "\"The mills will reopen in Veldan,\"",
            "Mayor Ilse Brandt",
            "Oster"
        ]
    );
    let article = program.article();
    assert_eq!(article["earlier"], old);
    assert_eq!(article["spans"][0]["flags"], json!(["text_changed"]));
    assert_eq!(article["links"].as_array().unwrap().len(), 1);
    let start = program.call("start", json!({}));
    let rows = start["project"]["documents"]["rows"]
        .as_array()
        .unwrap()
        .clone();
    let ids: Vec<u64> = rows.iter().map(|row| row["id"].as_u64().unwrap()).collect();
    assert_eq!(
        ids,
        [program.document],
        "the list shows the newest version only"
    );

    // One step back, and exactly as it was.
    let undone = program.undo();
    assert_eq!(undone["next"], old);
    assert_eq!(undone["removedRows"], json!([program.document]));
    let new = program.document;
    program.document = old;
    assert_eq!(program.state(), before);
    assert_eq!(program.article()["newer"], Value::Null);
    let redone = program.redo();
    assert_eq!(
        (&redone["document"], &redone["removedRows"]),
        (&json!(new), &json!([old]))
    );
    program.document = new;
    assert_eq!(quotes(&mut program), now);
}

#[test]
fn what_changed_is_looked_at_and_what_is_lost_is_listed() {
    let mut program = marked();
    let text = NEWS
        .replace("Mayor Ilse Brandt told reporters", "she told reporters")
        .replace("mills will open", "mills will soon open");
    let corrected = correct(&mut program, &text);
    assert_eq!(counts(&corrected["correction"]), [1, 1, 1]);
    let items = &corrected["correction"]["items"];
    assert_eq!(items[0]["open"], true);
    assert_eq!(
        (&items[1]["before"], &items[1]["after"]),
        (&json!("Mayor Ilse Brandt"), &Value::Null)
    );
    let (she, _) = program.range("she told", 0);
    assert_eq!(items[1]["range"], json!({ "start": she, "end": she }));
    let document = program.document;
    let span = items[0]["span"].as_u64().unwrap();
    let unlooked = |program: &mut Program| {
        let found = program.call("checks", json!({ "document": document }));
        let found = found["findings"].as_array().unwrap().iter();
        let found = found.filter(|one| one["message"]["key"] == "check-text-changed");
        found.map(|one| one["span"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(unlooked(&mut program), [json!(span)]);
    program.call(
        "confirm_span",
        json!({ "document": document, "span": span }),
    );
    assert_eq!(program.article()["spans"][0]["flags"], json!([]));
    assert_eq!(unlooked(&mut program), [] as [Value; 0]);
    // The list can be asked for again, later.
    let again = program.call("correction", json!({ "document": document }));
    assert_eq!(counts(&again), [1, 1, 1]);
    assert_eq!(again["items"][0]["open"], false);
    assert_eq!(again["items"][1], items[1]);
}

#[test]
fn an_earlier_version_is_there_to_read_and_for_nothing_else() {
    let mut program = marked();
    let old = program.document;
    let before = program.state();
    correct(&mut program, &NEWS.replace("Oster", "Ostera"));
    program.document = old;
    program.text = NEWS.to_owned();
    assert_eq!(program.state(), before);
    assert!(program.article()["newer"].is_u64());
    let document = json!(old);
    for (command, request) in [
        (
            "rename_article",
            json!({ "document": document, "title": "Other" }),
        ),
        ("remove_article", json!({ "document": document })),
        (
            "set_done",
            json!({ "document": document, "done": true, "anyway": true }),
        ),
        (
            "toggle_zone",
            json!({ "document": document, "selection": null, "caret": 1 }),
        ),
        (
            "correct_text",
            json!({ "document": document, "text": "Something else." }),
        ),
    ] {
        let refusal = program.refused(command, request);
        assert_eq!(
            refusal,
            (Code::ReadOnly, "problem-earlier-version".to_owned()),
            "{command}"
        );
    }
    assert_eq!(program.state(), before);
}

#[test]
fn what_is_no_correction_is_refused_in_words() {
    let mut program = marked();
    let first = program.document;
    program.add("Another article.");
    program.document = first;
    let refused = |program: &mut Program, text: &str| {
        let document = program.document;
        program
            .refused(
                "correct_text",
                json!({ "document": document, "text": text }),
            )
            .1
    };
    assert_eq!(refused(&mut program, NEWS), "problem-nothing-corrected");
    assert_eq!(refused(&mut program, " "), "problem-empty-text");
    assert_eq!(
        refused(&mut program, "Another article."),
        "problem-correction-duplicate"
    );
    correct(&mut program, "Talks resumed.");
    assert_eq!(refused(&mut program, NEWS), "problem-correction-earlier");
    let added = program.try_call(
        "add_article",
        json!({ "text": NEWS, "title": "", "language": null, "metadata": {} }),
    );
    assert_eq!(
        added.unwrap_err().key,
        "problem-duplicate",
        "pasting it does not take it back"
    );
    program.undo();
    program.document = first;
    assert_eq!(
        refused(&mut program, "Talks resumed."),
        "problem-correction-in-bin"
    );
}

#[test]
fn a_done_article_is_open_again_if_there_is_something_to_look_at() {
    for (text, status) in [
        (NEWS.replace("Monday", "Tuesday"), "done"),
        (NEWS.replace("will open", "will reopen"), "started"),
        (
            format!("{NEWS}\nA paragraph that was missing.\n"),
            "started",
        ),
    ] {
        let mut program = marked();
        let document = program.document;
        program.call(
            "set_done",
            json!({ "document": document, "done": true, "anyway": true }),
        );
        let corrected = correct(&mut program, &text);
        assert_eq!(program.article()["status"], status);
        assert_eq!(
            corrected["correction"]["reopened"],
            u32::from(status == "started")
        );
    }
}

#[test]
fn languages_by_hand_and_zones_go_along() {
    let mut program = Program::with("One.\n\nDer zweite Absatz hier.\n\nLatest news.\n");
    let document = program.document;
    let caret = program.range("zweite", 0).0;
    program.call(
        "choose_language",
        json!({ "document": document, "caret": caret, "tag": "nds" }),
    );
    let caret = program.range("Latest", 0).0;
    program.call(
        "toggle_zone",
        json!({ "document": document, "selection": null, "caret": caret }),
    );
    let zones = program.article()["zones"].as_array().unwrap().len();
    correct(
        &mut program,
        "One.\nAnd a half.\n\nDer zweite Absatz hier.\n\nLatest news.\n",
    );
    let article = program.article();
    assert_eq!(
        article["paragraphs"][2]["language"]["tag"], "nds",
        "{}",
        article["paragraphs"]
    );
    assert_eq!(article["paragraphs"][2]["language"]["byHand"], true);
    assert_eq!(article["zones"].as_array().unwrap().len(), zones);
    let start = program.range("Latest", 0).0;
    let skip = article["zones"].as_array().unwrap().iter().any(|zone| {
        zone["range"]["start"] == start && zone["kind"] == "skip" && zone["state"] == "accepted"
    });
    assert!(skip);
}
