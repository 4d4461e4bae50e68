//! Tasks, read.

use super::write::special;
use super::{Annotation, Item, LABEL, NAME, NOTE, Task, UNKNOWN_ANNOTATOR, Words};
use crate::draft::{LayerDraft, Piece, SpanDraft, TargetDraft};
use crate::error::ReadError;
use crate::files::{Source, read_whole};
use crate::loss::{Losses, Lost, shortened};
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
    let mut losses = Losses::new();
    let mut about = task.data.postil;
    for (key, value) in task.data.other {
        let said = match value {
            serde_json::Value::String(text) => Some(text),
            serde_json::Value::Number(number) => Some(number.to_string()),
            serde_json::Value::Bool(yes) => Some(yes.to_string()),
            serde_json::Value::Null => continue,
            _ => None,
        };
        match said {
            Some(text) if key == "title" && about.title.is_empty() => about.title = text,
            Some(text) => drop(about.metadata.insert(key, text)),
            None => losses.add(Lost::NoPlace, || key),
        }
    }
    for _ in task.predictions {
        losses.add(Lost::NoPlace, || {
            format!("prediction: {}", shortened(&task.data.text))
        });
    }
    let mut layers: Vec<LayerDraft> = Vec::new();
    for annotation in task.annotations {
        if annotation.was_cancelled {
            losses.add(Lost::NoPlace, || {
                format!("skipped: {}", shortened(&task.data.text))
            });
            continue;
        }
        let known: Vec<String> = layers.iter().map(|own| own.annotator.clone()).collect();
        layers.push(layer(annotation, &known, scheme, &mut losses));
    }
    Record {
        about,
        text: task.data.text,
        layers,
        entities: Vec::new(),
        losses,
    }
}

/// Whose an annotation is. Two of one task are two people's.
fn annotator(annotation: &Annotation, known: &[String]) -> String {
    let by = &annotation.completed_by;
    let stated = match by {
        serde_json::Value::Object(person) => {
            let email = person.get("email").and_then(serde_json::Value::as_str);
            email.map(str::to_owned)
        }
        serde_json::Value::Number(number) => Some(format!("{UNKNOWN_ANNOTATOR} user {number}")),
        _ => None,
    };
    let number = annotation.id.map(|id| format!(" {id}")).unwrap_or_default();
    stated
        .filter(|name| !name.is_empty() && !known.contains(name))
        .unwrap_or_else(|| format!("{UNKNOWN_ANNOTATOR}{number}"))
}

fn layer(
    mut annotation: Annotation,
    known: &[String],
    scheme: &Scheme,
    losses: &mut Losses,
) -> LayerDraft {
    let about = annotation.postil.take().map(AboutLayer::draft);
    let mut layer = about.unwrap_or_else(|| LayerDraft::of(&annotator(&annotation, known)));
    let mut pieces: Vec<SpanDraft> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let (mut relations, mut nobody) = (Vec::new(), Vec::new());
    let regions = annotation
        .result
        .iter()
        .filter(|item| item.from_name == LABEL || item.kind == "labels");
    for item in regions {
        match region(item) {
            Some(piece) => {
                places.insert(item.id.clone(), pieces.len());
                pieces.push(piece);
            }
            None => losses.add(Lost::NoPlace, || named(item)),
        }
        // A span has one label.
        let value = item.value.as_ref();
        let labels = value.and_then(|value| value.labels.as_ref());
        for label in labels.into_iter().flatten().skip(1) {
            losses.add(Lost::NoPlace, || format!("{LABEL}: {label}"));
        }
    }
    for item in annotation.result {
        if item.kind == "relation" {
            let place = |id: &Option<String>| id.as_ref().and_then(|id| places.get(id)).copied();
            let ends = place(&item.from_id).zip(place(&item.to_id));
            let kinds = item.labels.into_iter().flatten();
            let before = relations.len();
            if let Some((head, tail)) = ends {
                relations.extend(kinds.map(|kind| (head, tail, kind)));
            }
            if relations.len() == before {
                losses.add(Lost::NoPlace, || "relation".to_owned());
            }
        } else if let Some(at) = places.get(&item.id).copied() {
            if let (Some(piece), Some((kind, special))) =
                (pieces.get(at), value_of(&item, &pieces, at, scheme))
            {
                nobody.push((piece.uid, kind, special));
                continue;
            }
            let name = named(&item);
            let is_region = item.from_name == LABEL || item.kind == "labels";
            let understood = match pieces.get_mut(at) {
                Some(piece) => is_region || detail(piece, item, scheme),
                None => false,
            };
            if !understood {
                losses.add(Lost::NoPlace, || name);
            }
        } else if item.from_name != LABEL && item.kind != "labels" {
            losses.add(Lost::NoPlace, || named(&item));
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

/// What a person knows an item by.
fn named(item: &Item) -> String {
    format!("{} {}", item.kind, item.from_name)
}

/// A value or note of a region; answers whether it is one.
fn detail(piece: &mut SpanDraft, item: Item, scheme: &Scheme) -> bool {
    let name = attribute(piece, &item).to_owned();
    let Some(value) = item.value else {
        return false;
    };
    let texts = match (value.choices, value.text) {
        (Some(choices), _) => choices,
        (None, Some(Words::Several(texts))) => texts,
        (None, Some(Words::One(text))) if item.kind == "textarea" => vec![text],
        _ => return false,
    };
    if name == NOTE {
        piece.note = texts.join("\n");
        return true;
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
    true
}
