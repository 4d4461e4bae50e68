//! Questions of all articles, and what was marked before a decision.

use crate::error::StoreError;
use crate::project::Project;
use crate::read::all;
use crate::table::question;
use postil_core::id::{AnnotatorId, DocumentId, SpanId};
use postil_core::question::Question;
use rusqlite::params;

/// The errors of every method: when the file cannot be read.
#[allow(clippy::missing_errors_doc, reason = "said once for all")]
impl Project {
    /// The questions of all annotators about articles that are not in the bin,
    /// oldest first, each with its article.
    pub fn questions(&self) -> Result<Vec<(Question, DocumentId)>, StoreError> {
        all(
            &self.connection,
            include_str!("questions/all.sql"),
            [],
            |row| Ok((question::read(row)?, DocumentId(row.get(12)?))),
        )
    }

    /// Spans of a label that an annotator has not checked since the scheme got
    /// `version`, in the order of the articles and then of the text, at most
    /// `limit`, each with its article. Articles in the bin are left out.
    pub fn marked_before(
        &self,
        annotator: AnnotatorId,
        label: &str,
        version: u32,
        limit: u32,
    ) -> Result<Vec<(SpanId, DocumentId)>, StoreError> {
        all(
            &self.connection,
            include_str!("questions/marked_before.sql"),
            params![annotator.0, label, version, limit],
            |row| Ok((SpanId(row.get(0)?), DocumentId(row.get(1)?))),
        )
    }

    /// How many such spans there are.
    pub fn count_marked_before(
        &self,
        annotator: AnnotatorId,
        label: &str,
        version: u32,
    ) -> Result<u32, StoreError> {
        Ok(self
            .connection
            .prepare_cached(include_str!("questions/count_marked_before.sql"))?
            .query_row(params![annotator.0, label, version], |row| row.get(0))?)
    }

    /// The day of a time in Unix milliseconds, in UTC, such as `2026-01-14`.
    pub fn day(&self, at: i64) -> Result<String, StoreError> {
        let sql = "SELECT strftime('%Y-%m-%d', ?1 / 1000.0, 'unixepoch')";
        let day: Option<String> = self
            .connection
            .prepare_cached(sql)?
            .query_row([at], |row| row.get(0))?;
        day.ok_or_else(|| StoreError::Invalid(format!("{at} is no time of our calendar")))
    }
}
