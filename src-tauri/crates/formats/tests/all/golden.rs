//! Files kept in `tests/golden`: what is written may not change unseen.
//! `POSTIL_GOLDEN=write` writes them anew.

use super::{articles, export};
use postil_core::scheme::DEFAULT;
use postil_formats::jsonl::{Reader, read_register, write_article, write_register};
use std::path::PathBuf;

pub fn compare(name: &str, written: &[u8]) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/golden");
    let path = folder.join(name);
    if std::env::var("POSTIL_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, written).unwrap();
    }
    let kept = std::fs::read(&path).unwrap();
    let kept = String::from_utf8(kept).unwrap();
    let written = String::from_utf8(written.to_vec()).unwrap();
    for (at, (kept, written)) in kept.split('\n').zip(written.split('\n')).enumerate() {
        assert_eq!(kept, written, "{name}, line {}", at + 1);
    }
    assert_eq!(kept, written, "{name}");
}

/// A file that is no text, as kept: today's files may differ from it, but it
/// has to be read.
pub fn kept(name: &str, written: &[u8]) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/golden");
    let path = folder.join(name);
    if std::env::var("POSTIL_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, written).unwrap();
    }
    std::fs::read(&path).unwrap()
}

#[test]
fn articles_are_written_as_kept() {
    let mut out = Vec::new();
    for bundle in articles::all() {
        write_article(&mut out, &bundle).unwrap();
    }
    compare("jsonl/articles.jsonl", &out);
    let read: Vec<_> = Reader::new(out.as_slice(), "articles.jsonl".to_owned())
        .map(Result::unwrap)
        .collect();
    assert_eq!(read, articles::all());
}

#[test]
fn the_register_is_written_as_kept_and_comes_back() {
    let register = articles::register();
    let mut out = Vec::new();
    write_register(&mut out, &register).unwrap();
    compare("jsonl/articles.entities.jsonl", &out);
    let (read, unknown) = read_register(out.as_slice(), "register").unwrap();
    assert_eq!(read, register);
    assert!(unknown.is_empty());
}

#[test]
fn claims_are_written_as_kept() {
    let written = export::written("csv", &[]);
    compare("csv/articles.claims.csv", &written.files[".claims.csv"]);
}

#[test]
fn articles_and_what_lies_beside_them_are_written_as_kept() {
    let written = export::written("jsonl", &[]);
    assert_eq!(written.files.len(), 3);
    compare("jsonl/articles.jsonl", &written.files[".jsonl"]);
    compare(
        "jsonl/articles.entities.jsonl",
        &written.files[".entities.jsonl"],
    );
    assert_eq!(written.files[".scheme.json"], DEFAULT.as_bytes());
}
