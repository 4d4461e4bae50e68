//! A folder of its own for each journey, and `postil` run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub const POSTIL: &str = env!("CARGO_BIN_EXE_postil");

/// Where a journey takes place.
pub struct Folder(TempDir);

/// What a run said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(POSTIL);
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env("POSTIL_HOME", self.path("home"))
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().unwrap())
    }

    /// Exports all articles of a project, with the names of annotators.
    pub fn export(&self, project: &str, format: &str, out: &str) -> String {
        self.done(&[
            "export",
            project,
            "--all",
            "--with-names",
            "--format",
            format,
            "--out",
            out,
        ])
    }

    /// Runs what must be done without a refusal; its standard output.
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{arguments:?}: {said:?}");
        said.out
    }

    /// Runs what must be refused; the sentences.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 1, "{arguments:?}: {said:?}");
        assert_sentences(&said.err);
        said.err
    }

    /// A project with the articles and annotations that are kept in
    /// `tests/golden`.
    pub fn golden_project(&self, name: &str) {
        let articles = golden("articles.jsonl");
        self.done(&["new", name]);
        self.done(&[
            "import",
            name,
            "--format",
            "jsonl",
            articles.to_str().unwrap(),
        ]);
    }
}

pub fn golden(name: &str) -> PathBuf {
    corpus("golden/jsonl").join(name)
}

pub fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../tests")
        .join(name)
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Every line is a sentence, and no bare key of a missing word.
pub fn assert_sentences(err: &str) {
    assert!(!err.is_empty());
    for line in err.lines() {
        let sentence = line
            .strip_prefix("postil: ")
            .unwrap_or_else(|| panic!("{line}"));
        assert!(sentence.ends_with(['.', ')']), "{line}");
        let first = sentence.split(' ').next().unwrap();
        let bare = ["problem-", "hint-", "said-", "note-", "loss-"];
        assert!(!bare.iter().any(|start| first.starts_with(start)), "{line}");
        assert!(
            !sentence.contains("{$") && !sentence.contains(".."),
            "{line}"
        );
    }
}
