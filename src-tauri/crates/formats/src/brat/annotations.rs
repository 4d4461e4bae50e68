//! The lines of one file of annotations, written.

use super::line::{name, one_line, pieces, value};
use crate::error::WriteError;
use crate::jsonl::write::in_order;
use crate::value::texts;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::id::SpanId;
use postil_core::link::{Link, Special, Target};
use postil_core::scheme::{Role, Scheme};
use postil_core::span::Span;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

/// The event type of attributions.
pub const ATTRIBUTION: &str = "Attribution";

/// The roles of an attribution, also the types of their spans.
pub const SOURCE: &str = "Source";
/// See [`SOURCE`].
pub const CUE: &str = "Cue";
/// See [`SOURCE`].
pub const CONTENT: &str = "Content";

/// The values that were written, by attribute; for the configuration.
pub type Used = BTreeMap<String, BTreeSet<String>>;

/// Which links and labels attributions are made of.
#[derive(Clone, Debug, Default)]
pub struct Attributions {
    /// The link to the source.
    pub source: String,
    /// The link to the cue.
    pub cue: String,
    /// Type by label.
    pub types: BTreeMap<String, &'static str>,
}

impl Attributions {
    /// What the scheme has for them.
    pub fn of(scheme: &Scheme) -> Self {
        let roles = [
            (Role::Statement, CONTENT),
            (Role::Actor, SOURCE),
            (Role::Cue, CUE),
        ];
        let labels = roles.into_iter().filter_map(|(role, kind)| {
            let label = scheme.label_with_role(role)?;
            Some((label.id.clone(), kind))
        });
        let to_cue = |to: &String| scheme.role(to) == Role::Cue;
        let cue = scheme.links.iter().find(|link| link.to.iter().any(to_cue));
        Self {
            source: scheme
                .source_link()
                .map(|link| link.id.clone())
                .unwrap_or_default(),
            cue: cue.map(|link| link.id.clone()).unwrap_or_default(),
            types: labels.collect(),
        }
    }
}

/// How a special target is called.
pub const fn special(special: Special) -> &'static str {
    match special {
        Special::Author => "author",
        Special::NotGiven => "not_given",
    }
}

/// The annotations of a layer.
pub fn annotations(
    bundle: &Bundle,
    layer: &LayerBundle,
    attributions: Option<&Attributions>,
    used: &mut Used,
) -> Result<String, WriteError> {
    let mut lines = Lines::default();
    let mut spans: Vec<(&Span, u32, u32)> = in_order(layer)
        .into_iter()
        .filter_map(|span| {
            let pieces = pieces(span);
            Some((span, pieces.first()?.0, pieces.last()?.1))
        })
        .collect();
    // What is left of a span says where it stands.
    spans.sort_by_key(|(span, start, end)| (*start, Reverse(*end), &span.label, span.uid));
    let spans: Vec<&Span> = spans.into_iter().map(|(span, ..)| span).collect();
    for span in &spans {
        let own = attributions.and_then(|names| names.types.get(&span.label).copied());
        let id = lines.text(own.map_or_else(|| name(&span.label), str::to_owned), span);
        lines.spans.insert(span.id, id);
    }
    let place: HashMap<SpanId, usize> = spans
        .iter()
        .enumerate()
        .map(|(at, span)| (span.id, at))
        .collect();
    let mut links: Vec<&Link> = layer
        .links
        .iter()
        .filter(|link| place.contains_key(&link.head))
        .collect();
    links.sort_by(|one, other| {
        let key = |link: &Link| place.get(&link.head).copied();
        key(one)
            .cmp(&key(other))
            .then_with(|| one.kind.cmp(&other.kind))
            .then(one.uid.cmp(&other.uid))
    });
    if let Some(names) = attributions {
        lines.events(&spans, &mut links, names);
    }
    for link in &links {
        lines.link(link, used);
    }
    for span in &spans {
        lines.details(bundle, span, used)?;
    }
    Ok(lines.out)
}

#[derive(Default)]
struct Lines {
    out: String,
    spans: HashMap<SpanId, usize>,
    texts: usize,
    events: usize,
    relations: usize,
    attributes: usize,
    references: usize,
    notes: usize,
}

impl Lines {
    /// A line with a number of its kind's own.
    fn line(&mut self, kind: char, number: usize, rest: std::fmt::Arguments<'_>) {
        // Writing into a text cannot fail.
        let _always = writeln!(self.out, "{kind}{number}\t{rest}");
    }

    fn text(&mut self, kind: String, span: &Span) -> usize {
        self.texts += 1;
        let pieces = pieces(span);
        let offsets = pieces
            .iter()
            .map(|(start, end, _)| format!("{start} {end}"));
        let offsets: Vec<String> = offsets.collect();
        let words: Vec<&str> = pieces.iter().map(|(_, _, words)| *words).collect();
        // A tab inside the words is part of the last field.
        self.line(
            'T',
            self.texts,
            format_args!("{kind} {}\t{}", offsets.join(";"), words.join(" ")),
        );
        self.texts
    }

    /// One event for the claims that share a cue and its sources; its trigger
    /// is the cue's words, or the claim's where there is no cue.
    fn events(&mut self, spans: &[&Span], links: &mut Vec<&Link>, names: &Attributions) {
        let by_id: HashMap<SpanId, &Span> = spans.iter().map(|span| (span.id, *span)).collect();
        let mut events: Vec<(Vec<SpanId>, Vec<SpanId>, Vec<SpanId>)> = Vec::new();
        for span in spans {
            if names.types.get(&span.label) != Some(&CONTENT) {
                continue;
            }
            let to = |kind: &str, wanted: &'static str| -> Vec<SpanId> {
                let own = links
                    .iter()
                    .filter(|link| link.head == span.id && link.kind == kind);
                let tails = own.filter_map(|link| link.target.span());
                tails
                    .filter(|tail| {
                        by_id
                            .get(tail)
                            .is_some_and(|tail| names.types.get(&tail.label) == Some(&wanted))
                    })
                    .collect()
            };
            let (sources, cues) = (to(&names.source, SOURCE), to(&names.cue, CUE));
            if sources.is_empty() && cues.is_empty() {
                continue;
            }
            let shared = events
                .iter_mut()
                .find(|(other, cue, _)| !cues.is_empty() && *cue == cues && *other == sources);
            match shared {
                Some((_, _, contents)) => contents.push(span.id),
                None => events.push((sources, cues, vec![span.id])),
            }
        }
        links.retain(|link| {
            let covered =
                |found: &[SpanId]| link.target.span().is_some_and(|tail| found.contains(&tail));
            !events.iter().any(|(sources, cues, contents)| {
                contents.contains(&link.head)
                    && (link.kind == names.source && covered(sources)
                        || link.kind == names.cue && covered(cues))
            })
        });
        for (sources, cues, contents) in events {
            let trigger = cues
                .first()
                .or(contents.first())
                .and_then(|id| by_id.get(id));
            let Some(trigger) = trigger else { continue };
            let trigger = self.text(ATTRIBUTION.to_owned(), trigger);
            let mut roles = String::new();
            for (role, members) in [(SOURCE, &sources), (CUE, &cues), (CONTENT, &contents)] {
                for (at, member) in members.iter().enumerate() {
                    let number = if at == 0 {
                        String::new()
                    } else {
                        (at + 1).to_string()
                    };
                    let id = self.spans.get(member).copied().unwrap_or_default();
                    let _always = write!(roles, " {role}{number}:T{id}");
                }
            }
            self.events += 1;
            self.line(
                'E',
                self.events,
                format_args!("{ATTRIBUTION}:T{trigger}{roles}"),
            );
        }
    }

    fn link(&mut self, link: &Link, used: &mut Used) {
        let Some(head) = self.spans.get(&link.head).copied() else {
            return;
        };
        let kind = name(&link.kind);
        match link.target {
            Target::Mention { span, .. } => {
                let Some(tail) = self.spans.get(&span).copied() else {
                    return;
                };
                self.relations += 1;
                self.line(
                    'R',
                    self.relations,
                    format_args!("{kind} Arg1:T{head} Arg2:T{tail}"),
                );
            }
            Target::Special(nobody) => self.attribute(&kind, head, special(nobody), used),
            Target::Entity(_) => {}
        }
    }

    fn attribute(&mut self, kind: &str, span: usize, value: &str, used: &mut Used) {
        self.attributes += 1;
        let values = used.entry(kind.to_owned()).or_default();
        if value.is_empty() {
            self.line('A', self.attributes, format_args!("{kind} T{span}"));
        } else {
            values.insert(value.to_owned());
            self.line('A', self.attributes, format_args!("{kind} T{span} {value}"));
        }
    }

    fn details(&mut self, bundle: &Bundle, span: &Span, used: &mut Used) -> Result<(), WriteError> {
        let Some(id) = self.spans.get(&span.id).copied() else {
            return Ok(());
        };
        for (attribute, set) in &span.attributes {
            let kind = name(attribute);
            let texts = texts(&set.value);
            if texts.is_empty() {
                self.attribute(&kind, id, "", used);
            }
            for text in texts {
                self.attribute(&kind, id, &value(&text), used);
            }
        }
        if let Some(entity) = span.entity {
            let entity = bundle.entities.iter().find(|known| known.id == entity);
            let entity = entity.ok_or(WriteError::Dangling {
                article: bundle.document.uid,
                what: "entity",
                id: span.entity.unwrap_or_default().0,
            })?;
            self.references += 1;
            // Some readers know letters and digits alone here.
            let kind = name(&entity.kind).replace('-', "_x2d_");
            let uid = entity.uid.0.simple();
            let title = one_line(&entity.name);
            self.line(
                'N',
                self.references,
                format_args!("Reference T{id} {kind}:{uid}\t{title}"),
            );
        }
        if !span.note.is_empty() {
            self.notes += 1;
            let note = one_line(&span.note);
            self.line(
                '#',
                self.notes,
                format_args!("AnnotatorNotes T{id}\t{note}"),
            );
        }
        Ok(())
    }
}
