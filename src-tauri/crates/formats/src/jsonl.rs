//! Postil JSONL (`postil/1`), the lossless form: one article a line, no header
//! line, keys in one order, every key always there.
//!
//! Offsets are code points. U+2028, U+2029 and U+0085 are escaped, since some
//! readers take them for line ends. Times of the project file are not written,
//! those of questions aside: an import gives its own.

mod check;
mod convert;
pub(crate) mod escape;
mod instant;
pub(crate) mod lines;
mod locate;
mod loss;
pub mod read;
pub mod register;
mod row;
pub(crate) mod wire;
mod withheld;
pub mod write;

pub use loss::losses;
pub use read::Reader;
pub use register::{read_register, write_register};
pub use row::ROW;
pub use withheld::{Rejoined, WITHHELD, rejoin, withhold};
pub use write::write_article;

/// The format name and version that every line states.
pub const FORMAT: &str = "postil/1";

/// The same, of the register of entities beside the articles.
pub const ENTITY_FORMAT: &str = "postil-entity/1";

/// The longest line that is read, in bytes: 64 MiB.
pub const LINE_LIMIT: usize = 64 * 1024 * 1024;

/// The deepest nesting of brackets that is read.
pub const NESTING_LIMIT: usize = 64;
