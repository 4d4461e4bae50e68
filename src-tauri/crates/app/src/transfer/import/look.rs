//! What files would bring, found out without changing the project.

use super::mapping::attributes::{Bearer, words};
use super::pieces::{self, Files, Origin, Piece};
use super::{Manner, parsed, reader_of};
use crate::problem::Problem;
use crate::progress::Progress;
use crate::wire::Message;
use postil_core::attribute::Attributes;
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_formats::Losses;
use postil_store::Project;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How long one look waits for the reader before it asks whether to go on.
const WAIT: Duration = Duration::from_millis(5);

/// Problems that are told of one import: the reader goes on behind them.
pub const PROBLEMS: usize = 20;

/// Different values of one attribute that can be mapped.
pub const VALUES: usize = 100;

/// What files would bring, as far as they were read.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Articles that the project does not have.
    pub articles: usize,
    /// Articles that it has, by text.
    pub duplicates: usize,
    /// Spans of the new articles.
    pub spans: usize,
    /// Links of them.
    pub links: usize,
    /// Spans by label.
    pub labels: BTreeMap<String, usize>,
    /// Layers by the name of their annotator.
    pub annotators: BTreeMap<String, usize>,
    /// Links by kind.
    pub kinds: BTreeMap<String, usize>,
    /// Values of spans and links, by label or kind and attribute.
    pub attributes: BTreeMap<(Bearer, String, String), Values>,
    /// What cannot be read, with file and line.
    pub problems: Vec<Problem>,
    /// What would be read past.
    pub losses: Losses,
    /// Offsets that would have to be repaired.
    pub repairs: Vec<Message>,
    /// The schemes that the files bring.
    pub schemes: Vec<Scheme>,
}

/// The values of an attribute in files.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// How many there are.
    pub count: usize,
    /// How often each is, as a file has it: the first [`VALUES`] that differ.
    pub words: BTreeMap<String, usize>,
}

impl Found {
    fn take(&mut self, article: &Bundle) {
        self.articles += 1;
        for layer in &article.layers {
            count(&mut self.annotators, &layer.annotator.name);
            self.spans += layer.spans.len();
            self.links += layer.links.len();
            for span in &layer.spans {
                count(&mut self.labels, &span.label);
                self.take_values(Bearer::Label, &span.label, &span.attributes);
            }
            for link in &layer.links {
                count(&mut self.kinds, &link.kind);
                self.take_values(Bearer::Link, &link.kind, &link.attributes);
            }
        }
    }

    fn take_values(&mut self, bearer: Bearer, name: &str, values: &Attributes) {
        for (attribute, set) in values {
            let key = (bearer, name.to_owned(), attribute.clone());
            let found = self.attributes.entry(key).or_default();
            found.count += 1;
            for word in words(&set.value) {
                if found.words.len() < VALUES || found.words.contains_key(&word) {
                    count(&mut found.words, &word);
                }
            }
        }
    }
}

/// A look into files.
pub struct Look {
    pieces: Receiver<Piece>,
    progress: Progress,
    found: Found,
    whole: bool,
}

impl Look {
    /// Begins to read. Offsets are repaired while looking, so that it can be
    /// said what a repair would do.
    ///
    /// # Errors
    /// When the format is not read, or a file is not there.
    pub fn begin(
        project: &Project,
        manner: &Manner,
        paths: &[PathBuf],
        now: i64,
    ) -> Result<Self, Problem> {
        let reader = reader_of(manner.format)?;
        let origin = Origin::of(project, manner, paths)?;
        let progress = Progress::silent();
        let files = Files {
            origin,
            reader,
            scheme: parsed(&project.scheme()?)?,
            manner: Manner {
                repair: true,
                ..manner.clone()
            },
            now,
            past_refusals: PROBLEMS,
        };
        Ok(Self {
            pieces: pieces::read(files, progress.clone()),
            progress,
            found: Found::default(),
            whole: false,
        })
    }

    /// Takes in what was read, until `enough` says so or nothing is left.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn read_on(&mut self, project: &Project, enough: impl Fn() -> bool) -> Result<(), Problem> {
        while !self.whole {
            match self.pieces.recv_timeout(WAIT) {
                Ok(Piece::Article(article)) => {
                    if project.has_text(&article.text)? {
                        self.found.duplicates += 1;
                    } else {
                        self.found.take(&article);
                    }
                }
                Ok(Piece::Beside(beside)) => {
                    self.found.losses = beside.losses;
                    self.found.repairs = beside.repairs;
                    let schemes = beside.schemes.iter();
                    self.found.schemes = schemes
                        .filter_map(|(_, json)| Scheme::accept(json).ok())
                        .collect();
                }
                Ok(Piece::Refused(problem)) => self.found.problems.push(*problem),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.whole = true,
            }
            if enough() {
                break;
            }
        }
        Ok(())
    }

    /// Whether all files were read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.whole
    }

    /// What was found so far.
    #[must_use]
    pub const fn found(&self) -> &Found {
        &self.found
    }
}

impl Drop for Look {
    fn drop(&mut self) {
        // The reader may be in the middle of a large file.
        self.progress.stop();
    }
}

fn count(counts: &mut BTreeMap<String, usize>, name: &str) {
    match counts.get_mut(name) {
        Some(count) => *count += 1,
        None => drop(counts.insert(name.to_owned(), 1)),
    }
}
