//! Whatever is written comes back the same; whatever is read never panics.

use super::articles;
use super::build::{Article, extent};
use postil_core::bundle::Bundle;
use postil_core::id::SpanId;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::{Special, Target};
use postil_core::span::Flag;
use postil_formats::jsonl::{Reader, losses, read_register, write_article};
use postil_formats::loss::Lost;
use proptest::prelude::*;

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
        article.bundle
    })
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
        for layer in &back.layers {
            for span in &layer.spans {
                let own = bundle.layers.iter().flat_map(|layer| &layer.spans);
                let own = own.clone().find(|own| own.uid == span.uid).unwrap();
                prop_assert_eq!(&own.fragments, &span.fragments);
                prop_assert_eq!(&own.attributes, &span.attributes);
                prop_assert_eq!((&own.note, &own.flags), (&span.note, &span.flags));
            }
        }
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
    bundle.zones[0].reason = "looks like a menu".to_owned();
    bundle.languages[1].by_hand = true;
    bundle.layers[0].layer.active_ms = 5;
    let found: Vec<_> = losses(&bundle)
        .iter()
        .map(|loss| (loss.what, loss.count))
        .collect();
    let expected = [
        (Lost::ParagraphLanguageByHand, 1),
        (Lost::ZoneReason, 1),
        (Lost::ActiveTime, 1),
    ];
    assert_eq!(found, expected);
}
