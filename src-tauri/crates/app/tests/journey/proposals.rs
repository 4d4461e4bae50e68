//! What was proposed at adding an article, and what a person says about it.

use crate::program::Program;
use postil_app::problem::Code;
use serde_json::{Value, json};

/// A page with a menu, a byline, a date, a glued list and a foot.
const PAGE: &str = "Home\nWorld\nSport\nSign in\n\
Bakers of Orvane agree on a price for bread until spring\n\
By Odile Marchetti\n\
12 Feb 2025\n\n\
The bakers of Orvane will sell bread at one price until April, their guild said on Monday.\n\n\
\"Nobody will go hungry this winter,\" Odo Brandt, who heads the guild, told reporters.\n\n\
The mayor said she had not been asked about it before.Latest newsThe Well That Ran Dry Twice\n\
11 Feb 2025\n\
A Bridge Nobody Wants\n\
10 Feb 2025\n\
Three Mills and One River\n\
09 Feb 2025\n";

fn zones(program: &mut Program) -> Vec<(String, String, String)> {
    let units: Vec<u16> = program.text.encode_utf16().collect();
    let article = program.article();
    let zones = article["zones"].as_array().unwrap();
    let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    zones
        .iter()
        .map(|zone| {
            let range = &zone["range"];
            let slice = &units[at(&range["start"])..at(&range["end"])];
            (
                zone["kind"].as_str().unwrap().to_owned(),
                zone["state"].as_str().unwrap().to_owned(),
                String::from_utf16(slice).unwrap(),
            )
        })
        .collect()
}

fn zone_id(program: &mut Program, nth: usize) -> u64 {
    program.article()["zones"][nth]["id"].as_u64().unwrap()
}

#[test]
fn zones_are_proposed_with_the_article_and_counted_in_what_is_said() {
    let mut program = Program::new();
    let added = program.call(
        "add_article",
        json!({ "text": PAGE, "title": "", "language": null, "metadata": {} }),
    );
    assert_eq!(added["message"]["key"], "said-added-proposed");
    assert_eq!(added["message"]["arguments"]["count"], 5);
    let title = "Bakers of Orvane agree on a price for bread until spring";
    assert_eq!(added["document"]["title"], title);
    program.document = added["document"]["id"].as_u64().unwrap();
    program.text = PAGE.to_owned();
    let found = zones(&mut program);
    let shown: Vec<_> = found
        .iter()
        .map(|(kind, _, quote)| (kind.as_str(), quote.as_str()))
        .collect();
    assert_eq!(
        shown[..4],
        [
            ("skip", "Home\nWorld\nSport\nSign in"),
            ("headline", title),
            ("byline", "By Odile Marchetti"),
            ("skip", "12 Feb 2025"),
        ]
    );
    // The list begins inside the line of the last sentence.
    assert_eq!(shown[4].0, "skip");
    assert!(shown[4].1.starts_with("Latest newsThe Well") && shown[4].1.ends_with("09 Feb 2025"));
    assert!(found.iter().all(|(_, state, _)| state == "proposed"));
    assert_eq!(shown.len(), 5);
    // Adding and its zones are one step.
    program.call("undo", json!({ "document": null }));
    let start = program.call("start", json!({}));
    assert_eq!(start["project"]["documents"]["rows"], json!([]));
}

#[test]
fn a_zone_is_accepted_or_refused_by_one_step_each_and_undone() {
    let mut program = Program::with(PAGE);
    let document = program.document;
    let before = zones(&mut program);
    let first = zone_id(&mut program, 0);
    let next = program.range("Bakers of Orvane agree", 0).0;
    let accepted = program.call(
        "decide_zone",
        json!({ "document": document, "zone": first, "accept": true }),
    );
    assert_eq!(accepted["message"]["key"], "said-zone-accepted");
    assert_eq!(
        accepted["message"]["arguments"],
        json!({ "kind": "skip", "count": 4, "next": "headline", "reason": "position" })
    );
    assert_eq!(accepted["caret"], next);
    assert_eq!(zones(&mut program)[0].1, "accepted");
    let refused = program.call(
        "decide_zone",
        json!({ "document": document, "zone": first, "accept": false }),
    );
    assert_eq!(refused["patch"]["removedZones"], json!([first]));
    assert_eq!(zones(&mut program).len(), 4);
    for _ in 0..2 {
        program.call("undo", json!({ "document": document }));
    }
    assert_eq!(zones(&mut program), before);
    program.call("redo", json!({ "document": document }));
    assert_eq!(zones(&mut program)[0].1, "accepted");
    // No layer is made by it.
    assert_eq!(program.article()["layer"], Value::Null);
}

#[test]
fn all_are_accepted_in_one_step() {
    let mut program = Program::with(PAGE);
    let document = program.document;
    let said = program.call("accept_zones", json!({ "document": document }));
    assert_eq!(said["message"]["arguments"]["count"], 5);
    assert!(
        zones(&mut program)
            .iter()
            .all(|(_, state, _)| state == "accepted")
    );
    assert_eq!(
        program.refused("accept_zones", json!({ "document": document })),
        (Code::Invalid, "problem-nothing-proposed".to_owned())
    );
    program.call("undo", json!({ "document": document }));
    assert!(
        zones(&mut program)
            .iter()
            .all(|(_, state, _)| state == "proposed")
    );
}

#[test]
fn a_zone_gets_the_ends_of_a_selection_and_one_is_made_where_there_is_none() {
    let mut program = Program::with(PAGE);
    let document = program.document;
    let before = zones(&mut program);
    let first = zone_id(&mut program, 0);
    let (start, end) = program.range("Home\nWorld\n", 0);
    let range = json!({ "start": start, "end": end });
    program.call(
        "adjust_zone",
        json!({ "document": document, "zone": first, "range": range }),
    );
    let (kind, state, quote) = zones(&mut program).remove(0);
    assert_eq!(
        (kind.as_str(), state.as_str(), quote.as_str()),
        ("skip", "accepted", "Home\nWorld")
    );
    let (start, end) = program.range("who heads the guild", 0);
    let range = json!({ "start": start, "end": end });
    program.call(
        "adjust_zone",
        json!({ "document": document, "zone": null, "range": range }),
    );
    assert!(
        zones(&mut program)
            .iter()
            .any(|(_, _, quote)| quote == "who heads the guild")
    );
    let empty = json!({ "start": start, "end": start });
    assert_eq!(
        program.refused(
            "adjust_zone",
            json!({ "document": document, "zone": null, "range": empty })
        ),
        (Code::Invalid, "problem-empty-zone".to_owned())
    );
    for _ in 0..2 {
        program.call("undo", json!({ "document": document }));
    }
    assert_eq!(zones(&mut program), before);
}

#[test]
fn zones_of_an_article_that_is_done_stay_as_they_are() {
    let mut program = Program::with(PAGE);
    let document = program.document;
    let first = zone_id(&mut program, 0);
    program.call(
        "set_done",
        json!({ "document": document, "done": true, "anyway": true }),
    );
    assert_eq!(
        program.refused(
            "decide_zone",
            json!({ "document": document, "zone": first, "accept": true })
        ),
        (Code::ReadOnly, "article-done".to_owned())
    );
    assert_eq!(
        program.refused("accept_zones", json!({ "document": document })),
        (Code::ReadOnly, "article-done".to_owned())
    );
}
