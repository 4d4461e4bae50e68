//! Files on offer: a person looks at what they would bring before any of it comes in.

mod alike;
mod shelf;
mod twins;

pub use shelf::{Offered, Told};
pub use twins::Twin;

use crate::article_files::{FileToAdd, SeenFile};
use crate::problem::Problem;
use alike::Alike;
use postil_core::text::Shingles;
use postil_formats::article::Field;
use postil_store::{Project, StoreError};
use shelf::Shelf;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use twins::Twins;

/// How long one question may look for the same texts: keys wait behind it.
const COMPARING: Duration = Duration::from_millis(20);

/// Files on offer, read by a thread that ends with it.
pub struct Offer {
    shelf: Arc<Shelf>,
    twins: Twins,
    alike: Alike,
}

/// How far an offer is, and what it comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extent {
    /// Folders are still looked through.
    pub looking: bool,
    /// Files.
    pub files: usize,
    /// Files that were read, or refused.
    pub read: usize,
    /// Files that cannot be added.
    pub refused: usize,
    /// Files that are wanted and can be added.
    pub wanted: usize,
    /// Articles that would come in.
    pub articles: usize,
    /// It is known which texts the project has; until then ask again.
    pub compared: bool,
    /// Files in folders of no kind that gives articles.
    pub passed_over: usize,
    /// What could not be looked through.
    pub problems: Vec<Problem>,
}

impl Offer {
    /// Begins to look at files and through folders; `tell` hears of it.
    #[must_use]
    pub fn of(paths: Vec<PathBuf>, tell: Told) -> Self {
        let offer = Self {
            shelf: Shelf::new(tell),
            twins: Twins::default(),
            alike: Alike::default(),
        };
        offer.add(paths);
        offer
    }

    /// More files and folders; a file that is there already stays as it is.
    pub fn add(&self, paths: Vec<PathBuf>) {
        Shelf::look_through(&self.shelf, paths);
    }

    /// Another project is open: what it has is not known.
    pub fn forget_project(&mut self) {
        self.twins = Twins::default();
    }

    /// Waits until every file is read.
    pub fn finish(&self) {
        self.shelf.finish();
    }

    /// Whether files are still read or looked for.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        let files = self.shelf.files();
        files.looking || files.list.iter().any(|file| file.seen.is_none())
    }

    /// How far it is; finds out which texts the project has, as many as take no long time.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn extent(&mut self, project: Option<&Project>) -> Result<Extent, StoreError> {
        let files = self.shelf.files();
        let mut extent = Extent {
            looking: files.looking,
            files: files.list.len(),
            passed_over: files.passed_over,
            problems: files.problems.clone(),
            compared: true,
            ..Extent::default()
        };
        let begun = Instant::now();
        let wanted = |at: usize| files.list.get(at).is_some_and(|file| file.wanted);
        for (at, file) in files.list.iter().enumerate() {
            match &file.seen {
                None => continue,
                Some(Ok(seen)) if !seen.articles.is_empty() => {
                    if begun.elapsed() < COMPARING {
                        self.twins.of(project, at, file.readings, seen)?;
                        self.alike.take(at, file.readings, seen);
                    }
                    extent.compared &= self.twins.knows(at, file.readings);
                    if file.wanted {
                        let left_out = self.twins.left_out(at, wanted);
                        extent.wanted += 1;
                        extent.articles += seen.articles.len().saturating_sub(left_out);
                    }
                }
                Some(_) => extent.refused += 1,
            }
            extent.read += 1;
        }
        Ok(extent)
    }

    /// The files from one on, with how many articles of each are here already.
    pub fn list(&self, first: usize, count: usize) -> Vec<(Offered, usize)> {
        let files = self.shelf.files();
        let wanted = |at: usize| files.list.get(at).is_some_and(|file| file.wanted);
        let some = files.list.iter().enumerate().skip(first).take(count);
        some.map(|(at, file)| (file.clone(), self.twins.left_out(at, wanted)))
            .collect()
    }

    /// A file, with what each of its articles has the text of.
    #[must_use]
    pub fn file(&self, at: usize) -> Option<(Offered, Vec<Option<Twin>>)> {
        let file = self.shelf.files().list.get(at).cloned()?;
        Some((file, self.twins.known(at)))
    }

    /// Articles of wanted files on offer that have much in common with the one at `article` of the
    /// file at `file`: their file and place there, and how much of the shorter text is shared, 0.5
    /// to 1, the most first. Texts that are the very same are not among them.
    #[must_use]
    pub fn near(
        &self,
        file: usize,
        article: usize,
        shingles: &Shingles,
    ) -> Vec<((usize, usize), f64)> {
        let files = self.shelf.files();
        let wanted = |at: usize| files.list.get(at).is_some_and(|file| file.wanted);
        let mut near = self.alike.near((file, article), shingles, wanted);
        near.retain(|((file, article), _)| !self.twins.is_twin(*file, *article));
        near
    }

    /// Says which files are wanted.
    pub fn want(&self, at: impl IntoIterator<Item = usize>, wanted: bool) {
        let mut files = self.shelf.files();
        for at in at {
            if let Some(file) = files.list.get_mut(at) {
                file.wanted = wanted;
            }
        }
    }

    /// All its places.
    #[must_use]
    pub fn all(&self) -> std::ops::Range<usize> {
        0..self.shelf.files().list.len()
    }

    /// Reads a file anew, as another encoding.
    pub fn read_as(&self, at: usize, encoding: Option<String>) {
        Shelf::read_anew(&self.shelf, at, |choices, _| choices.encoding = encoding);
    }

    /// Reads a table anew, with another meaning of a column.
    pub fn take_column(&self, at: usize, column: usize, field: Option<Field>) {
        Shelf::read_anew(&self.shelf, at, |choices, seen| {
            if let Some(columns) = seen.and_then(|seen| taken(seen, column, field)) {
                choices.columns = columns;
            }
        });
    }

    /// The files that are wanted and cannot be added, and why.
    #[must_use]
    pub fn refused(&self) -> Vec<(PathBuf, Vec<Problem>)> {
        let files = self.shelf.files();
        let wanted = files.list.iter().filter(|file| file.wanted);
        wanted
            .filter_map(|file| match &file.seen {
                Some(Err(problem)) => Some((file.path.clone(), vec![problem.clone()])),
                Some(Ok(seen)) if seen.articles.is_empty() => {
                    Some((file.path.clone(), seen.refused.clone()))
                }
                _ => None,
            })
            .collect()
    }

    /// The files that are wanted and can be added, as they were looked at.
    #[must_use]
    pub fn to_add(&self) -> Vec<FileToAdd> {
        let files = self.shelf.files();
        let wanted = files.list.iter().filter(|file| file.wanted);
        wanted
            .filter_map(|file| match &file.seen {
                Some(Ok(seen)) if !seen.articles.is_empty() => Some(FileToAdd {
                    path: file.path.clone(),
                    choices: file.choices.clone(),
                    stamp: seen.stamp,
                }),
                _ => None,
            })
            .collect()
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        self.shelf.stop();
    }
}

/// Which column gives which field when one is given another meaning: a field comes from one
/// column, and a column gives one field.
fn taken(seen: &SeenFile, column: usize, field: Option<Field>) -> Option<BTreeMap<Field, String>> {
    let columns = seen.columns.as_ref()?;
    let name = |at: usize| {
        let name = columns.names.get(at)?.trim();
        let same = |other: &&String| other.trim().to_lowercase() == name.to_lowercase();
        let alone = columns.names.iter().filter(same).count() == 1;
        Some(if alone && !name.is_empty() {
            name.to_owned()
        } else {
            (at + 1).to_string()
        })
    };
    let mut taken = BTreeMap::new();
    for known in Field::ALL {
        let from = columns.used.get(&known).copied();
        let from = from.filter(|at| *at != column && Some(known) != field);
        taken.insert(known, from.and_then(name).unwrap_or_default());
    }
    if let Some(field) = field {
        taken.insert(field, name(column)?);
    }
    Some(taken)
}
