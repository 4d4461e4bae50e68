//! Tasks, read.

use super::write::special;
use super::{Annotation, Item, LABEL, NAME, NOTE, Task, UNKNOWN_ANNOTATOR, Words};
use crate::draft::{LayerDraft, Piece, SpanDraft, TargetDraft};
use crate::error::ReadError;
use crate::files::{Source, read_whole};
use crate::record::{AboutLayer, Incoming, Record, at_line, joined, link, not_json};
use crate::value;
use postil_core::attribute::Attribute;
use postil_core::id::Uid;
use postil_core::link::Special;
use postil_core::scheme::{Scheme, ValueKind};
use std::collections::HashMap;

/// The tasks of all files, one file in memory at a time.
pub fn records<'a>(source: &'a dyn Source, scheme: &'a Scheme) -> Incoming<'a> {
    let names = source
        .names()
        .into_iter()
        .filter(|name| name.ends_with(".json"));
    Box::new(names.flat_map(move |name| match tasks(source, &name) {
        Ok(tasks) => {
            let tasks = tasks.into_iter();
            let records = tasks.map(|task| Ok((name.clone(), 1, record(task, scheme))));
            records.collect::<Vec<_>>()
        }
        Err(error) => vec![Err(error)],
    }))
}

fn tasks(source: &dyn Source, name: &str) -> Result<Vec<Task>, ReadError> {
    let bytes = read_whole(source, name).map_err(|error| at_line(name, 1, error.into()))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let line = u64::try_from(error.line()).unwrap_or(u64::MAX);
        at_line(name, line.max(1), not_json(NAME, &error))
    })
}

fn record(task: Task, scheme: &Scheme) -> Record {
    let annotations = task.annotations.into_iter();
    Record {
        about: task.data.postil,
        text: task.data.text,
        layers: annotations
            .map(|annotation| layer(annotation, scheme))
            .collect(),
        entities: Vec::new(),
    }
}

fn layer(annotation: Annotation, scheme: &Scheme) -> LayerDraft {
    let about = annotation.postil.map(AboutLayer::draft);
    let mut layer = about.unwrap_or_else(|| {
        // Two annotations of one task are two people's.
        let number = annotation.id.map(|id| format!(" {id}")).unwrap_or_default();
        LayerDraft::of(&format!("{UNKNOWN_ANNOTATOR}{number}"))
    });
    let mut pieces: Vec<SpanDraft> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let (mut relations, mut nobody) = (Vec::new(), Vec::new());
    let regions = annotation
        .result
        .iter()
        .filter(|item| item.from_name == LABEL || item.kind == "labels");
    for item in regions {
        if let Some(piece) = region(item) {
            places.insert(item.id.clone(), pieces.len());
            pieces.push(piece);
        }
    }
    for item in annotation.result {
        if item.kind == "relation" {
            let place = |id: &Option<String>| id.as_ref().and_then(|id| places.get(id)).copied();
            let ends = place(&item.from_id).zip(place(&item.to_id));
            let kinds = item.labels.into_iter().flatten();
            if let Some((head, tail)) = ends {
                relations.extend(kinds.map(|kind| (head, tail, kind)));
            }
        } else if let Some(at) = places.get(&item.id).copied() {
            if let (Some(piece), Some((kind, special))) =
                (pieces.get(at), value_of(&item, &pieces, at, scheme))
            {
                nobody.push((piece.uid, kind, special));
                continue;
            }
            if let Some(piece) = pieces.get_mut(at) {
                detail(piece, item, scheme);
            }
        }
    }
    joined(pieces, relations, &mut layer);
    for (uid, kind, special) in nobody {
        let head = layer
            .spans
            .iter()
            .position(|span| uid.is_some() && span.uid == uid);
        if let Some(head) = head {
            layer
                .links
                .push(link(&kind, head, TargetDraft::Special(special)));
        }
    }
    layer
}

fn region(item: &Item) -> Option<SpanDraft> {
    let value = item.value.as_ref()?;
    let words = match &value.text {
        Some(Words::One(words)) => Some(words.clone()),
        _ => None,
    };
    Some(SpanDraft {
        uid: Uid::parse(&item.id).ok(),
        label: value.labels.as_ref()?.first()?.clone(),
        pieces: vec![Piece {
            start: value.start?,
            end: value.end?,
            words,
        }],
        ..SpanDraft::default()
    })
}

/// The name of a control without the label before it.
fn attribute<'a>(piece: &SpanDraft, item: &'a Item) -> &'a str {
    let own = item.from_name.strip_prefix(&piece.label);
    own.and_then(|own| own.strip_prefix('.'))
        .unwrap_or(&item.from_name)
}

/// The link to nobody that a choice stands for.
fn value_of(
    item: &Item,
    pieces: &[SpanDraft],
    at: usize,
    scheme: &Scheme,
) -> Option<(String, Special)> {
    let name = attribute(pieces.get(at)?, item);
    let kind = scheme.link(name)?;
    let chosen = item.value.as_ref()?.choices.as_ref()?;
    let found = [Special::Author, Special::NotGiven]
        .into_iter()
        .find(|nobody| *chosen == [special(*nobody)])?;
    Some((kind.id.clone(), found))
}

fn detail(piece: &mut SpanDraft, item: Item, scheme: &Scheme) {
    let name = attribute(piece, &item).to_owned();
    let Some(value) = item.value else { return };
    let texts = match (value.choices, value.text) {
        (Some(choices), _) => choices,
        (None, Some(Words::Several(texts))) => texts,
        (None, Some(Words::One(text))) if item.kind == "textarea" => vec![text],
        _ => return,
    };
    if name == NOTE {
        piece.note = texts.join("\n");
        return;
    }
    let kind = value::kind(scheme, &piece.label, &name);
    // A yes has no text of its own.
    let is_choice = kind.is_some_and(|kind| kind.offers("true") || kind.kind == ValueKind::Choices);
    let texts = match texts.as_slice() {
        [yes] if yes == "true" && item.kind == "choices" && !is_choice => Vec::new(),
        _ => texts,
    };
    let value = value::of_texts(kind, texts);
    piece.attributes.insert(name, Attribute::by_hand(value));
}
