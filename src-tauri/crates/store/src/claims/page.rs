//! A page of the table, as it is shown.

use super::{At, ClaimTable};
use crate::error::StoreError;
use crate::project::Project;
use postil_core::attribute::Attributes;
use postil_core::id::{DocumentId, SpanId};
use postil_core::layer::LayerStatus;
use postil_core::link::Special;
use rusqlite::Connection;

/// The most code points of a claim that a row holds.
const LONGEST: usize = 400;

/// Whom or what a claim is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimName {
    /// The name of the entity, else the words of the mention.
    Named(String),
    /// The author, or nobody.
    Special(Special),
}

/// A claim in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// The claim.
    pub span: SpanId,
    /// Its article.
    pub document: DocumentId,
    /// Its number among those of its article, in text order, from 1.
    pub number: u32,
    /// Label id.
    pub label: String,
    /// Its fragments joined by " … ", at most 400 code points.
    pub words: String,
    /// Who says it.
    pub speakers: Vec<ClaimName>,
    /// What signals it.
    pub cues: Vec<ClaimName>,
    /// Places it is linked to.
    pub places: Vec<ClaimName>,
    /// Values by attribute id.
    pub values: Attributes,
    /// Flags, as the project file has them.
    pub flags: Vec<String>,
    /// Whether it has a note.
    pub noted: bool,
    /// Title of the article.
    pub title: String,
    /// How far the viewer is with the article.
    pub status: LayerStatus,
    /// Language of the article; `None` before it is known.
    pub language: Option<String>,
    /// When the article was published, as far as known.
    pub published: Option<String>,
}

impl ClaimTable {
    /// Rows of what [`find`](Self::find) found last; `first` counts from 0.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page(
        &self,
        project: &Project,
        first: usize,
        count: usize,
    ) -> Result<Vec<ClaimRow>, StoreError> {
        let places = self.found.iter().skip(first).take(count);
        let mut rows = Vec::with_capacity(count.min(self.found.len()));
        for at in places {
            rows.extend(self.row(&project.connection, *at)?);
        }
        Ok(rows)
    }

    fn row(&self, connection: &Connection, at: At) -> Result<Option<ClaimRow>, StoreError> {
        let (Some(article), Some(entry)) = (self.article(at), self.entry(at)) else {
            return Ok(None);
        };
        let words: Option<String> = connection
            .prepare_cached(include_str!("words.sql"))?
            .query_row([entry.span.0], |row| row.get(0))?;
        let words = words.unwrap_or_default();
        Ok(Some(ClaimRow {
            span: entry.span,
            document: article.id,
            number: at.1.saturating_add(1),
            label: self.labels.get(entry.label).cloned().unwrap_or_default(),
            words: words.chars().take(LONGEST).collect(),
            speakers: self.names.shown(entry.speakers),
            cues: self.names.shown(entry.cues),
            places: self.names.shown(entry.places),
            values: self.values.get(entry.values).cloned().unwrap_or_default(),
            flags: self.flags.get(entry.flags).cloned().unwrap_or_default(),
            noted: !entry.note.is_empty(),
            title: article.title.clone(),
            status: article.status,
            language: article.language.clone(),
            published: article.published.clone(),
        }))
    }
}
