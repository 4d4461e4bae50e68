//! A whole project of INCEpTION.

use super::folder::{Folder, corpus};
use serde_json::Value;

#[test]
fn a_project_of_inception_comes_in_with_a_layer_for_everybody() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let project = corpus("corpus/inception/project.zip");
    let import = [
        "import",
        "p.postil",
        "--format",
        "cas-xmi",
        project.to_str().unwrap(),
    ];
    folder.done(&import);
    let listed = folder.done(&["list", "p.postil", "--json"]);
    let mut whose: Vec<(String, String, usize)> = listed
        .lines()
        .flat_map(|line| {
            let article: Value = serde_json::from_str(line).unwrap();
            article["layers"].as_array().unwrap().clone()
        })
        .map(|layer| {
            let name = layer["annotator"]["name"].as_str().unwrap().to_owned();
            let kind = layer["kind"].as_str().unwrap().to_owned();
            (name, kind, layer["spans"].as_array().unwrap().len())
        })
        .collect();
    whose.sort();
    let expected = [
        ("CURATION_USER", "gold", 2),
        ("ada", "annotation", 2),
        ("ada", "annotation", 2),
        ("bo", "annotation", 2),
        ("cem", "annotation", 0),
    ]
    .map(|(name, kind, spans)| (name.to_owned(), kind.to_owned(), spans));
    assert_eq!(whose, expected);
    assert!(folder.done(&["check", "p.postil"]).contains("whole"));
    // The same zip on standard input is the same project.
    folder.done(&["new", "q.postil"]);
    let zip = std::fs::File::open(&project).unwrap();
    let status = folder
        .command(&["import", "q.postil", "--format", "cas-xmi", "-"])
        .stdin(zip)
        .status()
        .unwrap();
    assert!(status.success());
    let other = folder.done(&["list", "q.postil"]);
    assert_eq!(other, folder.done(&["list", "p.postil"]));
}
