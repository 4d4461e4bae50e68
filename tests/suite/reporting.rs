//! `--json` of each verb that reports, and the exit codes beside it.

use super::folder::{Folder, golden};
use serde_json::{Value, json};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn an_export_reports_each_part() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let report = parsed(&folder.done(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "out", "--json",
    ]));
    assert_eq!(report["part"], Value::Null);
    assert_eq!(
        report["files"],
        json!(["out.jsonl", "out.scheme.json", "out.entities.jsonl"])
    );
    assert_eq!(report["articles"], 5);
    let spans: usize = folder
        .read("out.jsonl")
        .lines()
        .flat_map(|line| parsed(line)["layers"].as_array().unwrap().clone())
        .map(|layer| layer["spans"].as_array().unwrap().len())
        .sum();
    assert_eq!(report["spans"], spans);
    let parts = folder.done(&[
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "out",
        "--json",
        "--split",
        "train=3,test=2",
    ]);
    let names: Vec<Value> = parts
        .lines()
        .map(|line| parsed(line)["part"].clone())
        .collect();
    assert_eq!(names, ["train", "test"]);
}

#[test]
fn an_import_reports_what_came_in_and_what_was_there() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let articles = golden("articles.jsonl");
    let import = [
        "import",
        "p.postil",
        "--format",
        "jsonl",
        "--json",
        articles.to_str().unwrap(),
    ];
    let report = parsed(&folder.done(&import));
    let added = report["added"].as_array().unwrap();
    assert_eq!(added.len(), 5);
    assert_eq!(added[0]["number"], 1);
    assert_eq!(added[2]["title"], "北京与东京");
    assert_eq!(report["losses"], json!([]));
    let again = folder.run(&import);
    assert_eq!(again.code, 1, "{again:?}");
    let report = parsed(&again.out);
    assert_eq!(report["added"], json!([]));
    assert_eq!(report["duplicates"][2]["number"], 3);
}

#[test]
fn a_check_reports_problems() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let check = ["check", "p.postil", "--json"];
    let report = parsed(&folder.done(&check));
    assert_eq!(report, json!({"whole": true, "problems": []}));
    let file = rusqlite::Connection::open(folder.path("p.postil")).unwrap();
    let other = "UPDATE fragment SET quote = replace(quote, 'close', 'clone')";
    assert!(file.execute(other, []).unwrap() > 0);
    file.close().unwrap();
    let said = folder.run(&check);
    assert_eq!(said.code, 1, "{said:?}");
    let report = parsed(&said.out);
    assert_eq!(report["whole"], false);
    assert!(!report["problems"].as_array().unwrap().is_empty());
}

/// Every verb that works on a project says a missing one in a sentence, with or without `--json`.
#[test]
fn refusals_are_sentences_also_beside_json() {
    let folder = Folder::new();
    folder.write("a.txt", "Rain");
    for words in [
        &["add", "x.postil", "a.txt", "--json"][..],
        &["list", "x.postil", "--json"],
        &["show", "x.postil", "1", "--json"],
        &["check", "x.postil", "--json"],
        &[
            "export", "x.postil", "--all", "--format", "csv", "--out", "o", "--json",
        ],
        &["import", "x.postil", "--format", "jsonl", "a.txt", "--json"],
    ] {
        assert!(folder.refused(words).contains("x.postil"), "{words:?}");
        assert_eq!(folder.run(words).out, "", "{words:?}");
    }
}

#[test]
fn a_rejoining_reports_what_has_no_text() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.done(&[
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "out",
        "--without-text",
    ]);
    let rejoin = |texts: &str| {
        folder.run(&[
            "rejoin",
            "out.jsonl",
            "--texts",
            texts,
            "--out",
            "whole.jsonl",
            "--json",
        ])
    };
    let whole = rejoin("p.postil");
    assert_eq!(whole.code, 0, "{whole:?}");
    let report = json!({"file": "whole.jsonl", "articles": 5, "left_out": []});
    assert_eq!(parsed(&whole.out), report);
    folder.write("other.txt", "Rain");
    let nothing = rejoin("other.txt");
    assert_eq!(nothing.code, 1, "{nothing:?}");
    let report = parsed(&nothing.out);
    assert_eq!(report["articles"], 0);
    let left_out = report["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 5);
    assert_eq!(left_out[0]["key"], "problem-rejoin-missing");
}
