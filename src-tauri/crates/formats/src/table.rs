//! The formats that there are. A new one is a file of its own and a row here.

use crate::format::Format;
use crate::{brat, cas, conll, csv, doccano, hf, jsonl, label_studio, spacy, xlsx};

/// All formats, in the order in which they are offered.
pub static FORMATS: &[&Format] = &[
    &jsonl::ROW,
    &csv::ROW,
    &xlsx::ROW,
    &cas::json::ROW,
    &cas::xmi::ROW,
    &hf::ROW,
    &brat::ROW,
    &conll::ROW,
    &label_studio::ROW,
    &doccano::ROW,
    &spacy::ROW,
];

impl Format {
    /// The format called `id` on the command line.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_format_is_found_by_its_id() {
        for format in FORMATS {
            assert_eq!(Format::by_id(format.id), Some(*format));
            assert!(format.main().starts_with('.'), "{}", format.id);
            assert!(!format.holds.is_empty() && !format.title.is_empty());
            let ids: BTreeSet<&str> = format.options.iter().map(|option| option.id).collect();
            assert_eq!(ids.len(), format.options.len(), "{}", format.id);
            assert!(format.options.iter().all(|option| option.values.len() > 1));
        }
        let ids: BTreeSet<&str> = FORMATS.iter().map(|format| format.id).collect();
        assert_eq!(ids.len(), FORMATS.len());
        assert_eq!(Format::by_id("docx"), None);
    }
}
