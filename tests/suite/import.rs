//! Files that come in, and files that do not.

use super::folder::{Folder, golden};
use serde_json::{Value, json};

fn articles() -> String {
    std::fs::read_to_string(golden("articles.jsonl")).unwrap()
}

#[test]
fn a_broken_line_keeps_the_whole_file_out_and_is_named() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let before = folder.done(&["list", "p.postil", "--json"]);
    let fresh = |changed: String| {
        folder.done(&["new", "fresh.postil"]);
        folder.write("in.jsonl", changed);
        let said = folder.refused(&["import", "fresh.postil", "--format", "jsonl", "in.jsonl"]);
        assert_eq!(
            folder.done(&["list", "fresh.postil"]),
            "",
            "nothing is half done"
        );
        std::fs::remove_file(folder.path("fresh.postil")).unwrap();
        said
    };
    let quote = fresh(articles().replacen("\"text\":\"قال\"", "\"text\":\"قيل\"", 1));
    assert!(
        quote.contains("in.jsonl, line 2, column ") && quote.contains("“قال”"),
        "{quote}"
    );
    let cut = fresh(articles().chars().take(3000).collect());
    assert!(cut.contains("in.jsonl, line 1, column 3000"), "{cut}");
    let later = fresh(articles().replace("postil/1", "postil/7"));
    assert!(later.contains("postil/7"), "{later}");
    let foreign = fresh("{\"text\":\"x\",\"label\":[]}\n".to_owned());
    assert!(foreign.contains("missing field `format`"), "{foreign}");
    assert!(
        folder
            .refused(&["import", "p.postil", "--format", "jsonl", "gone.jsonl"])
            .contains("gone.jsonl")
    );
    assert!(
        folder
            .refused(&["import", "p.postil", "--format", "jsonl", "."])
            .contains("folder")
    );
    assert_eq!(folder.done(&["list", "p.postil", "--json"]), before);
}

#[test]
fn what_is_there_already_is_listed_and_left() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let before = folder.done(&["list", "p.postil", "--json"]);
    let again = golden("articles.jsonl");
    let said = folder.refused(&[
        "import",
        "p.postil",
        "--format",
        "jsonl",
        again.to_str().unwrap(),
    ]);
    assert_eq!(said.lines().count(), 5, "{said}");
    assert!(
        said.contains("“北京与东京”") && said.contains("article 3"),
        "{said}"
    );
    assert_eq!(folder.done(&["list", "p.postil", "--json"]), before);
}

#[test]
fn an_empty_project_takes_the_scheme_that_comes_along() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.done(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "p",
    ]);
    let scheme = folder
        .read("p.scheme.json")
        .replacen("\"version\": 1", "\"version\": 4", 1);
    folder.write("p.scheme.json", &scheme);
    folder.done(&["new", "empty.postil"]);
    let said = folder.run(&["import", "empty.postil", "--format", "jsonl", "p.jsonl"]);
    assert!(
        said.code == 0 && said.err.contains("took the scheme"),
        "{said:?}"
    );
    folder.done(&[
        "export",
        "empty.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "e",
    ]);
    assert_eq!(folder.read("e.scheme.json"), scheme);
    let full = folder.run(&["import", "p.postil", "--format", "jsonl", "e.jsonl"]);
    assert!(full.err.contains("kept its own"), "{full:?}");
}

#[test]
fn keys_and_labels_that_are_not_known_are_said() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let odd = articles()
        .replacen("\"title\":", "\"mood\":1,\"title\":", 1)
        .replacen("\"label\":\"cue\"", "\"label\":\"verb\"", 1);
    folder.write("odd.jsonl", odd);
    let said = folder.run(&["import", "p.postil", "--format", "jsonl", "odd.jsonl"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("mood") && said.err.contains("verb"),
        "{said:?}"
    );
    super::folder::assert_sentences(&said.err);
}

#[test]
fn an_entity_that_differs_is_kept_as_it_is_and_said() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let line = articles().lines().next().unwrap().to_owned();
    // Another article that mentions the same entity by another role.
    let other = r#"{"format":"postil/1","uid":"0199c82c-c001-7fff-8101-010101010101","sha256":"SHA","title":"Ruiz","text":"Ruiz\n","metadata":{},"language":null,"paragraphs":[],"zones":[],"entities":[ENTITY],"scheme":{"uid":"claims-speakers-places","version":1},"layers":[]}"#;
    let start = line.find("\"entities\":[").unwrap() + "\"entities\":[".len();
    let end = start + line[start..].find('}').unwrap();
    let end = end + 1 + line[end + 1..].find('}').unwrap() + 1;
    let entity = line[start..end].replace("Mayor", "Minister");
    assert!(
        entity.contains("Minister") && entity.ends_with('}'),
        "{entity}"
    );
    let other = other
        .replace("SHA", &postil_core::text::sha256("Ruiz\n"))
        .replace("ENTITY", &entity);
    folder.write("other.jsonl", other);
    let said = folder.run(&["import", "p.postil", "--format", "jsonl", "other.jsonl"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("1 entity") && said.err.contains("Ana Ruiz"),
        "{said:?}"
    );
    assert!(
        folder
            .done(&["show", "p.postil", "1", "--json"])
            .contains("\"role_title\":\"Mayor\"")
    );
}

#[test]
fn what_the_project_refuses_leaves_no_scheme_behind() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    folder.write("rain.txt", "Rain is expected in Oster.");
    folder.done(&["add", "p.postil", "rain.txt"]);
    folder.done(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "before",
    ]);
    let scheme = folder.read("before.scheme.json");
    folder.write(
        "twice.scheme.json",
        scheme.replacen("\"version\": 1", "\"version\": 4", 1),
    );
    // A span of the second article has the uid of one of the first.
    let twice = articles().replacen(
        "0199c82c-c004-7202-8202-020202020202",
        "0199c82c-c009-7101-8101-010101010101",
        1,
    );
    assert_ne!(twice, articles());
    folder.write("twice.jsonl", twice);
    folder.refused(&["import", "p.postil", "--format", "jsonl", "twice.jsonl"]);
    folder.done(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "after",
    ]);
    assert_eq!(folder.read("after.scheme.json"), scheme);
    assert_eq!(folder.read("after.jsonl"), folder.read("before.jsonl"));
    folder.done(&["check", "p.postil"]);
}

#[test]
fn claims_that_are_parts_of_each_other_come_in_and_are_said() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let claim = |number: u32| format!("0199c82c-c0{number:02x}-7101-8101-010101010101");
    // The outer claim of the first article becomes a part of its own part.
    let said_by = |kind: &str, to: u32| {
        let (from, to) = (claim(0x0d), claim(to));
        format!("\"kind\":\"{kind}\",\"from\":\"{from}\",\"to\":{{\"span\":\"{to}\"}}")
    };
    let circle = articles().replacen(&said_by("said_by", 0x0e), &said_by("part_of", 0x0f), 1);
    assert_ne!(circle, articles());
    folder.write("circle.jsonl", circle);
    let said = folder.run(&["import", "p.postil", "--format", "jsonl", "circle.jsonl"]);
    assert_eq!(said.code, 0, "{said:?}");
    super::folder::assert_sentences(&said.err);
    assert!(
        said.err.contains("2 claims are parts of themselves"),
        "{said:?}"
    );
    folder.done(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "out",
    ]);
    assert!(folder.read("out.jsonl").contains(&said_by("part_of", 0x0f)));
    let check = folder.run(&["check", "p.postil"]);
    assert_eq!(check.code, 1, "{check:?}");
    for claim in [claim(0x0d), claim(0x0f)] {
        assert!(
            check.out.contains(&claim) || check.err.contains(&claim),
            "{check:?}"
        );
    }
}

#[test]
fn foreign_names_are_mapped_left_out_or_added() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("brat")).unwrap();
    folder.write(
        "brat/mills.txt",
        "The mills will open again, the mayor of Oster said.\n",
    );
    folder.write(
        "brat/mills.ann",
        "T1\tAssertion 0 25\tThe mills will open again\nT2\tSpeaker 27 45\tthe mayor of Oster\n\
         T3\tTown 40 45\tOster\nR1\tutteredBy Arg1:T1 Arg2:T2\n",
    );
    let import = |name: &str, more: &[&str]| {
        folder.done(&["new", name]);
        let arguments = ["import", name, "--format", "brat", "brat"];
        folder.run(&[&arguments[..], more].concat())
    };
    let marked = |name: &str| {
        let article: Value =
            serde_json::from_str(&folder.done(&["show", name, "1", "--json"])).unwrap();
        let layer = &article["layers"][0];
        let of = |rows: &str, key: &str| {
            let rows = layer[rows].as_array().unwrap().iter();
            rows.map(|row| row[key].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        (of("spans", "label"), of("links", "kind"))
    };
    let both = |labels: &str, links: &str| (labels.to_owned(), links.to_owned());

    let said = import("same.postil", &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(
        marked("same.postil"),
        both("Assertion Speaker Town", "utteredBy")
    );

    folder.write(
        "map.tsv",
        "# ours\nAssertion\tclaim\nSpeaker=speaker\nutteredBy\tsaid_by\n",
    );
    let said = import(
        "mapped.postil",
        &["--map-file", "map.tsv", "--map", "Town="],
    );
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("Left out as you asked: 1 span"),
        "{said:?}"
    );
    assert_eq!(marked("mapped.postil"), both("claim speaker", "said_by"));

    let said = import(
        "added.postil",
        &["--map", "Assertion=claim", "--add-labels"],
    );
    assert_eq!(said.code, 0, "{said:?}");
    folder.done(&[
        "export",
        "added.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "added",
    ]);
    let scheme: Value = serde_json::from_str(&folder.read("added.scheme.json")).unwrap();
    let labels = scheme["labels"].as_array().unwrap();
    assert!(labels.iter().any(|label| label["id"] == "Town"));
    assert!(labels.iter().all(|label| label["id"] != "Assertion"));
    folder.done(&["check", "added.postil"]);

    let said = folder.refused(&[
        "import",
        "added.postil",
        "--format",
        "brat",
        "brat",
        "--map",
        "Town=village",
    ]);
    assert!(said.contains("village") && said.contains("claim"), "{said}");
    folder.write("bad.tsv", "Assertion\n");
    let said = folder.refused(&[
        "import",
        "added.postil",
        "--format",
        "brat",
        "brat",
        "--map-file",
        "bad.tsv",
    ]);
    assert!(said.contains("line 1"), "{said}");
}

#[test]
fn attributes_and_values_are_mapped_by_their_names() {
    let folder = Folder::new();
    folder.write("mills.txt", "The mills will open again, she said.\n");
    folder.write(
        "mills.ann",
        "T1\tAssertion 0 25\tThe mills will open again\nA1\tsure T1 very\nA2\tform T1 quoted\n",
    );
    let import = |name: &str, more: &[&str]| {
        folder.done(&["new", name]);
        let arguments = ["import", name, "--format", "brat", "mills.ann"];
        folder.run(&[&arguments[..], &["--map", "Assertion=claim"], more].concat())
    };
    let values = |name: &str| {
        let article: Value =
            serde_json::from_str(&folder.done(&["show", name, "1", "--json"])).unwrap();
        article["layers"][0]["spans"][0]["attributes"].clone()
    };

    let said = import("kept.postil", &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("claim.form.quoted, claim.sure"),
        "{said:?}"
    );
    assert_eq!(
        values("kept.postil"),
        json!({"form": "quoted", "sure": "very"})
    );

    let map = [
        "--map",
        "Assertion.sure=commitment",
        "--map",
        "Assertion.sure.very=asserted",
        "--map",
        "Assertion.form.quoted=",
    ];
    let said = import("mapped.postil", &map);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("1 value"), "{said:?}");
    assert_eq!(values("mapped.postil"), json!({"commitment": "asserted"}));

    let said = import("added.postil", &["--add-labels"]);
    assert!(said.err.contains("2 names were added"), "{said:?}");
    assert_eq!(
        values("added.postil"),
        json!({"form": "quoted", "sure": "very"})
    );
    folder.done(&["check", "added.postil"]);

    let said = import("refused.postil", &["--map", "Assertion.sure=certain"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("commitment"), "{said:?}");
}
