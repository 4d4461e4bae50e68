//! Files that are no projects, or no longer.

use super::folder::Folder;

const VERBS: &[&[&str]] = &[
    &["list", "x.postil"],
    &["show", "x.postil", "1"],
    &["check", "x.postil"],
    &["add", "x.postil", "a.txt"],
    &[
        "export", "x.postil", "--all", "--format", "jsonl", "--out", "out",
    ],
    &["import", "x.postil", "--format", "jsonl", "in.jsonl"],
];

/// Every verb refuses the file with a sentence and leaves it as it was.
fn refused_by_all(content: &[u8], because: &str) {
    let folder = Folder::new();
    folder.write("a.txt", "Rain");
    folder.write("in.jsonl", "");
    folder.write("x.postil", content);
    for verb in VERBS {
        let said = folder.refused(verb);
        assert!(said.contains(because), "{verb:?}: {said}");
        assert_eq!(
            std::fs::read(folder.path("x.postil")).unwrap(),
            content,
            "{verb:?}"
        );
    }
    assert!(
        !folder.names().iter().any(|name| name.starts_with("out")),
        "{:?}",
        folder.names()
    );
}

#[test]
fn a_picture_is_no_project() {
    let mut jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xdb".to_vec();
    jpeg.extend((0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8));
    refused_by_all(&jpeg, "not a Postil project");
}

#[test]
fn another_database_is_no_project() {
    let mut database = b"SQLite format 3\0".to_vec();
    database.resize(100, 0);
    refused_by_all(&database, "x.postil");
}

#[test]
fn an_empty_file_and_a_cut_one_are_damaged() {
    refused_by_all(b"", "damaged");
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let mut whole = std::fs::read(folder.path("p.postil")).unwrap();
    whole.truncate(whole.len() / 2);
    let cut = Folder::new();
    cut.write("x.postil", &whole);
    let said = cut.run(&["check", "x.postil"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(!said.err.is_empty() || !said.out.is_empty(), "{said:?}");
}

#[test]
fn a_newer_project_is_named_as_such() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let file = rusqlite::Connection::open(folder.path("p.postil")).unwrap();
    file.execute_batch("PRAGMA user_version = 900; UPDATE project SET readable_by = 900;")
        .unwrap();
    file.close().unwrap();
    refused_by_all(
        &std::fs::read(folder.path("p.postil")).unwrap(),
        "newer version",
    );
}

#[test]
fn a_missing_project_is_not_made() {
    let folder = Folder::new();
    for verb in VERBS {
        assert!(folder.refused(verb).contains("x.postil"), "{verb:?}");
    }
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}
