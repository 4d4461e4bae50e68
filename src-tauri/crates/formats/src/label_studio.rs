//! Label Studio: tasks with one annotation for each layer, and the labeling
//! configuration.
//!
//! Offsets count code points (`granularity="symbol"`). A span in several
//! pieces is several regions that `same_span` relations join. Values are
//! choices and texts of the region.

mod configuration;
mod read;
mod write;

use crate::draft::Intake;
use crate::format::{Format, Place, again_by_reading};
use crate::holds::Holds;
use crate::record::{About, AboutLayer, Articles};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const NAME: &str = "a Label Studio file";
const TASKS: &str = ".label-studio.json";
const CONFIGURATION: &str = ".label-studio.xml";

/// Whose layer it is where no file says.
const UNKNOWN_ANNOTATOR: &str = "label-studio";

/// The name of the control of labels, and of the text that it marks.
const LABEL: &str = "label";
const TEXT: &str = "text";

/// The name of the control of notes.
const NOTE: &str = "note";

/// The values that were written, by control; for the configuration.
type Used = BTreeMap<String, BTreeSet<String>>;

/// Label Studio.
pub static ROW: Format = Format {
    id: "label-studio",
    title: "Label Studio",
    place: Place::Files,
    extensions: &[TASKS, CONFIGURATION],
    also: &[".json"],
    holds: "articles with all spans, their values and notes, links between them, and the labeling \
            configuration",
    options: &[],
    losses: |bundle, _, _| HOLDS.losses(bundle),
    writer: |scheme, _| Box::new(write::Tasks::new(scheme)),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| {
        sample.has_key("data") && (sample.has_key("annotations") || sample.has_key("predictions"))
    },
    reader: Some(|reading| {
        let records = read::records(reading.source, reading.scheme);
        let intake = Intake::new(reading.scheme, reading.repair, reading.now);
        Box::new(Articles::new(records, intake))
    }),
};

const HOLDS: Holds = Holds {
    fragments: true,
    overlaps: true,
    links: true,
    links_to_entities: false,
    links_to_nobody: true,
    link_details: false,
    attributes: true,
    notes: true,
    flags: false,
    entities: false,
    metadata: true,
    layers: true,
};

#[derive(Serialize, Deserialize)]
struct Task {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    data: Data,
    #[serde(default)]
    annotations: Vec<Annotation>,
    #[serde(default, skip_serializing)]
    predictions: Vec<IgnoredAny>,
}

#[derive(Serialize, Deserialize)]
struct Data {
    text: String,
    #[serde(default)]
    postil: About,
    /// Further columns of the tasks.
    #[serde(flatten)]
    other: BTreeMap<String, serde_json::Value>,
}

#[derive(Serialize, Deserialize)]
struct Annotation {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<u64>,
    #[serde(default)]
    postil: Option<AboutLayer>,
    /// Who annotated: a number, or one with name and address.
    #[serde(default, skip_serializing)]
    completed_by: serde_json::Value,
    #[serde(default, skip_serializing)]
    was_cancelled: bool,
    #[serde(default)]
    result: Vec<Item>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Item {
    #[serde(skip_serializing_if = "String::is_empty")]
    id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    from_name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    to_name: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<Vec<String>>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Value {
    start: Option<u32>,
    end: Option<u32>,
    /// The words of a region; a list in the values of a text area.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<String>>,
}

/// One text or several.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Several(Vec<String>),
}
