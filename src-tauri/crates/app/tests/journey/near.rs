//! Near duplicates: flagged when pasted, listed, and compared.

use crate::program::Program;
use serde_json::{Value, json};

const AGENCY: &str = "Mills To Reopen\n\nThe mills of Veldan will open again in spring, Mayor Ilse Brandt told reporters on Monday. \
The owners and the town agreed on the price of water after a meeting that lasted until midnight.\n\
Nobody who works there will lose a day of pay, she said, and the first train leaves in April.";

const OTHER: &str = "A cat was found on the roof of the station in Oster, where it had waited for three days. \
The fire service brought it down with a ladder; its owner had looked for it in every street.";

fn asked(program: &mut Program, command: &str, request: &Value) -> Value {
    loop {
        let answer = program.call(command, request.clone());
        if answer["whole"] == true {
            return answer;
        }
    }
}

#[test]
fn a_pasted_text_is_told_what_it_is_like() {
    let mut program = Program::new();
    let text = AGENCY.replace("Monday", "Tuesday");
    let like = |program: &mut Program| asked(program, "near_to", &json!({ "text": text }));
    assert_eq!(like(&mut program)["near"], json!([]));
    program.add(AGENCY);
    let first = program.document;
    program.add(OTHER);
    let near = like(&mut program)["near"].clone();
    assert_eq!(near.as_array().unwrap().len(), 1);
    assert_eq!(near[0]["article"]["id"], first);
    assert_eq!(near[0]["article"]["title"], "Mills To Reopen");
    let percent = near[0]["percent"].as_u64().unwrap();
    assert!((80..100).contains(&percent), "{percent}");
}

#[test]
fn near_duplicates_are_listed_together_and_compared_side_by_side() {
    let mut program = Program::with(AGENCY);
    let first = program.document;
    program.add(OTHER);
    program.add(&AGENCY.replace("Monday", "Tuesday"));
    let second = program.document;
    let all = asked(&mut program, "near_duplicates", &json!({ "among": null }));
    assert_eq!((&all["total"], &all["read"]), (&json!(1), &json!(3)));
    let pair = &all["pairs"][0];
    assert_eq!(
        (&pair["first"]["id"], &pair["second"]["id"]),
        (&json!(first), &json!(second))
    );
    let none = asked(
        &mut program,
        "near_duplicates",
        &json!({ "among": [first + 1] }),
    );
    assert_eq!(none["total"], 0);

    let rows = program.call(
        "compare_articles",
        json!({ "first": first, "second": second }),
    );
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 3);
    let changed: Vec<&Value> = rows[1]["second"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["differs"] == true)
        .map(|piece| &piece["text"])
        .collect();
    assert_eq!(changed, ["Tuesday"]);
    assert_eq!(rows[2]["first"][0]["differs"], false);

    program.call("remove_articles", json!({ "documents": [second] }));
    let all = asked(&mut program, "near_duplicates", &json!({ "among": null }));
    assert_eq!(all["total"], 0);
    program.undo();
    let all = asked(&mut program, "near_duplicates", &json!({ "among": null }));
    assert_eq!(all["total"], 1);
}
