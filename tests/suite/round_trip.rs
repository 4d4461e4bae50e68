//! Out and in again, and nothing changes.

use super::folder::{Folder, corpus, golden};

#[test]
fn text_files_go_out_and_come_into_another_project_the_same() {
    let folder = Folder::new();
    folder.done(&["new", "one.postil"]);
    let mut files: Vec<String> = std::fs::read_dir(corpus("corpus"))
        .unwrap()
        .map(|entry| entry.unwrap().path().to_str().unwrap().to_owned())
        .filter(|path| path.ends_with(".txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 8);
    let mut arguments = vec!["add", "one.postil"];
    arguments.extend(files.iter().map(String::as_str));
    folder.done(&arguments);
    assert_eq!(
        folder.done(&["list", "one.postil"]).lines().count(),
        files.len()
    );
    folder.export("one.postil", "jsonl", "one");
    folder.done(&["new", "two.postil"]);
    folder.done(&["import", "two.postil", "--format", "jsonl", "one.jsonl"]);
    folder.export("two.postil", "jsonl", "two.jsonl");
    for end in ["jsonl", "scheme.json", "entities.jsonl"] {
        let (one, two) = (
            folder.read(&format!("one.{end}")),
            folder.read(&format!("two.{end}")),
        );
        assert_eq!(one, two, "{end}");
    }
    assert_eq!(folder.read("one.jsonl").lines().count(), files.len());
    assert!(folder.done(&["check", "two.postil"]).contains("whole"));
}

#[test]
fn annotations_of_every_shape_come_out_byte_for_byte() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.export("p.postil", "jsonl", "p");
    let kept = std::fs::read_to_string(golden("articles.jsonl")).unwrap();
    assert_eq!(folder.read("p.jsonl"), kept);
    assert_eq!(folder.done(&["list", "p.postil", "--json"]), kept);
    folder.done(&["new", "again.postil"]);
    folder.done(&["import", "again.postil", "--format", "jsonl", "p.jsonl"]);
    folder.export("again.postil", "jsonl", "again");
    assert_eq!(folder.read("again.jsonl"), kept);
    assert_eq!(
        folder.read("again.entities.jsonl"),
        folder.read("p.entities.jsonl")
    );
    assert!(folder.read("p.entities.jsonl").contains("affiliated_with"));
    folder.done(&["check", "again.postil"]);
}

#[test]
fn the_order_of_the_file_stays_the_order_of_the_project() {
    let folder = Folder::new();
    let kept = std::fs::read_to_string(golden("articles.jsonl")).unwrap();
    let turned: String = kept.split_inclusive('\n').rev().collect();
    folder.write("turned.jsonl", &turned);
    folder.done(&["new", "p.postil"]);
    folder.done(&["import", "p.postil", "--format", "jsonl", "turned.jsonl"]);
    assert_eq!(folder.done(&["list", "p.postil", "--json"]), turned);
}

#[test]
fn the_table_of_claims_is_the_one_that_is_kept() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let said = folder.run(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "csv",
        "--out",
        "p.csv",
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.out
            .ends_with("p.claims.csv\np.claims.csv.losses.tsv\n"),
        "{said:?}"
    );
    assert!(said.err.contains("12 claims of 5 articles"), "{said:?}");
    assert!(said.err.contains("9 cells"), "losses are said: {said:?}");
    super::folder::assert_sentences(&said.err);
    let kept = std::fs::read_to_string(corpus("golden/csv/articles.claims.csv")).unwrap();
    assert_eq!(folder.read("p.claims.csv"), kept);
    let piped = folder.export("p.postil", "csv", "-");
    assert_eq!(piped, kept);
}

#[test]
fn a_table_without_a_row_is_not_written() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let places = |out| {
        let filter = [
            "--all",
            "--with-names",
            "--label",
            "place",
            "--format",
            "csv",
            "--out",
            out,
        ];
        folder.run(&[&["export", "p.postil"][..], &filter].concat())
    };
    for out in ["places.csv", "-"] {
        let said = places(out);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
        assert!(said.err.contains("none of the 5 articles"), "{said:?}");
    }
    let left = std::fs::read_dir(folder.path(".")).unwrap();
    let names = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(!names.into_iter().any(|name| name.contains("places")));
}

#[test]
fn one_annotator_or_what_is_done_can_be_chosen() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let bela = folder.done(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "jsonl",
        "--out",
        "-",
        "--annotator",
        "Bela",
    ]);
    assert_eq!(bela.lines().count(), 5);
    assert!(bela.contains("\"name\":\"Bela\"") && !bela.contains("\"name\":\"Ada\""));
    let done = folder.done(&[
        "export",
        "p.postil",
        "--with-names",
        "--format",
        "jsonl",
        "--out",
        "-",
    ]);
    assert_eq!(done.lines().count(), 3, "two done, one gold");
    assert!(!done.contains("\"status\":\"started\""));
    let nobody = folder.refused(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "csv",
        "--out",
        "x",
        "--annotator",
        "Zoe",
    ]);
    assert!(
        nobody.contains("Ada") && nobody.contains("Bela"),
        "{nobody}"
    );
}
