//! Whatever is written comes back the same; whatever is read never panics.

use super::articles;
use super::build::{Article, extent};
use postil_core::attribute::Attribute;
use postil_core::bundle::Bundle;
use postil_core::document::{LanguageMark, Zone};
use postil_core::entity::Entity;
use postil_core::id::{
    AnnotatorId, DocumentId, EntityId, LanguageId, LayerId, LinkId, QuestionId, SpanId, Uid, ZoneId,
};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_core::link::{Link, Special, Target};
use postil_core::question::{Answer, Question, Subject};
use postil_core::span::{Flag, Span};
use postil_formats::jsonl::{Reader, losses, read_register, write_article};
use postil_formats::loss::Lost;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};

fn written(bundle: &Bundle) -> Vec<u8> {
    let mut out = Vec::new();
    write_article(&mut out, bundle).unwrap();
    out
}

fn read(bytes: &[u8]) -> Vec<Bundle> {
    Reader::new(bytes, "test".to_owned())
        .map(Result::unwrap)
        .collect()
}

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        6 => "[a-zA-Z ,.!?'\"0-9\\\\]{1,8}",
        8 => prop::sample::select(vec![
            "\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{feff}", "\u{200d}", "\u{301}",
            "👩\u{200d}👩\u{200d}👧", "🇦🇿", "क्ष", "مرحبا", "שלום", "北京", "สวัสดี", "«", "»",
            "\u{202e}", "\u{1f}", "\u{7f}", "𠮷",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(pieces, 0..40)
        .prop_map(|pieces| format!("x{}", pieces.concat().replace(['\0', '\r'], "")))
}

/// Ends as shares of the text's length, so that any text has them.
type Ends = Vec<(u16, u16)>;

fn ends() -> impl Strategy<Value = Ends> {
    prop::collection::vec(any::<(u16, u16)>(), 1..4)
}

pub fn any_bundle() -> impl Strategy<Value = Bundle> {
    let layers = prop::collection::vec(
        (
            prop::collection::vec((ends(), any_text(), any::<u8>()), 0..6),
            any::<u8>(),
        ),
        0..3,
    );
    (any_text(), any_text(), layers, 0.0..=1.0_f64).prop_map(|(title, text, layers, confidence)| {
        let mut article = Article::new(7, &title, &text)
            .metadata(&title, &text)
            .languages("und", confidence > 0.5);
        for mark in &mut article.bundle.languages {
            mark.confidence = confidence;
        }
        let entity = article.entity("person", &title, &[("url", &text)]);
        article.bundle.entities[0].note = text.clone();
        let length = u32::try_from(text.chars().count()).unwrap();
        for (spans, kind) in layers {
            let kind = [LayerKind::Annotation, LayerKind::Gold][usize::from(kind % 2)];
            article.layer((kind as u8, "Ada"), kind, LayerStatus::Started);
            let mut made: Vec<SpanId> = Vec::new();
            for (ends, note, choice) in spans {
                let extents = ends
                    .into_iter()
                    .map(|(start, length_share)| {
                        let start = u32::from(start) % length;
                        let most = length - start;
                        extent(start, start + 1 + u32::from(length_share) % most)
                    })
                    .collect();
                let span = article.span_at("claim", extents);
                article.set(span, "topic", note.clone(), choice % 2 == 0);
                article.set(span, "done", choice % 3 == 0, false);
                article.change(span, |span| {
                    span.note = note;
                    span.flags.extend((choice % 5 == 0).then_some(Flag::Unsure));
                    span.entity = (choice % 7 == 0).then_some(entity);
                });
                match (choice % 4, made.last()) {
                    (0, _) => article.link("said_by", span, Target::Special(Special::Author)),
                    (1, _) => article.link("said_by", span, Target::Entity(entity)),
                    (_, Some(tail)) => article.to("part_of", span, *tail),
                    (_, None) => article.to("about", span, span),
                };
                made.push(span);
            }
        }
        let other = article.other(9, &title);
        for (at, mark) in article.bundle.languages.iter_mut().enumerate() {
            if mark.extent.is_some() && at % 2 == 0 {
                mark.detector = "guess".to_owned();
            } else if mark.extent.is_some() {
                mark.by_hand = confidence > 0.7;
            }
        }
        if length > 1 {
            article.zone_at(extent(0, length), &text, other);
        }
        details(&mut article, &text, other, entity);
        article.bundle
    })
}

/// What is seldom there, drawn from the text.
fn details(article: &mut Article, text: &str, other: AnnotatorId, entity: EntityId) {
    let Some(layer) = article.bundle.layers.first_mut() else {
        return;
    };
    let answer = Attribute {
        value: text.into(),
        by_rule: text.len().is_multiple_of(2),
    };
    layer.layer.answers.insert(text.to_owned(), answer.clone());
    layer.layer.active_ms = i64::try_from(text.len()).unwrap();
    layer.layer.scheme_version = 3;
    let own = layer.annotator.id;
    for (at, span) in layer.spans.iter_mut().enumerate() {
        span.scheme_version = u32::try_from(at).unwrap() % 5;
    }
    for (at, link) in layer.links.iter_mut().enumerate() {
        if at % 2 == 0 {
            link.attributes.insert(text.to_owned(), answer.clone());
        }
        if let (Target::Mention { entity: kept, .. }, 0) = (&mut link.target, at % 3) {
            *kept = kept.is_none().then_some(entity);
        }
    }
    let spans: Vec<SpanId> = layer.spans.iter().map(|span| span.id).collect();
    for (at, span) in spans.into_iter().enumerate() {
        let answer = (at % 2 == 0).then(|| Answer {
            text: text.to_owned(),
            at: 1_770_000_000_000 - i64::try_from(at).unwrap(),
            by: own,
            subject: Subject {
                label: text.to_owned(),
                link: (at % 3 == 0).then(|| text.to_owned()),
                attribute: (at % 4 == 0).then(|| text.to_owned()),
                value: None,
            },
            scheme_version: 1,
        });
        article.question(span, text, if at % 3 == 0 { own } else { other }, answer);
    }
}

/// All that an article holds, with uids instead of row ids, in an order of its own.
fn everything(bundle: &Bundle) -> BTreeSet<String> {
    let person = |id: AnnotatorId| {
        let one = bundle.people().find(|one| one.id == id).unwrap();
        format!("{} {:?}", one.uid, one.name)
    };
    let entity = |id: EntityId| {
        let mut entities = bundle.entities.iter();
        entities.find(|entity| entity.id == id).unwrap().uid
    };
    let mut all = BTreeSet::new();
    for mark in &bundle.languages {
        all.insert(format!(
            "{:?}",
            LanguageMark {
                id: LanguageId(1),
                ..mark.clone()
            }
        ));
    }
    for zone in &bundle.zones {
        let plain = Zone {
            id: ZoneId(1),
            by: None,
            ..zone.clone()
        };
        all.insert(format!("{plain:?} {:?}", zone.by.map(person)));
    }
    for one in &bundle.entities {
        let plain = Entity {
            id: EntityId(1),
            merged_into: None,
            ..one.clone()
        };
        all.insert(format!("{plain:?} {:?}", one.merged_into.map(entity)));
    }
    for layer in &bundle.layers {
        let own = Layer {
            id: LayerId(1),
            annotator: AnnotatorId(1),
            ..layer.layer.clone()
        };
        all.insert(format!("{own:?} {}", person(layer.annotator.id)));
        let uids: HashMap<SpanId, Uid> =
            layer.spans.iter().map(|span| (span.id, span.uid)).collect();
        for span in &layer.spans {
            let plain = Span {
                id: SpanId(1),
                layer: LayerId(1),
                entity: None,
                ..span.clone()
            };
            all.insert(format!(
                "{} {plain:?} {:?}",
                own.uid,
                span.entity.map(entity)
            ));
        }
        for link in &layer.links {
            let plain = Link {
                id: LinkId(1),
                layer: LayerId(1),
                head: SpanId(1),
                target: Target::Special(Special::Author),
                ..link.clone()
            };
            let target = match link.target {
                Target::Mention { span, entity: kept } => {
                    format!("{} {:?}", uids[&span], kept.map(entity))
                }
                Target::Entity(id) => entity(id).to_string(),
                Target::Special(special) => format!("{special:?}"),
            };
            all.insert(format!("{plain:?} {} {target}", uids[&link.head]));
        }
        for question in &layer.questions {
            let by = question.answer.as_ref().map(|answer| person(answer.by));
            let mut plain = Question {
                id: QuestionId(1),
                layer: LayerId(1),
                span: SpanId(1),
                asked_by: AnnotatorId(1),
                ..question.clone()
            };
            if let Some(answer) = &mut plain.answer {
                answer.by = AnnotatorId(1);
            }
            let asked = person(question.asked_by);
            all.insert(format!("{plain:?} {} {asked} {by:?}", uids[&question.span]));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_written_comes_back(bundle in any_bundle()) {
        let once = written(&bundle);
        prop_assert_eq!(once.iter().filter(|byte| **byte == b'\n').count(), 1);
        let back = read(&once);
        prop_assert_eq!(back.len(), 1);
        let back = &back[0];
        prop_assert_eq!(written(back), once.clone());
        prop_assert_eq!(&read(&written(back))[0], back);
        prop_assert_eq!(&back.text, &bundle.text);
        prop_assert_eq!(&back.document.metadata, &bundle.document.metadata);
        let count = |bundle: &Bundle| -> Vec<(usize, usize)> {
            let mut layers: Vec<_> = bundle.layers.iter().collect();
            layers.sort_by_key(|layer| layer.layer.uid);
            layers.iter().map(|layer| (layer.spans.len(), layer.links.len())).collect()
        };
        prop_assert_eq!(count(back), count(&bundle));
        prop_assert_eq!(everything(back), everything(&bundle));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for result in Reader::new(bytes.as_slice(), "noise".to_owned()) {
            prop_assert!(result.is_err());
        }
        let _ = read_register(bytes.as_slice(), "noise");
    }

    #[test]
    fn a_changed_line_is_refused_with_its_place_or_read(
        at in any::<prop::sample::Index>(),
        article in 0_usize..3,
        noise in prop::sample::select(vec!["", "\"", "{", "]", "9", "-", "null", "\u{85}", "\\", "e", "1e99"]),
        length in 0_usize..3,
    ) {
        let line = String::from_utf8(written(&articles::all()[article])).unwrap();
        let places: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        let start = at.get(&places);
        let end = line[*start..].char_indices().nth(length).map_or(line.len(), |(at, _)| start + at);
        let changed = format!("{}{noise}{}", &line[..*start], &line[end..]);
        for result in Reader::new(changed.as_bytes(), "changed".to_owned()) {
            match result {
                Ok(bundle) => prop_assert_eq!(written(&bundle).iter().filter(|byte| **byte == b'\n').count(), 1),
                Err(error) => {
                    prop_assert!(error.line >= 1 && error.column >= 1);
                    let characters = changed.chars().count() as u64;
                    prop_assert!(error.column <= characters + 1, "{}", error);
                }
            }
        }
    }
}

#[test]
fn what_a_line_cannot_hold_is_counted() {
    let mut bundle = articles::all().swap_remove(0);
    assert!(losses(&bundle).is_empty());
    bundle.document.version_of = Some(DocumentId(7));
    assert_eq!(losses(&bundle).count(Lost::VersionOf), 1);
}

/// The first article as an earlier version wrote it.
const EARLIER: &[u8] = include_bytes!("../../../../../tests/golden/jsonl/earlier.jsonl");

#[test]
fn what_an_earlier_version_wrote_is_still_read() {
    let mut reader = Reader::new(EARLIER, "earlier".to_owned());
    let earlier = reader.next().unwrap().unwrap();
    assert!(reader.next().is_none() && reader.unknown().is_empty());
    let today = articles::all().swap_remove(0);
    assert_eq!(earlier.document, today.document);
    assert_eq!(earlier.layers.len(), today.layers.len());
    for (earlier, today) in earlier.layers.iter().zip(&today.layers) {
        assert_eq!(earlier.layer.uid, today.layer.uid);
        assert_eq!(earlier.spans.len(), today.spans.len());
        assert_eq!(earlier.links.len(), today.links.len());
        assert_eq!(
            (earlier.layer.active_ms, earlier.layer.scheme_version),
            (0, 1)
        );
        assert!(earlier.questions.is_empty() && earlier.layer.answers.is_empty());
        assert!(earlier.spans.iter().all(|span| span.scheme_version == 1));
    }
}

#[test]
fn what_does_not_fit_is_refused_at_its_place() {
    let line = String::from_utf8(written(&articles::all()[0])).unwrap();
    for (from, to, said, at) in [
        (
            "\"active_ms\":5400000123",
            "\"active_ms\":-1",
            "ms of work",
            "-1,\"scheme_version\"",
        ),
        (
            "\"asked_at\":\"2026-02-02T02:40:00.001Z\"",
            "\"asked_at\":\"soon\"",
            "no time",
            "\"soon\"",
        ),
        (
            "\"checked_under\":{\"0\":",
            "\"checked_under\":{\"old\":",
            "no version",
            "{\"old\"",
        ),
        (
            "\"answers_by_rule\":[\"genre\"]",
            "\"answers_by_rule\":[\"style\"]",
            "has no value",
            "\"style\"",
        ),
        (
            "\"by\":{\"uid\":",
            "\"by\":{\"name\":\"Bela\",\"uid\":",
            "duplicate field",
            "",
        ),
    ] {
        let changed = line.replacen(from, to, 1);
        assert_ne!(changed, line, "{from}");
        let mut reader = Reader::new(changed.as_bytes(), "changed".to_owned());
        let error = reader.next().unwrap().unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
        if !at.is_empty() {
            let before = &changed[..changed.find(at).unwrap()];
            assert_eq!(error.column, before.chars().count() as u64 + 1, "{from}");
        }
    }
    let two = line.replacen("\"name\":\"Cleo\"", "\"name\":\"Clio\"", 1);
    let mut reader = Reader::new(two.as_bytes(), "two".to_owned());
    let error = reader.next().unwrap().unwrap_err().to_string();
    assert!(
        error.contains("“Clio”") && error.contains("“Cleo”"),
        "{error}"
    );
}
