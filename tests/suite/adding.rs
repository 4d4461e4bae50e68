//! Text files as people have them.

use super::folder::Folder;

#[test]
fn what_a_file_may_be_and_what_not() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    folder.write(
        "mark.txt",
        "\u{feff}\r\nRain at last\r\nIt rained, \u{202e}she said\u{202c}.\r\n",
    );
    folder.done(&["add", "p.postil", "mark.txt"]);
    let shown = folder.done(&["show", "p.postil", "Rain"]);
    assert!(shown.starts_with("Rain at last\n"), "{shown}");
    let json = folder.done(&["show", "p.postil", "1", "--json"]);
    assert!(
        json.contains("\"text\":\"\\nRain at last\\nIt rained, \u{202e}she said\u{202c}.\\n\""),
        "{json}"
    );

    folder.write("latin1.txt", b"caf\xe9 closes\n");
    folder.write("utf16.txt", b"\xff\xfeR\0a\0");
    folder.write("empty.txt", "\n  \n");
    folder.write("nul.txt", "a\0b");
    folder.write("huge.txt", "x".repeat(8 * 1024 * 1024 + 1));
    folder.write(
        "again.txt",
        "\nRain at last\nIt rained, \u{202e}she said\u{202c}.\n",
    );
    folder.write("good.txt", "Sun\nIt shone.");
    std::fs::create_dir(folder.path("dir.txt")).unwrap();
    let said = folder.refused(&[
        "add",
        "p.postil",
        "latin1.txt",
        "utf16.txt",
        "empty.txt",
        "nul.txt",
        "huge.txt",
        "again.txt",
        "none.txt",
        "dir.txt",
        "good.txt",
    ]);
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        ("latin1.txt", "byte 4"),
        ("utf16.txt", "byte 1"),
        ("empty.txt", "no text"),
        ("nul.txt", "position 2"),
        ("huge.txt", "8"),
        ("again.txt", "article 1"),
        ("none.txt", ""),
        ("dir.txt", ""),
    ];
    assert_eq!(lines.len(), expected.len(), "{said}");
    for (line, (file, reason)) in lines.iter().zip(expected) {
        assert!(
            line.contains(file) && line.contains(reason),
            "{file}: {line}"
        );
    }
    let list = folder.done(&["list", "p.postil"]);
    assert_eq!(list.lines().count(), 2, "the good one is added: {list}");
    folder.done(&["check", "p.postil"]);
}

#[test]
fn a_project_is_not_made_over_another() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    folder.write("a.txt", "Rain");
    folder.done(&["add", "p.postil", "a.txt"]);
    assert!(folder.refused(&["new", "p.postil"]).contains("p.postil"));
    assert_eq!(folder.done(&["list", "p.postil"]).lines().count(), 1);
    folder.refused(&["new", "none/p.postil"]);
    assert_eq!(folder.run(&["add", "p.postil"]).code, 2);
    assert_eq!(
        folder
            .run(&["export", "p.postil", "--format", "xlsx", "--out", "x"])
            .code,
        2
    );
    assert_eq!(folder.run(&[]).code, 2);
    assert_eq!(folder.run(&["--help"]).code, 0);
}
