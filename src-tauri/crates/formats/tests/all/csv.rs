//! The table of claims, read back.

use super::articles;
use super::export::{scheme, written_of};
use postil_core::attribute::Attribute;
use postil_core::scheme::{DEFAULT, Scheme};
use postil_formats::csv::{COLUMNS, ROW, losses};
use postil_formats::files::{InMemory, Sink};
use postil_formats::loss::{Losses, Lost};
use postil_formats::option::Options;
use std::collections::HashMap;

fn table(options: &[(&str, &str)]) -> (String, Losses, usize) {
    let (mut files, losses, rows) = written_of("csv", options, &articles::all());
    let written = files.files[".claims.csv"].clone();
    files.append(".claims.csv", b"\"x\"").unwrap();
    let mut again = InMemory::default();
    let read = (ROW.again)(&files, &scheme(), &Options::default(), &mut again);
    assert!(read.is_err(), "a row that is too short");
    (String::from_utf8(written).unwrap(), losses, rows)
}

fn rows(table: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn each_claim_is_a_row_that_slices_back() {
    let (table, _, count) = table(&[("neutralise", "no")]);
    let rows = rows(&table);
    assert_eq!((rows.len(), count), (12, 12));
    let bundles = articles::all();
    for row in &rows {
        let bundle = bundles
            .iter()
            .find(|bundle| bundle.document.uid.to_string() == row["article_id"])
            .unwrap();
        let characters: Vec<char> = bundle.text.chars().collect();
        let quotes: Vec<String> = row["fragments"]
            .split(';')
            .map(|fragment| {
                let (start, end) = fragment.split_once('-').unwrap();
                characters[start.parse().unwrap()..end.parse().unwrap()]
                    .iter()
                    .collect()
            })
            .collect();
        assert_eq!(quotes.join(" … "), row["text"]);
    }
}

#[test]
fn sources_places_and_wholes_are_said() {
    let (table, ..) = table(&[]);
    let rows = rows(&table);
    let cell = |row: usize, column: &str| rows[row][column].as_str();
    assert_eq!(cell(0, "sourced"), "mention");
    assert_eq!(cell(0, "speaker_mention"), "Mayor Ana Ruiz");
    assert_eq!(cell(0, "speaker_entity"), "Ana Ruiz");
    assert_eq!(cell(0, "speaker_role"), "Mayor");
    assert_eq!(cell(0, "cue"), "said");
    assert_eq!(cell(0, "places"), "Port Ellery");
    assert_eq!(cell(0, "place_ids"), "geonames:2640381");
    assert_eq!(cell(0, "place_coordinates"), "-33.9 18.4");
    assert_eq!(cell(0, "by_rule"), "form");
    assert_eq!(cell(2, "part_of"), cell(1, "claim_id"));
    assert_eq!(cell(2, "speaker_entity"), "Ana Ruiz", "merged");
    assert_eq!(cell(2, "told_to"), "Reuters");
    assert_eq!(cell(2, "topic"), "ports|money");
    assert_eq!(cell(3, "sourced"), "entity");
    assert_eq!(cell(5, "sourced"), "author");
    assert_eq!(cell(6, "sourced"), "not_given");
    assert_eq!(cell(6, "about"), "北京|东京");
}

#[test]
fn formulas_are_neutralised_and_counted() {
    let (neutral, changed, _) = table(&[]);
    assert_eq!(changed.count(Lost::Neutralised), 9);
    assert!(neutral.contains("\"'=HYPERLINK("));
    let (raw, unchanged, _) = table(&[("neutralise", "no"), ("byte-order-mark", "yes")]);
    assert_eq!(unchanged.count(Lost::Neutralised), 0);
    assert!(raw.starts_with("\u{feff}\"article_id\",\"title\""));
    assert!(raw.contains("\r\n") && raw.contains("\"=HYPERLINK(\"\"http"));
    let columns = raw.lines().next().unwrap().split(',').count();
    assert_eq!(columns, COLUMNS.len() + 5);
}

#[test]
fn what_the_table_leaves_out_is_counted() {
    let scheme = Scheme::parse(DEFAULT).unwrap();
    let mut all = Losses::new();
    for bundle in articles::all() {
        all.merge(losses(&bundle, &scheme));
    }
    let count = |what| all.count(what);
    assert_eq!(count(Lost::ArticleText), 5);
    assert_eq!(count(Lost::ArticleWithoutClaim), 1);
    assert_eq!(count(Lost::Zone), 2);
    assert_eq!(count(Lost::Metadata), 1);
    assert_eq!(count(Lost::UnlinkedSpan), 0);
    assert_eq!(count(Lost::MentionDetail), 2);
    assert_eq!(count(Lost::ActiveTime), 1);
    assert_eq!(count(Lost::EntityDetail), 1, "the other names of Ana Ruiz");
    assert_eq!(count(Lost::Attribute), 0);
}

#[test]
fn what_the_scheme_has_no_column_for_is_counted() {
    let mut bundle = articles::all().remove(0);
    bundle.document.version_of = Some(bundle.document.id);
    let layer = &mut bundle.layers[0];
    let claim = layer.spans.iter_mut().find(|span| span.label == "claim");
    let sure = Attribute::by_hand("very");
    claim
        .unwrap()
        .attributes
        .insert("certainty".to_owned(), sure);
    let by_rule = layer.links.iter().filter(|link| link.by_rule).count();
    let found = losses(&bundle, &scheme());
    assert_eq!(found.count(Lost::Attribute), 1);
    assert_eq!(found.count(Lost::VersionOf), 1);
    assert!(by_rule > 0);
    assert_eq!(found.count(Lost::ByRule), by_rule);
}
