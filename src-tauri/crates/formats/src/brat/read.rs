//! A folder of brat, read article by article.

mod lines;

use super::ATTRIBUTIONS;
use super::annotations::Attributions;
use super::line::BREAKS;
use super::write::{LISTING, of_folder};
use crate::draft::{ArticleDraft, Intake, LayerDraft};
use crate::error::{Fault, ReadError};
use crate::files::{Source, read_whole};
use crate::format::{Reader, Reading};
use crate::listing::{self, Listed};
use crate::loss::Losses;
use crate::repair::Repairs;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use std::collections::BTreeMap;

/// Whose layer it is where no file says.
const UNKNOWN_ANNOTATOR: &str = "brat";

/// Articles of the folders given.
pub struct Incoming<'a> {
    source: &'a dyn Source,
    scheme: &'a Scheme,
    attributions: Option<Attributions>,
    intake: Intake,
    left: std::vec::IntoIter<Result<Found, ReadError>>,
}

/// The files of an article.
struct Found {
    listed: Option<Listed>,
    /// What comes before `.txt` and `.ann`, and the folder of an annotator.
    stems: Vec<(String, Option<String>)>,
}

impl<'a> Incoming<'a> {
    pub fn new(reading: Reading<'a>) -> Self {
        let attributions = reading.options.is_on(&ATTRIBUTIONS);
        let mut intake = Intake::new(reading.scheme, reading.repair, reading.now);
        intake.joining = &BREAKS;
        Self {
            source: reading.source,
            scheme: reading.scheme,
            attributions: attributions.then(|| Attributions::of(reading.scheme)),
            intake,
            left: found(reading.source).into_iter(),
        }
    }

    fn article(&mut self, found: Found) -> Result<Bundle, ReadError> {
        let first = found.stems.first().map(|(stem, _)| stem.as_str());
        let file = format!("{}.txt", first.unwrap_or_default());
        let listed = found.listed.unwrap_or_default();
        let mut draft = ArticleDraft {
            text: text(self.source, &file)?,
            line: 1,
            uid: listed.uid,
            title: Some(listed.title),
            metadata: listed.metadata,
            language: Some(listed.language).filter(|tag| !tag.is_empty()),
            ..ArticleDraft::default()
        };
        draft.file = file;
        for (stem, folder) in found.stems {
            let file = format!("{stem}.ann");
            if !self.source.has(&file) {
                continue;
            }
            let content = text(self.source, &file)?;
            let mut layer = match folder {
                Some(folder) => {
                    let (kind, annotator) = of_folder(&folder);
                    LayerDraft {
                        kind,
                        ..LayerDraft::of(&annotator)
                    }
                }
                None if content.trim().is_empty() => continue,
                None => LayerDraft::of(UNKNOWN_ANNOTATOR),
            };
            let context = lines::Context {
                file: &file,
                scheme: self.scheme,
                attributions: self.attributions.as_ref(),
            };
            lines::read(
                &content,
                &context,
                &mut draft.entities,
                &mut layer,
                &mut self.intake.losses,
            )?;
            draft.file = file;
            draft.layers.push(layer);
        }
        self.intake.bundle(draft)
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Bundle, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(match self.left.next()? {
            Ok(found) => self.article(found),
            Err(error) => Err(error),
        })
    }
}

impl Reader for Incoming<'_> {
    fn losses(&self) -> &Losses {
        &self.intake.losses
    }

    fn repairs(&self) -> Option<&Repairs> {
        Some(&self.intake.repairs)
    }
}

/// The articles among the files, those of a list in its order.
fn found(source: &dyn Source) -> Vec<Result<Found, ReadError>> {
    let names = source.names();
    let mut stems: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(".ann").or(name.strip_suffix(".txt")))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let mut all = Vec::new();
    for list in names.iter().filter(|name| name.ends_with(LISTING)) {
        let root = list.strip_suffix(LISTING).unwrap_or_default();
        let listed = match listing::read(source, list) {
            Ok(listed) => listed,
            Err(error) => {
                all.push(Err(error));
                continue;
            }
        };
        let mut of_name: BTreeMap<&str, Vec<(String, Option<String>)>> = BTreeMap::new();
        stems.retain(|stem| {
            let Some(inner) = stem.strip_prefix(root) else {
                return true;
            };
            let (folder, name) = match inner.rsplit_once(['/', '\\']) {
                Some((folder, name)) => (Some(folder.to_owned()), name),
                None => (None, inner),
            };
            of_name
                .entry(name)
                .or_default()
                .push(((*stem).to_owned(), folder));
            false
        });
        for listed in listed {
            if let Some(stems) = of_name.remove(listed.name.as_str()) {
                all.push(Ok(Found {
                    listed: Some(listed),
                    stems,
                }));
            }
        }
        all.extend(of_name.into_values().map(|stems| {
            Ok(Found {
                listed: None,
                stems,
            })
        }));
    }
    all.extend(stems.into_iter().map(|stem| {
        Ok(Found {
            listed: None,
            stems: vec![(stem.to_owned(), None)],
        })
    }));
    all
}

fn text(source: &dyn Source, file: &str) -> Result<String, ReadError> {
    let refuse = |fault| ReadError {
        file: file.to_owned(),
        line: 1,
        column: 1,
        fault,
    };
    let bytes = read_whole(source, file).map_err(|error| refuse(error.into()))?;
    String::from_utf8(bytes).map_err(|_| refuse(Fault::NotUtf8))
}
