//! CoNLL: a token a line, one file for each label, so that a place inside a
//! claim is kept, and a table of the links.
//!
//! Four columns as in 2003 (`word -X- -X- tag`), with IOB2 tags or BILOU, a
//! blank line between sentences and `-DOCSTART-` before each article and
//! annotator; `articles.tsv` lists these in order. A piece that goes over a
//! sentence end begins anew there. Links name the pieces of a file by their
//! number in the article: `claim:3` is the third in `claim.conll`.

mod plan;
mod read;
mod tags;
mod write;

use crate::draft::Intake;
use crate::files::{Sink, Source, read_whole};
use crate::format::{AgainError, Format, Place};
use crate::holds::Holds;
use crate::loss::{Losses, Lost};
use crate::option::{OFF, OptionKind, Options};
use crate::record::Articles;
use postil_core::bundle::Bundle;
use postil_core::id::SpanId;
use postil_core::scheme::Scheme;

/// Which tags.
pub const TAGS: OptionKind = OptionKind {
    id: "tags",
    values: &["iob2", "bilou"],
    help: "IOB2, in which every piece begins with B-, or BILOU, which also marks last and single tokens.",
};

/// A fifth column with the place of each token.
pub const PLACES: OptionKind = OptionKind {
    id: "places",
    values: OFF,
    help: "Adds a column with the start and end of each token in code points.",
};

const NAME: &str = "a CoNLL file";
const END: &str = ".conll";
const LISTING: &str = "articles.tsv";
const LINKS: &str = "links.tsv";
const DOCUMENT: &str = "-DOCSTART-";

/// Whose layer it is where no file says.
const UNKNOWN_ANNOTATOR: &str = "conll";

/// CoNLL.
pub static ROW: Format = Format {
    id: "conll",
    title: "CoNLL",
    place: Place::Folder,
    extensions: &[END, ".tsv"],
    also: &[],
    holds: "tokens and the spans of each label in a file of its own, and a table of the links \
            between spans",
    options: &[TAGS, PLACES],
    losses,
    writer: |scheme, options| Box::new(write::Folder::new(scheme, options)),
    again,
    resembles: |sample| sample.ends(END),
    reader: Some(|reading| {
        let records = read::records(reading.source);
        let intake = Intake::new(reading.scheme, reading.repair, reading.now);
        Box::new(Articles::new(records, intake))
    }),
};

const HOLDS: Holds = Holds {
    fragments: false,
    overlaps: true,
    links: true,
    links_to_entities: false,
    links_to_nobody: false,
    link_details: false,
    attributes: false,
    notes: false,
    flags: false,
    entities: false,
    metadata: true,
    layers: true,
};

fn losses(bundle: &Bundle, scheme: &Scheme, _: &Options) -> Losses {
    let mut losses = HOLDS.losses(bundle);
    losses.add(Lost::ArticleText, || bundle.document.title.clone());
    let words = plan::Words::of(bundle);
    for layer in &bundle.layers {
        let plan = plan::Plan::of(&words, layer, scheme);
        let has = |span: &SpanId| plan.first.contains_key(span);
        for link in &layer.links {
            let tail = link.target.span();
            if tail.is_some_and(|tail| !has(&tail) || !has(&link.head)) {
                losses.add(Lost::SpanLink, || link.kind.clone());
            }
        }
        losses.merge(plan.losses);
    }
    losses
}

/// Reads the tags and writes them again; what lies beside is compared as it
/// is.
fn again(
    source: &dyn Source,
    _: &Scheme,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<(), AgainError> {
    for name in source.names() {
        if name.ends_with(END) {
            let bilou = options.value(&TAGS) == "bilou";
            sink.append(&name, read::again(source, &name, bilou)?.as_bytes())?;
        } else {
            sink.append(&name, &read_whole(source, &name)?)?;
        }
    }
    Ok(())
}
