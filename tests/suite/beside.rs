//! While the window has the project open.

use super::folder::{Folder, golden};
use postil_store::{Access, Project};

#[test]
fn readers_work_beside_a_writer_and_a_second_writer_is_told() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let open = Project::open(&folder.path("p.postil"), Access::Write).unwrap();
    assert_eq!(folder.done(&["list", "p.postil"]).lines().count(), 5);
    folder.done(&["show", "p.postil", "1"]);
    folder.done(&["check", "p.postil"]);
    folder.export("p.postil", "jsonl", "beside");
    let kept = std::fs::read_to_string(golden("articles.jsonl")).unwrap();
    assert_eq!(folder.read("beside.jsonl"), kept);
    folder.write("a.txt", "Rain");
    let busy = folder.refused(&["add", "p.postil", "a.txt"]);
    assert!(busy.contains("open in another"), "{busy}");
    let articles = golden("articles.jsonl");
    let busy = folder.refused(&[
        "import",
        "p.postil",
        "--format",
        "jsonl",
        articles.to_str().unwrap(),
    ]);
    assert!(busy.contains("open in another"), "{busy}");
    open.close().unwrap();
    folder.done(&["add", "p.postil", "a.txt"]);
}
