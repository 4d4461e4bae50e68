//! Rows of all articles that refer to a part of the scheme, those in the bin
//! too.

use super::Edits;
use crate::error::StoreError;
use crate::read::all;
use crate::table::{layer, link, span};
use postil_core::layer::Layer;
use postil_core::link::Link;
use postil_core::span::Span;
use rusqlite::params;

impl Edits<'_> {
    /// The spans of a label in all layers, oldest first; with an attribute:
    /// those that have a value of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn spans_labelled(
        &self,
        label: &str,
        attribute: Option<&str>,
    ) -> Result<Vec<Span>, StoreError> {
        const BY_LABEL: &str = concat!(
            include_str!("../table/span/select.sql"),
            " WHERE label = ?1 ORDER BY span.id, fragment.n"
        );
        const BY_ATTRIBUTE: &str = concat!(
            include_str!("../table/span/select.sql"),
            " WHERE label = ?1 AND EXISTS (SELECT 1 FROM json_each(attributes) AS own WHERE own.key = ?2)",
            " ORDER BY span.id, fragment.n"
        );
        match attribute {
            None => span::select(self.connection, BY_LABEL, [label]),
            Some(attribute) => {
                span::select(self.connection, BY_ATTRIBUTE, params![label, attribute])
            }
        }
    }

    /// The links of a kind in all layers, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn links_of_kind(&self, kind: &str) -> Result<Vec<Link>, StoreError> {
        const BY_KIND: &str = concat!(
            include_str!("../table/link/select.sql"),
            " WHERE kind = ?1 ORDER BY id"
        );
        all(self.connection, BY_KIND, [kind], link::read)
    }

    /// The layers with an answer to a question about the article, oldest
    /// first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn layers_answering(&self, attribute: &str) -> Result<Vec<Layer>, StoreError> {
        const BY_ANSWER: &str = concat!(
            include_str!("../table/layer/select.sql"),
            " WHERE EXISTS (SELECT 1 FROM json_each(answers) AS own WHERE own.key = ?1) ORDER BY id"
        );
        all(self.connection, BY_ANSWER, [attribute], layer::read)
    }
}
