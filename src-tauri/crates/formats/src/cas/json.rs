//! CAS JSON 0.4: self-contained, its types in it.

mod read;
mod write;

use super::folder::{self, Shape};
use crate::format::{Format, Place, again_by_reading};
use crate::jsonl;

/// CAS JSON.
pub static ROW: Format = Format {
    id: "cas-json",
    title: "UIMA CAS JSON (INCEpTION)",
    place: Place::Folder,
    extensions: &[".json"],
    also: &[],
    holds: "articles, spans of several fragments, links, values and entities, one file for each \
            article and annotator; comes in again unchanged",
    options: &[],
    losses: |bundle, _, _| jsonl::losses(bundle),
    writer: |scheme, _| folder::writer(&SHAPE, scheme),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| {
        sample.has("%TYPES")
            || sample.has("%FEATURE_STRUCTURES")
            || (sample.ends(".zip") && !sample.has(".xmi"))
    },
    reader: Some(|reading| folder::reader(&SHAPE, reading)),
};

pub(super) static SHAPE: Shape = Shape {
    extension: "json",
    write: write::write,
    types: None,
};

pub(super) use read::read;
