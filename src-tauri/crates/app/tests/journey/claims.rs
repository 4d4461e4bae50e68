//! The table of all claims.

use crate::NEWS;
use crate::program::Program;
use serde_json::{Value, json};

fn asked(program: &mut Program, filter: Value, order: Value) -> Value {
    let mut whole = json!({
        "label": null, "speaker": "", "attribute": null, "value": null, "mark": null,
        "status": null, "language": null, "words": ""
    });
    for (key, value) in filter.as_object().unwrap() {
        whole[key] = value.clone();
    }
    let request = json!({ "filter": whole, "order": order, "first": 0, "count": 50, "find": null });
    program.call("claims", request)
}

fn by(column: &str) -> Value {
    json!({ "column": column, "attribute": null, "descending": false })
}

fn words(page: &Value) -> Vec<String> {
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"], rows.len());
    assert_eq!(page["whole"], true);
    rows.iter()
        .map(|row| row["words"].as_str().unwrap().chars().take(9).collect())
        .collect()
}

/// Two articles: the second one's claims are without a source.
fn program() -> Program {
    let mut program = Program::with(NEWS);
    let claim = program.claim_at("The mills");
    program.mark(
        "speaker",
        "Mayor Ilse Brandt",
        true,
        Some(claim),
        Some("said_by"),
    );
    program.mark("cue", "told", true, Some(claim), Some("cued_by"));
    program.mark("place", "Veldan", true, Some(claim), Some("about"));
    let other = program.claim_at("every promise");
    let document = program.document;
    let fill = json!({ "document": document, "claim": other, "slot": "said_by", "further": false,
                       "name": null, "target": { "special": "author" } });
    program.call("fill", fill);
    program.call(
        "set_value",
        json!({ "document": document, "span": other, "attribute": "statement", "value": "plan" }),
    );
    program.add("الخطة فشلت\n\nقال كريم: «الخطة فشلت تماما».\n");
    program.claim_at("فشلت تماما");
    program
}

#[test]
fn all_claims_are_listed_with_what_they_are_linked_to() {
    let mut program = program();
    let page = asked(&mut program, json!({}), by("place"));
    assert_eq!(words(&page), ["\"The mill", "\"every pr", "«الخطة فش"]);
    let first = &page["rows"][0];
    assert_eq!(first["number"], 1);
    assert_eq!(first["speakers"][0]["name"], "Mayor Ilse Brandt");
    assert_eq!(first["cues"][0]["name"], "told");
    assert_eq!(first["places"][0]["name"], "Veldan");
    assert_eq!(first["attributes"]["form"]["value"], "direct");
    assert_eq!(
        (&first["status"], &first["language"]),
        (&json!("started"), &json!("en"))
    );
    assert_eq!(page["rows"][1]["speakers"][0]["special"], "author");
    assert_eq!(page["rows"][2]["document"], program.document);
    assert_eq!(page["rows"][2]["speakers"], json!([]));
}

#[test]
fn they_are_found_and_ordered_by_each_column() {
    let mut program = program();
    let mut found =
        |filter: Value, column: &str| words(&asked(&mut program, filter, by(column))).join(",");
    assert_eq!(found(json!({ "speaker": "brandt" }), "place"), "\"The mill");
    assert_eq!(found(json!({ "mark": "no_source" }), "place"), "«الخطة فش");
    assert_eq!(found(json!({ "mark": "author" }), "place"), "\"every pr");
    assert_eq!(found(json!({ "words": "الخطه" }), "place"), "");
    assert_eq!(found(json!({ "words": "تَماما خطة" }), "place"), "«الخطة فش");
    let plan = json!({ "attribute": "statement", "value": "plan" });
    assert_eq!(found(plan, "place"), "\"every pr");
    assert_eq!(found(json!({ "language": "ar" }), "place"), "«الخطة فش");
    assert_eq!(found(json!({ "status": "done" }), "place"), "");
    assert_eq!(
        found(json!({}), "speaker"),
        "\"The mill,\"every pr,«الخطة فش"
    );
    assert_eq!(found(json!({}), "words"), "\"every pr,\"The mill,«الخطة فش");
    // Spans of another label by themselves.
    assert_eq!(found(json!({ "label": "cue" }), "place"), "told");
    assert_eq!(
        found(json!({ "label": "claim" }), "place"),
        "\"The mill,\"every pr,«الخطة فش"
    );
    let order = json!({ "column": "value", "attribute": "statement", "descending": true });
    let page = asked(&mut program, json!({}), order);
    assert_eq!(words(&page)[0], "\"every pr");
}

#[test]
fn the_table_follows_edits_and_tells_where_a_claim_stands() {
    let mut program = program();
    let count = |program: &mut Program| asked(program, json!({}), by("place"))["total"].clone();
    assert_eq!(count(&mut program), 3);
    program.undo();
    assert_eq!(count(&mut program), 2);
    program.redo();
    assert_eq!(count(&mut program), 3);
    let page = asked(&mut program, json!({}), by("place"));
    let last = page["rows"][2]["span"].as_u64().unwrap();
    let filter = json!({ "label": null, "speaker": "", "attribute": null, "value": null,
                         "mark": null, "status": null, "language": null, "words": "" });
    let request =
        json!({ "filter": filter, "order": by("place"), "first": 1, "count": 1, "find": last });
    let page = program.call("claims", request);
    assert_eq!(page["found"], 2);
    assert_eq!(page["rows"].as_array().unwrap().len(), 1);
    let document = program.document;
    program.call("remove_article", json!({ "document": document }));
    assert_eq!(count(&mut program), 2);
    program.add("Boats sail.\n\n\"We wait,\" she said.");
    program.claim_at("We wait");
    assert_eq!(count(&mut program), 3);
}
