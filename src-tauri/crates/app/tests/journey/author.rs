//! What the article itself says has no form of reported speech.

use crate::NEWS;
use crate::program::Program;
use serde_json::{Value, json};

fn say(program: &mut Program, claim: u64, special: &str) {
    let document = program.document;
    program.call(
        "fill",
        json!({ "document": document, "claim": claim, "slot": "said_by", "further": false,
                "name": null, "target": { "special": special } }),
    );
}

fn form(program: &mut Program, claim: u64) -> Value {
    let article = program.article();
    let spans = article["spans"].as_array().unwrap();
    let span = spans.iter().find(|span| span["id"] == claim).unwrap();
    span["attributes"]["form"].clone()
}

fn by_rule(value: &str) -> Value {
    json!({ "value": value, "byRule": true })
}

#[test]
fn the_form_of_the_articles_own_words_is_left_open_as_long_as_they_are() {
    let mut program = Program::with(NEWS);
    let claim = program.mark("claim", "Talks in Oster would resume", true, None, None);
    let claim = claim["active"].as_u64().unwrap();
    assert_eq!(form(&mut program, claim), by_rule("indirect"));
    let before = program.state();
    say(&mut program, claim, "author");
    assert_eq!(form(&mut program, claim), Value::Null);
    // Other words of the article are its own, too.
    let (start, end) = program.range("Talks in Oster", 0);
    let document = program.document;
    program.call(
        "reshape",
        json!({ "document": document, "span": claim, "fragment": 0,
                "range": { "start": start, "end": end } }),
    );
    assert_eq!(form(&mut program, claim), Value::Null);
    say(&mut program, claim, "not_given");
    assert_eq!(form(&mut program, claim), by_rule("indirect"));
    let after = program.state();
    for _ in 0..3 {
        program.undo();
    }
    assert_eq!(program.state(), before);
    for _ in 0..3 {
        program.redo();
    }
    assert_eq!(program.state(), after);
}

#[test]
fn quotation_marks_and_what_a_person_chose_stay() {
    let mut program = Program::with(NEWS);
    let quoted = program.claim_at("The mills will");
    say(&mut program, quoted, "author");
    assert_eq!(form(&mut program, quoted), by_rule("direct"));
    let chosen = program.mark("claim", "He blamed Veldan", true, None, None);
    let chosen = chosen["active"].as_u64().unwrap();
    let document = program.document;
    program.call(
        "set_value",
        json!({ "document": document, "span": chosen, "attribute": "form", "value": "indirect" }),
    );
    say(&mut program, chosen, "author");
    assert_eq!(form(&mut program, chosen)["value"], "indirect");
}

#[test]
fn taking_the_author_out_of_the_slot_brings_the_form_back_and_deleting_the_claim_is_one_step() {
    let mut program = Program::with(NEWS);
    let claim = program.mark("claim", "He blamed Veldan", true, None, None);
    let claim = claim["active"].as_u64().unwrap();
    say(&mut program, claim, "author");
    let article = program.article();
    let link = article["links"][0]["id"].as_u64().unwrap();
    let document = program.document;
    let before = program.state();
    program.call("delete_link", json!({ "document": document, "link": link }));
    assert_eq!(form(&mut program, claim), by_rule("indirect"));
    program.undo();
    program.call(
        "delete_span",
        json!({ "document": document, "span": claim }),
    );
    program.undo();
    assert_eq!(program.state(), before);
}
