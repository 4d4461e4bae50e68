//! Which articles and annotations go out, and into which parts.

use super::folder::{Folder, assert_sentences};
use serde_json::Value;
use std::collections::BTreeSet;

fn lines(folder: &Folder, name: &str) -> Vec<Value> {
    let text = folder.read(name);
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn export(folder: &Folder, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec![
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "out",
    ];
    arguments.extend(more);
    folder.done(&arguments);
    lines(folder, "out.jsonl")
}

fn spans(articles: &[Value]) -> Vec<&Value> {
    let layers = articles
        .iter()
        .flat_map(|article| article["layers"].as_array().unwrap());
    layers
        .flat_map(|layer| layer["spans"].as_array().unwrap())
        .collect()
}

#[test]
fn labels_flags_and_languages_choose_and_texts_stay_whole() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let all = export(&folder, &[]);
    let claims = export(&folder, &["--label", "claim"]);
    assert_eq!(all.len(), claims.len());
    let texts = |articles: &[Value]| -> Vec<Value> {
        articles
            .iter()
            .map(|article| article["text"].clone())
            .collect()
    };
    assert_eq!(texts(&all), texts(&claims));
    assert!(spans(&claims).len() < spans(&all).len());
    assert!(spans(&claims).iter().all(|span| span["label"] == "claim"));

    let flagged = |span: &&&Value| span["flags"].as_array().unwrap().contains(&"unsure".into());
    let unsure = spans(&all).iter().filter(flagged).count();
    assert!(unsure > 0);
    let without = export(&folder, &["--without-flag", "unsure"]);
    assert_eq!(spans(&without).len(), spans(&all).len() - unsure);

    let english = export(&folder, &["--language", "en"]);
    assert!(!english.is_empty() && english.len() < all.len());
    assert!(
        english
            .iter()
            .all(|article| article["language"]["tag"] == "en")
    );
    let done = export(&folder, &["--status", "done"]);
    let layers = done
        .iter()
        .flat_map(|article| article["layers"].as_array().unwrap());
    assert!(layers.clone().count() > 0);
    assert!(
        layers
            .clone()
            .all(|layer| layer["status"] == "done" || layer["kind"] == "gold")
    );
}

#[test]
fn annotators_are_named_only_if_they_agreed() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let names = |articles: &[Value]| -> BTreeSet<String> {
        let layers = articles
            .iter()
            .flat_map(|article| article["layers"].as_array().unwrap());
        layers
            .map(|layer| layer["annotator"]["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let known = names(&export(&folder, &["--with-names"]));
    assert!(known.contains("Ada") && known.len() > 1, "{known:?}");
    let hidden = names(&export(&folder, &[]));
    assert_eq!(hidden.len(), known.len());
    assert!(
        hidden
            .iter()
            .all(|name| name.starts_with('A') && name.len() == 2),
        "{hidden:?}"
    );
    // Nor is who only answered a question here.
    let written = folder.read("out.jsonl");
    assert!(["Bela", "Cleo"].iter().all(|name| !written.contains(name)));
    let agreed = names(&export(&folder, &["--named", "Ada"]));
    assert!(
        agreed.contains("Ada") && !agreed.contains("Bela"),
        "{agreed:?}"
    );
}

#[test]
fn parts_hold_each_article_once_and_are_the_same_for_the_same_seed() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let arguments = [
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "out.jsonl",
        "--split",
        "train=60,test=40",
        "--seed",
        "veldan",
    ];
    folder.done(&arguments);
    let (train, test) = (
        folder.read("out.train.jsonl"),
        folder.read("out.test.jsonl"),
    );
    assert_eq!((train.lines().count(), test.lines().count()), (3, 2));
    let all: BTreeSet<&str> = train.lines().chain(test.lines()).collect();
    let whole = export(&folder, &[]);
    assert_eq!(all.len(), whole.len());
    folder.done(&arguments);
    assert_eq!(folder.read("out.train.jsonl"), train);
}

#[test]
fn copies_of_one_text_stay_in_one_part() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let copy = "The mills of Veldan will open again in the spring, the mayor said on Monday. \
                Two hundred people are to work there, half as many as before the flood.";
    for number in 0..6 {
        let name = format!("{number}.txt");
        folder.write(&name, format!("Outlet {number}\n\n{copy}\n"));
        folder.done(&["add", "p.postil", &name]);
        let other = format!("other{number}.txt");
        let words = ["rain", "ferry", "water", "road", "school", "bread"][number];
        folder.write(&other, format!("About {words}: {}", words.repeat(20)));
        folder.done(&["add", "p.postil", &other]);
    }
    let said = folder.run(&[
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "out",
        "--split",
        "a=50,b=50",
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains('6'), "{said:?}");
    let copies = |name: &str| folder.read(name).matches("mills of Veldan").count();
    assert_eq!(copies("out.a.jsonl").max(copies("out.b.jsonl")), 6);
    assert_eq!(lines(&folder, "out.a.jsonl").len(), 6);
}

#[test]
fn an_export_without_texts_is_made_whole_by_whoever_has_them() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let whole = export(&folder, &[]);
    let before = folder.read("out.jsonl");
    let thin = [
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "thin.jsonl",
        "--without-text",
    ];
    folder.done(&thin);
    let thinned = folder.read("thin.jsonl");
    for article in &whole {
        let text = article["text"].as_str().unwrap();
        let line = text.lines().find(|line| line.chars().count() > 40);
        assert!(line.is_none_or(|line| !thinned.contains(line)), "{line:?}");
    }
    assert!(folder.names().contains(&"thin.scheme.json".to_owned()));
    folder.done(&[
        "rejoin",
        "thin.jsonl",
        "--texts",
        "p.postil",
        "--out",
        "again.jsonl",
    ]);
    assert_eq!(folder.read("again.jsonl"), before);

    // With one of the texts, that article; the others are named.
    std::fs::create_dir(folder.path("texts")).unwrap();
    folder.write("texts/one.txt", whole[0]["text"].as_str().unwrap());
    folder.write(
        "texts/other.txt",
        format!("{} ", whole[1]["text"].as_str().unwrap()),
    );
    let said = folder.refused(&[
        "rejoin",
        "thin.jsonl",
        "--texts",
        "texts",
        "--out",
        "some.jsonl",
    ]);
    assert_eq!(
        said.lines()
            .filter(|line| line.contains("left out"))
            .count(),
        whole.len() - 1
    );
    assert_eq!(folder.read("some.jsonl").lines().count(), 1);
    let said = folder.refused(&[
        "rejoin",
        "out.jsonl",
        "--texts",
        "texts",
        "--out",
        "none.jsonl",
    ]);
    assert!(said.contains("line 1"), "{said}");
}

#[test]
fn articles_that_are_not_done_go_out_only_where_that_is_asked_for() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let by_default = ["export", "p.postil", "--format", "jsonl", "--out", "out"];
    let exported = |more: &[&str]| {
        folder.done(&[&by_default[..], more].concat());
        lines(&folder, "out.jsonl")
    };
    let finished = exported(&[]);
    let all = exported(&["--all"]);
    assert!(!finished.is_empty() && finished.len() < all.len());
    let layers = finished
        .iter()
        .flat_map(|article| article["layers"].as_array().unwrap());
    assert!(
        layers
            .clone()
            .all(|layer| layer["status"] == "done" || layer["kind"] == "gold")
    );
    // A gold layer is nobody's alone.
    let ada = exported(&["--annotator", "Ada"]);
    let gold = |article: &&Value| article["layers"][0]["kind"] == "gold";
    assert_eq!(ada.iter().filter(gold).count(), 1);

    folder.write("rain.txt", "Rain is expected in Oster.");
    folder.done(&["new", "fresh.postil"]);
    folder.done(&["add", "fresh.postil", "rain.txt"]);
    let said = folder.refused(&["export", "fresh.postil", "--format", "csv", "--out", "x"]);
    assert!(
        said.contains("no article is done") && said.contains("--all"),
        "{said}"
    );
    let none = folder.refused(&[
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "x",
        "--split",
        "a=1000,b=1",
    ]);
    assert!(none.contains("b") && none.contains("no article"), "{none}");
    assert!(!folder.names().iter().any(|name| name.starts_with('x')));
}

#[test]
fn what_would_be_empty_or_makes_no_sense_is_refused() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let refused = |more: &[&str]| {
        let mut arguments = vec![
            "export", "p.postil", "--all", "--format", "jsonl", "--out", "none",
        ];
        arguments.extend(more);
        folder.refused(&arguments)
    };
    assert!(refused(&["--language", "xx"]).contains("No file was written"));
    assert!(refused(&["--label", "nothing"]).contains("claim"));
    assert!(!folder.names().iter().any(|name| name.starts_with("none")));
    let said = folder.run(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "-", "--split", "a=1,b=1",
    ]);
    assert_eq!(said.code, 1);
    assert_sentences(&said.err);
    let said = folder.run(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "x", "--split", "../a=1",
    ]);
    assert_eq!(said.code, 2, "{said:?}");
}
