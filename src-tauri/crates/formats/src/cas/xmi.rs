//! CAS XMI 1.0, with its types in a file beside.

mod characters;
mod read;
mod types;
mod write;

use super::folder::{self, Shape};
use crate::format::{Format, Place, again_by_reading};
use crate::jsonl;
use crate::loss::{Losses, Lost, shortened};
use crate::option::Options;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;

/// CAS XMI.
pub static ROW: Format = Format {
    id: "cas-xmi",
    title: "UIMA CAS XMI (INCEpTION)",
    place: Place::Folder,
    extensions: &[".xmi", ".xml"],
    also: &[],
    holds: "what CAS JSON holds, with the types in TypeSystem.xml; characters that XML does not \
            have become spaces",
    options: &[],
    losses,
    writer: |scheme, _| folder::writer(&SHAPE, scheme),
    again: |source, scheme, options, sink| again_by_reading(&ROW, source, scheme, options, sink),
    resembles: |sample| sample.has("<xmi:XMI") || (sample.ends(".zip") && sample.has(".xmi")),
    reader: Some(|reading| folder::reader(&SHAPE, reading)),
};

pub(super) static SHAPE: Shape = Shape {
    extension: "xmi",
    write: write::write,
    types: Some(types::write),
};

/// The file of types.
pub(super) const TYPES: &str = "TypeSystem.xml";

fn losses(bundle: &Bundle, _: &Scheme, _: &Options) -> Losses {
    let mut losses = jsonl::losses(bundle);
    let title = &bundle.document.title;
    let notes = bundle.layers.iter().flat_map(|layer| {
        let spans = layer.spans.iter().map(|span| &span.note);
        spans.chain(layer.links.iter().map(|link| &link.note))
    });
    for text in [title, &bundle.text].into_iter().chain(notes) {
        for character in text.chars().filter(|one| characters::is_forbidden(*one)) {
            losses.add(Lost::ForbiddenCharacter, || {
                let code = u32::from(character);
                shortened(&format!("{title}: U+{code:04X}"))
            });
        }
    }
    losses
}

pub(super) use read::read;
pub(super) use types::read as read_types;
