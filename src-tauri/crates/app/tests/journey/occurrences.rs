//! Marking a mention wherever else it stands.

use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

const TEXT: &str = "We Stay, Says Vale\n\n\
\"We are welcome here,\" Vale said, and we believed Vale. Mira Vale left.\n\
More on Vale: read on.\n\
The weir, Vale's work, holds.\n";

fn marked(program: &mut Program) -> u64 {
    let (start, end) = program.range("Vale", 1);
    let document = program.document;
    let edited = program.call(
        "mark",
        json!({ "document": document, "label": "speaker",
                "selection": { "start": start, "end": end },
                "caret": end, "claim": null, "slot": null }),
    );
    edited["current"].as_u64().unwrap()
}

fn asked(program: &mut Program, span: u64) -> Vec<Value> {
    let document = program.document;
    let found = program.call("occurrences", json!({ "document": document, "span": span }));
    found.as_array().unwrap().clone()
}

fn shown(found: &[Value]) -> Vec<String> {
    found
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap();
            format!("{}|{}", text("before"), text("after"))
        })
        .collect()
}

#[test]
fn the_other_places_are_shown_but_for_what_is_marked_or_skipped() {
    let mut program = Program::with(TEXT);
    let span = marked(&mut program);
    program.mark("speaker", "Mira Vale", true, None, None);
    let (line, _) = program.range("More on", 0);
    let document = program.document;
    program.call(
        "toggle_zone",
        json!({ "document": document, "selection": null, "caret": line }),
    );
    let found = asked(&mut program, span);
    assert_eq!(
        shown(&found),
        [
            "We Stay, Says |",
            "… here,\" Vale said, and we believed |. Mira Vale left.",
            "The weir, |'s work, holds."
        ]
    );
}

#[test]
fn those_chosen_are_marked_in_one_step_with_label_and_entity() {
    let mut program = Program::with(TEXT);
    let span = marked(&mut program);
    let document = program.document;
    program.call(
        "set_entity",
        json!({ "document": document, "span": span, "entity": null, "name": "Mira Vale" }),
    );
    let before = program.state();
    let found = asked(&mut program, span);
    assert_eq!(found.len(), 5);
    let ranges = json!([found[0]["range"], found[4]["range"]]);
    let request = json!({ "document": document, "span": span, "ranges": ranges });
    let edited = program.call("mark_occurrences", request.clone());
    assert_eq!(edited["message"]["key"], "said-occurrences");
    assert_eq!(edited["message"]["arguments"]["count"], 2);
    assert_eq!(edited["current"], span);
    let made = edited["patch"]["spans"].as_array().unwrap().clone();
    assert_eq!(made.len(), 2);
    for row in &made {
        let id = row["id"].as_u64().unwrap();
        assert_eq!(program.quotes(id), ["Vale"]);
        assert_eq!(
            (&row["label"], &row["entity"]),
            (&json!("speaker"), &json!(1))
        );
        let mention = &row["attributes"]["mention"];
        assert_eq!(mention, &json!({ "value": "name", "byRule": true }));
    }
    assert_eq!(asked(&mut program, span).len(), 3);
    // What is marked by now is no place to mark again.
    assert_eq!(
        program.refused("mark_occurrences", request),
        (Code::Stale, "problem-occurrence-gone".to_owned())
    );
    let after = program.state();
    program.undo();
    assert_eq!(program.state(), before);
    program.redo();
    assert_eq!(program.state(), after);
}

#[test]
fn we_is_not_in_welcome_and_a_capital_at_a_start_counts_the_same() {
    let mut program = Program::with(TEXT);
    let (start, end) = program.range("we believed", 0);
    let document = program.document;
    let edited = program.call(
        "mark",
        json!({ "document": document, "label": "speaker",
                "selection": { "start": start, "end": end - 9 },
                "caret": end, "claim": null, "slot": null }),
    );
    let span = edited["current"].as_u64().unwrap();
    let found = asked(&mut program, span);
    assert_eq!(
        shown(&found),
        [
            "| Stay, Says Vale",
            "\"| are welcome here,\" Vale said, and …"
        ]
    );
}

#[test]
fn choosing_none_and_pieces_are_refused() {
    let mut program = Program::with(TEXT);
    let span = marked(&mut program);
    let document = program.document;
    assert_eq!(
        program.refused(
            "mark_occurrences",
            json!({ "document": document, "span": span, "ranges": [] })
        ),
        (Code::Invalid, "problem-no-occurrence".to_owned())
    );
    let claim = program.claim_at("We are");
    let (start, end) = program.range("The weir", 0);
    program.call(
        "toggle_fragment",
        json!({ "document": document, "span": claim,
                "selection": { "start": start, "end": end }, "caret": end }),
    );
    assert_eq!(
        program.refused(
            "occurrences",
            json!({ "document": document, "span": claim })
        ),
        (Code::Invalid, "problem-occurrences-of-pieces".to_owned())
    );
}
