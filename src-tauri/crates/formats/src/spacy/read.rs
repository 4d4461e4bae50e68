//! Tasks, read.

use super::{Entry, NAME, Task, UNKNOWN_ANNOTATOR};
use crate::draft::{EntityDraft, LayerDraft, Piece, SpanDraft, TargetDraft};
use crate::error::Fault;
use crate::loss::{Losses, Lost, shortened};
use crate::record::{AboutLayer, Record, link, not_json, place_of};
use postil_core::attribute::Attribute;
use postil_core::id::Uid;
use std::collections::HashMap;

/// Reads a task.
///
/// # Errors
/// When the line is none.
pub fn record(line: &str) -> Result<Record, Fault> {
    let task: Task = serde_json::from_str(line).map_err(|error| not_json(NAME, &error))?;
    let about = task.meta.postil;
    let layer = about.layer.clone().map(AboutLayer::draft);
    let mut entities = Vec::new();
    let mut layers: Vec<LayerDraft> = layer.into_iter().collect();
    let mut losses = Losses::new();
    let refused = matches!(task.answer.as_str(), "reject" | "ignore");
    if layers.is_empty() && refused {
        // What was turned down is nobody's annotation.
        losses.add(Lost::NoPlace, || {
            format!("{}: {}", task.answer, shortened(&task.text))
        });
    } else if layers.is_empty() {
        let whose = task.annotator.or(task.session);
        let whose = whose.filter(|name| !name.trim().is_empty());
        // Somebody who found nothing has looked.
        let begun = whose.is_some() || !task.spans.is_empty();
        layers.extend(begun.then(|| LayerDraft::of(whose.as_deref().unwrap_or(UNKNOWN_ANNOTATOR))));
    }
    let words: Vec<(usize, String, bool)> = task
        .tokens
        .into_iter()
        .map(|token| (token.id, token.text, token.ws))
        .collect();
    if let Some(layer) = layers.first_mut() {
        let mut places = Places::default();
        for entry in task.spans {
            places.entry(entry, &words, layer, &mut entities);
        }
        for relation in task.relations {
            let label = || relation.label.clone();
            let ends = relation
                .head_span
                .as_ref()
                .zip(relation.child_span.as_ref());
            let Some((head, tail)) = ends else {
                losses.add(Lost::NoPlace, label);
                continue;
            };
            let place = |end: &super::End| {
                let known = places.by_id.get(&end.id);
                known
                    .or(places.by_place.get(&(end.start, end.end)))
                    .copied()
            };
            match (place(head), place(tail)) {
                (Some(head), Some(tail)) => {
                    let tail = TargetDraft::Span(tail);
                    layer.links.push(link(&relation.label, head, tail));
                }
                _ => losses.add(Lost::NoPlace, label),
            }
        }
    }
    Ok(Record {
        about,
        text: task.text,
        layers,
        entities,
        losses,
    })
}

/// Where spans are in the list.
#[derive(Default)]
struct Places {
    by_id: HashMap<String, usize>,
    by_place: HashMap<(u32, u32), usize>,
}

impl Places {
    fn entry(
        &mut self,
        entry: Entry,
        words: &[(usize, String, bool)],
        layer: &mut LayerDraft,
        entities: &mut Vec<EntityDraft>,
    ) {
        let piece = Piece {
            start: entry.start,
            end: entry.end,
            words: covered(&entry, words),
        };
        let known = self.by_id.get(&entry.id).copied();
        if let Some(span) = known.and_then(|at| layer.spans.get_mut(at)) {
            span.pieces.push(piece);
            return;
        }
        let at = layer.spans.len();
        self.by_place.entry((entry.start, entry.end)).or_insert(at);
        if !entry.id.is_empty() {
            self.by_id.insert(entry.id.clone(), at);
        }
        for elsewhere in entry.links {
            let entity = elsewhere
                .entity
                .map(|named| TargetDraft::Entity(place_of(entities, named)));
            let target = entity.or(elsewhere.special.map(TargetDraft::Special));
            if let Some(target) = target {
                layer.links.push(link(&elsewhere.label, at, target));
            }
        }
        let values = entry.attributes.into_iter();
        layer.spans.push(SpanDraft {
            uid: Uid::parse(&entry.id).ok(),
            line: 0,
            label: entry.label,
            pieces: vec![piece],
            attributes: values
                .map(|(id, value)| (id, Attribute::by_hand(value)))
                .collect(),
            note: entry.note,
            flags: entry.flags,
            entity: entry.entity.map(|named| place_of(entities, named)),
        });
    }
}

/// The words of the tokens that a span names.
fn covered(entry: &Entry, words: &[(usize, String, bool)]) -> Option<String> {
    let (start, end) = entry.token_start.zip(entry.token_end)?;
    let own = words.get(start..=end).filter(|own| !own.is_empty())?;
    let mut text = String::new();
    for (at, (id, word, space)) in own.iter().enumerate() {
        if *id != start + at {
            return None;
        }
        text.push_str(word);
        if *space && at + 1 < own.len() {
            text.push(' ');
        }
    }
    Some(text)
}
