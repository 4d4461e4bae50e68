//! The formats that there are. A new one is a file of its own and a row here.

use crate::format::Format;
use crate::option::Options;
use crate::sample::Sample;
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

    /// The format that files are most likely in; one that can be read.
    #[must_use]
    pub fn of_samples(samples: &[Sample<'_>]) -> Option<&'static Self> {
        let readable = FORMATS.iter().filter(|format| format.reader.is_some());
        let mut likely = readable.filter(|format| samples.iter().any(format.resembles));
        likely.next().copied()
    }

    /// Where its files are no text but hold tables: the format, with its
    /// options, that writes the same tables as text.
    #[must_use]
    pub fn as_tables(&self) -> Option<(&'static Self, Options)> {
        let all = [(csv::TABLES.id, "all"), (csv::NEUTRALISE.id, "no")];
        let options = Options::of(csv::ROW.options, all).ok()?;
        (*self == xlsx::ROW).then_some((&csv::ROW, options))
    }

    /// Whether its files can go out without the texts of the articles, for
    /// [`rejoin`](crate::jsonl::rejoin) to put them in again.
    #[must_use]
    pub fn can_withhold(&self) -> bool {
        *self == jsonl::ROW
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// The files of a folder and the folders in it, by name.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        let inside = |path: PathBuf| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        };
        paths.into_iter().flat_map(inside).collect()
    }

    #[test]
    fn every_format_is_told_by_how_its_files_begin() {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/golden");
        for format in FORMATS {
            let folder = golden.join(format.id);
            let mut told = !folder.is_dir();
            for path in folder
                .is_dir()
                .then(|| files(&folder))
                .into_iter()
                .flatten()
            {
                let head = fs::read(&path).unwrap();
                let name = path.display().to_string();
                let sample = Sample {
                    name: &name,
                    head: &head,
                };
                if let Some(found) = Format::of_samples(&[sample]) {
                    assert_eq!(found.id, format.id, "{name}");
                    told = true;
                }
            }
            assert!(told, "{}", format.id);
        }
        let (tables, options) = xlsx::ROW.as_tables().unwrap();
        assert_eq!((tables.id, options.value(&csv::TABLES)), ("csv", "all"));
        let prose = Sample {
            name: "notes.txt",
            head: "“text”: rain, الخبر".as_bytes(),
        };
        assert_eq!(Format::of_samples(&[prose]), None);
    }

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
