//! The table of claims: every span of some labels in all articles, found,
//! ordered and read a page at a time.
//!
//! Sorting a quarter of a million claims by their speakers takes a database
//! seconds, so what they are found and ordered by is kept in memory, read a few
//! articles at a time and followed from edit to edit. What a page shows of
//! them beyond that is read when it is shown.

mod filter;
mod follow;
pub(crate) mod names;
mod order;
mod page;
pub(crate) mod pool;
mod read;
mod values;

pub use filter::{ClaimFilter, ClaimMark};
pub use order::{ClaimColumn, ClaimOrder};
pub use page::{ClaimName, ClaimRow};

use crate::documents::Viewer;
use crate::error::StoreError;
use crate::project::Project;
use crate::touched::Touched;
use names::Names;
use pool::Pool;
use postil_core::id::{DocumentId, LayerId, SpanId};
use postil_core::layer::LayerStatus;
use read::Reader;
use values::Values;

/// Whose spans the table holds, and what their links mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimScope {
    /// Whose layers.
    pub viewer: Viewer,
    /// Labels whose spans are listed.
    pub labels: Vec<String>,
    /// Whether they are mentions: whom a span mentions stands in the place of
    /// who says it.
    pub mentions: bool,
    /// Link kinds that say whose a claim is.
    pub source_links: Vec<String>,
    /// Labels of cues.
    pub cue_labels: Vec<String>,
    /// Labels of places.
    pub place_labels: Vec<String>,
}

/// A claim as it is found and ordered; what is the same in many is a number
/// into a pool.
#[derive(Clone, Debug)]
struct Entry {
    span: SpanId,
    /// First code point.
    start: u32,
    /// One past the last code point.
    end: u32,
    label: u32,
    speakers: u32,
    cues: u32,
    places: u32,
    values: u32,
    flags: u32,
    /// Its words, folded.
    words: Box<str>,
    /// Its note, folded.
    note: Box<str>,
}

/// When an article was added, and its uid: the order of articles.
type Place = (i64, [u8; 16]);

/// An article with its claims in text order.
#[derive(Clone, Debug)]
struct Article {
    id: DocumentId,
    place: Place,
    title: String,
    folded: String,
    published: Option<String>,
    language: Option<String>,
    layer: Option<LayerId>,
    status: LayerStatus,
    claims: Vec<Entry>,
}

/// Where a claim is: article and claim, by number from 0.
type At = (u32, u32);

/// The claims of a project, in memory.
pub struct ClaimTable {
    scope: ClaimScope,
    labels: Pool<String>,
    flags: Pool<Vec<String>>,
    names: Names,
    values: Values,
    articles: Vec<Article>,
    /// The last article read; `None` once all are.
    reached: Option<Place>,
    asked: Option<(ClaimFilter, ClaimOrder)>,
    /// Articles that were looked through for it.
    searched: usize,
    found: Vec<At>,
}

impl ClaimTable {
    /// A table in which nothing is read yet. What `project` was told of before
    /// is forgotten: all will be read from it.
    pub fn new(project: &mut Project, scope: ClaimScope) -> Self {
        project.touched.claims = Touched::default();
        Self {
            scope,
            labels: Pool::default(),
            flags: Pool::default(),
            names: Names::default(),
            values: Values::default(),
            articles: Vec::new(),
            reached: Some((i64::MIN, [0; 16])),
            asked: None,
            searched: 0,
            found: Vec::new(),
        }
    }

    /// Whose spans it holds.
    #[must_use]
    pub const fn scope(&self) -> &ClaimScope {
        &self.scope
    }

    /// Whether all articles are read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.reached.is_none()
    }

    /// How many articles are read.
    #[must_use]
    pub const fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Reads the claims of at most `articles` more articles, in export order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_on(&mut self, project: &Project, articles: u32) -> Result<(), StoreError> {
        let Some(after) = self.reached else {
            return Ok(());
        };
        let read = Reader::new(&project.connection, self).articles(after, articles)?;
        self.reached = match read.last() {
            Some(last) if read.len() == articles as usize => Some(last.place),
            _ => None,
        };
        self.articles.extend(read);
        Ok(())
    }

    /// How many claims a filter finds among those that are read.
    pub fn find(&mut self, filter: &ClaimFilter, order: &ClaimOrder) -> usize {
        let same =
            (self.asked.as_ref()).is_some_and(|asked| (&asked.0, &asked.1) == (filter, order));
        if same && self.searched == self.articles.len() {
            return self.found.len();
        }
        if same && *order == ClaimOrder::default() {
            // What is read further on stands further on.
            let more = filter::find(self, filter, self.searched);
            self.found.extend(more);
        } else {
            let found = filter::find(self, filter, 0);
            self.found = order::sort(self, found, order);
            self.asked = Some((filter.clone(), order.clone()));
        }
        self.searched = self.articles.len();
        self.found.len()
    }

    /// The place of a span in what was found last, from 0.
    #[must_use]
    pub fn place_of(&self, span: SpanId) -> Option<usize> {
        self.found
            .iter()
            .position(|at| self.entry(*at).is_some_and(|entry| entry.span == span))
    }

    fn article(&self, at: At) -> Option<&Article> {
        self.articles.get(at.0 as usize)
    }

    fn entry(&self, at: At) -> Option<&Entry> {
        self.article(at)?.claims.get(at.1 as usize)
    }
}
