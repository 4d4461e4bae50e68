//! Why a file gives no articles.

use super::Kind;
use serde::{Deserialize, Serialize};

/// Files that are known and hold no article for Postil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stranger {
    /// Articles with annotations that Postil itself wrote: they are imported.
    PostilJsonl,
    /// A project or another database: a project is opened.
    Database,
    /// A document of Word before 2007.
    OldWord,
    /// Rich text.
    RichText,
    /// A spreadsheet.
    Spreadsheet,
    /// A presentation.
    Presentation,
    /// A picture, sound or film.
    Media,
    /// An archive of other files.
    Archive,
    /// A program.
    Program,
    /// A page with its pictures in one file, as some browsers save it.
    PageArchive,
}

impl Stranger {
    /// A name for messages and scripts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::PostilJsonl => "postil_jsonl",
            Self::Database => "database",
            Self::OldWord => "old_word",
            Self::RichText => "rich_text",
            Self::Spreadsheet => "spreadsheet",
            Self::Presentation => "presentation",
            Self::Media => "media",
            Self::Archive => "archive",
            Self::Program => "program",
            Self::PageArchive => "page_archive",
        }
    }
}

/// Why a file was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the messages say what the fields hold")]
pub enum Refusal {
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the file unpacks to more than {limit} bytes")]
    UnpacksTooLarge { limit: u64 },
    #[error("the archive has {entries} entries, the limit is {limit}")]
    TooManyEntries { entries: usize, limit: usize },
    #[error("elements are nested more than {limit} deep")]
    TooDeep { limit: usize },
    #[error("the file has more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("the file has more than {limit} columns")]
    TooManyColumns { limit: usize },
    #[error("the file declares entities of its own")]
    Entities,
    #[error("there is no text in the file")]
    NoText,
    #[error("the PDF has {pages} pages and none has text")]
    Scanned { pages: usize },
    #[error("the file needs a password")]
    Encrypted,
    #[error("the name says {}, the content does not", .named.id())]
    NotWhatItSays { named: Kind },
    #[error("nothing is known of files ending in .{extension}")]
    UnknownKind { extension: String },
    #[error("the file holds no articles for Postil: {}", .0.id())]
    Stranger(Stranger),
    #[error("no encoding is called {name}")]
    UnknownEncoding { name: String },
    #[error("no column is called {name}; there are {}", .columns.join(", "))]
    UnknownColumn { name: String, columns: Vec<String> },
    #[error("the file is damaged: {detail}")]
    Damaged { kind: Kind, detail: String },
    #[error("reading took longer than {seconds} s")]
    TooSlow { seconds: u64 },
}
