//! Files in the formats of other programs: as they are kept, and as wrong as
//! published corpora have them.

use super::articles;
use super::export::{scheme, written_of};
use super::golden::compare;
use postil_core::bundle::Bundle;
use postil_formats::error::ReadError;
use postil_formats::files::InMemory;
use postil_formats::loss::Lost;
use postil_formats::option::Options;
use postil_formats::{Format, Losses, Reading};

/// The corpus as golden files in a folder called like the format.
fn kept(id: &str, options: &[(&str, &str)], folder: &str) -> Losses {
    let mut bundles = articles::all();
    bundles.push(articles::crossing());
    let (files, losses, _) = written_of(id, options, &bundles);
    for (name, content) in &files.files {
        let name = match name.strip_prefix('.') {
            Some(end) => format!("articles.{end}"),
            None => name.clone(),
        };
        compare(&format!("{folder}/{name}"), content);
    }
    compare(&format!("{folder}/losses.tsv"), losses.report().as_bytes());
    losses
}

#[test]
fn brat_is_written_as_kept() {
    let losses = kept("brat", &[], "brat");
    assert_eq!(losses.count(Lost::OtherTarget), 2);
    assert_eq!(losses.count(Lost::Discontinuous), 0);
    kept("brat", &[("attributions", "yes")], "brat-attributions");
}

#[test]
fn label_studio_is_written_as_kept() {
    kept("label-studio", &[], "label-studio");
}

#[test]
fn doccano_is_written_as_kept() {
    let losses = kept("doccano", &[], "doccano");
    assert_eq!(losses.count(Lost::Discontinuous), 0);
    assert_eq!(losses.count(Lost::Note), 3);
}

#[test]
fn spacy_is_written_as_kept() {
    let losses = kept("spacy", &[], "spacy");
    assert_eq!(losses.count(Lost::OtherTarget), 0);
}

fn read(
    id: &str,
    files: &[(&str, &str)],
    repair: bool,
) -> (Vec<Result<Bundle, ReadError>>, Losses) {
    let format = Format::by_id(id).unwrap();
    let mut source = InMemory::default();
    for (name, content) in files {
        source
            .files
            .insert((*name).to_owned(), content.as_bytes().to_vec());
    }
    let (scheme, options) = (scheme(), Options::default());
    let mut reader = (format.reader.unwrap())(Reading {
        source: &source,
        scheme: &scheme,
        options: &options,
        repair,
        now: 0,
    });
    let read = reader.by_ref().collect();
    (read, reader.losses().clone())
}

fn quotes(bundle: &Bundle) -> Vec<String> {
    let spans = bundle.layers.iter().flat_map(|layer| &layer.spans);
    spans.map(postil_core::span::Span::quote).collect()
}

const TEXT: &str = "😀 Neri said:\r\n«We go.\r\nToday.» 北京";

#[test]
fn conll_is_written_as_kept() {
    let losses = kept("conll", &[], "conll");
    assert_eq!(losses.count(Lost::ArticleText), 6);
    let further = [("tags", "bilou"), ("places", "yes")];
    kept("conll", &further, "conll-bilou");
}

#[test]
fn each_link_has_a_row_of_conll_or_is_counted() {
    let bundles = articles::all();
    let (files, losses, ..) = written_of("conll", &[], &bundles);
    let rows = String::from_utf8(files.files["links.tsv"].clone()).unwrap();
    let rows = rows.lines().count() - 1;
    let layers = bundles.iter().flat_map(|bundle| &bundle.layers);
    let links: usize = layers.map(|layer| layer.links.len()).sum();
    let of_dropped = losses.count(Lost::SpanLink);
    assert!(of_dropped > 0 && losses.count(Lost::Dropped) > 0);
    assert_eq!(rows + of_dropped + losses.count(Lost::OtherTarget), links);
}

#[test]
fn spans_come_back_from_their_tokens() {
    let bundles = articles::all();
    for options in [&[][..], &[("tags", "bilou"), ("places", "yes")][..]] {
        let (files, ..) = written_of("conll", options, &bundles[..1]);
        let files: Vec<(&str, &str)> = files
            .files
            .iter()
            .map(|(name, content)| (name.as_str(), std::str::from_utf8(content).unwrap()))
            .collect();
        let (found, _) = read("conll", &files, false);
        let found: Vec<Bundle> = found.into_iter().map(Result::unwrap).collect();
        assert_eq!(found.len(), 1);
        let names: Vec<&str> = found[0]
            .layers
            .iter()
            .map(|layer| layer.annotator.name.as_str())
            .collect();
        assert_eq!(names, ["Ada", "Bela"]);
        let quotes = quotes(&found[0]);
        for words in ["Mayor Ana Ruiz", "said", "Port Ellery", "Reuters"] {
            assert!(
                quotes.iter().any(|quote| quote == words),
                "{words}: {quotes:?}"
            );
        }
        let links = found[0].layers[0].links.iter();
        let kinds: Vec<&str> = links.map(|link| link.kind.as_str()).collect();
        assert!(
            kinds.contains(&"said_by") && kinds.contains(&"cued_by"),
            "{kinds:?}"
        );
    }
}

#[test]
fn tokens_of_other_peoples_files_become_a_text() {
    let tokens = "He B-speaker\nsaid O\n\n北 B-place\r\n京 I-place\r\n";
    let mut found = read("conll", &[("x.conll", tokens)], false).0;
    let found = found.remove(0).unwrap();
    assert_eq!(found.text, "He said\n北 京\n");
    assert_eq!(quotes(&found), ["He", "北 京"]);
    let found = read("conll", &[("x.conll", "He O\nsaid\n")], false).0;
    let refused = found[0].as_ref().unwrap_err();
    assert_eq!((refused.file.as_str(), refused.line), ("x.conll", 2));
}

#[test]
fn lines_of_other_peoples_brat_are_understood() {
    let ann = "\u{feff}T1\tspeaker 2 6\tNeri\r\nT2\tclaim 14 30\t«We go.\r\nToday.»\r\n\
        R1\tsaid_by Arg1:T2 Arg2:T1\nT3\tplace -1 -1\t\n*\tEquiv T1 T2\nE1\tcue:T4 By:T1 By2:T2\n\
        T4\tcue 7 11\tsaid\nA1\tform T2 direct\nN1\tReference T1 Wikipedia:7\tG. Neri\n\
        #1\tAnnotatorNotes T1\twho?\n";
    let (mut read, losses) = read("brat", &[("x/a.txt", TEXT), ("x/a.ann", ann)], false);
    let bundle = read.remove(0).unwrap();
    assert_eq!(bundle.text, TEXT.replace("\r\n", "\n"));
    assert_eq!(quotes(&bundle), ["Neri", "«We go.\nToday.»", "said"]);
    let layer = &bundle.layers[0];
    let kinds: Vec<&str> = layer.links.iter().map(|link| link.kind.as_str()).collect();
    assert_eq!(kinds, ["By", "By", "said_by"]);
    assert_eq!(layer.spans[0].note, "who?");
    assert_eq!(bundle.entities[0].name, "G. Neri");
    assert_eq!(losses.count(Lost::MarksNothing), 1);
    assert_eq!(losses.count(Lost::UnknownLine), 1);
}

#[test]
fn offsets_in_other_units_are_named_and_repaired_with_consent() {
    let text = "😀😀 Neri said: no, 北京";
    for (what, first, second) in [
        ("UTF-16", "5 9", "16 18"),
        ("bytes", "9 13", "20 22"),
        ("1 too high", "4 8", "15 17"),
        ("last character", "3 6", "14 15"),
        ("differently", "5 9", "15 17"),
    ] {
        let ann = format!("T1\tspeaker {first}\tNeri\nT2\tclaim {second}\tno\n");
        let files = [("a.txt", text), ("a.ann", ann.as_str())];
        let refused = read("brat", &files, false).0.remove(0).unwrap_err();
        assert!(refused.to_string().contains(what), "{what}: {refused}");
        assert_eq!((refused.file.as_str(), refused.line), ("a.ann", 1));
        let repaired = read("brat", &files, true).0.remove(0).unwrap();
        assert_eq!(quotes(&repaired), ["Neri", "no"], "{what}");
    }
    let ann = "T1\tspeaker 3 7\tNeri\nT2\tclaim 14 16\tyes\n";
    let refused = read("brat", &[("a.txt", text), ("a.ann", ann)], true).0;
    let refused = refused[0].as_ref().unwrap_err();
    assert_eq!(refused.line, 2, "{refused}");
    assert!(refused.to_string().contains("“no”, not “yes”"), "{refused}");
}

#[test]
fn tasks_of_other_programs_are_understood() {
    let line = r#"{"text":"a 😀 b","label":[[2,3,"claim"],[4,5,"place"]]}"#;
    let (mut found, _) = read("doccano", &[("x.jsonl", line)], false);
    assert_eq!(quotes(&found.remove(0).unwrap()), ["😀", "b"]);
    let (mut found, _) = read(
        "doccano",
        &[("x.jsonl", r#"{"text":"ab","label":[[1,9,"claim"]]}"#)],
        false,
    );
    let refused = found.remove(0).unwrap_err().to_string();
    assert!(
        refused.contains("x.jsonl, line 1") && refused.contains("1–9"),
        "{refused}"
    );

    let task = r#"[{"data":{"text":"a 😀 b"},"annotations":[{"id":7,"result":[
        {"id":"r1","from_name":"ner","to_name":"text","type":"labels",
         "value":{"start":5,"end":6,"text":"b","labels":["claim"]}}]}]}]"#;
    let files = [("x.json", task)];
    let refused = read("label-studio", &files, false).0.remove(0).unwrap_err();
    assert!(refused.to_string().contains("UTF-16"), "{refused}");
    let repaired = read("label-studio", &files, true).0.remove(0).unwrap();
    assert_eq!(quotes(&repaired), ["b"]);
    assert_eq!(repaired.layers[0].annotator.name, "label-studio 7");

    let task = r#"{"text":"a b","spans":[{"start":2,"end":3,"label":"claim"},{"start":0,"end":1,"label":"place"}],
        "relations":[{"head":1,"child":0,"head_span":{"start":2,"end":3},"child_span":{"start":0,"end":1},"label":"about"}]}"#
        .replace('\n', " ");
    let found = read("spacy", &[("x.jsonl", &task)], false)
        .0
        .remove(0)
        .unwrap();
    assert_eq!(quotes(&found), ["b", "a"]);
    assert_eq!(found.layers[0].links.len(), 1);
}

#[test]
fn what_tasks_have_more_is_kept_or_said() {
    let task = r#"[{"data":{"text":"a b c","outlet":"The Skerry Times","likes":3,"tags":["x"]},"predictions":[{}],
        "annotations":[{"id":7,"completed_by":2,"result":[
        {"id":"r1","from_name":"ner","to_name":"text","type":"labels",
         "value":{"start":0,"end":1,"text":"a","labels":["claim","place"]}},
        {"id":"r1","from_name":"stars","to_name":"text","type":"rating","value":{"rating":4}},
        {"id":"r2","from_name":"genre","to_name":"text","type":"choices","value":{"choices":["news"]}},
        {"type":"relation","from_id":"r1","to_id":"r9","labels":["about"]}]},
        {"id":8,"completed_by":{"id":3,"email":"bo@example.org"},"result":[]},
        {"id":9,"was_cancelled":true,"result":[]}]}]"#;
    let (mut found, losses) = read("label-studio", &[("x.json", task)], false);
    let found = found.remove(0).unwrap();
    assert_eq!(found.document.metadata["outlet"], "The Skerry Times");
    assert_eq!(found.document.metadata["likes"], "3");
    let names: Vec<&str> = found
        .layers
        .iter()
        .map(|layer| layer.annotator.name.as_str())
        .collect();
    assert_eq!(names, ["label-studio user 2", "bo@example.org"]);
    // The list of tags, the prediction, the second label, the stars, the
    // genre, the relation to nothing, and what was skipped.
    assert_eq!(losses.count(Lost::NoPlace), 7);

    let lines = [
        r#"{"text":"a b","spans":[{"start":0,"end":1,"label":"claim"}],"answer":"accept","_annotator_id":"bo"}"#,
        r#"{"text":"a b","spans":[{"start":2,"end":3,"label":"claim"}],"answer":"accept","_annotator_id":"cy"}"#,
        r#"{"text":"c d","spans":[{"start":2,"end":3,"label":"claim"}],"answer":"reject"}"#,
        r#"{"text":"e f","spans":[],"relations":[{"head":0,"child":1,"label":"about"}],"answer":"accept","_annotator_id":"bo"}"#,
    ];
    let lines = lines.join("\n");
    let (found, losses) = read("spacy", &[("x.jsonl", &lines)], false);
    let found: Vec<Bundle> = found.into_iter().map(Result::unwrap).collect();
    let layers: Vec<usize> = found.iter().map(|found| found.layers.len()).collect();
    assert_eq!(layers, [2, 0, 1]);
    assert_eq!(losses.count(Lost::NoPlace), 2);

    let line = r#"{"text":"a b","entities":[{"id":1,"label":"claim","start_offset":0,"end_offset":1}],
        "relations":[{"id":1,"from_id":1,"to_id":9,"type":"about"}],"Comments":["sure?"]}"#;
    let line = line.replace('\n', "");
    let (_, losses) = read("doccano", &[("x.jsonl", &line)], false);
    assert_eq!(losses.count(Lost::NoPlace), 2);
}
