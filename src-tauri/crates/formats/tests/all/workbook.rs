//! Workbooks and datasets: everything comes back.

use super::articles;
use super::cas::{bundles, read};
use super::export::{scheme, written, written_of};
use super::golden::{compare, kept};
use super::jsonl::any_bundle;
use calamine::{Reader as _, Xlsx};
use postil_core::bundle::Bundle;
use postil_formats::files::{InMemory, Parts, Source};
use postil_formats::option::Options;
use postil_formats::{Format, Reading};
use proptest::prelude::*;
use std::io::{self, BufRead, Cursor};
use std::sync::Arc;

/// Each format and its main file.
const FORMATS: [(&str, &str); 2] = [
    ("xlsx", ".xlsx"),
    ("hf", "data/train-00000-of-00001.parquet"),
];

fn one(name: &str, content: Vec<u8>) -> InMemory {
    InMemory {
        files: [(name.to_owned(), content)].into(),
    }
}

/// A file of which any part can be read, as on a disk.
struct OnDisk(Vec<u8>);

impl Parts for OnDisk {
    fn length(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        let at = usize::try_from(at).unwrap();
        let found = self.0.get(at..at + buffer.len());
        buffer.copy_from_slice(found.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

struct Disk(InMemory);

impl Source for Disk {
    fn names(&self) -> Vec<String> {
        self.0.names()
    }

    fn has(&self, name: &str) -> bool {
        self.0.has(name)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead + '_>> {
        panic!("{name} is read whole")
    }

    fn parts(&self, name: &str) -> io::Result<Option<Arc<dyn Parts>>> {
        Ok(Some(Arc::new(OnDisk(self.0.files[name].clone()))))
    }
}

#[test]
fn a_dataset_on_a_disk_is_read_part_by_part() {
    let files = written("hf", &[]);
    let read = |files: InMemory| {
        let options = Options::default();
        let scheme = scheme();
        let disk = Disk(files);
        let reader = Format::by_id("hf").unwrap().reader.unwrap();
        let reading = Reading {
            source: &disk,
            scheme: &scheme,
            options: &options,
            repair: false,
            now: 0,
        };
        reader(reading).collect::<Vec<_>>()
    };
    let whole: Vec<Bundle> = read(files.clone())
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(whole, articles::all());
    let main = FORMATS[1].1;
    let content = &files.files[main];
    for at in (0..content.len()).step_by(content.len() / 200) {
        let mut damaged = content.clone();
        damaged[at] ^= 0x55;
        drop(read(one(main, damaged)));
        let cut = read(one(main, content[..at].to_vec()));
        assert!(cut.iter().all(Result::is_err), "cut at {at}");
    }
}

#[test]
fn the_corpus_comes_back_from_what_is_written_and_from_what_is_kept() {
    for (id, main) in FORMATS {
        let files = written(id, &[]);
        assert_eq!(bundles(id, &files), articles::all(), "{id}");
        let name = format!(
            "{id}/articles{}",
            main.replace("data/train-00000-of-00001", "")
        );
        let kept = one(&name, kept(&name, &files.files[main]));
        assert_eq!(bundles(id, &kept), articles::all(), "{id}");
    }
    compare("hf/README.md", &written("hf", &[]).files["README.md"]);
}

/// What the set of all tables is exported with.
const ALL: [(&str, &str); 1] = [("tables", "all")];

#[test]
fn all_tables_together_come_back() {
    let files = written("csv", &ALL);
    assert_eq!(files.files.len(), 7);
    assert_eq!(bundles("csv", &files), articles::all());
    for (end, content) in files.files.iter().filter(|(end, _)| *end != ".claims.csv") {
        compare(&format!("csv/articles{end}"), content);
    }
    let claims = &written("csv", &[]).files[".claims.csv"];
    assert_eq!(&files.files[".claims.csv"], claims);
    let raw = written("csv", &[ALL[0], ("byte-order-mark", "yes")]);
    assert_eq!(bundles("csv", &raw), articles::all());
    let (alone, _) = read("csv", &written("csv", &[]));
    let refused = alone[0].as_ref().unwrap_err().to_string();
    assert!(refused.contains(".articles.csv"), "{refused}");
}

fn workbook(files: &InMemory) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(files.files[".xlsx"].clone())).unwrap()
}

#[test]
fn a_workbook_has_the_claims_first_and_runs_nothing() {
    let mut book = workbook(&written("xlsx", &[]));
    let sheets = book.sheet_names().clone();
    assert_eq!(
        sheets,
        [
            "claims",
            "places of claims",
            "spans",
            "links",
            "entities",
            "articles",
            "layers"
        ]
    );
    let rows = |book: &mut Xlsx<_>, sheet: &str| book.worksheet_range(sheet).unwrap().height() - 1;
    assert_eq!(rows(&mut book, "claims"), 12);
    assert_eq!(rows(&mut book, "articles"), 5);
    for sheet in sheets {
        assert!(
            book.worksheet_formula(&sheet).unwrap().is_empty(),
            "{sheet}"
        );
    }
}

#[test]
fn a_text_longer_than_a_cell_goes_on_beside_it() {
    let text = "北京 said 😀.\n".repeat(6_000);
    let mut article = super::build::Article::new(9, "Long", &text);
    use postil_core::layer::{LayerKind, LayerStatus};
    article.layer((1, "Ada"), LayerKind::Annotation, LayerStatus::Done);
    article.span_at("claim", vec![super::build::extent(50_000, 65_999)]);
    let bundle = article.bundle;
    let (files, ..) = written_of("xlsx", &[], std::slice::from_ref(&bundle));
    let back = bundles("xlsx", &files);
    assert_eq!(back[0].text, text);
    assert_eq!(
        back[0].layers[0].spans[0].fragments,
        bundle.layers[0].spans[0].fragments
    );
    let range = workbook(&files).worksheet_range("articles").unwrap();
    let columns: Vec<String> = range
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(columns.contains(&"text (5)".to_owned()), "{columns:?}");
}

/// A workbook that somebody made by hand.
fn by_hand(span: [&str; 5]) -> InMemory {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheets: [(&str, &[&[&str]]); 3] = [
        (
            "articles",
            &[&["article_id", "text"], &["a1", "😀 Ana said: rain"]],
        ),
        (
            "spans",
            &[
                &["article_id", "span_id", "label", "start", "end", "text"],
                &["a1", "s1", "speaker", "2", "5", "Ana"],
                &["a1", span[0], span[1], span[2], span[3], span[4]],
            ],
        ),
        (
            "links",
            &[
                &["article_id", "kind", "from_span", "to_span"],
                &["a1", "said_by", "s2", "s1"],
            ],
        ),
    ];
    for (name, rows) in sheets {
        let page = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                page.write_string(row, column, *cell).unwrap();
            }
        }
    }
    one("mine.xlsx", book.save_to_buffer().unwrap())
}

#[test]
fn a_workbook_made_by_hand_comes_in() {
    let read: Vec<Bundle> = bundles("xlsx", &by_hand(["s2", "claim", "12", "16", "rain"]));
    assert_eq!(read.len(), 1);
    let layer = &read[0].layers[0];
    let quotes: Vec<_> = layer
        .spans
        .iter()
        .map(|span| (span.label.as_str(), span.quote()))
        .collect();
    assert_eq!(
        quotes,
        [("speaker", "Ana".to_owned()), ("claim", "rain".to_owned())]
    );
    assert_eq!(layer.links[0].kind, "said_by");
    assert_eq!(layer.links[0].head, layer.spans[1].id);
}

#[test]
fn what_does_not_fit_is_refused_with_file_and_row() {
    for (span, line, reason) in [
        (["s2", "claim", "13", "17", "rain"], 3, "does not lie"),
        (["s2", "claim", "11", "15", "rain"], 3, "“rain”"),
        (["s2", "claim", "eleven", "15", ""], 3, "whole numbers"),
        (["s3", "claim", "12", "16", "rain"], 2, "“s2”"),
    ] {
        let (read, _) = read("xlsx", &by_hand(span));
        let refused = read[0].as_ref().unwrap_err();
        assert_eq!((refused.file.as_str(), refused.line), ("mine.xlsx", line));
        assert!(refused.to_string().contains(reason), "{refused}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_comes_back(bundle in any_bundle()) {
        let (lines, ..) = written_of("jsonl", &[], std::slice::from_ref(&bundle));
        let settled = bundles("jsonl", &one("a.jsonl", lines.files[".jsonl"].clone()));
        for (id, _) in FORMATS {
            let (files, ..) = written_of(id, &[], &settled);
            prop_assert_eq!(&bundles(id, &files), &settled, "{}", id);
        }
        let (files, ..) = written_of("csv", &ALL, &settled);
        prop_assert_eq!(&bundles("csv", &files), &settled);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for (id, end) in [("xlsx", "xlsx"), ("hf", "parquet"), ("csv", "articles.csv")] {
            let files = one(&format!("a.{end}"), bytes.clone());
            prop_assert!(read(id, &files).0.iter().all(Result::is_err));
        }
    }

    #[test]
    fn a_damaged_file_is_refused_or_read(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for (id, main) in FORMATS {
            let mut content = written_of(id, &[], &articles::all()[..1]).0.files[main].clone();
            let place = at.index(content.len());
            content[place] = byte;
            let (read, _) = read(id, &one(main, content));
            prop_assert!(read.iter().filter(|article| article.is_ok()).count() <= 1);
        }
    }
}
