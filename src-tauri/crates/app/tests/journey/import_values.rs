//! Attributes and values of files, mapped onto the scheme.

use super::importing::survey;
use super::program::Program;
use serde_json::{Value, json};
use std::path::Path;

const TEXT: &str = "The mills will open again, the mayor of Oster said.\n";

/// An article of brat whose attributes the scheme has otherwise.
fn brat(folder: &Path) -> String {
    std::fs::write(folder.join("mills.txt"), TEXT).unwrap();
    let lines = [
        "T1\tAssertion 0 25\tThe mills will open again",
        "T2\tspeaker 27 45\tthe mayor of Oster",
        "A1\tcertainty T1 very sure",
        "A2\tnegated T1",
        "A3\tform T1 quoted",
        "A4\tmood T2 good",
        "",
    ];
    std::fs::write(folder.join("mills.ann"), lines.join("\n")).unwrap();
    folder.join("mills.ann").display().to_string()
}

/// Where each row stands, and what becomes of it.
fn rows(found: &Value) -> Vec<(String, Value)> {
    let rows = found.as_array().unwrap().iter();
    rows.map(|row| {
        (
            row["id"].as_str().unwrap().to_owned(),
            row["becomes"].clone(),
        )
    })
    .collect()
}

fn row(id: &str, becomes: Value) -> (String, Value) {
    (id.to_owned(), becomes)
}

fn values(program: &mut Program, label: &str) -> Value {
    let article = program.article();
    let spans = article["spans"].as_array().unwrap();
    let span = spans.iter().find(|span| span["label"] == label).unwrap();
    let values = span["attributes"].as_object().unwrap().iter();
    let values = values.map(|(id, set)| (id.clone(), set["value"].clone()));
    Value::Object(values.collect())
}

fn kind<'a>(scheme: &'a Value, label: &str, attribute: &str) -> Option<&'a Value> {
    let labels = scheme["labels"].as_array().unwrap();
    let label = labels.iter().find(|one| one["id"] == label)?;
    let kinds = label["attributes"].as_array().unwrap();
    kinds.iter().find(|kind| kind["id"] == attribute)
}

fn scheme(program: &mut Program) -> Value {
    program.call("start", json!({}))["project"]["scheme"].clone()
}

#[test]
fn attributes_and_values_become_those_of_the_scheme_or_new_ones() {
    let mut program = Program::with("Here before\n\nNothing happened.");
    let folder = tempfile::tempdir().unwrap();
    let mut asked = json!({
        "paths": [brat(folder.path())],
        "format": "brat",
        "own": "brat",
        "labels": { "Assertion": { "ours": "claim" } },
    });
    let found = survey(&mut program, &asked);
    assert_eq!(
        rows(&found["attributes_found"]),
        [
            row("Assertion.certainty", json!("new")),
            row("Assertion.negated", json!("new")),
            row("speaker.mood", json!("new")),
        ]
    );
    // The form is known, its value is not.
    assert_eq!(
        rows(&found["values_found"]),
        [row("Assertion.form.quoted", json!("new"))]
    );
    let ours = found["attributes_found"][0]["ours"].as_array().unwrap();
    assert!(ours.iter().any(|one| one["id"] == "commitment"), "{ours:?}");

    asked["attributes"] = json!({ "Assertion.certainty": { "ours": "commitment" } });
    let found = survey(&mut program, &asked);
    let sure = &found["values_found"][0];
    assert_eq!(sure["id"], "Assertion.certainty.very sure");
    assert_eq!(sure["ours"][0]["id"], "asserted");

    asked["attributes"] = json!({
        "Assertion.certainty": { "ours": "commitment" },
        "Assertion.negated": "new",
        "speaker.mood": "nothing",
    });
    asked["values"] = json!({
        "Assertion.certainty.very sure": { "ours": "asserted" },
        "Assertion.form.quoted": "new",
    });
    let before = scheme(&mut program);
    let report = program.job("import", asked);
    program.document = report["documents"]["rows"][1]["id"].as_u64().unwrap();
    assert_eq!(
        values(&mut program, "claim"),
        json!({ "commitment": "asserted", "form": "quoted", "negated": true })
    );
    assert_eq!(values(&mut program, "speaker"), json!({}));
    let after = scheme(&mut program);
    assert_eq!(kind(&after, "claim", "negated").unwrap()["kind"], "yes-no");
    let forms = kind(&after, "claim", "form").unwrap()["values"].as_array();
    assert!(forms.unwrap().iter().any(|value| value["id"] == "quoted"));
    let notes = report["notes"].as_array().unwrap();
    let keys: Vec<&str> = notes
        .iter()
        .map(|note| note["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["note-left-out", "note-names-added"]);
    assert_eq!(notes[0]["arguments"]["values"], 1);
    // Scheme and articles are one step.
    program.undo();
    assert_eq!(scheme(&mut program), before);
}

#[test]
fn what_the_scheme_does_not_have_stays_and_is_said() {
    let mut program = Program::with("Here before\n\nNothing happened.");
    let folder = tempfile::tempdir().unwrap();
    let asked = json!({
        "paths": [brat(folder.path())],
        "format": "brat",
        "own": "brat",
        "labels": { "Assertion": { "ours": "claim" } },
    });
    let report = program.job("import", asked);
    program.document = report["documents"]["rows"][1]["id"].as_u64().unwrap();
    assert_eq!(
        values(&mut program, "claim"),
        json!({ "certainty": "very sure", "form": "quoted", "negated": true })
    );
    let notes = report["notes"].as_array().unwrap();
    assert_eq!(notes[0]["key"], "note-unknown-values");
    assert_eq!(
        notes[0]["arguments"]["names"],
        "claim.certainty, claim.form.quoted, claim.negated, speaker.mood"
    );
}
