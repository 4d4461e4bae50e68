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

    folder.write("empty.txt", "\n  \n");
    folder.write("nul.txt", "a\0b and some more\n");
    folder.write("huge.txt", "x".repeat(8 * 1024 * 1024 + 1));
    folder.write(
        "again.txt",
        "\nRain at last\nIt rained, \u{202e}she said\u{202c}.\n",
    );
    folder.write("good.txt", "Sun\nIt shone.");
    folder.write("picture.txt", b"\x89PNG\r\n\x1a\n");
    folder.write("sheet.xyz", "a");
    std::fs::create_dir(folder.path("dir.txt")).unwrap();
    let said = folder.refused(&[
        "add",
        "p.postil",
        "empty.txt",
        "nul.txt",
        "huge.txt",
        "again.txt",
        "none.txt",
        "dir.txt",
        "good.txt",
        "picture.txt",
        "sheet.xyz",
    ]);
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        ("empty.txt", "no text"),
        ("nul.txt", "position 2"),
        ("huge.txt", "8"),
        ("again.txt", "article 1"),
        ("none.txt", "no file"),
        ("picture.txt", "picture"),
        ("sheet.xyz", ".docx"),
        ("dir.txt", "no file"),
        ("", "9 files; 7 files were refused"),
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
fn texts_of_any_encoding_come_in_and_the_encoding_is_said() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    folder.write("wide.txt", b"\xff\xfeR\0a\0i\0n\0");
    // "Дождь в городе. Мэр сказал, что вода уходит." in windows-1251.
    let russian = b"\xc4\xee\xe6\xe4\xfc \xe2 \xe3\xee\xf0\xee\xe4\xe5. \xcc\xfd\xf0 \
        \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xe2\xee\xe4\xe0 \xf3\xf5\xee\xe4\xe8\xf2.";
    folder.write("russian.txt", russian);
    let said = folder.run(&["add", "p.postil", "wide.txt", "russian.txt", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let files = json["files"].as_array().unwrap();
    assert_eq!(files[0]["encoding"]["name"], "UTF-16LE");
    assert_eq!(files[0]["encoding"]["found_by"], "mark");
    assert_eq!(files[0]["added"][0]["title"], "Rain");
    assert_eq!(files[1]["encoding"]["name"], "windows-1251");
    assert_eq!(files[1]["notes"][0]["key"], "note-file-encoding-guessed");
    let shown = folder.done(&["show", "p.postil", "2"]);
    assert!(shown.contains("Дождь в городе. Мэр"), "{shown}");

    let chosen = folder.run(&["add", "p.postil", "russian.txt", "--encoding", "KOI8-R"]);
    assert_eq!((chosen.code, chosen.err.as_str()), (0, ""), "{chosen:?}");
    let unknown = folder.refused(&["add", "p.postil", "russian.txt", "--encoding", "cp0"]);
    assert!(unknown.contains("cp0"), "{unknown}");
    assert_eq!(folder.done(&["list", "p.postil"]).lines().count(), 3);
}

#[test]
fn folders_and_pages_come_in_and_a_second_time_is_refused() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    std::fs::create_dir_all(folder.path("in/deep")).unwrap();
    folder.write(
        "in/deep/mills.html",
        "<html><head><title>Mills reopen</title><meta name=author content='Ilse Brandt'>\
         <script>alert(1)</script></head><body><h1>Mills reopen</h1><p>The mills open.</p>",
    );
    folder.write("in/rain.txt", "Rain\nIt rained.");
    folder.write("in/notes.xyz", "nothing");
    let said = folder.run(&["add", "p.postil", "in"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "1\tMills reopen\n2\tRain\n"),
        "{said:?}"
    );
    let json = folder.done(&["show", "p.postil", "1", "--json"]);
    assert!(
        json.contains("Ilse Brandt") && !json.contains("alert"),
        "{json}"
    );
    let again = folder.run(&["add", "p.postil", "in", "--json"]);
    assert_eq!((again.code, again.err.as_str()), (1, ""), "{again:?}");
    assert!(
        again.out.contains("\"duplicates\":[{\"number\":1"),
        "{again:?}"
    );
    assert_eq!(folder.done(&["list", "p.postil"]).lines().count(), 2);
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
    let wrong = ["add", "p.postil", "a.txt", "--column", "colour=x"];
    assert_eq!(folder.run(&wrong).code, 2);
    assert_eq!(
        folder
            .run(&[
                "export", "p.postil", "--all", "--format", "docx", "--out", "x"
            ])
            .code,
        2
    );
    assert_eq!(folder.run(&[]).code, 2);
    assert_eq!(folder.run(&["--help"]).code, 0);
}

#[test]
fn tables_and_documents_come_in_with_what_was_left_out_said() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    folder.write(
        "t.csv",
        "head,words,when\nRain,It rained.,2026-01-14\nSun,It shone.,2026-01-15\n",
    );
    let said = folder.refused(&["add", "p.postil", "t.csv"]);
    assert!(
        said.contains("--text-column") && said.contains("head, words, when"),
        "{said}"
    );
    assert_eq!(folder.done(&["list", "p.postil"]), "");
    let columns = [
        "--text-column",
        "words",
        "--column",
        "title=head",
        "--column",
        "published=when",
    ];
    let out = folder.done(&[&["add", "p.postil", "t.csv"], &columns[..]].concat());
    assert_eq!(out, "1\tRain\n2\tSun\n");
    let json = folder.done(&["show", "p.postil", "2", "--json"]);
    assert!(json.contains("\"published\":\"2026-01-15\""), "{json}");

    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus/files");
    let document = format!("{corpus}/tracked.docx");
    let said = folder.run(&["add", "p.postil", &document]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "3\tSchool roof repaired\n"),
        "{said:?}"
    );
    assert!(
        said.err.contains("tracked changes") && said.err.contains("(probably)"),
        "{said:?}"
    );
    folder.done(&["check", "p.postil"]);
}

#[test]
fn a_pdf_is_read_apart_and_a_broken_one_says_no_more_than_a_sentence() {
    let folder = Folder::new();
    folder.done(&["new", "p.postil"]);
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus/files");
    let whole = std::fs::read(format!("{corpus}/two-columns.pdf")).unwrap();
    folder.write("whole.pdf", &whole);
    folder.write("cut.pdf", &whole[..whole.len() / 3]);
    // What its objects say of themselves is wrong throughout.
    let wrong: Vec<u8> = whole
        .iter()
        .map(|byte| if *byte == b'1' { b'7' } else { *byte })
        .collect();
    folder.write("wrong.pdf", wrong);
    folder.write("head.pdf", "%PDF-1.4\n");
    let said = folder.run(&[
        "add",
        "p.postil",
        "whole.pdf",
        "cut.pdf",
        "wrong.pdf",
        "head.pdf",
    ]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.starts_with("1\t"), "{said:?}");
    assert!(!said.err.contains("panicked"), "{said:?}");
    for line in said.err.lines() {
        assert!(line.contains(".pdf") || line.contains("refused"), "{line}");
    }
    assert!(said.err.contains("head.pdf"), "{said:?}");
}
