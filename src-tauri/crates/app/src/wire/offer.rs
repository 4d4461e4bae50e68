//! Files on offer, and what became of those that were added.

use super::{DuplicateView, LikeArticle, Message};
use crate::problem::Problem;
use postil_core::id::DocumentId;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A stretch of the files on offer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferView {
    /// Folders are still looked through.
    pub looking: bool,
    /// They are compared with all articles of the project; until then ask again.
    pub compared: bool,
    /// Files.
    pub files: u32,
    /// Files that were read, or refused.
    pub read: u32,
    /// Files that cannot be added.
    pub refused: u32,
    /// Files that are wanted and can be added.
    pub wanted: u32,
    /// Articles that would come in.
    pub articles: u32,
    /// Files in folders of no kind that gives articles.
    pub passed_over: u32,
    /// What could not be looked through.
    pub problems: Vec<Problem>,
    /// The place of the first row.
    pub first: u32,
    /// The files asked for.
    pub rows: Vec<OfferedRow>,
}

/// A file on offer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedRow {
    /// Its name without folders.
    pub name: String,
    /// Its kind; `null` before it is read, or where it is refused.
    pub kind: Option<String>,
    /// It was read, or refused.
    pub read: bool,
    /// It is to be added.
    pub wanted: bool,
    /// The title of its first article.
    pub title: String,
    /// Its articles.
    pub articles: u32,
    /// Those whose text is here already.
    pub duplicates: u32,
    /// How much its first article has in common with one of the project or another one on offer,
    /// in percent of the shorter one; `null` below 50.
    pub near: Option<u32>,
    /// It was read by a guess, or some of it was left out.
    pub noted: bool,
    /// Why it cannot be added.
    pub problem: Option<Problem>,
}

/// All that a person is shown of a file on offer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedFileView {
    /// Its place.
    pub file: u32,
    /// Where it lies.
    pub path: String,
    /// It was read, or refused.
    pub read: bool,
    /// It is to be added.
    pub wanted: bool,
    /// Its kind.
    pub kind: Option<String>,
    /// How its bytes were read, where they are a text.
    pub encoding: Option<EncodingView>,
    /// The encodings that it can be read as, the most common first.
    pub encodings: Vec<String>,
    /// Its columns, where it is a table.
    pub columns: Option<Vec<ColumnView>>,
    /// How many rows the table has.
    pub rows: u32,
    /// How many articles it has.
    pub total: u32,
    /// The first of them.
    pub articles: Vec<OfferedArticleView>,
    /// What was left out, and what else is to be looked at.
    pub notes: Vec<Message>,
    /// Why it cannot be added, or some of its articles cannot.
    pub problems: Vec<Problem>,
}

/// How bytes became a text.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EncodingView {
    /// Its name in the Encoding Standard.
    pub name: String,
    /// How it was found.
    #[ts(type = "'choice' | 'mark' | 'bytes' | 'declaration' | 'guess'")]
    pub found_by: &'static str,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// Its first values, shortened.
    pub samples: Vec<String>,
    /// What it gives an article; `null`: it is kept beside it under its name.
    #[ts(
        type = "'text' | 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | null"
    )]
    pub field: Option<&'static str>,
}

/// An article that would come in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedArticleView {
    /// Its row in the file, from 1; 0 where the file is one article.
    #[ts(type = "number")]
    pub row: u64,
    /// Its title.
    pub title: String,
    /// How it begins.
    pub beginning: String,
    /// That is not all of it.
    pub goes_on: bool,
    /// Code points.
    pub length: u32,
    /// BCP 47, or `und`.
    pub language: String,
    /// Right to left, by its first paragraph.
    pub right_to_left: bool,
    /// What is stated of it.
    pub metadata: BTreeMap<String, String>,
    /// The article of the project that has this text.
    pub duplicate: Option<DuplicateView>,
    /// The name of the other file on offer that has this text.
    pub twin: Option<String>,
    /// Articles of the project that have much in common with it, the most first.
    pub near: Vec<LikeArticle>,
    /// The same among the other articles on offer.
    pub near_offered: Vec<LikeOffered>,
}

/// An article on offer that has much in common with another.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LikeOffered {
    /// The name of its file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How much of the shorter text is the same, in percent, at least 50.
    pub percent: u32,
}

/// What became of files.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FilesReport {
    /// Articles that came in.
    pub articles: u32,
    /// Files of which nothing came in.
    pub without: u32,
    /// The files, in their order.
    pub files: Vec<FileReport>,
}

/// What became of a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileReport {
    /// Where it lies.
    pub path: String,
    /// Articles that came in.
    pub added: Vec<AddedView>,
    /// Articles whose text was there.
    pub duplicates: Vec<NotAddedView>,
    /// Why the file, or an article of it, was refused.
    pub refused: Vec<Problem>,
    /// What else is to be looked at.
    pub notes: Vec<Message>,
}

/// An article that came in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AddedView {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
}

/// An article whose text was there.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NotAddedView {
    /// Its title.
    pub title: String,
    /// Its row in the file, from 1; 0 where the file is one article.
    #[ts(type = "number")]
    pub row: u64,
    /// The article that has the text.
    pub same: DuplicateView,
}
