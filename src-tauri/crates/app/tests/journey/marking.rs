//! Marking, filling slots, and what follows by rule.

use crate::NEWS;
use crate::program::Program;
use postil_app::problem::Code;
use serde_json::json;

#[test]
fn a_quotation_is_marked_with_its_speaker_cue_and_place_by_single_keys() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    assert_eq!(
        program.quotes(claim),
        ["\"The mills will open in Veldan again,\""]
    );
    let article = program.article();
    assert_eq!(
        article["spans"][0]["attributes"]["form"],
        json!({ "value": "direct", "byRule": true })
    );

    // A caret in the name takes the whole run of capitalised words.
    program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"));
    program.mark("cue", "told", true, Some(claim), Some("cued_by"));
    let (start, _) = program.range("Veldan again", 0);
    let document = program.document;
    program.call(
        "mark",
        json!({ "document": document, "label": "place", "selection": null, "caret": start + 2, "claim": claim, "slot": null }),
    );
    assert_eq!(
        program.slots(claim),
        [
            "about > Veldan (rule)",
            "cued_by > told",
            "said_by > Mayor Ilse Brandt"
        ]
    );
}

#[test]
fn a_claim_is_told_to_several_and_about_several_but_has_one_speaker() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let (start, _) = program.range("Veldan again", 0);
    let document = program.document;
    program.call(
        "mark",
        json!({ "document": document, "label": "place", "selection": null, "caret": start + 2, "claim": claim, "slot": null }),
    );
    let words = ["mills", "open"];
    for slot in ["addressed_to", "about", "said_by"] {
        for word in words {
            program.mark("speaker", word, true, Some(claim), Some(slot));
        }
    }
    assert_eq!(
        program.slots(claim),
        [
            "about > Veldan (rule)",
            "about > mills",
            "about > open",
            "addressed_to > mills",
            "addressed_to > open",
            "said_by > open"
        ]
    );
}

#[test]
fn a_cue_at_a_caret_is_one_word_even_in_a_headline() {
    let mut program = Program::with("Rain Will Come, Storm Office Says\n\nText.");
    let claim = program.claim_at("Will");
    program.mark("speaker", "Office", false, Some(claim), Some("said_by"));
    program.mark("cue", "Says", false, Some(claim), Some("cued_by"));
    assert_eq!(program.slots(claim)[0], "cued_by > Says");
    assert_eq!(program.quotes(claim), ["Rain Will Come"]);
}

#[test]
fn an_interrupted_quotation_is_one_claim_of_two_fragments() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("We kept");
    let (start, _) = program.range("every promise", 0);
    let document = program.document;
    let toggle =
        json!({ "document": document, "span": claim, "selection": null, "caret": start + 1 });
    program.call("toggle_fragment", toggle.clone());
    assert_eq!(
        program.quotes(claim),
        ["\"We kept,\"", "\"every promise.\""]
    );
    // On a fragment the same key takes it away again.
    program.call("toggle_fragment", toggle);
    assert_eq!(program.quotes(claim), ["\"We kept,\""]);
    program.undo();
    assert_eq!(
        program.quotes(claim),
        ["\"We kept,\"", "\"every promise.\""]
    );
}

#[test]
fn the_only_piece_is_not_taken_away() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("We kept");
    let (start, _) = program.range("We kept", 0);
    let before = program.state();
    let document = program.document;
    let toggle = json!({ "document": document, "span": claim, "selection": null, "caret": start });
    assert_eq!(
        program.refused("toggle_fragment", toggle),
        (Code::Invalid, "problem-only-piece".to_owned())
    );
    assert_eq!(program.state(), before);
}

#[test]
fn a_claim_from_a_sentence_shrinks_once_speaker_and_cue_are_marked() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("the plan had");
    assert_eq!(
        program.quotes(claim),
        ["Otto Kern said the plan had failed"]
    );
    program.mark("speaker", "Otto Kern", false, Some(claim), Some("said_by"));
    let edited = program.mark("cue", "said", true, Some(claim), Some("cued_by"));
    assert_eq!(edited["message"]["key"], "said-filled-and-shrunk");
    assert_eq!(program.quotes(claim), ["the plan had failed"]);
    assert_eq!(
        program.slots(claim),
        ["cued_by > said", "said_by > Otto Kern"]
    );
    // Cue and shrinking are one step.
    program.undo();
    assert_eq!(
        program.quotes(claim),
        ["Otto Kern said the plan had failed"]
    );
    assert_eq!(program.slots(claim), ["said_by > Otto Kern"]);
}

#[test]
fn a_claim_inside_a_claim_is_its_part_until_it_has_its_own_speaker() {
    let mut program = Program::with(NEWS);
    let outer = program.claim_at("The mills will");
    program.mark("speaker", "Ilse", false, Some(outer), Some("said_by"));
    let inner = program.mark("claim", "mills will open", true, None, None)["active"]
        .as_u64()
        .unwrap();
    let inherited = [
        "part_of > \"The mills will open in Veldan again,\" (rule)",
        "said_by > Mayor Ilse Brandt (rule)",
    ];
    assert_eq!(program.slots(inner), inherited);
    // The outer claim's speaker changes, and so does the part's.
    let document = program.document;
    program.call(
        "fill",
        json!({ "document": document, "claim": outer, "slot": "said_by",
        "target": { "special": "not_given" }, "name": null, "further": false }),
    );
    assert_eq!(program.slots(inner)[1], "said_by > not_given (rule)");
    program.undo();
    assert_eq!(program.slots(inner), inherited);
    // Its own speaker ends both.
    program.mark("speaker", "Otto Kern", true, Some(inner), Some("said_by"));
    assert_eq!(program.slots(inner), ["said_by > Otto Kern"]);
}

#[test]
fn a_link_by_rule_that_a_person_took_away_stays_away() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    program.mark("place", "Veldan again", true, None, None);
    program.undo();
    program.mark("place", "Veldan", true, None, None);
    // The first "Veldan" stands in the headline, outside the claim.
    assert!(program.slots(claim).is_empty());
    let (start, end) = program.range("Veldan", 1);
    let document = program.document;
    let edited = program.call(
        "mark",
        json!({ "document": document, "label": "place",
        "selection": { "start": start, "end": end }, "caret": end, "claim": claim, "slot": null }),
    );
    let link = edited["patch"]["links"][0]["id"].as_u64().unwrap();
    assert_eq!(program.slots(claim), ["about > Veldan (rule)"]);
    program.call("delete_link", json!({ "document": document, "link": link }));
    // Another edit of the claim does not bring it back.
    program.call(
        "resize",
        json!({ "document": document, "span": claim, "edge": "end", "unit": "grapheme",
        "forward": false, "caret": start }),
    );
    assert!(program.slots(claim).is_empty());
}

#[test]
fn the_same_speaker_again_the_author_and_nobody_are_one_key_each() {
    let mut program = Program::with(NEWS);
    let first = program.claim_at("The mills will");
    program.mark("speaker", "Ilse", false, Some(first), Some("said_by"));
    let second = program.claim_at("We kept");
    let document = program.document;
    let edited = program.call(
        "same_speaker",
        json!({ "document": document, "claim": second }),
    );
    assert_eq!(edited["message"]["arguments"]["name"], "Mayor Ilse Brandt");
    assert_eq!(program.slots(second), ["said_by > Mayor Ilse Brandt"]);
    let fill = |special: &str| {
        json!({ "document": document, "claim": second, "slot": "said_by",
        "target": { "special": special }, "name": null, "further": true })
    };
    program.call("fill", fill("author"));
    assert_eq!(program.slots(second), ["said_by > author"]);
    program.call("fill", fill("not_given"));
    assert_eq!(program.slots(second), ["said_by > not_given"]);
    assert_eq!(
        program.refused(
            "same_speaker",
            json!({ "document": document, "claim": first })
        ),
        (Code::NotFound, "problem-no-claim-before".to_owned())
    );
}

#[test]
fn deleting_a_mention_leaves_its_entity_in_the_slot() {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills will");
    let speaker = program.mark("speaker", "Ilse", false, Some(claim), Some("said_by"))["current"]
        .as_u64()
        .unwrap();
    let document = program.document;
    program.call(
        "set_entity",
        json!({ "document": document, "span": speaker, "entity": null, "name": "Ilse Brandt" }),
    );
    let before = program.state();
    let edited = program.call(
        "delete_span",
        json!({ "document": document, "span": speaker }),
    );
    assert_eq!(edited["message"]["key"], "said-deleted-kept");
    assert_eq!(edited["message"]["arguments"]["kept"], 1);
    assert_eq!(edited["message"]["arguments"]["label"], "Speaker or actor");
    assert_eq!(program.slots(claim), ["said_by > [Ilse Brandt]"]);
    program.undo();
    assert_eq!(program.state(), before);
    // The name is known now: a caret in "Brandt went on" is still only a word.
    program.mark("speaker", "Ilse Brandt", true, None, None);
    let article = program.article();
    let joined = article["spans"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|span| span["entity"] == 1)
        .count();
    assert_eq!(
        joined, 2,
        "a mention with exactly the entity's name joins it"
    );
}

#[test]
fn the_same_label_on_the_same_text_is_the_span_that_is_there() {
    let mut program = Program::with(NEWS);
    let once = program.mark("place", "Oster", true, None, None);
    let again = program.mark("place", "Oster", true, None, None);
    assert_eq!(once["current"], again["current"]);
    assert_eq!(again["message"]["key"], "said-marked-already");
    assert_eq!(program.article()["spans"].as_array().unwrap().len(), 1);
}

#[test]
fn half_a_family_of_emoji_is_widened_to_the_whole() {
    let mut program = Program::with("The 👩‍👩‍👧 said no.");
    let (start, _) = program.range("👩‍👩‍👧", 0);
    let document = program.document;
    let edited = program.call("mark", json!({ "document": document, "label": "speaker",
        "selection": { "start": start, "end": start + 2 }, "caret": start, "claim": null, "slot": null }));
    let span = edited["current"].as_u64().unwrap();
    assert_eq!(program.quotes(span), ["👩‍👩‍👧"]);
}

#[test]
fn a_place_stands_for_its_government_after_being_asked_once() {
    let mut program = Program::with(NEWS);
    let document = program.document;
    let place = |program: &Program, nth: usize| {
        let (start, end) = program.range("Veldan", nth);
        json!({ "document": document, "selection": { "start": start, "end": end }, "caret": end,
                "entity": null, "name": null })
    };
    let first = place(&program, 0);
    assert_eq!(
        program.call("mark_stand_in", first.clone())["message"]["key"],
        "ask-stands-for"
    );
    let mut named = first;
    named["name"] = json!("Government of Veldan");
    assert_eq!(
        program.call("mark_stand_in", named)["message"]["key"],
        "said-stands-for"
    );
    // The name goes with the step that made it, and comes again.
    assert_eq!(
        program.call("undo", json!({ "document": document }))["message"]["key"],
        "said-undo"
    );
    assert_eq!(
        program.call("redo", json!({ "document": document }))["message"]["key"],
        "said-redo"
    );
    let second = place(&program, 2);
    let edited = program.call("mark_stand_in", second);
    assert_eq!(edited["message"]["key"], "said-stands-for");
    let span = edited["current"].as_u64().unwrap();
    assert_eq!(program.slots(span), ["stands_for > [Government of Veldan]"]);
}

#[test]
fn a_stop_is_a_span_a_quotation_a_known_name_a_word_of_saying_or_a_paragraph() {
    let mut program = Program::with(NEWS);
    program.mark("place", "Veldan", true, None, None);
    let document = program.document;
    let mut from = json!({ "start": 0, "end": 0 });
    let mut seen = Vec::new();
    loop {
        let stop = program.call(
            "stop",
            json!({ "document": document, "from": from, "backward": false }),
        );
        if stop.is_null() {
            break;
        }
        seen.push(stop["kind"].as_str().unwrap().to_owned());
        from = stop["range"].clone();
        assert!(seen.len() < 40, "stops go round in circles");
    }
    assert_eq!(
        seen,
        [
            "span",
            "saying",
            "quotation",
            "name",
            "saying",
            "quotation",
            "quotation",
            "paragraph",
            "saying",
            "name"
        ],
        "the headline's Veldan is marked, the other two are known"
    );
    let mut back = Vec::new();
    loop {
        let stop = program.call(
            "stop",
            json!({ "document": document, "from": from, "backward": true }),
        );
        if stop.is_null() {
            break;
        }
        back.push(stop["kind"].as_str().unwrap().to_owned());
        from = stop["range"].clone();
        assert!(back.len() < 40, "stops go round in circles");
    }
    assert_eq!(
        back,
        [
            "saying",
            "paragraph",
            "quotation",
            "quotation",
            "saying",
            "name",
            "quotation",
            "saying",
            "span",
            "paragraph"
        ]
    );
}

#[test]
fn a_label_in_hand_brings_its_values_in_the_same_step() {
    let mut program = Program::with(NEWS);
    let before = program.state();
    let document = program.document;
    let marked = |program: &mut Program, label: &str, piece: &str, values: serde_json::Value| {
        let (start, end) = program.range(piece, 0);
        program.try_call(
            "mark",
            json!({ "document": document, "label": label, "caret": end, "claim": null, "slot": null,
                    "selection": { "start": start, "end": end }, "values": values }),
        )
    };
    let made = marked(
        &mut program,
        "place",
        "Oster",
        json!({ "sense": "literal" }),
    )
    .unwrap();
    assert_eq!(
        made["patch"]["spans"][0]["attributes"]["sense"],
        json!({ "value": "literal", "byRule": false })
    );
    // The span that is there keeps what it has.
    marked(&mut program, "place", "Oster", json!({ "sense": "mixed" })).unwrap();
    assert_eq!(
        program.article()["spans"][0]["attributes"]["sense"]["value"],
        "literal"
    );
    program.undo();
    assert_eq!(program.state(), before);
    let claim = marked(
        &mut program,
        "claim",
        "the plan had failed",
        json!({ "statement": "fact" }),
    )
    .unwrap();
    let values = &claim["patch"]["spans"][0]["attributes"];
    assert_eq!(values["statement"]["value"], "fact");
    assert_eq!(
        values["form"],
        json!({ "value": "indirect", "byRule": true })
    );
    let refused = marked(
        &mut program,
        "place",
        "Veldan",
        json!({ "sense": "nonsense" }),
    )
    .unwrap_err();
    assert_eq!(
        (refused.code, refused.key.as_str()),
        (Code::Invalid, "problem-value")
    );
}

#[test]
fn a_selection_by_word_takes_the_stop_of_an_abbreviation_along() {
    let mut program =
        Program::with("Officials of the U.S. met in Washington, D.C. The U.S. and Oster agreed.\n");
    for (label, piece, taken) in [
        ("speaker", "U.S", "U.S."),
        ("place", "Washington, D.C", "Washington, D.C."),
        ("speaker", "Oster", "Oster"),
    ] {
        let marked = program.mark(label, piece, true, None, None);
        let span = marked["current"].as_u64().unwrap();
        assert_eq!(program.quotes(span), [taken]);
    }
}
