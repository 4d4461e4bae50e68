//! brat: a text file and a file of annotations for each article and
//! annotator, with the configuration that shows them.
//!
//! Offsets count code points. A span over a line end is written in pieces,
//! which are joined again on reading. The folder has one folder for each
//! annotator, and `articles.tsv` beside them with what brat has no place for.
//! With the choice `attributions` a claim with its source and cue is an event
//! whose trigger repeats the cue, as in PolNeAR.

mod annotations;
mod configuration;
mod line;
mod read;
mod write;

use crate::format::{Format, Place, again_by_reading};
use crate::holds::Holds;
use crate::loss::{Losses, Lost};
use crate::option::{OFF, OptionKind};
use postil_core::bundle::Bundle;

/// Writes and reads claims with their source and cue as events of
/// attribution, with the types and roles Source, Cue and Content.
pub const ATTRIBUTIONS: OptionKind = OptionKind {
    id: "attributions",
    values: OFF,
    help: "Writes and reads claims with source and cue as events of attribution, as PolNeAR has them.",
};

/// What refusals call the format.
const NAME: &str = "a brat file";

/// brat.
pub static ROW: Format = Format {
    id: "brat",
    title: "brat",
    place: Place::Folder,
    extensions: &[".ann", ".txt", ".conf", ".tsv"],
    also: &[],
    holds: "articles with all spans, also nested and discontinuous ones, their values and notes, \
            links between them, and the configuration of brat",
    options: &[ATTRIBUTIONS],
    losses: |bundle, _, _| losses(bundle),
    writer: |scheme, options| Box::new(write::Folder::new(scheme, options)),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| sample.ends(".ann"),
    reader: Some(|reading| Box::new(read::Incoming::new(reading))),
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
    entities: true,
    metadata: true,
    layers: false,
};

fn losses(bundle: &Bundle) -> Losses {
    let mut losses = HOLDS.losses(bundle);
    for span in bundle.layers.iter().flat_map(|layer| &layer.spans) {
        let words = || span.quote();
        if line::edges_are_lost(span) || line::one_line(&span.note) != span.note {
            losses.add(Lost::LineEnd, words);
        }
    }
    losses
}
