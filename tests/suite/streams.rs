//! `-`: standard output and standard input instead of files.

use super::folder::{Folder, Said, assert_sentences, golden, said};
use postil_store::{Access, Project};
use std::io::Write;
use std::process::Stdio;

/// Runs with something on standard input.
fn fed(folder: &Folder, arguments: &[&str], input: &[u8]) -> Said {
    let mut child = folder
        .command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = child.stdin.take().unwrap();
    let input = input.to_vec();
    let typing = std::thread::spawn(move || {
        // It may end before it has read all.
        let _unread = typed.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    typing.join().unwrap();
    said(output)
}

#[test]
fn an_export_goes_to_standard_output_and_comes_in_from_standard_input() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    // As the window has it open.
    let open = Project::open(&folder.path("p.postil"), Access::Write).unwrap();
    let out = folder.run(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "jsonl",
        "--out",
        "-",
    ]);
    assert_eq!(out.code, 0, "{out:?}");
    let kept = std::fs::read_to_string(golden("articles.jsonl")).unwrap();
    assert_eq!(out.out, kept);
    assert!(out.err.contains(".entities.jsonl"), "{out:?}");
    assert_sentences(&out.err);
    open.close().unwrap();

    folder.done(&["new", "q.postil"]);
    let import = ["import", "q.postil", "--format", "jsonl", "-"];
    let said = fed(&folder, &import, out.out.as_bytes());
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(folder.done(&["list", "q.postil", "--json"]), kept);
    assert!(folder.done(&["check", "q.postil"]).contains("whole"));
}

fn export<'a>(format: &'a str, out: &[&'a str]) -> Vec<&'a str> {
    let mut words = vec![
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        format,
        "--out",
    ];
    words.extend(out);
    words
}

#[test]
fn formats_of_one_file_stream_and_folders_refuse() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    for format in ["csv", "doccano", "label-studio", "spacy"] {
        let out = folder.done(&export(format, &["-"]));
        folder.done(&export(format, &[format]));
        let main = match format {
            "csv" => "csv.claims.csv".to_owned(),
            "label-studio" => "label-studio.label-studio.json".to_owned(),
            other => format!("{other}.{other}.jsonl"),
        };
        assert_eq!(out, folder.read(&main), "{format}");
    }
    let workbook = folder
        .command(&export("xlsx", &["-"]))
        .output()
        .unwrap()
        .stdout;
    assert!(workbook.starts_with(b"PK"));
    for format in ["brat", "conll", "cas-json", "cas-xmi", "hf"] {
        let said = folder.run(&export(format, &["-"]));
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
        assert!(said.err.contains("fills a folder"), "{said:?}");
        assert_sentences(&said.err);
    }
    let parts = folder.refused(&export("jsonl", &["-", "--split", "a=1,b=1"]));
    assert!(parts.contains("files of their own"), "{parts}");
}

#[test]
fn texts_can_be_left_out_of_standard_output_too() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let out = folder.done(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "jsonl",
        "--out",
        "-",
        "--without-text",
    ]);
    assert_eq!(out.lines().count(), 5);
    assert!(out.lines().all(|line| line.contains("postil/1-withheld")));
}

#[test]
fn the_report_of_a_stream_is_json_on_standard_error() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let out = folder.run(&[
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "csv",
        "--out",
        "-",
        "--json",
    ]);
    assert!(out.out.starts_with("\"article_id\""), "{out:?}");
    let report: serde_json::Value = serde_json::from_str(&out.err).unwrap();
    assert_eq!(report["format"], "csv");
    assert_eq!(report["files"], serde_json::json!([]));
    assert!(report["losses"].as_array().unwrap().len() > 1, "{report}");
}

#[test]
fn refusals_name_standard_input_and_not_a_file_nobody_made() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let import = |format: &'static str| ["import", "p.postil", "--format", format, "-"];
    let said = fed(&folder, &import("jsonl"), b"{\"format\":\"postil/9\"}\n");
    assert_eq!(said.code, 1, "{said:?}");
    assert!(
        said.err.contains("standard input, line 1") && !said.err.contains("/tmp"),
        "{said:?}"
    );
    let said = fed(&folder, &import("brat"), b"T1\tclaim 0 1\tx\n");
    assert_eq!(said.code, 1, "{said:?}");
    assert_sentences(&said.err);
    assert_eq!(folder.done(&["list", "p.postil"]), "");
}

#[test]
fn an_article_comes_from_standard_input() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let text = fed(
        &folder,
        &["add", "p.postil", "-"],
        "Rain\nمطر «غزير»\n".as_bytes(),
    );
    assert_eq!((text.code, text.out.as_str()), (0, "1\tRain\n"), "{text:?}");
    let table = b"title;body\nSun;It shone all day, she said.\n";
    let add = [
        "add",
        "p.postil",
        "-",
        "--kind",
        "csv",
        "--text-column",
        "body",
        "--json",
    ];
    let table = fed(&folder, &add, table);
    assert_eq!(table.code, 0, "{table:?}");
    let report: serde_json::Value = serde_json::from_str(&table.out).unwrap();
    assert_eq!(report["files"][0]["path"], "standard input");
    assert_eq!(report["files"][0]["kind"], "csv");
    assert_eq!(report["files"][0]["added"][0]["title"], "Sun");
    let nothing = fed(&folder, &["add", "p.postil", "-"], b"\n");
    assert_eq!(nothing.code, 1, "{nothing:?}");
    assert!(nothing.err.contains("standard input"), "{nothing:?}");
    assert_eq!(folder.run(&["add", "p.postil", "-", "--kind", "x"]).code, 2);
}

#[test]
fn texts_are_put_in_again_on_the_way_from_one_program_to_the_next() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let all = [
        "export",
        "p.postil",
        "--all",
        "--with-names",
        "--format",
        "jsonl",
        "--out",
        "-",
    ];
    let whole = folder.done(&all);
    let thin = folder.done(&[&all[..], &["--without-text"]].concat());
    assert_ne!(thin, whole);
    let rejoin = ["rejoin", "-", "--texts", "p.postil", "--out", "-"];
    let said = fed(&folder, &rejoin, thin.as_bytes());
    assert_eq!((said.code, said.out), (0, whole), "{}", said.err);
    assert_sentences(&said.err);
}
