//! The table of all claims in a project of a million spans.

use crate::large::Large;
use crate::table::{self, Figures};
use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_tests::Outcome;
use serde_json::{Value, json};
use std::time::Instant;

/// How often a thing is measured.
const TIMES: usize = 5;
const PAGE_MS: f64 = 50.0;
const FILTER_MS: f64 = 200.0;

/// Asks for a page; answers it and the milliseconds it took.
fn ask(app: &mut App, changes: &Value, column: &str, first: usize) -> Outcome<(Value, f64)> {
    let mut filter = json!({
        "label": null, "speaker": "", "attribute": null, "value": null, "mark": null,
        "status": null, "language": null, "words": ""
    });
    for (key, value) in changes.as_object().into_iter().flatten() {
        filter[key] = value.clone();
    }
    let order = json!({ "column": column, "attribute": null, "descending": false });
    let request =
        json!({ "filter": filter, "order": order, "first": first, "count": 100, "find": null });
    let request = request.to_string();
    let begun = Instant::now();
    let answer = dispatch(app, "claims", &request).map_err(|problem| problem.key)?;
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    Ok((serde_json::from_str(&answer)?, took))
}

fn row(what: &str, took: Vec<f64>, budget: f64) -> Outcome {
    let took = Figures::new(took);
    let figures = (took.median(), took.worst());
    table::row(what, "ms", figures, budget, took.worst())
}

/// Paging, ordering and filtering a quarter of a million claims.
///
/// # Errors
/// The project could not be read.
pub fn claims(large: &Large) -> Outcome {
    let mut app = large.open()?;

    let all = json!({});
    let (mut page, first) = ask(&mut app, &all, "place", 0)?;
    let begun = Instant::now();
    let mut reading = Vec::new();
    while page["whole"] != true {
        let took;
        (page, took) = ask(&mut app, &all, "place", 0)?;
        reading.push(took);
    }
    let read = begun.elapsed().as_secs_f64() * 1_000.0;
    let total = usize::try_from(page["total"].as_u64().unwrap_or(0))?;

    table::head("", "median", "worst", "worst")?;
    row(
        &format!("claims, first page of {total}"),
        vec![first],
        PAGE_MS,
    )?;
    row(
        &format!("claims, each of {} questions that read on", reading.len()),
        reading,
        PAGE_MS,
    )?;
    row("claims, all read", vec![read], 5_000.0)?;
    let mut pages = Vec::new();
    for time in 0..TIMES {
        let first = total / TIMES * time;
        pages.push(ask(&mut app, &all, "place", first)?.1);
    }
    row("claims, any page", pages, PAGE_MS)?;
    let filters = [
        ("by speaker", json!({ "speaker": "a" })),
        ("by words", json!({ "words": "a e" })),
        ("without a speaker", json!({ "mark": "no_source" })),
        (
            "by value",
            json!({ "attribute": "statement", "value": "fact" }),
        ),
    ];
    for (what, filter) in filters {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            took.push(ask(&mut app, &filter, "place", 0)?.1);
            // The next one is asked anew.
            ask(&mut app, &all, "place", 0)?;
        }
        row(&format!("claims, filter {what}"), took, FILTER_MS)?;
    }
    for column in ["speaker", "words", "title", "value"] {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            took.push(ask(&mut app, &all, column, 0)?.1);
            ask(&mut app, &all, "place", 0)?;
        }
        row(&format!("claims, order by {column}"), took, FILTER_MS)?;
    }
    Ok(())
}
