//! Tasks, written.

use super::{Elsewhere, End, Entry, Meta, Relation, SCRIPT, TASKS, TO_DOCBIN, Task, Token};
use crate::error::WriteError;
use crate::files::Sink;
use crate::format::{Around, Counts, Writer};
use crate::jsonl::escape;
use crate::loss::Losses;
use crate::record::{About, Flat, Named};
use crate::tokens::tokens;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::id::EntityId;
use postil_core::link::Target;
use postil_core::span::{Fragment, Span};
use postil_core::text::Text;
use std::collections::{BTreeSet, HashMap};

/// Writes tasks.
pub struct Tasks;

impl Writer for Tasks {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        if bundle.layers.is_empty() {
            append(&task(bundle, None)?, sink)?;
        }
        for layer in &bundle.layers {
            append(&task(bundle, Some(layer))?, sink)?;
        }
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        sink.append(TASKS, b"")?;
        sink.whole(SCRIPT, TO_DOCBIN.as_bytes())?;
        Ok(Losses::new())
    }
}

fn append(task: &Task, sink: &mut dyn Sink) -> Result<(), WriteError> {
    let mut bytes = Vec::new();
    escape::write_line(&mut bytes, task)?;
    sink.append(TASKS, &bytes)?;
    Ok(())
}

/// The tokens and where each begins and ends.
struct Tokens {
    tokens: Vec<Token>,
    starts: HashMap<u32, usize>,
    ends: HashMap<u32, usize>,
}

impl Tokens {
    /// A space after a token is said with it, unless a span begins or ends
    /// with the space; all other white space is a token.
    fn of(text: &Text, flat: Option<&Flat<'_>>) -> Self {
        let fragments = || {
            flat.iter()
                .flat_map(|flat| &flat.pieces)
                .map(|(_, fragment, _)| fragment)
        };
        let starts: BTreeSet<u32> = fragments().map(|fragment| fragment.start.0).collect();
        let ends: BTreeSet<u32> = fragments().map(|fragment| fragment.end.0).collect();
        let mut all: Vec<Token> = Vec::new();
        for token in tokens(text, &starts.union(&ends).copied().collect()) {
            let words = text.slice(token).unwrap_or_default();
            let edge = starts.contains(&token.start.0) || ends.contains(&token.end.0);
            match all.last_mut() {
                Some(last) if words == " " && !edge && !last.ws => last.ws = true,
                _ => all.push(Token {
                    text: words.to_owned(),
                    start: token.start.0,
                    end: token.end.0,
                    id: all.len(),
                    ws: false,
                }),
            }
        }
        Self {
            starts: all.iter().map(|token| (token.start, token.id)).collect(),
            ends: all.iter().map(|token| (token.end, token.id)).collect(),
            tokens: all,
        }
    }

    fn first(&self, fragment: &Fragment) -> usize {
        self.starts
            .get(&fragment.start.0)
            .copied()
            .unwrap_or_default()
    }

    fn last(&self, fragment: &Fragment) -> usize {
        self.ends.get(&fragment.end.0).copied().unwrap_or_default()
    }
}

fn task(bundle: &Bundle, layer: Option<&LayerBundle>) -> Result<Task, WriteError> {
    let text = Text::new(bundle.text.as_str());
    let flat = layer.map(Flat::of);
    let tokens = Tokens::of(&text, flat.as_ref());
    let mut spans = Vec::new();
    let mut relations = Vec::new();
    if let (Some(layer), Some(flat)) = (layer, &flat) {
        for (span, fragment, first) in &flat.pieces {
            let mut entry = Entry {
                id: span.uid.to_string(),
                start: fragment.start.0,
                end: fragment.end.0,
                token_start: Some(tokens.first(fragment)),
                token_end: Some(tokens.last(fragment)),
                label: span.label.clone(),
                ..Entry::default()
            };
            if *first {
                details(&mut entry, span, bundle, layer)?;
            }
            spans.push(entry);
        }
        for (head, tail, link) in &flat.relations {
            let piece = |at: usize| {
                flat.pieces
                    .get(at)
                    .map(|(span, fragment, _)| end(&tokens, span, fragment))
            };
            let (Some(link), Some(head), Some(tail)) = (link, piece(*head), piece(*tail)) else {
                continue;
            };
            relations.push(Relation {
                head: head.token_end,
                child: tail.token_end,
                head_span: Some(head),
                child_span: Some(tail),
                label: link.kind.clone(),
            });
        }
    }
    Ok(Task {
        text: bundle.text.clone(),
        tokens: tokens.tokens,
        spans,
        relations,
        answer: "accept".to_owned(),
        annotator: None,
        session: None,
        meta: Meta {
            postil: About::of(bundle, layer),
        },
    })
}

fn end(tokens: &Tokens, span: &Span, fragment: &Fragment) -> End {
    End {
        id: span.uid.to_string(),
        start: fragment.start.0,
        end: fragment.end.0,
        token_start: tokens.first(fragment),
        token_end: tokens.last(fragment),
        label: span.label.clone(),
    }
}

fn details(
    entry: &mut Entry,
    span: &Span,
    bundle: &Bundle,
    layer: &LayerBundle,
) -> Result<(), WriteError> {
    let named = |id: EntityId| {
        let found = bundle.entities.iter().find(|entity| entity.id == id);
        found.map(Named::from).ok_or(WriteError::Dangling {
            article: bundle.document.uid,
            what: "entity",
            id: id.0,
        })
    };
    let values = span.attributes.iter();
    entry.attributes = values
        .map(|(id, set)| (id.clone(), set.value.clone()))
        .collect();
    entry.note.clone_from(&span.note);
    entry.flags.clone_from(&span.flags);
    entry.entity = span.entity.map(named).transpose()?;
    let mut own: Vec<_> = layer
        .links
        .iter()
        .filter(|link| link.head == span.id)
        .collect();
    own.sort_by_key(|link| (&link.kind, link.uid));
    for link in own {
        let (entity, special) = match link.target {
            Target::Mention { .. } => continue,
            Target::Entity(id) => (Some(named(id)?), None),
            Target::Special(nobody) => (None, Some(nobody)),
        };
        entry.links.push(Elsewhere {
            label: link.kind.clone(),
            entity,
            special,
        });
    }
    Ok(())
}
