//! Finding in the article on screen.

use crate::program::Program;
use serde_json::json;

#[test]
fn what_is_found_is_told_in_units_of_the_window() {
    let mut program = Program::with("😀 Élysée\n\nL’ELYSEE, dit l'Élysée.\nكِتَابٌ");
    let document = program.document;
    let mut found = |query: &str| {
        program.call(
            "find_in_article",
            json!({ "document": document, "query": query }),
        )
    };
    let places = found("elysee");
    assert_eq!(places["total"], 3);
    // The first letter is two units long.
    assert_eq!(places["ranges"][0], json!({ "start": 3, "end": 9 }));
    assert_eq!(found("l'Élysée")["total"], 2);
    assert_eq!(found("كتاب")["total"], 1);
    assert_eq!(found("  "), json!({ "ranges": [], "total": 0 }));
}

#[test]
fn very_many_places_are_counted_but_not_all_sent() {
    let mut program = Program::with(&"na ".repeat(6_000));
    let request = json!({ "document": program.document, "query": "NA" });
    let places = program.call("find_in_article", request);
    assert_eq!(places["total"], 6_000);
    assert_eq!(places["ranges"].as_array().unwrap().len(), 5_000);
}
