//! What became of files that were added.

use super::{drafts, notes};
use crate::intake::Draft;
use crate::problem::{Code, Problem};
use crate::wire::{Argument, Message};
use postil_core::id::DocumentId;
use postil_formats::article::{EncodingUse, Kind, Reading};
use std::path::PathBuf;

/// An article that a file brought, or would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedArticle {
    /// Its title.
    pub title: String,
    /// The article in the project: the new one, or the one with the same text.
    pub id: DocumentId,
    /// Its row in the file, from 1; 0 where the file is one article.
    pub row: u64,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddedFile {
    /// The file.
    pub path: PathBuf,
    /// What it is; `None` where it could not be read.
    pub kind: Option<Kind>,
    /// How its bytes were read, where they are a text.
    pub encoding: Option<EncodingUse>,
    /// Articles added.
    pub added: Vec<AddedArticle>,
    /// Articles whose text the project has, in the bin or not.
    pub duplicates: Vec<AddedArticle>,
    /// Why the file, or an article of it, was refused.
    pub refused: Vec<Problem>,
    /// What else a person should know.
    pub notes: Vec<Message>,
}

impl AddedFile {
    /// A file of which nothing is known yet.
    #[must_use]
    pub fn at(path: PathBuf) -> Self {
        Self {
            path,
            ..Self::default()
        }
    }

    /// Takes down what reading it gave, and gives the articles with their rows in the file.
    pub(super) fn read(&mut self, reading: Reading) -> Vec<(u64, Draft)> {
        self.kind = Some(reading.kind);
        self.encoding = reading.encoding;
        self.notes.extend(notes(&self.path, &reading));
        if reading.needs_text_column() {
            self.refuse(no_text_column(&reading), 0);
        }
        drafts(reading)
    }

    /// Takes down a refusal of an article, by its row, or of the whole file (0).
    pub(super) fn refuse(&mut self, problem: Problem, row: u64) {
        let mut problem = match u32::try_from(row) {
            Ok(row @ 1..) => problem.count("row", row),
            _ => problem,
        };
        let path = self.path.display().to_string();
        let arguments = &mut problem.arguments;
        arguments
            .entry("path".to_owned())
            .or_insert(Argument::Text(path));
        self.refused.push(problem);
    }
}

/// Why a table gives nothing before a person has chosen a column.
pub(super) fn no_text_column(reading: &Reading) -> Problem {
    let columns = reading.columns.as_ref();
    let names = columns.map(|columns| columns.names.join(", "));
    Problem::new(Code::Invalid, "problem-file-no-text-column")
        .with("columns", names.unwrap_or_default())
}
