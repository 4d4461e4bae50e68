//! spaCy and Prodigy JSONL: a task for each article and annotator, with
//! tokens, and a script beside that makes a spaCy DocBin of it.
//!
//! Tokens are words, single characters in Chinese and Japanese, and are cut
//! at the ends of spans too, so that every span is a run of tokens. A span in
//! several pieces has one entry for each, all with its id.

mod read;
mod write;

use crate::draft::Intake;
use crate::format::{Format, Place, again_by_reading};
use crate::holds::Holds;
use crate::record::{About, Articles, Named, of_lines};
use postil_core::attribute::Value;
use postil_core::link::Special;
use postil_core::span::Flag;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const NAME: &str = "a spaCy or Prodigy file";
const TASKS: &str = ".spacy.jsonl";
const SCRIPT: &str = ".to_docbin.py";

/// Makes a DocBin of the file of tasks.
pub const TO_DOCBIN: &str = include_str!("spacy/to_docbin.py");

/// Whose layer it is where no file says.
const UNKNOWN_ANNOTATOR: &str = "prodigy";

/// spaCy and Prodigy.
pub static ROW: Format = Format {
    id: "spacy",
    title: "spaCy and Prodigy JSONL",
    place: Place::Files,
    extensions: &[TASKS, SCRIPT],
    also: &[".jsonl"],
    holds: "articles with tokens, all spans with their values and notes, links, and whom spans \
            mention; a script beside makes a DocBin",
    options: &[],
    losses: |bundle, _, _| HOLDS.losses(bundle),
    writer: |_, _| Box::new(write::Tasks),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| {
        sample.has_key("text") && (sample.has_key("tokens") || sample.has_key("spans"))
    },
    reader: Some(|reading| {
        let records = of_lines(reading.source, ".jsonl", |_, line| read::record(line));
        let intake = Intake::new(reading.scheme, reading.repair, reading.now);
        Box::new(Articles::new(records, intake))
    }),
};

const HOLDS: Holds = Holds {
    fragments: true,
    overlaps: true,
    links: true,
    links_to_entities: true,
    links_to_nobody: true,
    link_details: false,
    attributes: true,
    notes: true,
    flags: true,
    entities: true,
    metadata: true,
    layers: true,
};

#[derive(Serialize, Deserialize)]
struct Task {
    text: String,
    #[serde(default)]
    tokens: Vec<Token>,
    #[serde(default)]
    spans: Vec<Entry>,
    #[serde(default)]
    relations: Vec<Relation>,
    #[serde(default)]
    answer: String,
    #[serde(default)]
    meta: Meta,
    /// Who annotated, as Prodigy says it.
    #[serde(default, rename = "_annotator_id", skip_serializing)]
    annotator: Option<String>,
    #[serde(default, rename = "_session_id", skip_serializing)]
    session: Option<String>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Meta {
    postil: About,
}

#[derive(Serialize, Deserialize)]
struct Token {
    text: String,
    start: u32,
    end: u32,
    id: usize,
    #[serde(default)]
    ws: bool,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Entry {
    id: String,
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_end: Option<usize>,
    label: String,
    attributes: BTreeMap<String, Value>,
    note: String,
    flags: BTreeSet<Flag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Elsewhere>,
}

/// A link to what is no span.
#[derive(Serialize, Deserialize)]
struct Elsewhere {
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entity: Option<Named>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    special: Option<Special>,
}

#[derive(Serialize, Deserialize)]
struct Relation {
    head: usize,
    child: usize,
    #[serde(default)]
    head_span: Option<End>,
    #[serde(default)]
    child_span: Option<End>,
    label: String,
}

/// An end of a relation: Prodigy knows it by its place, Postil by its id.
#[derive(Serialize, Deserialize)]
struct End {
    #[serde(default)]
    id: String,
    start: u32,
    end: u32,
    #[serde(default)]
    token_start: usize,
    #[serde(default)]
    token_end: usize,
    #[serde(default)]
    label: String,
}
