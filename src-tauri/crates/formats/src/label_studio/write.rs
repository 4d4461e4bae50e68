//! Tasks, written.

use super::{
    Annotation, CONFIGURATION, Data, Item, LABEL, NOTE, TASKS, TEXT, Task, Used, Value, Words,
    configuration,
};
use crate::error::WriteError;
use crate::files::Sink;
use crate::format::{Around, Counts, Writer};
use crate::jsonl::escape;
use crate::loss::Losses;
use crate::record::{About, AboutLayer, Flat, SAME_SPAN};
use crate::value::{kind, texts};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::link::{Special, Target};
use postil_core::scheme::{Scheme, ValueKind};
use postil_core::span::{Fragment, Span};

/// How a special target is called.
pub const fn special(special: Special) -> &'static str {
    match special {
        Special::Author => "author",
        Special::NotGiven => "not_given",
    }
}

/// The control of a label's attribute, or of its link to nobody.
pub fn control(label: &str, attribute: &str) -> String {
    format!("{label}.{attribute}")
}

/// Writes tasks as one list.
pub struct Tasks {
    scheme: Scheme,
    used: Used,
    tasks: u64,
    annotations: u64,
}

impl Tasks {
    pub fn new(scheme: &Scheme) -> Self {
        Self {
            scheme: scheme.clone(),
            used: Used::new(),
            tasks: 0,
            annotations: 0,
        }
    }

    fn annotation(&mut self, layer: &LayerBundle) -> Annotation {
        self.annotations += 1;
        let flat = Flat::of(layer);
        // The first piece of a span has its uid, the others a number too.
        let mut number = 0;
        let mut ids: Vec<String> = Vec::new();
        for (span, _, first) in &flat.pieces {
            number = if *first { 1 } else { number + 1 };
            let id = span.uid.to_string();
            ids.push(if *first { id } else { format!("{id}.{number}") });
        }
        let mut result = Vec::new();
        for ((span, fragment, first), id) in flat.pieces.iter().zip(&ids) {
            result.push(region(id, span, fragment));
            if *first {
                self.values(id, span, fragment, layer, &mut result);
            }
        }
        for (head, tail, link) in &flat.relations {
            result.push(Item {
                kind: "relation".to_owned(),
                from_id: ids.get(*head).cloned(),
                to_id: ids.get(*tail).cloned(),
                direction: Some("right".to_owned()),
                labels: Some(vec![
                    link.map_or(SAME_SPAN, |link| link.kind.as_str()).to_owned(),
                ]),
                ..Item::default()
            });
        }
        Annotation {
            id: Some(self.annotations),
            postil: Some(AboutLayer::of(layer)),
            completed_by: serde_json::Value::Null,
            was_cancelled: false,
            result,
        }
    }

    fn values(
        &mut self,
        id: &str,
        span: &Span,
        fragment: &Fragment,
        layer: &LayerBundle,
        result: &mut Vec<Item>,
    ) {
        for (attribute, set) in &span.attributes {
            let mut chosen = texts(&set.value);
            if chosen.is_empty() {
                chosen.push("true".to_owned());
            }
            let free = kind(&self.scheme, &span.label, attribute).is_some_and(|kind| {
                matches!(
                    kind.kind,
                    ValueKind::Text | ValueKind::Number | ValueKind::Vocabulary
                )
            });
            let name = control(&span.label, attribute);
            result.push(self.item(id, name, fragment, chosen, free));
        }
        let mut nobody: Vec<_> = layer
            .links
            .iter()
            .filter(|link| link.head == span.id)
            .collect();
        nobody.sort_by_key(|link| (&link.kind, link.uid));
        for link in nobody {
            if let Target::Special(nobody) = link.target {
                let name = control(&span.label, &link.kind);
                let chosen = vec![special(nobody).to_owned()];
                result.push(self.item(id, name, fragment, chosen, false));
            }
        }
        if !span.note.is_empty() {
            let note = vec![span.note.clone()];
            result.push(self.item(id, NOTE.to_owned(), fragment, note, true));
        }
    }

    fn item(
        &mut self,
        id: &str,
        name: String,
        fragment: &Fragment,
        chosen: Vec<String>,
        free: bool,
    ) -> Item {
        let used = self.used.entry(name.clone()).or_default();
        let (text, choices) = if free {
            (Some(Words::Several(chosen)), None)
        } else {
            used.extend(chosen.iter().cloned());
            (None, Some(chosen))
        };
        Item {
            id: id.to_owned(),
            from_name: name,
            to_name: TEXT.to_owned(),
            kind: if free { "textarea" } else { "choices" }.to_owned(),
            value: Some(Value {
                start: Some(fragment.start.0),
                end: Some(fragment.end.0),
                text,
                choices,
                labels: None,
            }),
            ..Item::default()
        }
    }
}

fn region(id: &str, span: &Span, fragment: &Fragment) -> Item {
    Item {
        id: id.to_owned(),
        from_name: LABEL.to_owned(),
        to_name: TEXT.to_owned(),
        kind: "labels".to_owned(),
        value: Some(Value {
            start: Some(fragment.start.0),
            end: Some(fragment.end.0),
            text: Some(Words::One(fragment.quote.clone())),
            labels: Some(vec![span.label.clone()]),
            choices: None,
        }),
        ..Item::default()
    }
}

impl Writer for Tasks {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        self.tasks += 1;
        let task = Task {
            id: Some(self.tasks),
            data: Data {
                text: bundle.text.clone(),
                postil: About::of(bundle, None),
                other: std::collections::BTreeMap::new(),
            },
            predictions: Vec::new(),
            annotations: bundle
                .layers
                .iter()
                .map(|layer| self.annotation(layer))
                .collect(),
        };
        let mut bytes = if self.tasks == 1 {
            b"[\n".to_vec()
        } else {
            b",\n".to_vec()
        };
        escape::write_line(&mut bytes, &task)?;
        // The comma or bracket follows on a line of its own.
        sink.append(TASKS, &bytes)?;
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        let end: &[u8] = if self.tasks == 0 { b"[]\n" } else { b"]\n" };
        sink.append(TASKS, end)?;
        let written = configuration::configuration(&self.scheme, &self.used);
        sink.whole(CONFIGURATION, written.as_bytes())?;
        Ok(Losses::new())
    }
}
