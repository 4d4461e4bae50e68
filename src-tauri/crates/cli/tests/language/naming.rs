//! Texts and tables as people have them.

use std::path::PathBuf;
use std::process::{Command, Output};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_postil"))
            .arg("language")
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap()
    }

    fn rows(&self, arguments: &[&str]) -> Vec<Vec<String>> {
        let output = self.run(arguments);
        assert!(output.status.success(), "{output:?}");
        let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
        let out = String::from_utf8(output.stdout).unwrap();
        out.lines().map(cells).collect()
    }
}

const TURKISH: &str = "Belediye başkanı, yeni köprünün gelecek ay açılacağını söyledi.";

#[test]
fn a_line_for_each_paragraph_and_each_part_in_another_script() {
    let folder = Folder::new();
    let content = format!(
        "\u{feff}{TURKISH}\r\n\r\nOK\r\nThe mayor told reporters who had waited since the morning: «мост откроют в следующем месяце».\r\n"
    );
    folder.write("a.txt", content);
    let rows = folder.rows(&["a.txt"]);
    let tags: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(tags, ["tr", "und", "en", "  ru"]);
    assert_eq!(rows[0][2], TURKISH);
    assert_eq!(rows[3][2], "мост откроют в следующем месяце");
}

#[test]
fn a_table_is_answered_row_by_row_and_article_by_article() {
    let folder = Folder::new();
    let content = format!(
        "article\tparagraph\ttext\n7\t0\t{TURKISH}\n7\t1\tAnkara'da tören\n8\t3\t12\n8\t4\ta\tb\n"
    );
    folder.write("a.TSV", content);
    let rows = folder.rows(&["a.TSV"]);
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[0][..3], ["7", "0", "tr"]);
    assert_eq!(rows[1][..3], ["7", "1", "tr"]);
    assert_eq!(rows[2], ["8", "3", "und", "0.000"]);
    assert!(rows.iter().all(|row| row.len() == 4));
    let strict = folder.rows(&["a.TSV", "--threshold", "1"]);
    assert!(strict.iter().all(|row| row[2] == "und"));
    assert_eq!(strict[0][3], rows[0][3]);
}

#[test]
fn what_cannot_be_read_is_refused_in_a_sentence() {
    let folder = Folder::new();
    folder.write("latin1.txt", b"caf\xe9");
    folder.write("two.tsv", "1\t2\t3\n1\t2\n");
    let said = |arguments: &[&str], code: i32| {
        let output = folder.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["latin1.txt"], 1).contains("byte 4"));
    assert!(said(&["two.tsv"], 1).contains("two.tsv, line 2"));
    assert!(said(&["none.txt"], 1).contains("none.txt"));
    said(&["none.txt", "--threshold", "1.5"], 2);
}
