//! Who a mention is.

use crate::program::Program;
use crate::register::{FIRST, entity_of, join, mark, name};
use serde_json::json;

fn offered(program: &mut Program, span: u64, query: &str) -> Vec<String> {
    let found = program.call(
        "entities",
        json!({ "query": query, "kinds": [], "span": span }),
    );
    found
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| {
            let text = |key: &str| choice[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}: {}", text("near"), text("kind"), text("title"))
        })
        .collect()
}

#[test]
fn a_mention_is_offered_whom_its_words_name_then_who_is_near_then_new_ones() {
    let mut program = Program::with(FIRST);
    let full = mark(&mut program, "speaker", "Vedant Patel", 0);
    // Nobody is called so: the name itself comes first.
    let offers = offered(&mut program, full, "");
    assert_eq!(
        offers[..2],
        ["new person: Vedant Patel", "new organisation: Vedant Patel"]
    );
    assert_eq!(offers.len(), 7);
    let patel = name(&mut program, full, "Vedant Patel", "person");
    // A description is no name: those who are there come first, then someone unnamed.
    let spokesperson = mark(&mut program, "speaker", "The spokesperson", 0);
    let document = program.document;
    program.call(
        "set_value",
        json!({ "document": document, "span": spokesperson, "attribute": "mention", "value": "nominal" }),
    );
    assert_eq!(
        offered(&mut program, spokesperson, "")[..2],
        [
            "article person: Vedant Patel",
            "new unnamed: The spokesperson"
        ]
    );
    let typed = offered(&mut program, spokesperson, "pat");
    assert_eq!(
        typed[..2],
        ["article person: Vedant Patel", "new person: pat"]
    );
    join(&mut program, spokesperson, patel);
    // The same words elsewhere propose the same one.
    let first = mark(&mut program, "speaker", "Patel", 0);
    join(&mut program, first, patel);
    let again = mark(&mut program, "speaker", "Patel", 2);
    let article = program.article();
    assert_eq!(entity_of(&article["spans"], again), Some(patel));
    program.call(
        "set_entity",
        json!({ "document": document, "span": again, "entity": null, "name": null }),
    );
    assert_eq!(
        offered(&mut program, again, "")[0],
        "same person: Vedant Patel"
    );
    let place = mark(&mut program, "place", "Baku", 0);
    assert_eq!(offered(&mut program, place, "")[0], "new place: Baku");
}

#[test]
fn an_actor_is_offered_whom_a_place_of_the_same_words_stands_for_and_places_last() {
    let mut program = Program::with("Washington wants talks, and Oster does not. She waits.");
    let document = program.document;
    let oster = mark(&mut program, "place", "Oster", 0);
    name(&mut program, oster, "Oster", "place");
    let (start, end) = program.range("Washington", 0);
    program.call(
        "mark_stand_in",
        json!({ "document": document, "selection": { "start": start, "end": end }, "caret": end,
                "entity": null, "name": "US government" }),
    );
    let actor = mark(&mut program, "speaker", "Washington", 0);
    let offers = offered(&mut program, actor, "");
    assert_eq!(
        offers[..2],
        ["same government: US government", "article place: Oster"]
    );
    // Another actor: who may speak comes before what cannot.
    let other = mark(&mut program, "speaker", "talks", 0);
    let offers = offered(&mut program, other, "");
    assert_eq!(
        offers[..3],
        [
            "register government: US government",
            "article place: Oster",
            "new unnamed: talks"
        ]
    );
    // A place is asked the other way round, and of a pronoun nobody is made.
    let place = mark(&mut program, "place", "Oster does", 0);
    let offers = offered(&mut program, place, "");
    assert_eq!(
        offers[..3],
        [
            "new place: Oster does",
            "article place: Oster",
            "register government: US government"
        ]
    );
    let typed = offered(&mut program, place, "us");
    assert_eq!(
        typed[..2],
        ["new place: us", "register government: US government"]
    );
    let she = mark(&mut program, "speaker", "She", 0);
    assert!(
        offered(&mut program, she, "")
            .iter()
            .all(|offer| !offer.starts_with("new"))
    );
}

#[test]
fn a_name_whose_letters_have_no_case_is_offered_as_somebody_new() {
    let mut program = Program::with("قالت نقابة البحارة إن البحر هادئ.");
    let union = mark(&mut program, "speaker", "نقابة البحارة", 0);
    assert_eq!(
        offered(&mut program, union, "")[..2],
        [
            "new person: نقابة البحارة",
            "new organisation: نقابة البحارة"
        ]
    );
}

#[test]
fn other_mentions_of_the_same_words_are_joined_in_one_step() {
    let mut program = Program::with(FIRST);
    let marks = [0, 2].map(|nth| mark(&mut program, "speaker", "Patel", nth));
    let before = program.state();
    let document = program.document;
    let ask = |span: u64| json!({ "document": document, "span": span });
    let refused = program.refused("join_same", ask(marks[0]));
    assert_eq!(refused.1, "problem-no-entity-to-join");
    let named = program.call(
        "set_entity",
        json!({ "document": document, "span": marks[0], "entity": null, "name": "Patel" }),
    );
    assert_eq!(named["message"]["key"], "said-entity-more");
    assert_eq!(named["message"]["arguments"]["count"], 1);
    assert_eq!(program.call("same_without_entity", ask(marks[0])), 1);
    let joined = program.call("join_same", ask(marks[0]));
    assert_eq!(joined["message"]["arguments"]["count"], 1);
    let spans = program.article()["spans"].clone();
    assert_eq!(entity_of(&spans, marks[0]), entity_of(&spans, marks[1]));
    assert!(entity_of(&spans, marks[1]).is_some());
    assert_eq!(
        program.refused("join_same", ask(marks[0])).1,
        "problem-nothing-to-join"
    );
    program.undo();
    program.undo();
    assert_eq!(program.state(), before);
}

#[test]
fn a_pronoun_is_offered_who_is_near_not_whom_it_meant_before() {
    let mut program = Program::with(
        "Mira Vale spoke. It rained, she said, not Otto.\n\nLater Ines Kern came. It rains, she said.",
    );
    let otto = mark(&mut program, "speaker", "Otto", 0);
    name(&mut program, otto, "Otto", "person");
    for (piece, pronoun) in [("Mira Vale", 0), ("Ines Kern", 1)] {
        let full = mark(&mut program, "speaker", piece, 0);
        name(&mut program, full, piece, "person");
        let she = mark(&mut program, "speaker", "she", pronoun);
        let offers = offered(&mut program, she, "");
        assert_eq!(offers[0], format!("article person: {piece}"), "{offers:?}");
        let article = program.article();
        let whom = entity_of(&article["spans"], full).unwrap();
        join(&mut program, she, whom);
    }
}
