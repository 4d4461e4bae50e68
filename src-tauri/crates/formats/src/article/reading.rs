//! What a file gave.

use super::{EncodingUse, Field, Kind, LeftOut};
use crate::html::PageMetadata;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An article as a file has it. The text is neither trimmed nor checked yet: the intake of texts
/// does that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileArticle {
    /// Its text.
    pub text: String,
    /// What the file states of it.
    pub metadata: PageMetadata,
    /// The language that a table states of it (BCP 47).
    pub language: Option<String>,
    /// Other columns of a table, by name.
    pub other: BTreeMap<String, String>,
    /// The row of the table, or the line of the file, from 1; 0 where the file is one article.
    pub row: u64,
}

/// The columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Their names, or numbers from 1 where the table has none.
    pub names: Vec<String>,
    /// The first three rows, each value cut to 80 characters.
    pub samples: Vec<Vec<String>>,
    /// Which column gives which field, by its place in `names`.
    pub used: BTreeMap<Field, usize>,
    /// How many rows the table has.
    pub rows: usize,
}

/// What a file gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is, by its content.
    pub kind: Kind,
    /// What its name says it is, where that differs.
    pub named: Option<Kind>,
    /// How its bytes were read, where they are a text.
    pub encoding: Option<EncodingUse>,
    /// Its columns, where it is a table. Without one for [`Field::Text`] there are no articles, and
    /// a person has to choose it.
    pub columns: Option<Columns>,
    /// Its articles, in their order.
    pub articles: Vec<FileArticle>,
    /// What is not in them.
    pub left_out: LeftOut,
}

impl Reading {
    /// A file that is one article.
    pub(super) fn of_one(kind: Kind, article: FileArticle) -> Self {
        Self {
            kind,
            named: None,
            encoding: None,
            columns: None,
            articles: vec![article],
            left_out: LeftOut::default(),
        }
    }

    /// Whether a person has to say which column holds the text.
    #[must_use]
    pub fn needs_text_column(&self) -> bool {
        let columns = self.columns.as_ref();
        columns.is_some_and(|columns| !columns.used.contains_key(&Field::Text))
    }
}
