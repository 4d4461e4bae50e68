//! doccano JSONL: a line for each article and annotator.
//!
//! The importer of doccano stores the offsets that it reads; its window counts
//! UTF-16 units. The unit that was written stands in a file beside. A span in
//! several pieces is several entities that `same_span` relations join.

use crate::draft::{Intake, LayerDraft, Piece, SpanDraft};
use crate::error::{Fault, WriteError};
use crate::files::{Sink, Source, read_whole};
use crate::format::{AgainError, Around, Counts, Format, Place, Writer, again_by_reading};
use crate::holds::Holds;
use crate::jsonl::escape;
use crate::loss::{Losses, Lost};
use crate::option::{OptionKind, Options};
use crate::record::{About, Articles, Flat, Record, SAME_SPAN, joined, not_json, of_lines};
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::scheme::Scheme;
use postil_core::text::Text;
use serde::{Deserialize, Serialize};

/// What a line has.
pub const SHAPE: OptionKind = OptionKind {
    id: "shape",
    values: &["relations", "spans"],
    help: "Entities and relations, or spans alone for projects that have no relations.",
};

/// What offsets count.
pub const UNIT: OptionKind = OptionKind {
    id: "unit",
    values: &["code-points", "utf-16"],
    help: "Code points, as scripts count, or UTF-16 units, as the window of doccano counts.",
};

const NAME: &str = "a doccano file";
const LINES: &str = ".doccano.jsonl";
const UNIT_FILE: &str = ".doccano.unit.txt";

/// Whose layer it is where no file says.
const UNKNOWN_ANNOTATOR: &str = "doccano";

/// doccano.
pub static ROW: Format = Format {
    id: "doccano",
    title: "doccano",
    place: Place::Files,
    extensions: &[LINES, UNIT_FILE],
    also: &[".jsonl"],
    holds: "articles with their spans and the links between these",
    options: &[SHAPE, UNIT],
    losses: |bundle, _, options| holds(options).losses(bundle),
    writer: |_, options| Box::new(Lines::new(options)),
    again,
    resembles: |sample| {
        let marked = ["label", "labels", "entities"];
        sample.has_key("text")
            && !sample.has_key("tokens")
            && marked.iter().any(|key| sample.has_key(key))
    },
    reader: Some(|reading| {
        let utf16 = reading.options.value(&UNIT) == "utf-16";
        let source = reading.source;
        let records = of_lines(source, ".jsonl", move |file, line| {
            record(line, utf16 || is_utf16(source, file))
        });
        let intake = Intake::new(reading.scheme, reading.repair, reading.now);
        Box::new(Articles::new(records, intake))
    }),
};

fn holds(options: &Options) -> Holds {
    let relations = options.value(&SHAPE) == "relations";
    Holds {
        fragments: relations,
        overlaps: true,
        links: relations,
        metadata: true,
        layers: true,
        ..Holds::default()
    }
}

fn again(
    source: &dyn Source,
    scheme: &Scheme,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<(), AgainError> {
    again_by_reading(&ROW, source, scheme, options, sink)
}

/// Whether the file beside says so.
fn is_utf16(source: &dyn Source, file: &str) -> bool {
    let stem = file.strip_suffix(LINES).or(file.strip_suffix(".jsonl"));
    let beside = format!("{}{UNIT_FILE}", stem.unwrap_or(file));
    source.has(&beside) && read_whole(source, &beside).is_ok_and(|unit| unit.starts_with(b"utf-16"))
}

#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<Vec<(u32, u32, String)>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entities: Option<Vec<Entity>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relations: Option<Vec<Relation>>,
    #[serde(default, rename = "Comments", skip_serializing_if = "Option::is_none")]
    comments: Option<Vec<serde_json::Value>>,
    #[serde(default)]
    postil: About,
}

#[derive(Serialize, Deserialize)]
struct Entity {
    id: u64,
    label: String,
    start_offset: u32,
    end_offset: u32,
}

#[derive(Serialize, Deserialize)]
struct Relation {
    id: u64,
    from_id: u64,
    to_id: u64,
    #[serde(rename = "type")]
    kind: String,
}

/// Writes lines, counting their ids from 1.
struct Lines {
    relations: bool,
    utf16: bool,
    records: u64,
    entities: u64,
    links: u64,
}

impl Lines {
    fn new(options: &Options) -> Self {
        Self {
            relations: options.value(&SHAPE) == "relations",
            utf16: options.value(&UNIT) == "utf-16",
            records: 0,
            entities: 0,
            links: 0,
        }
    }

    fn line(
        &mut self,
        bundle: &Bundle,
        layer: Option<&LayerBundle>,
        sink: &mut dyn Sink,
    ) -> Result<(), WriteError> {
        let text = Text::new(bundle.text.as_str());
        let flat = layer.map(Flat::of);
        let mut pieces = Vec::new();
        for (span, fragment, _) in flat.iter().flat_map(|flat| &flat.pieces) {
            let outside = || WriteError::Dangling {
                article: bundle.document.uid,
                what: "text for span",
                id: span.id.0,
            };
            let ends = if self.utf16 {
                let extent = text
                    .to_utf16_extent(fragment.extent())
                    .ok_or_else(outside)?;
                (extent.start.0, extent.end.0)
            } else {
                (fragment.start.0, fragment.end.0)
            };
            pieces.push((ends.0, ends.1, span.label.clone()));
        }
        self.records += 1;
        let mut line = Line {
            id: Some(self.records),
            text: bundle.text.clone(),
            label: None,
            entities: None,
            relations: None,
            comments: None,
            postil: About::of(bundle, layer),
        };
        if self.relations {
            let first = self.entities + 1;
            let number = |at: usize| first + u64::try_from(at).unwrap_or(u64::MAX);
            let all = flat.iter().flat_map(|flat| &flat.relations);
            let relations = all.map(|(head, tail, link)| {
                self.links += 1;
                Relation {
                    id: self.links,
                    from_id: number(*head),
                    to_id: number(*tail),
                    kind: link.map_or(SAME_SPAN, |link| link.kind.as_str()).to_owned(),
                }
            });
            line.relations = Some(relations.collect());
            let entities = pieces.into_iter().map(|(start_offset, end_offset, label)| {
                self.entities += 1;
                Entity {
                    id: self.entities,
                    label,
                    start_offset,
                    end_offset,
                }
            });
            line.entities = Some(entities.collect());
            line.comments = Some(Vec::new());
        } else {
            pieces.sort_by(|one, other| {
                let key = |piece: &(u32, u32, String)| (piece.0, std::cmp::Reverse(piece.1));
                key(one).cmp(&key(other)).then_with(|| one.2.cmp(&other.2))
            });
            line.label = Some(pieces);
        }
        let mut bytes = Vec::new();
        escape::write_line(&mut bytes, &line)?;
        sink.append(LINES, &bytes)?;
        Ok(())
    }
}

impl Writer for Lines {
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError> {
        if bundle.layers.is_empty() {
            self.line(bundle, None, sink)?;
        }
        for layer in &bundle.layers {
            self.line(bundle, Some(layer), sink)?;
        }
        Ok(Counts::of(bundle))
    }

    fn finish(&mut self, _: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError> {
        sink.append(LINES, b"")?;
        let unit = if self.utf16 {
            "utf-16\n"
        } else {
            "code-points\n"
        };
        sink.whole(UNIT_FILE, unit.as_bytes())?;
        Ok(Losses::new())
    }
}

fn record(line: &str, utf16: bool) -> Result<Record, Fault> {
    let line: Line = serde_json::from_str(line).map_err(|error| not_json(NAME, &error))?;
    let text = Text::new(line.text.as_str());
    // Beyond the text an offset stays as it is, and is refused with the span.
    let at = |offset: u32| match utf16 {
        true => text
            .from_utf16(postil_core::text::Utf16(offset))
            .map_or(offset, |at| at.0),
        false => offset,
    };
    let piece = |start: u32, end: u32, label: String| SpanDraft {
        label,
        pieces: vec![Piece {
            start: at(start),
            end: at(end),
            words: None,
        }],
        ..SpanDraft::default()
    };
    let mut ids: Vec<u64> = Vec::new();
    let mut pieces: Vec<SpanDraft> = Vec::new();
    for (start, end, label) in line.label.into_iter().flatten() {
        pieces.push(piece(start, end, label));
    }
    for entity in line.entities.into_iter().flatten() {
        ids.resize(pieces.len(), 0);
        ids.push(entity.id);
        pieces.push(piece(entity.start_offset, entity.end_offset, entity.label));
    }
    let place = |id: u64| ids.iter().position(|known| *known == id);
    let mut losses = Losses::new();
    let mut relations = Vec::new();
    for relation in line.relations.into_iter().flatten() {
        match (place(relation.from_id), place(relation.to_id)) {
            (Some(head), Some(tail)) => relations.push((head, tail, relation.kind)),
            _ => losses.add(Lost::NoPlace, || {
                let (from, to) = (relation.from_id, relation.to_id);
                format!("{} {from} {to}", relation.kind)
            }),
        }
    }
    for comment in line.comments.into_iter().flatten() {
        losses.add(Lost::NoPlace, || comment.to_string());
    }
    let layer = line
        .postil
        .layer
        .clone()
        .map(crate::record::AboutLayer::draft);
    let mut layers: Vec<LayerDraft> = layer.into_iter().collect();
    if layers.is_empty() && !pieces.is_empty() {
        layers.push(LayerDraft::of(UNKNOWN_ANNOTATOR));
    }
    if let Some(layer) = layers.first_mut() {
        joined(pieces, relations, layer);
    }
    Ok(Record {
        about: line.postil,
        text: line.text,
        layers,
        entities: Vec::new(),
        losses,
    })
}
