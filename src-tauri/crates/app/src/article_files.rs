//! Articles out of files that people have: finding the files, reading them, adding the articles.
//!
//! The steps are apart, so that a person can look at what a file gives before it is added.

mod add;
mod added;
mod draft;
mod find;
mod pdf;
mod read;
mod seen;
mod words;

pub use add::{AddFiles, FileToAdd, add_article_files};
pub use added::{AddedArticle, AddedFile};
pub use draft::drafts;
pub use find::{FoundFiles, find_article_files};
pub use pdf::{Reader, read_if_asked};
pub use read::{Stamp, read_article_file};
pub use seen::{LOOKED_AT, SeenArticle, SeenClosely, SeenFile, look_at};
pub use words::{notes, refused};
