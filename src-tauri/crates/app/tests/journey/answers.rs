//! What is answered about an article as a whole, and fields of links that the
//! scheme got.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

fn answer(program: &mut Program, attribute: &str, value: Value) -> Value {
    let document = program.document;
    program.call(
        "set_answer",
        json!({ "document": document, "attribute": attribute, "value": value }),
    )
}

/// Takes the scheme with a change, as its editor does.
fn change(program: &mut Program, decisions: Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut scheme = program.call("scheme_file", json!({}));
    change(&mut scheme);
    let document = program.document;
    program.call(
        "change_scheme",
        json!({ "scheme": scheme, "decisions": decisions, "document": document }),
    )
}

#[test]
fn an_answer_about_the_article_is_one_step_and_goes_back_and_forth() {
    let mut program = Program::with(NEWS);
    assert_eq!(program.article()["answers"], json!({}));
    let edited = answer(&mut program, "genre", json!("news"));
    let genre = json!({ "genre": { "value": "news", "byRule": false } });
    assert_eq!(edited["patch"]["answers"], genre);
    assert_eq!(edited["patch"]["status"], "started");
    assert_eq!(edited["message"]["arguments"]["value"], "news");
    answer(&mut program, "relevant", json!(true));
    assert_eq!(program.article()["answers"]["relevant"]["value"], true);
    program.undo();
    assert_eq!(program.article()["answers"], genre);
    let undone = program.undo();
    assert_eq!(undone["patch"]["answers"], json!({}));
    assert_eq!(program.article()["status"], "new");
    program.redo();
    assert_eq!(program.article()["answers"], genre);
    answer(&mut program, "genre", Value::Null);
    assert_eq!(program.article()["answers"], json!({}));
}

#[test]
fn what_is_no_answer_is_refused_and_changes_nothing() {
    let mut program = Program::with(NEWS);
    answer(&mut program, "genre", json!("news"));
    let document = program.document;
    let before = program.article();
    for (attribute, value, code) in [
        ("genre", json!("poem"), Code::Invalid),
        ("relevant", json!("news"), Code::Invalid),
        ("form", json!("direct"), Code::NotFound),
    ] {
        let request = json!({ "document": document, "attribute": attribute, "value": value });
        assert_eq!(
            program.refused("set_answer", request).0,
            code,
            "{attribute}"
        );
        assert_eq!(program.article(), before);
    }
    program.call(
        "set_done",
        json!({ "document": document, "done": true, "anyway": true }),
    );
    let request = json!({ "document": document, "attribute": "genre", "value": "opinion" });
    assert_eq!(program.refused("set_answer", request).0, Code::ReadOnly);
}

#[test]
fn a_required_question_is_unfinished_until_it_is_answered() {
    let mut program = Program::with(NEWS);
    change(&mut program, json!([]), |scheme| {
        scheme["document_attributes"][1]["required"] = json!(true);
    });
    let document = program.document;
    let done = json!({ "document": document, "done": true, "anyway": false });
    assert_eq!(
        program.refused("set_done", done.clone()).1,
        "article-unfinished"
    );
    let checks = program.call("checks", json!({ "document": document }));
    assert_eq!(checks["open"], 1);
    let finding = &checks["findings"][0];
    assert_eq!(finding["message"]["key"], "check-unanswered");
    assert_eq!(finding["message"]["arguments"]["question"], "genre");
    assert_eq!(finding["span"], Value::Null);
    answer(&mut program, "genre", json!("interview"));
    let checks = program.call("checks", json!({ "document": document }));
    assert_eq!(checks["open"], 0);
    program.call("set_done", done);
}

#[test]
fn fields_of_links_come_begin_and_go_with_the_scheme() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills");
    program.mark(
        "speaker",
        "Mayor Ilse Brandt",
        true,
        Some(claim),
        Some("said_by"),
    );
    let how = json!({ "id": "how", "title": "how", "kind": "choice", "required": true,
        "default": Value::Null, "enabled": true, "show": "always", "help": "First or second hand.",
        "values": [{ "id": "first", "title": "first hand" }, { "id": "second", "title": "second hand" }] });
    let said_by = |scheme: &mut Value| {
        let links = scheme["links"].as_array_mut().unwrap();
        links
            .iter()
            .position(|link| link["id"] == "said_by")
            .unwrap()
    };
    let edited = change(&mut program, json!([]), |scheme| {
        let at = said_by(scheme);
        scheme["links"][at]["attributes"] = json!([how]);
    });
    let shown = edited["scheme"]["links"].as_array().unwrap();
    let kind = shown.iter().find(|link| link["id"] == "said_by").unwrap();
    assert_eq!(kind["attributes"][0]["values"][1]["title"], "second hand");
    let document = program.document;
    let checks = program.call("checks", json!({ "document": document }));
    let first = &checks["findings"][0]["message"];
    assert_eq!(first["key"], "check-required-value");
    assert_eq!(first["arguments"]["other"], "said by › how");
    let link = program.article()["links"][0]["id"].clone();
    program.call(
        "set_link_value",
        json!({ "document": document, "link": link, "attribute": "how", "value": "second" }),
    );
    let before = program.article();
    // The value goes: what takes its place is asked for, and counted.
    let scheme = program.call("scheme_file", json!({}));
    let mut without = scheme.clone();
    let at = said_by(&mut without);
    without["links"][at]["attributes"][0]["values"]
        .as_array_mut()
        .unwrap()
        .remove(1);
    let preview = program.call(
        "preview_scheme",
        json!({ "scheme": without, "decisions": [], "document": document }),
    );
    let effect = &preview["effects"][0];
    assert_eq!(effect["title"], "said by › how › second hand");
    assert_eq!(
        (&effect["values"], &effect["links"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(effect["choices"][0]["id"], "first");
    let decisions = json!([{ "part": effect["part"], "instead": "first" }]);
    program.call(
        "change_scheme",
        json!({ "scheme": without, "decisions": decisions, "document": document }),
    );
    let after = program.article();
    assert_eq!(after["links"][0]["attributes"]["how"]["value"], "first");
    program.undo();
    assert_eq!(program.article(), before);
    program.redo();
    assert_eq!(program.article(), after);
    // Kept as retired: the field stays, and is offered no more.
    let part = json!({ "part": "attribute", "label": null, "link": "said_by", "attribute": "how" });
    let kept = json!([{ "part": part, "instead": null }]);
    let edited = change(&mut program, kept, |scheme| {
        let at = said_by(scheme);
        scheme["links"][at]["attributes"] = json!([]);
    });
    let shown = edited["scheme"]["links"].as_array().unwrap();
    let kind = shown.iter().find(|link| link["id"] == "said_by").unwrap();
    assert_eq!(kind["attributes"][0]["retired"], true);
    assert_eq!(program.article()["links"], after["links"]);
}
