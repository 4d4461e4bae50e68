//! Splitting, merging, and dragging the ends of a span.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

fn split(program: &mut Program, span: u64, at: &str) -> Value {
    let (caret, _) = program.range(at, 0);
    let document = program.document;
    program.call(
        "split",
        json!({ "document": document, "span": span, "caret": caret }),
    )
}

fn merge(program: &mut Program, span: u64) -> Value {
    let document = program.document;
    program.call("merge", json!({ "document": document, "span": span }))
}

#[test]
fn a_claim_splits_at_the_caret_into_two_with_the_same_speaker() {
    let mut program = Program::with(NEWS);
    let claim = program.mark(
        "claim",
        "the plan had failed. He blamed Veldan",
        true,
        None,
        None,
    )["active"]
        .as_u64()
        .unwrap();
    program.mark("speaker", "Otto Kern", true, Some(claim), Some("said_by"));
    program.mark("cue", "said", true, Some(claim), Some("cued_by"));
    let (start, end) = program.range("Veldan", 2);
    let document = program.document;
    program.call(
        "mark",
        json!({ "document": document, "label": "place", "selection": { "start": start, "end": end },
                "caret": end, "claim": null, "slot": null }),
    );
    program.call(
        "set_value",
        json!({ "document": document, "span": claim, "attribute": "statement", "value": "fact" }),
    );
    program.call(
        "set_note",
        json!({ "document": document, "span": claim, "note": "two in one" }),
    );
    let before = program.state();
    let edited = split(&mut program, claim, "He blamed");
    assert_eq!(edited["message"]["key"], "said-split");
    assert_eq!(edited["message"]["arguments"]["links"], 2);
    let second = edited["current"].as_u64().unwrap();
    assert_eq!(edited["active"], second);
    // White space at the cut is neither's.
    assert_eq!(program.quotes(claim), ["the plan had failed."]);
    assert_eq!(program.quotes(second), ["He blamed Veldan"]);
    // What a rule linked follows the text.
    assert_eq!(
        program.slots(claim),
        ["cued_by > said", "said_by > Otto Kern"]
    );
    assert_eq!(
        program.slots(second),
        [
            "about > Veldan (rule)",
            "cued_by > said",
            "said_by > Otto Kern"
        ]
    );
    let article = program.article();
    let row = |id: u64| {
        let spans = article["spans"].as_array().unwrap();
        spans.iter().find(|row| row["id"] == id).unwrap().clone()
    };
    for id in [claim, second] {
        assert_eq!(row(id)["attributes"]["statement"]["value"], "fact");
    }
    assert_eq!(row(claim)["note"], "two in one");
    assert_eq!(row(second)["note"], "");
    program.undo();
    assert_eq!(program.state(), before, "it was one step");
}

#[test]
fn a_split_between_fragments_parts_them() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("We kept");
    let (start, _) = program.range("every promise", 0);
    let document = program.document;
    program.call(
        "toggle_fragment",
        json!({ "document": document, "span": claim, "selection": null, "caret": start + 1 }),
    );
    let second = split(&mut program, claim, "went on")["current"]
        .as_u64()
        .unwrap();
    assert_eq!(program.quotes(claim), ["\"We kept,\""]);
    assert_eq!(program.quotes(second), ["\"every promise.\""]);
    // And together again: of two claims, the next of the paragraph.
    merge(&mut program, claim);
    assert_eq!(
        program.quotes(claim),
        ["\"We kept,\"", "\"every promise.\""]
    );
    assert_eq!(program.article()["spans"].as_array().unwrap().len(), 1);
}

#[test]
fn a_split_at_an_end_is_refused() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let (start, end) = program.range("\"The mills will open in Veldan again,\"", 0);
    let document = program.document;
    for caret in [start, end, 0] {
        assert_eq!(
            program.refused(
                "split",
                json!({ "document": document, "span": claim, "caret": caret })
            ),
            (Code::Invalid, "problem-split-at-edge".to_owned())
        );
    }
}

#[test]
fn a_split_cuts_no_grapheme() {
    let mut program = Program::with("The 👩\u{200d}👩\u{200d}👧👍 said no.");
    let family = program.mark("speaker", "👩\u{200d}👩\u{200d}👧👍", true, None, None);
    let span = family["current"].as_u64().unwrap();
    let (start, _) = program.range("👩", 0);
    let document = program.document;
    assert_eq!(
        program.refused(
            "split",
            json!({ "document": document, "span": span, "caret": start + 3 })
        ),
        (Code::Invalid, "problem-split-at-edge".to_owned())
    );
    split(&mut program, span, "👍");
    assert_eq!(program.quotes(span), ["👩\u{200d}👩\u{200d}👧"]);
}

#[test]
fn two_mentions_merge_into_one_that_every_claim_keeps() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let first = program.mark("speaker", "Mayor", true, None, None)["current"]
        .as_u64()
        .unwrap();
    // The headline has a mayor too: the next one is the other word of it.
    let (start, end) = program.range("Mayor", 1);
    let document = program.document;
    let mayor = program.call(
        "mark",
        json!({ "document": document, "label": "speaker", "selection": { "start": start, "end": end },
                "caret": end, "claim": null, "slot": null }),
    )["current"]
        .as_u64()
        .unwrap();
    let name =
        program.mark("speaker", "Ilse Brandt", true, Some(claim), Some("said_by"))["current"]
            .as_u64()
            .unwrap();
    program.call(
        "set_entity",
        json!({ "document": document, "span": name, "entity": null, "name": "Ilse Brandt" }),
    );
    let before = program.state();
    let edited = merge(&mut program, mayor);
    assert_eq!(edited["message"]["key"], "said-merged");
    assert_eq!(program.quotes(mayor), ["Mayor Ilse Brandt"]);
    assert_eq!(program.slots(claim), ["said_by > Mayor Ilse Brandt"]);
    let article = program.article();
    let spans = article["spans"].as_array().unwrap();
    let merged = spans.iter().find(|row| row["id"] == mayor).unwrap();
    assert_eq!(merged["entity"], 1);
    assert!(spans.iter().all(|row| row["id"] != name));
    let links = article["links"].as_array().unwrap();
    assert_eq!(
        links[0]["target"],
        json!({ "span": mayor, "entity": 1, "special": null })
    );
    program.undo();
    assert_eq!(program.state(), before);
    // A mention is not merged with one that words stand between.
    assert_eq!(
        program.refused("merge", json!({ "document": document, "span": first })),
        (Code::NotFound, "problem-nothing-to-merge".to_owned())
    );
}

#[test]
fn of_two_merged_claims_the_speaker_of_the_first_stays_and_the_second_ones_joins() {
    let mut program = Program::with(NEWS);
    let first = program.claim_at("The mills will");
    program.mark("speaker", "Ilse", false, Some(first), Some("said_by"));
    let second = program.claim_at("We kept");
    let document = program.document;
    program.call(
        "fill",
        json!({ "document": document, "claim": second, "slot": "said_by",
                "target": { "special": "author" }, "name": null, "further": false }),
    );
    merge(&mut program, first);
    assert_eq!(
        program.slots(first),
        ["said_by > Mayor Ilse Brandt"],
        "beside a speaker the author has no room"
    );
    program.undo();
    program.mark("speaker", "Otto Kern", true, Some(second), Some("said_by"));
    let edited = merge(&mut program, first);
    assert_eq!(edited["message"]["arguments"]["links"], 1);
    assert_eq!(
        program.slots(first),
        ["said_by > Mayor Ilse Brandt", "said_by > Otto Kern"]
    );
}

#[test]
fn a_dragged_end_is_one_step_and_takes_no_half_grapheme() {
    let mut program = Program::with("Talks in 👩\u{200d}👩\u{200d}👧 Oster would resume.");
    let place = program.mark("place", "Oster", true, None, None)["current"]
        .as_u64()
        .unwrap();
    let (start, end) = program.range("Oster", 0);
    let document = program.document;
    let drag = |fragment: u32, start: usize, end: usize| {
        json!({ "document": document, "span": place, "fragment": fragment,
                "range": { "start": start, "end": end } })
    };
    let before = program.state();
    let edited = program.call("reshape", drag(0, start, end + 6));
    assert_eq!(edited["message"]["key"], "said-resized");
    assert_eq!(edited["current"], place);
    assert_eq!(program.quotes(place), ["Oster would"]);
    program.undo();
    assert_eq!(program.state(), before);
    // Into the family: all of it; white space beyond: none of it.
    program.call("reshape", drag(0, start - 3, end + 1));
    assert_eq!(program.quotes(place), ["👩\u{200d}👩\u{200d}👧 Oster"]);
    assert_eq!(
        program.refused("reshape", drag(0, end, end + 1)),
        (Code::Invalid, "problem-nothing-to-mark".to_owned())
    );
    assert_eq!(
        program.refused("reshape", drag(1, start, end)),
        (Code::NotFound, "problem-span-gone".to_owned())
    );
}

#[test]
fn a_fragment_dragged_onto_another_becomes_one_with_it() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("We kept");
    let (start, end) = program.range("\"every promise.\"", 0);
    let document = program.document;
    program.call(
        "toggle_fragment",
        json!({ "document": document, "span": claim, "selection": null, "caret": start + 1 }),
    );
    let (first, _) = program.range("\"We kept", 0);
    program.call(
        "reshape",
        json!({ "document": document, "span": claim, "fragment": 1,
                "range": { "start": first + 3, "end": end } }),
    );
    assert_eq!(
        program.quotes(claim),
        ["\"We kept,\" Brandt went on, \"every promise.\""]
    );
}

#[test]
fn who_is_spoken_to_in_the_words_of_one_part_is_that_parts_alone() {
    for (addressee, whose) in [("Alex", 0), ("Sam", 1), ("reporters", 2)] {
        let mut program = Program::with(
            "She told reporters: \"I know this, Alex, very well. You asked, Sam, what is next.\"\n",
        );
        let first = program.claim_at("I know this");
        program.mark("cue", "told", true, Some(first), Some("cued_by"));
        program.mark("speaker", "She", true, Some(first), Some("said_by"));
        program.mark(
            "speaker",
            addressee,
            true,
            Some(first),
            Some("addressed_to"),
        );
        let before = program.state();
        let second = split(&mut program, first, "You asked")["current"]
            .as_u64()
            .unwrap();
        let told = format!("addressed_to > {addressee}");
        for (part, has) in [(first, whose != 1), (second, whose != 0)] {
            let slots = program.slots(part);
            assert_eq!(slots.contains(&told), has, "{addressee}: {slots:?}");
            assert!(slots.contains(&"cued_by > told".to_owned()), "{slots:?}");
            assert!(slots.contains(&"said_by > She".to_owned()), "{slots:?}");
        }
        program.undo();
        assert_eq!(program.state(), before);
    }
}

#[test]
fn claims_that_become_one_are_no_part_of_themselves() {
    let mut program = Program::with(NEWS);
    let first = program.mark("claim", "the plan had failed", true, None, None)["active"]
        .as_u64()
        .unwrap();
    let between = program.claim_at("every promise");
    let second = program.mark("claim", "He blamed Veldan", true, None, None)["active"]
        .as_u64()
        .unwrap();
    let document = program.document;
    for (head, tail) in [(second, between), (between, first)] {
        program.call(
            "fill",
            json!({ "document": document, "claim": head, "slot": "part_of", "further": false,
                    "name": null, "target": { "span": tail } }),
        );
    }
    let before = program.state();
    merge(&mut program, first);
    assert_eq!(program.slots(first), [""; 0]);
    assert_eq!(
        program.slots(between),
        ["part_of > the plan had failed. He blamed Veldan"]
    );
    program.undo();
    assert_eq!(program.state(), before);
}
