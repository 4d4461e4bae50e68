//! The formats that there are.

/// A format that Postil writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One article a line, everything in it.
    Jsonl,
    /// One row for each claim.
    Csv,
}

/// What a person or a script is told of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatDescription {
    /// The format.
    pub format: Format,
    /// What it is called on the command line.
    pub id: &'static str,
    /// What it is called elsewhere.
    pub title: &'static str,
    /// The ends of its file names, the main file's first, each with its dot.
    pub extensions: &'static [&'static str],
    /// What it holds.
    pub holds: &'static str,
    /// Whether Postil reads it too.
    pub reads: bool,
}

/// All formats.
pub const FORMATS: &[FormatDescription] = &[
    FormatDescription {
        format: Format::Jsonl,
        id: "jsonl",
        title: "Postil JSONL",
        extensions: &[".jsonl", ".scheme.json", ".entities.jsonl"],
        holds: "articles with their text, languages, zones, entities, and every layer of \
                annotations; comes in again unchanged",
        reads: true,
    },
    FormatDescription {
        format: Format::Csv,
        id: "csv",
        title: "CSV, one row for each claim",
        extensions: &[".claims.csv"],
        holds: "claims with their words, source, cue and places; no article text",
        reads: false,
    },
];

impl Format {
    /// The format called `id` on the command line.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        FORMATS
            .iter()
            .find(|description| description.id == id)
            .map(|description| description.format)
    }

    /// Its entry in [`FORMATS`].
    #[must_use]
    pub const fn description(self) -> &'static FormatDescription {
        match self {
            Self::Jsonl => &FORMATS[0],
            Self::Csv => &FORMATS[1],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_id() {
        for description in FORMATS {
            assert_eq!(Format::by_id(description.id), Some(description.format));
            assert_eq!(description.format.description(), description);
        }
        assert_eq!(Format::by_id("xlsx"), None);
    }
}
