//! For whom a place stands: who is offered first.

use crate::program::Program;
use serde_json::{Value, json};

const TWO: &str = "Oster refuses\n\nOster said no. Veldan said yes. Later Oster agreed.\n";

fn mark(program: &mut Program, piece: &str, nth: usize, entity: Value, name: Value) -> u64 {
    let (start, end) = program.range(piece, nth);
    let document = program.document;
    let kind = if name == "Oster council" {
        "group"
    } else {
        "government"
    };
    let edited = program.call(
        "mark_stand_in",
        json!({ "document": document, "selection": { "start": start, "end": end },
                "caret": end, "entity": entity, "name": name, "kind": kind }),
    );
    edited["current"].as_u64().unwrap()
}

fn titles(found: &Value) -> Vec<&str> {
    let found = found.as_array().unwrap();
    found
        .iter()
        .map(|one| one["title"].as_str().unwrap())
        .collect()
}

#[test]
fn whoever_the_name_stood_for_before_is_first_then_the_register_by_type() {
    let mut program = Program::with(TWO);
    for (name, kind) in [("Oster mills", "organisation"), ("Ilse Brandt", "person")] {
        program.call("add_entity", json!({ "kind": kind, "name": name }));
    }
    mark(
        &mut program,
        "Veldan",
        0,
        Value::Null,
        json!("Veldan cabinet"),
    );
    mark(
        &mut program,
        "Oster",
        0,
        Value::Null,
        json!("Oster cabinet"),
    );
    mark(
        &mut program,
        "Oster",
        1,
        Value::Null,
        json!("Oster council"),
    );
    let third = mark(&mut program, "Oster", 2, Value::Null, Value::Null);
    let ask = |query: &str| {
        json!({ "query": query, "span": third,
                "kinds": ["government", "organisation", "group"] })
    };
    let found = program.call("entities", ask(""));
    assert_eq!(
        titles(&found),
        [
            "Oster council",
            "Oster cabinet",
            "Veldan cabinet",
            "Oster mills"
        ]
    );
    assert_eq!(found[0]["near"], "same");
    assert_eq!(found[2]["near"], "register");
    // What is typed is looked for in the same order, and offered anew.
    let typed = program.call("entities", ask("oster"));
    assert_eq!(
        titles(&typed)[..3],
        ["Oster council", "Oster cabinet", "Oster mills"]
    );
    assert_eq!(
        (&typed[3]["near"], &typed[3]["kind"]),
        (&json!("new"), &json!("government"))
    );
    // The slot's own list begins with the same one.
    let document = program.document;
    let slot = program.call(
        "candidates",
        json!({ "document": document, "claim": third, "slot": "stands_for", "query": "" }),
    );
    assert_eq!(titles(&slot)[..2], ["Oster council", "Oster cabinet"]);
    assert_eq!(titles(&slot).len(), 5);
}
