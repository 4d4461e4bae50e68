//! Files that come in, and files that do not.

use super::folder::{Folder, golden};

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
    folder.done(&["export", "p.postil", "--format", "jsonl", "--out", "p"]);
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
    folder.done(&["export", "empty.postil", "--format", "jsonl", "--out", "e"]);
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
