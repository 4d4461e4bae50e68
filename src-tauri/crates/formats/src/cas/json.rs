//! CAS JSON 0.4: self-contained, its types in it.

mod read;
mod write;

use super::folder::{self, Shape};
use crate::format::{AgainError, Format, Place, again_by_reading};
use crate::loss::Losses;
use crate::option::Options;
use crate::{files, jsonl};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;

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
    losses,
    writer: |scheme, _| folder::writer(&SHAPE, scheme),
    again,
    reader: Some(|reading| folder::reader(&SHAPE, reading)),
};

pub(super) static SHAPE: Shape = Shape {
    extension: "json",
    write: write::write,
    types: None,
};

fn losses(bundle: &Bundle, _: &Scheme, _: &Options) -> Losses {
    jsonl::losses(bundle)
}

fn again(
    source: &dyn files::Source,
    scheme: &Scheme,
    options: &Options,
    sink: &mut dyn files::Sink,
) -> Result<(), AgainError> {
    again_by_reading(&ROW, source, scheme, options, sink)
}

pub(super) use read::read;
