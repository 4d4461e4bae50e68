//! Articles out of files that people have: finding the files, reading them, adding the articles.
//!
//! The steps are apart, so that a person can look at what a file gives before it is added.

mod add;
mod draft;
mod find;
mod read;
mod words;

pub use add::{AddedArticle, AddedFile, add_article_files, add_readings};
pub use draft::drafts;
pub use find::{FoundFiles, find_article_files};
pub use read::read_article_file;
pub use words::{notes, refused};
