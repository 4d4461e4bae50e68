//! Whatever the bytes: an answer, in bounded time, and texts without what no text has.

use super::corpus::file;
use super::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::time::{Duration, Instant};

/// All readers together are tried this long, in seconds, unless `POSTIL_TRY_SECONDS` says
/// otherwise.
const SECONDS: u64 = 9;
/// How many readers there are, each for its share of the time.
const READERS: u32 = 9;

/// How long one reader is tried.
fn share() -> Duration {
    let given = std::env::var("POSTIL_TRY_SECONDS").ok();
    let seconds = given.and_then(|given| given.parse().ok());
    Duration::from_secs(seconds.unwrap_or(SECONDS)) / READERS
}

fn answers(name: &str, bytes: &[u8]) {
    let began = Instant::now();
    if let Ok(reading) = read_plain(name, bytes) {
        for article in &reading.articles {
            assert!(!article.text.trim().is_empty(), "{name}");
        }
        assert!(!reading.articles.is_empty() || reading.needs_text_column());
    }
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{name}: {bytes:?}"
    );
}

/// A file with some of its bytes changed, taken away or put in twice.
fn changed(whole: &[u8], changes: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for (at, how, byte) in changes {
        let at = at % bytes.len().max(1);
        match how % 4 {
            0 => bytes[at] = *byte,
            1 => bytes[at] ^= 1 << (byte % 8),
            2 => {
                let end = (at + usize::from(*byte)).min(bytes.len());
                drop(bytes.drain(at..end));
            }
            _ => {
                let end = (at + usize::from(*byte)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
        if bytes.is_empty() {
            bytes.push(*byte);
        }
    }
    bytes
}

fn try_reader(name: &str, seeds: &[Vec<u8>]) {
    let end = Instant::now() + share();
    let bytes = prop::collection::vec(any::<u8>(), 0..2_000);
    let changes = prop::collection::vec((any::<usize>(), any::<u8>(), any::<u8>()), 1..12);
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::with_cases(1)
    });
    let mut tried = 0;
    while Instant::now() < end || tried < 8 {
        runner
            .run(&bytes, |bytes| {
                answers(name, &bytes);
                Ok(())
            })
            .unwrap();
        for seed in seeds {
            runner
                .run(&changes, |changes| {
                    answers(name, &changed(seed, &changes));
                    Ok(())
                })
                .unwrap();
        }
        tried += 1;
    }
}

#[test]
fn any_text_is_answered() {
    let names = [
        "river.windows-1251.txt",
        "market.big5.txt",
        "bridge.shift_jis.txt",
    ];
    try_reader("a.txt", &names.map(file));
}

#[test]
fn any_page_is_answered() {
    let page = b"<html><head><meta charset=big5><title>T</title></head><body><p>Rain<p>Sun</body>";
    try_reader("a.html", &[page.to_vec()]);
}

#[test]
fn any_document_of_word_is_answered() {
    try_reader("a.docx", &[file("tracked.docx")]);
}

#[test]
fn any_open_document_is_answered() {
    try_reader("a.odt", &[file("tracked.odt")]);
}

#[test]
fn any_markdown_is_answered() {
    let text =
        b"---\na: b\n---\n# Rain\n\n* It [rained](x)\n  > a\n\n| a |\n|--|\n| b |\n\n[^1]: n\n";
    try_reader("a.md", &[text.to_vec()]);
}

#[test]
fn any_table_is_answered() {
    let table =
        b"title,text,date\n\"Rain, \"\"all\"\" day\",It rained.,2026-01-14\nSun,\"It\nshone.\",x\n";
    try_reader("a.csv", &[table.to_vec()]);
    try_reader("a.tsv", &[table.to_vec()]);
}

#[test]
fn any_lines_of_json_are_answered() {
    let lines = b"{\"text\":\"Rain\",\"a\":{\"b\":[\"c\"]}}\n{\"text\":null,\"n\":1e3}\n";
    try_reader("a.jsonl", &[lines.to_vec()]);
}

#[test]
fn any_pdf_is_answered() {
    try_reader(
        "a.pdf",
        &["cyrillic.pdf", "scanned.pdf", "two-columns.pdf"].map(file),
    );
}
