//! CAS JSON and XMI: everything comes back, and what INCEpTION writes comes in.

use super::articles;
use super::export::{scheme, written, written_of};
use super::golden::compare;
use super::jsonl::any_bundle;
use postil_core::bundle::Bundle;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_formats::files::InMemory;
use postil_formats::loss::{Losses, Lost};
use postil_formats::option::Options;
use postil_formats::{Format, ReadError, Reading};
use proptest::prelude::*;
use std::io::Write as _;

const FORMATS: [&str; 2] = ["cas-json", "cas-xmi"];

pub fn read(id: &str, files: &InMemory) -> (Vec<Result<Bundle, ReadError>>, Losses) {
    let (scheme, options) = (scheme(), Options::default());
    let reading = Reading {
        source: files,
        scheme: &scheme,
        options: &options,
        repair: false,
        now: 1_760_000_000_000,
    };
    let mut reader = (Format::by_id(id).unwrap().reader.unwrap())(reading);
    let bundles = reader.by_ref().collect();
    (bundles, reader.losses().clone())
}

pub fn bundles(id: &str, files: &InMemory) -> Vec<Bundle> {
    let (bundles, losses) = read(id, files);
    assert!(losses.is_empty(), "{losses:?}");
    bundles.into_iter().map(Result::unwrap).collect()
}

#[test]
fn the_corpus_is_written_as_kept_and_comes_back() {
    for id in FORMATS {
        let files = written(id, &[]);
        for (name, content) in &files.files {
            compare(&format!("{id}/{name}"), content);
        }
        assert_eq!(bundles(id, &files), articles::all(), "{id}");
    }
}

#[test]
fn characters_that_xml_does_not_have_become_spaces_and_are_counted() {
    let mut bundle = super::build::Article::new(8, "a\u{b}b", "x\u{c} \u{ffff}😀 y");
    bundle.layer((1, "Ada"), LayerKind::Annotation, LayerStatus::Done);
    bundle.span("claim", &["😀 y"]);
    let bundle = bundle.bundle;
    let (json, losses, _) = written_of("cas-json", &[], std::slice::from_ref(&bundle));
    assert!(losses.is_empty());
    assert_eq!(bundles("cas-json", &json)[0].text, bundle.text);
    let (xmi, losses, _) = written_of("cas-xmi", &[], std::slice::from_ref(&bundle));
    assert_eq!(losses.count(Lost::ForbiddenCharacter), 3);
    let back = &bundles("cas-xmi", &xmi)[0];
    assert_eq!(back.text, "x   😀 y");
    assert_eq!(
        back.layers[0].spans[0].fragments,
        bundle.layers[0].spans[0].fragments
    );
}

/// A file as INCEpTION writes it: two layers of its own, a relation, a slot.
const FOREIGN: &str = r#"{"%TYPES": {
  "custom.Claim": {"%NAME": "custom.Claim", "%SUPER_TYPE": "uima.tcas.Annotation",
    "certain": {"%NAME": "certain", "%RANGE": "uima.cas.Boolean"},
    "sources": {"%NAME": "sources", "%RANGE": "uima.cas.FSArray"}},
  "custom.Person": {"%NAME": "custom.Person", "%SUPER_TYPE": "uima.tcas.Annotation"}},
"%FEATURE_STRUCTURES": [
 {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text",
  "sofaString": "😀 Ana:\r\nrain"},
 {"%ID": 2, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 0, "end": 2},
 {"%ID": 3, "%TYPE": "custom.Person", "@sofa": 1, "begin": 3, "end": 6},
 {"%ID": 4, "%TYPE": "custom.Claim", "@sofa": 1, "begin": 9, "end": 13, "certain": true, "@sources": 5},
 {"%ID": 5, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [6]},
 {"%ID": 6, "%TYPE": "custom.SourcesLink", "role": "first", "@target": 3},
 {"%ID": 7, "%TYPE": "custom.SaidBy", "@sofa": 1, "begin": 3, "end": 6, "@Governor": 4, "@Dependent": 3},
 {"%ID": 8, "%TYPE": "custom.Claim", "@sofa": 1, "begin": 4, "end": 4}],
"%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3, 4, 7, 8]}}}"#;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_whole_project_of_inception_comes_in_with_each_user_in_a_layer() {
    let other = FOREIGN.replace("Ana", "Eva");
    let project = zipped(&[
        (
            "exportedproject.json",
            br#"{"annotation_documents": [
                {"name": "rain.txt", "user": "bo", "state": "IN_PROGRESS"},
                {"name": "rain.txt", "user": "ada", "state": "FINISHED"}]}"#,
        ),
        ("source/rain.txt", b"no"),
        ("annotation/rain.txt/ada.json", FOREIGN.as_bytes()),
        ("annotation/rain.txt/bo.json", FOREIGN.as_bytes()),
        ("annotation/rain.txt/INITIAL_CAS.json", FOREIGN.as_bytes()),
        ("annotation/sun.txt/bo.json", other.as_bytes()),
        ("curation/rain.txt/CURATION_USER.json", FOREIGN.as_bytes()),
    ]);
    let files = InMemory {
        files: [("p.zip".to_owned(), project)].into(),
    };
    let (read, losses) = read("cas-json", &files);
    let read: Vec<Bundle> = read.into_iter().map(Result::unwrap).collect();
    assert_eq!(losses.count(Lost::MarksNothing), 4);
    let titles: Vec<&str> = read.iter().map(|one| one.document.title.as_str()).collect();
    assert_eq!(titles, ["rain.txt", "sun.txt"]);
    let rain = &read[0];
    assert_eq!(rain.text, "😀 Ana:\nrain");
    let layers: Vec<_> = rain
        .layers
        .iter()
        .map(|one| {
            let name = one.annotator.name.as_str();
            (name, one.layer.kind, one.layer.status)
        })
        .collect();
    let expected = [
        ("ada", LayerKind::Annotation, LayerStatus::Done),
        ("bo", LayerKind::Annotation, LayerStatus::Started),
        ("CURATION_USER", LayerKind::Gold, LayerStatus::Done),
    ];
    assert_eq!(layers.len(), 3);
    assert!(
        expected.iter().all(|one| layers.contains(one)),
        "{layers:?}"
    );
    for layer in &rain.layers {
        let spans: Vec<_> = layer
            .spans
            .iter()
            .map(|span| (span.label.as_str(), span.quote()))
            .collect();
        assert_eq!(
            spans,
            [("Person", "Ana".to_owned()), ("Claim", "rain".to_owned())]
        );
        let kinds: Vec<&str> = layer.links.iter().map(|link| link.kind.as_str()).collect();
        assert_eq!(kinds, ["SaidBy", "sources"]);
        assert_eq!(layer.spans[1].attributes["certain"].value.as_line(), "yes");
    }
    let own = |bundle: &Bundle| bundle.layers.last().unwrap().annotator.uid;
    assert_eq!(
        rain.layers
            .iter()
            .filter(|one| one.annotator.uid == own(&read[1]))
            .count(),
        1
    );
}

#[test]
fn a_file_that_is_no_cas_is_refused_by_name_and_the_next_is_read() {
    let files = InMemory {
        files: [
            ("a/one.json".to_owned(), b"[1".to_vec()),
            ("b/two.json".to_owned(), FOREIGN.as_bytes().to_vec()),
        ]
        .into(),
    };
    let (read, _) = read("cas-json", &files);
    let refused = read[0].as_ref().unwrap_err().to_string();
    assert!(
        refused.contains("a/one.json") && refused.contains("CAS JSON"),
        "{refused}"
    );
    assert_eq!(read[1].as_ref().unwrap().document.title, "two");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_comes_back(bundle in any_bundle()) {
        // As a reader gives it: rows in order, numbered from 1.
        let (lines, ..) = written_of("jsonl", &[], std::slice::from_ref(&bundle));
        let settled = bundles("jsonl", &InMemory {
            files: [("a.jsonl".to_owned(), lines.files[".jsonl"].clone())].into(),
        });
        let (json, ..) = written_of("cas-json", &[], &settled);
        prop_assert_eq!(&bundles("cas-json", &json), &settled);
        let (xmi, losses, _) = written_of("cas-xmi", &[], &settled);
        let back = bundles("cas-xmi", &xmi);
        if losses.is_empty() {
            prop_assert_eq!(&back, &settled);
        }
        for (layer, own) in back[0].layers.iter().zip(&settled[0].layers) {
            let places = |spans: &[postil_core::span::Span]| -> Vec<_> {
                spans.iter().map(|span| (span.uid, span.extents().collect::<Vec<_>>())).collect()
            };
            prop_assert_eq!(places(&layer.spans), places(&own.spans));
            prop_assert_eq!(layer.links.len(), own.links.len());
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for end in ["json", "xmi", "zip"] {
            let files = InMemory { files: [(format!("a.{end}"), bytes.clone())].into() };
            for id in FORMATS {
                prop_assert!(read(id, &files).0.iter().all(Result::is_err));
            }
        }
    }

    #[test]
    fn a_changed_file_is_refused_or_read(
        at in any::<prop::sample::Index>(),
        noise in prop::sample::select(vec!["", "\"", "{", "]", "9", "-", "null", "<", "&x;", "😀"]),
        length in 0_usize..9,
    ) {
        for id in FORMATS {
            let mut files = written_of(id, &[], &articles::all()[..1]).0;
            let (name, content) = files.files.iter().next_back().unwrap();
            let (name, content) = (name.clone(), String::from_utf8(content.clone()).unwrap());
            let places: Vec<usize> = content.char_indices().map(|(at, _)| at).collect();
            let start = *at.get(&places);
            let end = content[start..].char_indices().nth(length).map_or(content.len(), |(at, _)| start + at);
            let changed = format!("{}{noise}{}", &content[..start], &content[end..]);
            files.files.insert(name, changed.into_bytes());
            // A changed text is another article.
            prop_assert!(read(id, &files).0.len() <= 2);
        }
    }
}
