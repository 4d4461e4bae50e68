//! Links: every kind to everything that it may point to, their values and
//! notes, and the rules that fill them.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::{Code, Problem};
use serde_json::{Value, json};

/// A scheme that differs from the built-in one, as a person might make it.
fn with_scheme(program: &mut Program, change: impl FnOnce(&mut Value)) {
    let open = program.app.open.as_mut().unwrap();
    let mut stored = open.project.scheme().unwrap();
    let mut json: Value = serde_json::from_str(&stored.json).unwrap();
    change(&mut json);
    stored.json = json.to_string();
    stored.version += 1;
    let edited: Result<_, Problem> = open.project.edit("step-scheme", None, 1, |edits| {
        edits.update_scheme(&stored)?;
        Ok(())
    });
    edited.unwrap();
    open.read_scheme().unwrap();
}

fn kind<'a>(scheme: &'a mut Value, id: &str) -> &'a mut Value {
    let links = scheme["links"].as_array_mut().unwrap();
    links.iter_mut().find(|link| link["id"] == id).unwrap()
}

fn fill(program: &mut Program, claim: u64, slot: &str, target: Value) -> Result<Value, Problem> {
    let name = target["name"].clone();
    let document = program.document;
    program.try_call(
        "fill",
        json!({ "document": document, "claim": claim, "slot": slot, "further": true,
                "name": name, "target": if name.is_null() { target } else { json!({}) } }),
    )
}

fn link(program: &mut Program, claim: u64, kind: &str) -> Value {
    let article = program.article();
    let links = article["links"].as_array().unwrap();
    let found = links
        .iter()
        .find(|link| link["head"] == claim && link["kind"] == kind);
    found.cloned().unwrap_or(Value::Null)
}

#[test]
fn every_kind_reaches_what_the_scheme_allows_it() {
    let mut program = Program::with(NEWS);
    let outer = program.claim_at("The mills");
    let other = program.claim_at("every promise");
    let at = |edited: &Value| edited["current"].as_u64().unwrap();
    let brandt = at(&program.mark("speaker", "Mayor Ilse Brandt", true, None, None));
    let told = at(&program.mark("cue", "told", true, None, None));
    let place = at(&program.mark("place", "Oster", true, None, None));
    for (slot, target) in [
        ("said_by", json!({ "span": brandt })),
        ("said_by", json!({ "name": "Otto Kern" })),
        ("cued_by", json!({ "span": told })),
        ("addressed_to", json!({ "span": brandt })),
        ("addressed_to", json!({ "entity": 1 })),
        ("about", json!({ "span": place })),
        ("about", json!({ "span": brandt })),
        ("about", json!({ "entity": 1 })),
        ("part_of", json!({ "span": outer })),
    ] {
        fill(&mut program, other, slot, target).unwrap();
    }
    fill(&mut program, place, "stands_for", json!({ "entity": 1 })).unwrap();
    assert_eq!(
        program.slots(other),
        [
            "about > Mayor Ilse Brandt",
            "about > Oster",
            "about > [Otto Kern]",
            "addressed_to > Mayor Ilse Brandt",
            "addressed_to > [Otto Kern]",
            "cued_by > told",
            "part_of > \"The mills will open in Veldan again,\"",
            "said_by > Mayor Ilse Brandt",
            "said_by > [Otto Kern]",
        ]
    );
    assert_eq!(program.slots(place), ["stands_for > [Otto Kern]"]);
    for special in ["author", "not_given"] {
        fill(
            &mut program,
            other,
            "said_by",
            json!({ "special": special }),
        )
        .unwrap();
        let all = program.slots(other);
        let said: Vec<&String> = all.iter().filter(|line| line.starts_with("said")).collect();
        assert_eq!(said, [&format!("said_by > {special}")]);
    }
}

#[test]
fn what_the_scheme_does_not_allow_is_refused_and_changes_nothing() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills");
    let at = |edited: &Value| edited["current"].as_u64().unwrap();
    let told = at(&program.mark("cue", "told", true, None, None));
    let brandt = at(&program.mark("speaker", "Mayor Ilse Brandt", true, None, None));
    let before = program.state();
    for (head, slot, target) in [
        (claim, "said_by", json!({ "span": told })),
        (claim, "cued_by", json!({ "span": brandt })),
        (claim, "part_of", json!({ "span": claim })),
        (brandt, "said_by", json!({ "span": brandt })),
        (claim, "stands_for", json!({ "name": "Somebody" })),
    ] {
        let problem = fill(&mut program, head, slot, target).unwrap_err();
        assert_eq!(problem.code, Code::Invalid, "{slot}");
        assert_eq!(program.state(), before);
    }
}

#[test]
fn a_link_has_values_and_a_note_and_is_a_persons_then() {
    let mut program = Program::with(NEWS);
    with_scheme(&mut program, |scheme| {
        kind(scheme, "about")["attributes"] = json!([
            { "id": "how", "title": "how", "kind": "choice", "enabled": true,
              "values": [{ "id": "praise", "title": "praise" }, { "id": "blame", "title": "blame" }] },
            { "id": "weight", "kind": "number" },
            { "id": "off", "kind": "text", "enabled": false }
        ]);
    });
    let claim = program.claim_at("The mills");
    program.mark("place", "Veldan again", true, None, None);
    let about = link(&mut program, claim, "about");
    assert_eq!(about["byRule"], true);
    let before = program.state();
    let document = program.document;
    let id = about["id"].as_u64().unwrap();
    let value = |attribute: &str, value: Value| json!({ "document": document, "link": id, "attribute": attribute, "value": value });
    let edited = program.call("set_link_value", value("how", json!("blame")));
    assert_eq!(edited["message"]["arguments"]["value"], "blame");
    assert_eq!(
        edited["patch"]["links"][0]["attributes"]["how"]["value"],
        "blame"
    );
    assert_eq!(edited["patch"]["links"][0]["byRule"], false);
    program.call(
        "set_link_note",
        json!({ "document": document, "link": id, "note": " the old town " }),
    );
    let after = program.state();
    assert_eq!(link(&mut program, claim, "about")["note"], "the old town");
    let refused = program
        .try_call("set_link_value", value("weight", json!("much")))
        .unwrap_err();
    assert_eq!(refused.key, "problem-value");
    assert_eq!(refused.hint.as_deref(), Some("hint-number"));
    assert_eq!(program.state(), after);
    program.call("set_link_value", value("weight", json!("2.5")));
    program.call("set_link_value", value("weight", Value::Null));
    assert_eq!(program.state(), after);
    for _ in 0..4 {
        program.undo();
    }
    assert_eq!(program.state(), before);
    program.redo();
    program.redo();
    assert_eq!(program.state(), after);
    program.call(
        "set_done",
        json!({ "document": document, "done": true, "anyway": true }),
    );
    assert_eq!(
        program
            .refused("set_link_value", value("how", json!("praise")))
            .1,
        "article-done"
    );
}

#[test]
fn what_a_rule_filled_is_taken_over_or_taken_away_for_good() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills");
    program.mark("place", "Veldan again", true, None, None);
    let document = program.document;
    let id = link(&mut program, claim, "about")["id"].clone();
    let of_link = json!({ "document": document, "link": id });
    program.call("confirm_link", of_link.clone());
    assert_eq!(program.slots(claim), ["about > Veldan again"]);
    program.undo();
    program.call("delete_link", of_link);
    assert_eq!(program.slots(claim), [""; 0]);
    // Neither another end nor another value brings it back.
    program.call(
        "resize",
        json!({ "document": document, "span": claim, "edge": "end", "unit": "word",
                "forward": true, "caret": 0 }),
    );
    program.call(
        "set_value",
        json!({ "document": document, "span": claim, "attribute": "statement", "value": "plan" }),
    );
    assert_eq!(program.slots(claim), [""; 0]);
}

#[test]
fn rules_that_the_scheme_switches_off_fill_nothing() {
    let mut program = Program::with(NEWS);
    with_scheme(&mut program, |scheme| {
        kind(scheme, "about")["rule"] = Value::Null;
        kind(scheme, "part_of")["rule"] = Value::Null;
        let labels = scheme["labels"].as_array_mut().unwrap();
        for attribute in labels
            .iter_mut()
            .flat_map(|label| label["attributes"].as_array_mut().unwrap())
        {
            attribute["rule"] = Value::Null;
        }
    });
    let outer = program.claim_at("The mills");
    program.mark("place", "Veldan again", true, None, None);
    let inner = program.mark("claim", "open in Veldan", true, None, None);
    let inner = inner["active"].as_u64().unwrap();
    assert_eq!(program.slots(outer), [""; 0]);
    assert_eq!(program.slots(inner), [""; 0]);
    let article = program.article();
    for span in article["spans"].as_array().unwrap() {
        assert_eq!(span["attributes"], json!({}));
    }
}

#[test]
fn a_vocabulary_offers_the_words_used_so_far() {
    let mut program = Program::with(NEWS);
    with_scheme(&mut program, |scheme| {
        let claim = &mut scheme["labels"][0];
        let topic = claim["attributes"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .find(|attribute| attribute["id"] == "topic");
        topic.unwrap()["enabled"] = json!(true);
    });
    let (one, other) = (
        program.claim_at("The mills"),
        program.claim_at("every promise"),
    );
    let document = program.document;
    let set = |program: &mut Program, document: u64, span: u64, word: &str| {
        program.call(
            "set_value",
            json!({ "document": document, "span": span, "attribute": "topic", "value": word }),
        )
    };
    set(&mut program, document, one, "mills");
    set(&mut program, document, other, "отопление");
    program.add("Boats\n\n\"We sail,\" she said.");
    let third = program.claim_at("We sail");
    let document = program.document;
    set(&mut program, document, third, "отопление");
    let ask = json!({ "of": "claim", "attribute": "topic", "links": false });
    assert_eq!(
        program.call("words", ask.clone()),
        json!([{ "word": "отопление", "count": 2 }, { "word": "mills", "count": 1 }])
    );
    program.undo();
    assert_eq!(program.call("words", ask.clone())[0]["count"], 1);
    program.call("remove_article", json!({ "document": document }));
    assert_eq!(program.call("words", ask).as_array().unwrap().len(), 2);
}

#[test]
fn no_claim_becomes_a_part_of_itself() {
    let mut program = Program::with(NEWS);
    let [mills, promise, plan] =
        ["The mills", "every promise", "the plan"].map(|piece| program.claim_at(piece));
    fill(&mut program, promise, "part_of", json!({ "span": mills })).unwrap();
    fill(&mut program, plan, "part_of", json!({ "span": promise })).unwrap();
    let before = program.state();
    for outer in [promise, plan] {
        let problem = fill(&mut program, mills, "part_of", json!({ "span": outer })).unwrap_err();
        assert_eq!(
            (problem.code, problem.key.as_str()),
            (Code::Invalid, "problem-part-of-itself")
        );
    }
    assert_eq!(program.state(), before);
    let document = program.document;
    let inner = program.mark("claim", "mills will open", true, None, None);
    let inner = inner["active"].as_u64().unwrap();
    assert_eq!(
        link(&mut program, inner, "part_of")["target"]["span"],
        mills
    );
    // A rule closes no circle either: the whole is made a part of what it has.
    let rule = link(&mut program, inner, "part_of")["id"].clone();
    program.call("delete_link", json!({ "document": document, "link": rule }));
    fill(&mut program, mills, "part_of", json!({ "span": inner })).unwrap();
    let (start, end) = program.range("mills will open in", 0);
    program.call(
        "reshape",
        json!({ "document": document, "span": inner, "fragment": 0,
                "range": { "start": start, "end": end } }),
    );
    assert_eq!(link(&mut program, inner, "part_of"), Value::Null);
    let checks = program.call("checks", json!({ "document": document }));
    let found = checks["findings"].as_array().unwrap();
    let circle = |one: &&Value| one["message"]["key"] == "check-part-of-itself";
    assert_eq!(found.iter().find(circle), None);
}
