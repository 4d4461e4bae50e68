//! What is written in another format comes back, up to what the format is
//! said to lose.

use super::export::{scheme, written_of};
use super::{articles, jsonl};
use postil_core::bundle::Bundle;
use postil_core::id::SpanId;
use postil_core::link::Target;
use postil_core::span::{Fragment, Span};
use postil_core::text::{Extent, Text};
use postil_formats::files::InMemory;
use postil_formats::option::Options;
use postil_formats::value::texts;
use postil_formats::{Format, Reading};
use proptest::prelude::*;
use std::collections::HashMap;

/// What a format keeps beyond labels, places, words and links between spans.
#[derive(Clone, Copy, Default)]
struct Keeps {
    details: bool,
    flags: bool,
    entities: bool,
    layers: bool,
    nobody: bool,
    links_to_entities: bool,
    links: bool,
    /// Pieces of one span are spans of their own.
    apart: bool,
    /// Line ends at the edges of pieces are left out.
    trims: bool,
}

/// A format, what is chosen of it, and what it keeps.
type Tried = (&'static str, &'static [(&'static str, &'static str)], Keeps);

const FORMATS: &[Tried] = &[
    ("brat", &[], BRAT),
    ("brat", &[("attributions", "yes")], BRAT),
    ("spacy", &[], SPACY),
    ("label-studio", &[], LABEL_STUDIO),
    ("doccano", &[], DOCCANO),
    ("doccano", &[("unit", "utf-16")], DOCCANO),
    ("doccano", &[("shape", "spans")], SPANS),
];

const BRAT: Keeps = Keeps {
    details: true,
    flags: false,
    entities: true,
    layers: false,
    nobody: true,
    links_to_entities: false,
    links: true,
    apart: false,
    trims: true,
};

const SPACY: Keeps = Keeps {
    flags: true,
    layers: true,
    links_to_entities: true,
    trims: false,
    ..BRAT
};

const LABEL_STUDIO: Keeps = Keeps {
    entities: false,
    layers: true,
    trims: false,
    ..BRAT
};

const DOCCANO: Keeps = Keeps {
    details: false,
    entities: false,
    layers: true,
    nobody: false,
    trims: false,
    ..BRAT
};

const SPANS: Keeps = Keeps {
    links: false,
    apart: true,
    ..DOCCANO
};

/// What can be compared of a span.
type Seen = (
    String,
    Vec<(u32, u32, String)>,
    Vec<(String, Vec<String>)>,
    String,
    String,
    String,
);

fn seen(bundle: &Bundle, keeps: Keeps) -> Vec<(String, Vec<Seen>, Vec<String>)> {
    let text = Text::new(bundle.text.as_str());
    let mut layers = Vec::new();
    for layer in &bundle.layers {
        let mut spans = Vec::new();
        let mut called: HashMap<SpanId, String> = HashMap::new();
        for span in &layer.spans {
            let pieces = pieces(span, &text, keeps);
            let Some((start, end, _)) = pieces.first() else {
                continue;
            };
            called.insert(
                span.id,
                format!("{}@{start}-{end}×{}", span.label, pieces.len()),
            );
            let parts = match keeps.apart {
                true => pieces.into_iter().map(|piece| vec![piece]).collect(),
                false => vec![pieces],
            };
            spans.extend(
                parts
                    .into_iter()
                    .map(|pieces| details(bundle, span, pieces, keeps)),
            );
        }
        spans.sort();
        let mut links = Vec::new();
        for link in &layer.links {
            let (head, tail) = match link.target {
                Target::Mention { span, .. } if keeps.links => {
                    (called.get(&link.head), called.get(&span).cloned())
                }
                Target::Special(nobody) if keeps.nobody => {
                    (called.get(&link.head), Some(format!("{nobody:?}")))
                }
                Target::Entity(id) if keeps.links_to_entities => {
                    (called.get(&link.head), Some(name(bundle, id.0)))
                }
                _ => continue,
            };
            if let (Some(head), Some(tail)) = (head, tail) {
                links.push(format!("{head} {} {tail}", link.kind));
            }
        }
        links.sort();
        let state = format!("{:?} {:?}", layer.layer.kind, layer.layer.status);
        let state = if keeps.layers {
            state
        } else {
            format!("{:?}", layer.layer.kind)
        };
        layers.push((format!("{} {state}", layer.annotator.name), spans, links));
    }
    layers.sort();
    layers
}

fn name(bundle: &Bundle, id: u32) -> String {
    let entity = bundle
        .entities
        .iter()
        .find(|entity| entity.id.0 == id)
        .unwrap();
    // The name stands on one line in brat.
    let line: Vec<&str> = entity
        .name
        .split(|c: char| c.is_whitespace() || c.is_control())
        .collect();
    format!("{} {} {}", entity.kind, entity.uid, line.join(" "))
}

fn details(bundle: &Bundle, span: &Span, pieces: Vec<(u32, u32, String)>, keeps: Keeps) -> Seen {
    let mut values: Vec<_> = Vec::new();
    let (mut note, mut flags, mut entity) = (String::new(), String::new(), String::new());
    if keeps.details {
        for (id, set) in &span.attributes {
            values.push((id.clone(), texts(&set.value)));
        }
        note = span
            .note
            .split(|c: char| c.is_whitespace() || c.is_control())
            .collect::<Vec<_>>()
            .join(" ");
    }
    if keeps.flags {
        flags = format!("{:?}", span.flags);
    }
    if keeps.entities {
        entity = span.entity.map(|id| name(bundle, id.0)).unwrap_or_default();
    }
    (span.label.clone(), pieces, values, note, flags, entity)
}

fn pieces(span: &Span, text: &Text, keeps: Keeps) -> Vec<(u32, u32, String)> {
    let mut pieces: Vec<(u32, u32)> = Vec::new();
    for fragment in &span.fragments {
        let Some((start, end)) = trimmed(fragment, keeps) else {
            continue;
        };
        match pieces.last_mut() {
            Some(last)
                if keeps.trims
                    && text
                        .slice(Extent::of(last.1, start))
                        .unwrap()
                        .chars()
                        .all(ends_a_line) =>
            {
                last.1 = end;
            }
            _ => pieces.push((start, end)),
        }
    }
    let words = |(start, end)| {
        (
            start,
            end,
            text.slice(Extent::of(start, end)).unwrap().to_owned(),
        )
    };
    pieces.into_iter().map(words).collect()
}

fn ends_a_line(character: char) -> bool {
    "\t\n\r\u{b}\u{c}\u{1c}\u{1d}\u{1e}\u{85}\u{2028}\u{2029}".contains(character)
}

fn trimmed(fragment: &Fragment, keeps: Keeps) -> Option<(u32, u32)> {
    if !keeps.trims {
        return Some((fragment.start.0, fragment.end.0));
    }
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap();
    let kept = fragment.quote.trim_start_matches(ends_a_line);
    let start = fragment.end.0 - count(kept);
    let kept = kept.trim_end_matches(ends_a_line);
    (!kept.is_empty()).then(|| (start, start + count(kept)))
}

/// Written, read back as every export is, and read in as every import is.
fn there_and_back(id: &str, options: &[(&str, &str)], bundles: &[Bundle]) -> Vec<Bundle> {
    let (files, ..) = written_of(id, options, bundles);
    let format = Format::by_id(id).unwrap();
    let options = Options::of(format.options, options.iter().copied()).unwrap();
    read_in(format, &options, &files)
}

fn read_in(format: &Format, options: &Options, files: &InMemory) -> Vec<Bundle> {
    let scheme = scheme();
    let read = format.reader.unwrap();
    read(Reading {
        source: files,
        scheme: &scheme,
        options,
        repair: false,
        now: 1_770_000_000_000,
    })
    .map(Result::unwrap)
    .collect()
}

#[test]
fn the_corpus_comes_back_from_every_format() {
    let mut bundles = articles::all();
    bundles.push(articles::crossing());
    for (id, options, keeps) in FORMATS {
        let back = there_and_back(id, options, &bundles);
        assert_eq!(back.len(), bundles.len(), "{id}");
        for (back, bundle) in back.iter().zip(&bundles) {
            assert_eq!(back.text, bundle.text, "{id}");
            assert_eq!(back.document.uid, bundle.document.uid, "{id}");
            assert_eq!(back.document.title, bundle.document.title, "{id}");
            assert_eq!(back.document.metadata, bundle.document.metadata, "{id}");
            assert_eq!(seen(back, *keeps), seen(bundle, *keeps), "{id} {options:?}");
            jsonl_takes(back);
        }
    }
}

/// What was read holds together, as Postil's own reader asks.
fn jsonl_takes(bundle: &Bundle) {
    let mut line = Vec::new();
    postil_formats::jsonl::write_article(&mut line, bundle).unwrap();
    let mut reader = postil_formats::jsonl::Reader::new(line.as_slice(), "back".to_owned());
    reader.next().unwrap().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_article_comes_back_from_every_format(bundle in jsonl::any_bundle()) {
        // A text that nothing can be seen in is none that a project has.
        prop_assume!(!bundle.text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).is_empty());
        // Reading back compares the tags of all tokens.
        written_of("conll", &[("tags", "bilou")], std::slice::from_ref(&bundle));
        for (id, options, keeps) in FORMATS {
            let back = there_and_back(id, options, std::slice::from_ref(&bundle));
            prop_assert_eq!(back.len(), 1, "{}", id);
            prop_assert_eq!(&back[0].text, &bundle.text);
            prop_assert_eq!(seen(&back[0], *keeps), seen(&bundle, *keeps), "{} {:?}", id, options);
            jsonl_takes(&back[0]);
        }
    }
}
