//! The library: all articles, filtered and sorted, with how many there are of
//! each kind.
//!
//! What articles are found and sorted by is kept in memory and follows edits.
//! What their spans say (labels, flags, speakers, notes) is read a few
//! articles at a time, and only once it is asked for: there may be a million.

mod count;
mod filter;
mod follow;
mod order;
mod read;
mod snippet;

pub use count::LibraryCounts;
pub use filter::LibraryFilter;
pub use order::{LibraryColumn, LibraryOrder};
pub use snippet::{Snippet, SnippetPlace};

use crate::claims::names::Names;
use crate::documents::Viewer;
use crate::error::StoreError;
use crate::project::Project;
use crate::touched::TouchedInLibrary;
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::LayerStatus;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Whose marks the library tells of, and what their links mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryScope {
    /// Whose layers.
    pub viewer: Viewer,
    /// Labels whose spans are counted: those of statements.
    pub statements: Vec<String>,
    /// Link kinds that say whose a claim is.
    pub source_links: Vec<String>,
}

/// When an article was added, and its uid: the order of articles.
type Place = (i64, [u8; 16]);

/// What the viewer's spans say of an article.
#[derive(Clone, Debug, Default)]
struct Marks {
    /// How many spans of each label.
    labels: BTreeMap<String, u32>,
    flags: BTreeSet<String>,
    /// Number of a list of names.
    speakers: u32,
    /// All notes, folded.
    notes: String,
}

#[derive(Clone, Debug)]
struct Article {
    id: DocumentId,
    place: Place,
    title: String,
    outlet: String,
    /// ISO 8601 as far as known, or empty.
    published: String,
    /// Empty before it is known.
    language: String,
    layer: Option<LayerId>,
    status: LayerStatus,
    /// Not read yet.
    marks: Option<Marks>,
}

/// The library of a project, in memory.
pub struct Library {
    scope: LibraryScope,
    names: Names,
    /// In the order of their places.
    articles: Vec<Article>,
    /// Articles before this one have been looked at for marks.
    reached: usize,
    /// The words last looked for and the articles that have them.
    searched: Option<(String, HashSet<DocumentId>)>,
}

impl Library {
    /// The articles as they are now, without what their spans say.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn new(project: &mut Project, scope: LibraryScope) -> Result<Self, StoreError> {
        project.touched.library = TouchedInLibrary::default();
        let articles = read::articles(&project.connection, &scope)?;
        Ok(Self {
            scope,
            names: Names::default(),
            articles,
            reached: 0,
            searched: None,
        })
    }

    /// Whose marks it tells of.
    #[must_use]
    pub const fn scope(&self) -> &LibraryScope {
        &self.scope
    }

    /// Whether the spans of all articles are read.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.reached >= self.articles.len()
    }

    /// Of how many articles the spans are read.
    #[must_use]
    pub const fn reached(&self) -> usize {
        self.reached
    }

    /// Reads what the spans of at most `articles` more articles say.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_on(&mut self, project: &Project, articles: usize) -> Result<(), StoreError> {
        let end = self.articles.len().min(self.reached + articles);
        let connection = &project.connection;
        for article in self.articles.iter_mut().take(end).skip(self.reached) {
            if article.marks.is_none() {
                let marks = read::marks(connection, &self.scope, &mut self.names, article.layer)?;
                article.marks = Some(marks);
            }
        }
        self.reached = end;
        Ok(())
    }

    /// The articles that fit, in order, and how many there are of each kind.
    /// What is asked of spans fits only articles whose spans are read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn find(
        &mut self,
        project: &Project,
        filter: &LibraryFilter,
        order: &LibraryOrder,
    ) -> Result<(Vec<DocumentId>, LibraryCounts), StoreError> {
        self.search(project, &filter.words)?;
        let fits = filter::Fits::new(self, filter);
        let mut found: Vec<&Article> = Vec::new();
        let mut counts = LibraryCounts::default();
        for article in &self.articles {
            let misses = fits.misses(article);
            counts.count(article, misses);
            if misses.is_empty() {
                found.push(article);
            }
        }
        order::sort(&mut found, order, &self.scope.statements);
        let found = found.into_iter().map(|article| article.id).collect();
        Ok((found, counts))
    }

    /// The unfinished articles that a list of this filter and order has after
    /// one, from its end on at its beginning; from the beginning where that
    /// one is not listed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unfinished_after(
        &mut self,
        project: &Project,
        filter: &LibraryFilter,
        order: &LibraryOrder,
        document: DocumentId,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let (mut listed, _) = self.find(project, filter, order)?;
        let at = listed.iter().position(|id| *id == document).unwrap_or(0);
        listed.rotate_left(at);
        let open: HashSet<DocumentId> = self.unfinished().collect();
        listed.retain(|id| *id != document && open.contains(id));
        Ok(listed)
    }

    /// All articles, in the order in which they were added.
    pub fn articles(&self) -> impl Iterator<Item = DocumentId> {
        self.articles.iter().map(|article| article.id)
    }

    /// Tags of the articles' languages, the most frequent first; `und` where
    /// it is not known.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for article in &self.articles {
            let tag = match article.language.as_str() {
                "" => "und",
                known => known,
            };
            *counts.entry(tag).or_default() += 1;
        }
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| Reverse(*count));
        counts.into_iter().map(|(tag, _)| tag.to_owned()).collect()
    }

    /// The articles that the viewer has not done, in the order in which they
    /// were added.
    pub fn unfinished(&self) -> impl Iterator<Item = DocumentId> {
        let open = |article: &&Article| article.status != LayerStatus::Done;
        self.articles.iter().filter(open).map(|article| article.id)
    }

    fn search(&mut self, project: &Project, words: &str) -> Result<(), StoreError> {
        let words = words.trim();
        let same = |searched: &(String, _)| searched.0 == words;
        if words.is_empty() || self.searched.as_ref().is_some_and(same) {
            return Ok(());
        }
        let found = project.search_all(words)?;
        self.searched = Some((words.to_owned(), found));
        Ok(())
    }
}
