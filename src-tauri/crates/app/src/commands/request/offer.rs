//! What files on offer are asked with.

use serde::Deserialize;
use ts_rs::TS;

/// Files to take articles from.
#[derive(Debug, Deserialize, TS)]
pub struct ChooseArticleFiles {
    /// All files of a folder.
    pub folder: bool,
}

/// A stretch of the files on offer.
#[derive(Debug, Deserialize, TS)]
pub struct AskOffer {
    /// The place of the first file, from 0.
    pub first: u32,
    /// How many, up to 200.
    pub count: u32,
}

/// A file on offer.
#[derive(Debug, Deserialize, TS)]
pub struct OfOffered {
    /// Its place, from 0.
    pub file: u32,
}

/// Whether files on offer are to be added.
#[derive(Debug, Deserialize, TS)]
pub struct WantOffered {
    /// A place; `null`: all.
    pub file: Option<u32>,
    /// They are.
    pub wanted: bool,
}

/// An encoding for a file on offer.
#[derive(Debug, Deserialize, TS)]
pub struct ReadOfferedAs {
    /// The file's place.
    pub file: u32,
    /// Its name in the Encoding Standard; `null`: it is found out.
    pub encoding: Option<String>,
}

/// A meaning for a column of a table on offer.
#[derive(Debug, Deserialize, TS)]
pub struct TakeOfferedColumn {
    /// The file's place.
    pub file: u32,
    /// The column's place, from 0.
    pub column: u32,
    /// What it gives an article; `null`: it is kept beside it.
    #[ts(
        type = "'text' | 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | null"
    )]
    pub field: Option<String>,
}

/// A report, as the window shows it.
#[derive(Debug, Deserialize, TS)]
pub struct SaveReport {
    /// The text.
    pub text: String,
}
