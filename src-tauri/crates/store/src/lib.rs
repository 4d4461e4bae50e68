//! The project file: one SQLite file, one connection, one write path.
//!
//! This crate holds the only SQL of the program. It knows no file format but
//! its own, no window and no clock: times and ids are passed in. Offsets are
//! code points, times are Unix milliseconds.

mod add;
mod backup;
mod batch;
mod bin;
mod bundle;
mod check;
mod claims;
mod correct;
mod documents;
mod edit;
mod error;
mod journal;
mod library;
mod likeness;
mod lock;
mod migrate;
mod open;
mod place;
mod project;
mod questions;
mod quotes;
mod read;
mod register;
mod search;
mod table;
mod text_cache;
mod touched;
mod vocabulary;
mod writing;

pub use add::AddReport;
pub use batch::Batch;
pub use bundle::Bundles;
pub use check::CheckReport;
pub use claims::{
    ClaimColumn, ClaimFilter, ClaimMark, ClaimName, ClaimOrder, ClaimRow, ClaimScope, ClaimTable,
};
pub use documents::{Counts, DocumentFilter, DocumentSummary, Viewer};
pub use edit::{Edits, EntityUse};
pub use error::StoreError;
pub use journal::{JOIN_WITHIN_MS, Reversal, StepSummary};
pub use library::{
    Library, LibraryColumn, LibraryCounts, LibraryFilter, LibraryOrder, LibraryScope, Snippet,
    SnippetPlace,
};
pub use likeness::{AlikeTexts, LikenessIndex, NearGroups, NearPair};
pub use open::{APPLICATION_ID, Access, SHAPE};
pub use place::SharedFolder;
pub use project::Project;
pub use register::{
    EntityFilter, EntityOrder, EntityPage, EntityRow, EntitySummary, KnownNames, Mention,
};
pub use search::SEARCH_VERSION;
