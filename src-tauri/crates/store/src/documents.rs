//! The library: all articles with what a list shows of them.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use crate::table::column::{optional_word, to_json, to_word};
use crate::table::document;
use postil_core::document::Document;
use postil_core::id::{AnnotatorId, DocumentId};
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::text::sha256;
use rusqlite::{Row, params};

/// Whose layer a list tells of, and which spans it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The annotator.
    pub annotator: AnnotatorId,
    /// The kind of their layer.
    pub kind: LayerKind,
}

/// Which articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentFilter {
    /// Those in the bin, instead of those in the library.
    pub in_bin: bool,
    /// Whose status and counts; none leaves them empty.
    pub viewer: Option<Viewer>,
    /// Labels whose spans are counted: those of statements.
    pub labels: Vec<String>,
    /// At most this many; `None` for all.
    pub limit: Option<u32>,
    /// How many to pass over first.
    pub offset: u32,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSummary {
    /// The article.
    pub document: Document,
    /// How far the viewer is; `New` without a layer.
    pub status: LayerStatus,
    /// The language of the whole article; `None` before it is known.
    pub language: Option<String>,
    /// Length of the text in code points.
    pub length: u32,
    /// How many spans of the labels asked for the viewer's layer holds.
    pub statements: u32,
}

/// How much a project holds, the bin left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles.
    pub documents: u32,
    /// Articles in the bin.
    pub in_bin: u32,
    /// Spans.
    pub spans: u32,
    /// Links.
    pub links: u32,
    /// Entities that are not merged into another.
    pub entities: u32,
}

impl Project {
    /// Articles in export order: by the time they were added, then uid.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<DocumentSummary>, StoreError> {
        let (annotator, kind) = match &filter.viewer {
            Some(viewer) => (Some(viewer.annotator.0), Some(to_word(&viewer.kind)?)),
            None => (None, None),
        };
        let parameters = params![
            annotator,
            kind,
            to_json(&filter.labels)?,
            filter.in_bin,
            filter.limit.map_or(-1, i64::from),
            filter.offset,
        ];
        all(
            &self.connection,
            concat!(
                include_str!("documents/page.sql"),
                include_str!("documents/summaries.sql")
            ),
            parameters,
            summary,
        )
    }

    /// Some articles in export order; what lies in the bin is left out.
    /// `labels` are those whose spans are counted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn some_documents(
        &self,
        documents: &[DocumentId],
        viewer: &Viewer,
        labels: &[String],
    ) -> Result<Vec<DocumentSummary>, StoreError> {
        let documents: Vec<u32> = documents.iter().map(|id| id.0).collect();
        let parameters = params![
            viewer.annotator.0,
            to_word(&viewer.kind)?,
            to_json(&labels)?,
            to_json(&documents)?,
        ];
        all(
            &self.connection,
            concat!(
                include_str!("documents/some.sql"),
                include_str!("documents/summaries.sql")
            ),
            parameters,
            summary,
        )
    }

    /// The articles of the library in export order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_ids(&self) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT id FROM document WHERE removed_at IS NULL ORDER BY added_at, uid";
        all(&self.connection, sql, [], |row| row.get(0).map(DocumentId))
    }

    /// Whether an article has this text, in the bin too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_text(&self, text: &str) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM document WHERE sha256 = ?1)";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([sha256(text)], |row| row.get(0))?)
    }

    /// How much the project holds.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(include_str!("documents/counts.sql"))?;
        Ok(statement.query_row([], |row| {
            Ok(Counts {
                documents: row.get(0)?,
                in_bin: row.get(1)?,
                spans: row.get(2)?,
                links: row.get(3)?,
                entities: row.get(4)?,
            })
        })?)
    }
}

fn summary(row: &Row<'_>) -> rusqlite::Result<DocumentSummary> {
    Ok(DocumentSummary {
        document: document::read(row)?,
        status: optional_word(row, 10)?.unwrap_or(LayerStatus::New),
        language: row.get(11)?,
        length: row.get(12)?,
        statements: row.get(13)?,
    })
}
