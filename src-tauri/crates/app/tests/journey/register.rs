//! The register of entities.

use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

pub(crate) const FIRST: &str = "Patel Speaks In Baku\n\n\
\"We sail,\" Vedant Patel said. The spokesperson smiled. Patel left Baku.\n";
const SECOND: &str = "محمد العلي يتحدث\n\nقال محمد العلي إن Patel وصل إلى باكو.\n";

pub(crate) fn mark(program: &mut Program, label: &str, piece: &str, nth: usize) -> u64 {
    let (start, end) = program.range(piece, nth);
    let document = program.document;
    let edited = program.call(
        "mark",
        json!({ "document": document, "label": label,
                "selection": { "start": start, "end": end },
                "caret": end, "claim": null, "slot": null }),
    );
    edited["current"].as_u64().unwrap()
}

/// Says that a mention is a new entity; answers its id.
pub(crate) fn name(program: &mut Program, span: u64, name: &str, kind: &str) -> u64 {
    let document = program.document;
    let edited = program.call(
        "set_entity",
        json!({ "document": document, "span": span, "entity": null, "name": name, "kind": kind }),
    );
    entity_of(&edited["patch"]["spans"], span).unwrap()
}

pub(crate) fn join(program: &mut Program, span: u64, entity: u64) -> Value {
    let document = program.document;
    program.call(
        "set_entity",
        json!({ "document": document, "span": span, "entity": entity, "name": null }),
    )
}

pub(crate) fn entity_of(spans: &Value, span: u64) -> Option<u64> {
    let spans = spans.as_array().unwrap();
    let span = spans.iter().find(|row| row["id"] == span).unwrap();
    span["entity"].as_u64()
}

/// The names of the list with how often they are mentioned.
fn listed(program: &mut Program, query: &str, order: &str) -> Vec<String> {
    let page = program.call(
        "register",
        json!({ "query": query, "kind": null, "order": order, "offset": 0, "limit": 50 }),
    );
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"], rows.len());
    rows.iter()
        .map(|row| format!("{} {}", row["name"].as_str().unwrap(), row["mentions"]))
        .collect()
}

fn card(program: &mut Program, entity: u64) -> Value {
    program.call("entity_card", json!({ "entity": entity }))
}

fn change(program: &mut Program, entity: u64, change: Value) -> Value {
    program.call(
        "change_entity",
        json!({ "entity": entity, "change": change }),
    )
}

fn field(card: &Value, field: &str) -> String {
    let fields = card["fields"].as_array().unwrap();
    let found = fields.iter().find(|row| row["field"] == field).unwrap();
    found["value"].as_str().unwrap().to_owned()
}

/// Two articles; answers the entities Vedant Patel and Patel, and the mention
/// of the latter.
fn two_patels(program: &mut Program) -> (u64, u64, u64) {
    let full = mark(program, "speaker", "Vedant Patel", 0);
    let patel = name(program, full, "Vedant Patel", "person");
    let short = mark(program, "speaker", "Patel", 2);
    let other = name(program, short, "Patel", "person");
    (patel, other, short)
}

#[test]
fn the_list_is_filtered_in_any_script_sorted_and_counted() {
    let mut program = Program::with(FIRST);
    two_patels(&mut program);
    let baku = mark(&mut program, "place", "Baku", 0);
    let place = name(&mut program, baku, "Bakı", "place");
    change(
        &mut program,
        place,
        json!({ "what": "add_alias", "name": "باكو" }),
    );
    program.add(SECOND);
    let ali = mark(&mut program, "speaker", "محمد العلي", 1);
    name(&mut program, ali, "محمد العليّ", "person");
    let arabic = mark(&mut program, "place", "باكو", 0);
    let list = |program: &mut Program, query: &str| listed(program, query, "name");
    assert_eq!(
        list(&mut program, ""),
        ["Bakı 2", "Patel 1", "Vedant Patel 1", "محمد العليّ 1"]
    );
    assert_eq!(list(&mut program, "العلي"), ["محمد العليّ 1"]);
    assert_eq!(list(&mut program, "baki"), ["Bakı 2"]);
    assert_eq!(listed(&mut program, "", "mentions")[0], "Bakı 2");
    assert_eq!(listed(&mut program, "", "recent")[0], "Bakı 2");
    let article = program.article();
    assert_eq!(entity_of(&article["spans"], arabic), Some(place));
    let page = program.call(
        "register",
        json!({ "query": "", "kind": "place", "order": "name", "offset": 0, "limit": 50 }),
    );
    assert_eq!(page["total"], 1);
    assert_eq!(
        page["kinds"],
        json!([{ "kind": "person", "count": 3 }, { "kind": "place", "count": 1 }])
    );
}

#[test]
fn mentions_are_shown_in_their_sentences_across_articles() {
    let mut program = Program::with(FIRST);
    let (patel, _, _) = two_patels(&mut program);
    let first = program.document;
    program.add(SECOND);
    let there = mark(&mut program, "speaker", "Patel", 0);
    join(&mut program, there, patel);
    let page = program.call(
        "mentions",
        json!({ "entity": patel, "offset": 0, "limit": 50 }),
    );
    assert_eq!(page["total"], 2);
    let rows = page["rows"].as_array().unwrap();
    let texts = |row: &Value| {
        ["title", "before", "quote", "after"].map(|key| row[key].as_str().unwrap().to_owned())
    };
    assert_eq!(
        texts(&rows[0]),
        [
            "Patel Speaks In Baku",
            "\"We sail,\" ",
            "Vedant Patel",
            " said."
        ]
    );
    assert_eq!(
        texts(&rows[1]),
        [
            "محمد العلي يتحدث",
            "قال محمد العلي إن ",
            "Patel",
            " وصل إلى باكو."
        ]
    );
    assert_eq!(
        (rows[0]["document"].as_u64(), rows[0]["own"].as_bool()),
        (Some(first), Some(true))
    );
    let (start, end) = program.range("Patel", 0);
    assert_eq!(rows[1]["range"], json!({ "start": start, "end": end }));
    let page = program.call(
        "mentions",
        json!({ "entity": patel, "offset": 1, "limit": 50 }),
    );
    assert_eq!(page["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_merge_is_previewed_followed_and_taken_back() {
    let mut program = Program::with(FIRST);
    let (patel, other, short) = two_patels(&mut program);
    let claim = program.claim_at("We sail");
    let (start, end) = program.range("Patel", 2);
    let document = program.document;
    program.call(
        "mark",
        json!({ "document": document, "label": "speaker",
                "selection": { "start": start, "end": end },
                "caret": end, "claim": claim, "slot": "said_by" }),
    );
    change(
        &mut program,
        patel,
        json!({ "what": "value", "field": "wikidata", "value": "q7" }),
    );
    change(
        &mut program,
        other,
        json!({ "what": "value", "field": "wikidata", "value": "Q8" }),
    );
    change(
        &mut program,
        other,
        json!({ "what": "value", "field": "role_title", "value": "spokesperson" }),
    );
    let before = (
        program.state(),
        card(&mut program, patel),
        card(&mut program, other),
    );
    let preview = program.call("merge_preview", json!({ "from": other, "into": patel }));
    assert_eq!(
        [
            &preview["mentions"],
            &preview["links"],
            &preview["articles"]
        ],
        [&json!(1), &json!(1), &json!(1)]
    );
    assert_eq!(preview["aliases"], json!(["Patel"]));
    assert_eq!(
        preview["filled"],
        json!([{ "field": "role_title", "value": "spokesperson" }])
    );
    assert_eq!(
        preview["clashes"],
        json!([{ "field": "wikidata", "kept": "Q7", "dropped": "Q8" }])
    );

    let merged = program.call("merge_entities", json!({ "from": other, "into": patel }));
    // The window's chips follow: who was Patel is Vedant Patel there.
    let entities = merged["edited"]["patch"]["entities"].as_array().unwrap();
    let gone = entities.iter().find(|row| row["id"] == other).unwrap();
    assert_eq!(
        (gone["standing"].as_u64(), &gone["name"]),
        (Some(patel), &json!("Vedant Patel"))
    );
    assert_eq!(merged["edited"]["patch"]["spans"], json!([]));
    assert_eq!(program.state(), before.0);
    assert_eq!(listed(&mut program, "", "name"), ["Vedant Patel 2"]);
    let whole = card(&mut program, other);
    assert_eq!(whole["id"], patel);
    assert_eq!(whole["mentions"], 2);
    assert_eq!(
        (field(&whole, "wikidata"), field(&whole, "role_title")),
        ("Q7".to_owned(), "spokesperson".to_owned())
    );
    // The same words are joined to the one that stands.
    let again = mark(&mut program, "speaker", "Patel", 0);
    let article = program.article();
    assert_eq!(entity_of(&article["spans"], again), Some(patel));
    program.undo();

    program.undo();
    assert_eq!(program.state(), before.0);
    assert_eq!(card(&mut program, patel), before.1);
    assert_eq!(card(&mut program, other), before.2);
    let redone = program.redo();
    assert_eq!(redone["caret"], Value::Null);
    assert_eq!(card(&mut program, patel), whole);
    let quotes = program.quotes(short);
    assert_eq!(quotes, ["Patel"]);
    assert_eq!(
        program.refused("merge_entities", json!({ "from": other, "into": patel })),
        (Code::Invalid, "problem-entity-merge-itself".to_owned())
    );
    change(
        &mut program,
        patel,
        json!({ "what": "separate", "merged": other }),
    );
    assert_eq!(
        listed(&mut program, "", "name"),
        ["Patel 1", "Vedant Patel 1"]
    );
}

#[test]
fn mentions_are_split_off_in_one_step_also_in_other_articles() {
    let mut program = Program::with(FIRST);
    let (patel, _, _) = two_patels(&mut program);
    let first = program.document;
    let before = program.state();
    program.add(SECOND);
    let there = mark(&mut program, "speaker", "Patel", 0);
    join(&mut program, there, patel);
    let second = program.state();
    // Split and undone from an article in which nothing is marked.
    program.add("Nothing is marked here.");
    let split = program.call(
        "split_entity",
        json!({ "entity": patel, "spans": [there], "kind": "person", "name": "Another Patel" }),
    );
    let made = split["entity"].as_u64().unwrap();
    assert_eq!(split["edited"]["patch"]["spans"], json!([]));
    assert_eq!(
        listed(&mut program, "", "name"),
        ["Another Patel 1", "Patel 1", "Vedant Patel 1"]
    );
    assert_eq!(card(&mut program, made)["name"], "Another Patel");
    let undone = program.undo();
    assert_eq!(undone["message"]["key"], "said-undo");
    assert_eq!(undone["caret"], Value::Null);
    assert_eq!(undone["patch"]["spans"], json!([]));
    assert_eq!(program.article()["spans"], json!([]));
    assert_eq!(
        listed(&mut program, "", "name"),
        ["Patel 1", "Vedant Patel 2"]
    );
    program.document -= 1;
    assert_eq!(program.state(), second);
    program.redo();
    let article = program.article();
    assert_eq!(entity_of(&article["spans"], there), Some(made));
    program.undo();
    program.document = first;
    assert_eq!(program.state(), before);
    assert_eq!(
        program.refused(
            "split_entity",
            json!({ "entity": patel, "spans": [], "kind": "person", "name": "X" })
        ),
        (Code::Invalid, "problem-no-mention-chosen".to_owned())
    );
}

#[test]
fn fields_are_checked_for_their_form_and_changed_one_step_each() {
    let mut program = Program::with(FIRST);
    let span = mark(&mut program, "place", "Baku", 0);
    let baku = name(&mut program, span, "Baku", "place");
    let empty = card(&mut program, baku);
    for (given, latitude, longitude) in [
        ("40.37, 49.89", "40.37", "49.89"),
        ("40°22′N 49°50′E", "40.3667", "49.8333"),
    ] {
        change(
            &mut program,
            baku,
            json!({ "what": "coordinates", "text": given }),
        );
        let card = card(&mut program, baku);
        assert_eq!(
            (field(&card, "lat").as_str(), field(&card, "lon").as_str()),
            (latitude, longitude)
        );
    }
    let there = card(&mut program, baku);
    for (wrong, key) in [
        (
            json!({ "what": "coordinates", "text": "north" }),
            "problem-coordinates",
        ),
        (
            json!({ "what": "coordinates", "text": "99, 10" }),
            "problem-latitude",
        ),
        (
            json!({ "what": "value", "field": "wikidata", "value": "9248" }),
            "problem-wikidata",
        ),
        (
            json!({ "what": "value", "field": "geonames", "value": "Baku" }),
            "problem-geonames",
        ),
        (
            json!({ "what": "value", "field": "lon", "value": "200" }),
            "problem-longitude",
        ),
        (
            json!({ "what": "name", "name": " ", "keep": true }),
            "problem-empty-name",
        ),
    ] {
        let refused = program.refused("change_entity", json!({ "entity": baku, "change": wrong }));
        assert_eq!(refused, (Code::Invalid, key.to_owned()));
    }
    assert_eq!(card(&mut program, baku), there);
    let renamed = change(
        &mut program,
        baku,
        json!({ "what": "name", "name": "Bakı", "keep": true }),
    );
    assert_eq!(renamed["edited"]["patch"]["entities"][0]["name"], "Bakı");
    assert_eq!(card(&mut program, baku)["aliases"], json!(["Baku"]));
    let alias = json!({ "entity": baku, "change": { "what": "add_alias", "name": "Baku" } });
    assert_eq!(
        program.refused("change_entity", alias),
        (Code::Duplicate, "problem-alias-there".to_owned())
    );
    change(
        &mut program,
        baku,
        json!({ "what": "remove_alias", "name": "Baku" }),
    );
    change(
        &mut program,
        baku,
        json!({ "what": "note", "note": "  capital " }),
    );
    assert_eq!(card(&mut program, baku)["note"], "capital");
    let changed = card(&mut program, baku);
    for _ in 0..5 {
        program.undo();
    }
    assert_eq!(card(&mut program, baku), empty);
    for _ in 0..5 {
        program.redo();
    }
    assert_eq!(card(&mut program, baku), changed);
}

#[test]
fn entities_are_linked_to_each_other() {
    let mut program = Program::with(FIRST);
    let (patel, other, _) = two_patels(&mut program);
    let added = program.call(
        "add_entity",
        json!({ "kind": "organisation", "name": "State Department" }),
    );
    let office = added["entity"].as_u64().unwrap();
    let link = json!({ "what": "link", "kind": "affiliated_with", "to": office });
    change(&mut program, patel, link.clone());
    let there = card(&mut program, patel);
    assert_eq!(there["links"][0]["name"], "State Department");
    assert_eq!(card(&mut program, office)["links"][0]["outgoing"], false);
    let refused = program.refused(
        "change_entity",
        json!({ "entity": patel, "change": link.clone() }),
    );
    assert_eq!(refused.1, "problem-entity-link-there");
    let itself = json!({ "what": "link", "kind": "affiliated_with", "to": patel });
    let refused = program.refused(
        "change_entity",
        json!({ "entity": patel, "change": itself }),
    );
    assert_eq!(refused.1, "problem-entity-link-itself");
    // A merge carries the link over.
    program.call("merge_entities", json!({ "from": patel, "into": other }));
    assert_eq!(
        card(&mut program, other)["links"][0]["name"],
        "State Department"
    );
    program.undo();
    let id = there["links"][0]["id"].as_u64().unwrap();
    change(&mut program, patel, json!({ "what": "unlink", "link": id }));
    assert_eq!(card(&mut program, patel)["links"], json!([]));
}

#[test]
fn what_is_in_use_is_deleted_only_by_who_was_told() {
    let mut program = Program::with(FIRST);
    let (patel, _, _) = two_patels(&mut program);
    let before = program.state();
    let delete = |anyway| json!({ "entity": patel, "anyway": anyway });
    let problem = program
        .try_call("delete_entity", delete(false))
        .unwrap_err();
    assert_eq!(problem.key, "problem-entity-used");
    assert_eq!(
        serde_json::to_value(&problem.arguments).unwrap()["mentions"],
        1
    );
    let deleted = program.call("delete_entity", delete(true));
    assert_eq!(
        deleted["edited"]["patch"]["spans"][0]["entity"],
        Value::Null
    );
    assert_eq!(listed(&mut program, "", "name"), ["Patel 1"]);
    program.undo();
    assert_eq!(program.state(), before);
    let added = program.call(
        "add_entity",
        json!({ "kind": "group", "name": " The crowd " }),
    );
    let crowd = added["entity"].as_u64().unwrap();
    program.call("delete_entity", json!({ "entity": crowd, "anyway": false }));
    // Undoing what made an entity leaves no trace of it in the window's way.
    program.undo();
    program.undo();
    assert_eq!(listed(&mut program, "crowd", "name"), [""; 0]);
}
