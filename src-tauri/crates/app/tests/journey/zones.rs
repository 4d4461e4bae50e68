//! Paragraphs that are not the article.

use crate::program::Program;
use serde_json::{Value, json};

/// Nothing of it is proposed: each line ends as a sentence does.
const TEXT: &str = "The mill opens.\n\nLatest news.\nOn 01.01.2026.\n\nOther town floods!\n\n";

fn toggle(program: &mut Program, selection: Value, caret: usize) -> Value {
    let document = program.document;
    program.call(
        "toggle_zone",
        json!({ "document": document, "selection": selection, "caret": caret }),
    )["message"]
        .clone()
}

fn zones(program: &mut Program) -> Vec<(u64, u64)> {
    program.article()["zones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|zone| {
            let end = |name: &str| zone["range"][name].as_u64().unwrap();
            (end("start"), end("end"))
        })
        .collect()
}

#[test]
fn all_paragraphs_of_a_selection_are_one_zone_and_one_step() {
    let mut program = Program::with(TEXT);
    let (start, _) = program.range("news", 0);
    let end = TEXT.encode_utf16().count();
    let selection = json!({ "start": start, "end": end });
    let said = toggle(&mut program, selection, end);
    assert_eq!(said["key"], "said-zone");
    let (first, _) = program.range("Latest", 0);
    let (_, last) = program.range("floods!", 0);
    assert_eq!(zones(&mut program), [(first as u64, last as u64)]);
    let document = program.document;
    program.call("undo", json!({ "document": document }));
    assert_eq!(zones(&mut program), []);
    program.call("redo", json!({ "document": document }));

    // Anywhere in it, the key takes the whole back.
    let (inside, _) = program.range("01.01", 0);
    assert_eq!(
        toggle(&mut program, Value::Null, inside)["key"],
        "said-zone-gone"
    );
    assert_eq!(zones(&mut program), []);
}

#[test]
fn a_blank_line_is_no_paragraph() {
    let mut program = Program::with(TEXT);
    let end = TEXT.encode_utf16().count();
    let document = program.document;
    let (_, key) = program.refused(
        "toggle_zone",
        json!({ "document": document, "selection": null, "caret": end }),
    );
    assert_eq!(key, "problem-no-paragraph");
}
