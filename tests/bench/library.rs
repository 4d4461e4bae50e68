//! The library of a project of ten thousand articles, and their near
//! duplicates.

use crate::large::Large;
use crate::table::{self, Figures};
use postil_app::app::App;
use postil_app::commands::dispatch;
use postil_tests::Outcome;
use serde_json::{Value, json};
use std::time::Instant;

/// How often a thing is measured.
const TIMES: usize = 5;
const PAGE_MS: f64 = 10.0;
const SEARCH_MS: f64 = 20.0;
const STATUS_MS: f64 = 100.0;
const QUESTION_MS: f64 = 50.0;
const ALL_MS: f64 = 5_000.0;

/// Asks a question; answers it and the milliseconds it took.
fn ask(app: &mut App, command: &str, request: &Value) -> Outcome<(Value, f64)> {
    let request = request.to_string();
    let begun = Instant::now();
    let answer = dispatch(app, command, &request).map_err(|problem| problem.key)?;
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    Ok((serde_json::from_str(&answer)?, took))
}

fn list(filter: &Value, column: &str) -> Value {
    let order = json!({ "column": column, "descending": false });
    json!({ "asked": { "filter": filter, "order": order }, "countSpans": false })
}

fn row(what: &str, took: Vec<f64>, budget: f64) -> Outcome {
    let took = Figures::new(took);
    let figures = (took.median(), took.worst());
    table::row(what, "ms", figures, budget, took.worst())
}

/// Asks until all is read; prints the questions and the whole of it.
fn read(app: &mut App, what: &str, command: &str, request: &Value) -> Outcome {
    let begun = Instant::now();
    let mut questions = Vec::new();
    loop {
        let (answer, took) = ask(app, command, request)?;
        questions.push(took);
        if answer["whole"] == true {
            break;
        }
    }
    let all = begun.elapsed().as_secs_f64() * 1_000.0;
    let count = questions.len();
    row(
        &format!("{what}, each of {count} questions"),
        questions,
        QUESTION_MS,
    )?;
    row(&format!("{what}, all read"), vec![all], ALL_MS)
}

/// Listing, filtering, sorting and searching ten thousand articles.
///
/// # Errors
/// The project could not be read.
pub fn library(large: &Large) -> Outcome {
    let mut app = large.open()?;

    let all = json!({});
    table::head("", "median", "worst", "worst")?;
    let first = ask(&mut app, "library", &list(&all, "added"))?.1;
    row("library, read for the first time", vec![first], QUESTION_MS)?;
    let mut pages = Vec::new();
    for _ in 0..TIMES {
        pages.push(ask(&mut app, "library", &list(&all, "added"))?.1);
    }
    row("library, first page", pages, PAGE_MS)?;
    let label = json!({ "label": "claim" });
    read(
        &mut app,
        "library, marks",
        "library",
        &list(&label, "added"),
    )?;
    let mut searches = Vec::new();
    for word in large
        .words
        .iter()
        .map(String::as_str)
        .chain(["自由", "не", "the"])
    {
        let filter = json!({ "words": word });
        searches.push(ask(&mut app, "library", &list(&filter, "added"))?.1);
    }
    row("library, search for a word", searches, SEARCH_MS)?;
    for (what, filter) in [
        ("status", json!({ "status": "started" })),
        ("language", json!({ "language": "en" })),
        ("speaker", json!({ "speaker": "a" })),
    ] {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            took.push(ask(&mut app, "library", &list(&filter, "added"))?.1);
        }
        row(&format!("library, filter by {what}"), took, SEARCH_MS)?;
    }
    for column in ["title", "claims", "language"] {
        let mut took = Vec::new();
        for _ in 0..TIMES {
            took.push(ask(&mut app, "library", &list(&all, column))?.1);
        }
        row(&format!("library, sort by {column}"), took, SEARCH_MS)?;
    }
    let listed = ask(&mut app, "library", &list(&all, "added"))?.0["articles"].take();
    let mut took = Vec::new();
    for status in ["done", "started", "done", "new", "done"] {
        let request = json!({ "documents": listed, "status": status });
        took.push(ask(&mut app, "set_status", &request)?.1);
    }
    row("library, status of all articles", took, STATUS_MS)?;
    let near = json!({ "among": null });
    read(&mut app, "near duplicates", "near_duplicates", &near)
}
