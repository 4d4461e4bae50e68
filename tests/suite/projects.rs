//! Other projects as imports.

use super::folder::{Folder, assert_sentences, golden};
use postil_store::{Access, Project};

#[test]
fn a_project_comes_in_whole_while_it_is_open_elsewhere() {
    let folder = Folder::new();
    folder.golden_project("hers.postil");
    let open = Project::open(&folder.path("hers.postil"), Access::Write).unwrap();
    folder.done(&["new", "all.postil"]);
    let import = [
        "import",
        "all.postil",
        "--format",
        "postil",
        "hers.postil",
        "--json",
    ];
    let report: serde_json::Value = serde_json::from_str(&folder.done(&import)).unwrap();
    assert_eq!(report["format"], "postil");
    assert_eq!(report["added"].as_array().unwrap().len(), 5);
    open.close().unwrap();
    assert_eq!(
        folder.done(&["list", "all.postil", "--json"]),
        folder.done(&["list", "hers.postil", "--json"])
    );
    folder.done(&[
        "export",
        "all.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "all",
    ]);
    folder.done(&[
        "export",
        "hers.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "hers",
    ]);
    assert_eq!(
        folder.read("all.scheme.json"),
        folder.read("hers.scheme.json")
    );
    assert_eq!(
        folder.read("all.entities.jsonl"),
        folder.read("hers.entities.jsonl")
    );
    assert!(folder.done(&["check", "all.postil"]).contains("whole"));
}

#[test]
fn two_projects_are_one_step_and_the_same_articles_are_told() {
    let folder = Folder::new();
    folder.golden_project("hers.postil");
    folder.done(&["new", "his.postil"]);
    folder.write("rain.txt", "Rain\nIt rained, she said.\n");
    folder.done(&["add", "his.postil", "rain.txt"]);
    folder.done(&["new", "all.postil"]);
    let import = |from: &'static [&'static str]| {
        let mut words = vec!["import", "all.postil", "--format", "postil"];
        words.extend(from);
        folder.run(&words)
    };
    let both = import(&["his.postil", "hers.postil"]);
    assert_eq!(both.code, 0, "{both:?}");
    assert_eq!(folder.done(&["list", "all.postil"]).lines().count(), 6);
    let again = import(&["hers.postil"]);
    assert_eq!((again.code, again.err.lines().count()), (1, 5), "{again:?}");
    assert_sentences(&again.err);

    let file = std::fs::read_to_string(golden("articles.jsonl")).unwrap();
    folder.done(&["new", "third.postil"]);
    let line = file.lines().next().unwrap();
    folder.write("one.jsonl", format!("{line}\n"));
    folder.done(&["import", "third.postil", "--format", "jsonl", "one.jsonl"]);
    let scheme = std::fs::read_to_string(folder.path("hers.scheme.json"));
    assert!(scheme.is_err(), "nothing of the way here is left");
    assert!(!folder.names().iter().any(|name| name.contains("articles")));
}

#[test]
fn another_scheme_is_told_with_the_name_of_its_project() {
    let folder = Folder::new();
    folder.golden_project("hers.postil");
    folder.done(&[
        "export",
        "hers.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "hers",
    ]);
    let scheme = folder
        .read("hers.scheme.json")
        .replacen("\"version\": 1", "\"version\": 4", 1);
    folder.write("four.json", scheme);
    folder.done(&["new", "his.postil", "--scheme", "four.json"]);
    folder.write("rain.txt", "Rain\nIt rained, she said.\n");
    folder.done(&["add", "his.postil", "rain.txt"]);
    let said = folder.run(&["import", "hers.postil", "--format", "postil", "his.postil"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("kept its own") && said.err.contains("his.postil"),
        "{said:?}"
    );
    assert!(!said.err.contains("articles.scheme"), "{said:?}");
}

#[test]
fn what_is_no_other_project_is_refused() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.write("x.postil", "nothing");
    let import =
        |from: &'static str| folder.refused(&["import", "p.postil", "--format", "postil", from]);
    assert!(import("p.postil").contains("this project itself"));
    assert!(import("./p.postil").contains("this project itself"));
    assert!(import("gone.postil").contains("gone.postil"));
    assert!(import("x.postil").contains("x.postil"));
    assert_eq!(folder.done(&["list", "p.postil"]).lines().count(), 5);
}
