//! A claim, its speaker and its cue without moving the caret.

use crate::program::Program;
use serde_json::{Value, json};

/// Presses a key of the grammar with the caret at the second unit of a piece:
/// `C`, `S`, `V` or `T`, the last three for the claim.
fn press(program: &mut Program, key: char, piece: &str, claim: Option<u64>) -> Value {
    let (label, slot) = match key {
        'C' => ("claim", None),
        'S' => ("speaker", Some("said_by")),
        'T' => ("speaker", Some("addressed_to")),
        'V' => ("cue", Some("cued_by")),
        other => panic!("no key {other}"),
    };
    program.mark(label, piece, false, claim, slot)
}

/// `C` and the keys after it, all at one caret; answers the claim.
pub fn claimed(program: &mut Program, keys: &str, piece: &str) -> u64 {
    let claim = program.claim_at(piece);
    for key in keys.chars() {
        press(program, key, piece, Some(claim));
    }
    claim
}

#[test]
fn speaker_cue_and_listener_are_found_where_the_caret_stays() {
    let mut program = Program::with(
        "Water rises\n\n\
         ARDEN — The lake rose by a metre, the water board said.\n\n\
         “It will fall again,” said Mira Vale, who keeps the lock.\n\n\
         Its head, Otto Kern, told reporters in Arden that the gates had held.\n\n\
         Guests had been told that a bus would come.\n",
    );
    let claim = claimed(&mut program, "SV", "lake");
    assert_eq!(program.quotes(claim), ["The lake rose by a metre"]);
    assert_eq!(
        program.slots(claim),
        ["cued_by > said", "said_by > the water board"]
    );
    let claim = claimed(&mut program, "VS", "fall");
    assert_eq!(program.quotes(claim), ["“It will fall again,”"]);
    assert_eq!(
        program.slots(claim),
        ["cued_by > said", "said_by > Mira Vale"]
    );
    let claim = claimed(&mut program, "STV", "told reporters");
    assert_eq!(program.quotes(claim), ["the gates had held"]);
    assert_eq!(
        program.slots(claim),
        [
            "addressed_to > reporters",
            "cued_by > told",
            "said_by > Its head, Otto Kern"
        ]
    );

    let claim = program.claim_at("told that");
    let document = program.document;
    let nobody = json!({ "span": null, "entity": null, "special": "not_given" });
    program.call(
        "fill",
        json!({ "document": document, "claim": claim, "slot": "said_by", "target": nobody,
                "name": null, "further": false }),
    );
    press(&mut program, 'V', "told that", Some(claim));
    assert_eq!(program.quotes(claim), ["a bus would come"]);
    assert_eq!(
        program.slots(claim),
        ["cued_by > told", "said_by > not_given"]
    );

    // Each key was one step.
    let after = program.state();
    for _ in 0..13 {
        program.undo();
    }
    assert_eq!(program.state()[0], json!([]));
    for _ in 0..13 {
        program.redo();
    }
    assert_eq!(program.state(), after);
}

#[test]
fn a_moved_caret_takes_what_stands_there() {
    let mut program = Program::with("“It falls,” said Mira Vale, the keeper laughed.\n");
    let claim = program.claim_at("falls");
    press(&mut program, 'S', "keeper", Some(claim));
    press(&mut program, 'V', "laughed", Some(claim));
    assert_eq!(
        program.slots(claim),
        ["cued_by > laughed", "said_by > keeper"]
    );
}

#[test]
fn one_claim_becomes_two_at_and_that() {
    let mut program =
        Program::with("Vale said that the gates had held, and that nobody was hurt.\n");
    let first = claimed(&mut program, "S", "said");
    let edited = press(&mut program, 'V', "said", Some(first));
    let (caret, _) = program.range("said", 0);
    let before = program.state();
    let document = program.document;
    // The cue is current, the claim active.
    let edited = program.call(
        "split",
        json!({ "document": document, "span": edited["current"], "caret": caret, "claim": first }),
    );
    let second = edited["active"].as_u64().unwrap();
    assert_eq!(program.quotes(first), ["the gates had held"]);
    assert_eq!(program.quotes(second), ["nobody was hurt"]);
    assert_eq!(program.slots(second), ["cued_by > said", "said_by > Vale"]);
    program.undo();
    assert_eq!(program.state(), before);
}

#[test]
fn a_cue_at_the_start_of_a_split_off_claim_is_no_part_of_it() {
    let mut program = Program::with("Vale said the gates held, and announced a new lock.\n");
    let first = claimed(&mut program, "SV", "said");
    let (caret, _) = program.range("announced", 0);
    let document = program.document;
    let edited = program.call(
        "split",
        json!({ "document": document, "span": first, "caret": caret }),
    );
    let second = edited["active"].as_u64().unwrap();
    press(&mut program, 'V', "announced", Some(second));
    assert_eq!(program.quotes(first), ["the gates held"]);
    assert_eq!(program.quotes(second), ["a new lock"]);
    assert_eq!(
        program.slots(second),
        ["cued_by > announced", "said_by > Vale"]
    );
}

#[test]
fn a_claim_in_a_claim_is_the_next_smaller_or_larger_thing_not_yet_marked() {
    let mut program = Program::with(
        "“One captain wrote to me that ‘we wait’, and I know. They will not sail,” she said.\n",
    );
    let inner = claimed(&mut program, "STV", "we wait");
    assert_eq!(program.quotes(inner), ["‘we wait’"]);
    assert_eq!(
        program.slots(inner),
        [
            "addressed_to > me",
            "cued_by > wrote",
            "said_by > One captain"
        ]
    );
    let outer = claimed(&mut program, "SV", "we wait");
    assert_eq!(program.slots(outer), ["cued_by > said", "said_by > she"]);
    let part = program.claim_at("not sail");
    assert_eq!(program.quotes(part), ["They will not sail"]);
    assert_eq!(
        program.slots(part),
        [
            "part_of > “One captain wrote to me that ‘we wait’, and I know. They will not sail,” (rule)",
            "said_by > she (rule)"
        ]
    );
}

#[test]
fn an_interrupted_indirect_claim_goes_on_behind_its_attribution() {
    let mut program = Program::with("If the wind turned, she said, the boats would sail.\n");
    let claim = claimed(&mut program, "SV", "said");
    let (caret, _) = program.range("said", 0);
    let document = program.document;
    program.call(
        "toggle_fragment",
        json!({ "document": document, "span": claim, "selection": null, "caret": caret }),
    );
    assert_eq!(
        program.quotes(claim),
        ["If the wind turned", "the boats would sail"]
    );
}

#[test]
fn last_names_titles_and_pronouns_join_who_was_named() {
    let mut program = Program::with(
        "“We wait,” Mira Vale said.\n\nVale said the lake rose. “It falls,” she said. Otto Vale left.\n",
    );
    let first = claimed(&mut program, "SV", "We wait");
    let named = program.slots(first);
    assert_eq!(named, ["cued_by > said", "said_by > Mira Vale"]);
    let article = program.article();
    let mention = article["links"]
        .as_array()
        .unwrap()
        .iter()
        .find(|link| link["kind"] == "said_by")
        .and_then(|link| link["target"]["span"].as_u64())
        .unwrap();
    let document = program.document;
    program.call(
        "set_entity",
        json!({ "document": document, "span": mention, "entity": null, "name": "Mira Vale" }),
    );
    claimed(&mut program, "SV", "said the lake");
    let third = program.claim_at("It falls");
    program.call(
        "same_speaker",
        json!({ "document": document, "claim": third }),
    );
    assert_eq!(program.slots(third), ["said_by > [Mira Vale]"]);
    press(&mut program, 'S', "It falls", Some(third));
    let article = program.article();
    let mut joined: Vec<(u64, bool)> = article["spans"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|span| span["label"] == "speaker")
        .map(|span| {
            let start = span["fragments"][0]["start"].as_u64().unwrap();
            (start, span["entity"].is_u64())
        })
        .collect();
    joined.sort_unstable();
    assert_eq!(
        joined.iter().map(|(_, joined)| *joined).collect::<Vec<_>>(),
        [true, true, true],
        "Mira Vale, Vale and she"
    );
    let made = program.mark("speaker", "Otto Vale", true, None, None);
    let other = made["current"].as_u64().unwrap();
    let article = program.article();
    let span = article["spans"]
        .as_array()
        .unwrap()
        .iter()
        .find(|span| span["id"] == other)
        .unwrap();
    assert!(!span["entity"].is_u64(), "Otto is no title of Mira Vale");
}
