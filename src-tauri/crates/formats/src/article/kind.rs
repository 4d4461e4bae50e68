//! What kind of file this is: by its content first, then by its name.

use super::archive::{Archive, is_archive};
use super::refusal::{Refusal, Stranger};
use serde::{Deserialize, Serialize};

/// As much of a file is looked at for what it is, in bytes.
const HEAD: usize = 4096;

/// A kind of file that gives articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Plain text in any encoding.
    Text,
    /// A page of the web.
    Html,
    /// A document of Word and of others that write as it does.
    Docx,
    /// A text document of LibreOffice and of others that write as it does.
    Odt,
    /// A document as it is printed.
    Pdf,
    /// Text with marks for headings and lists.
    Markdown,
    /// A table of values between commas or semicolons.
    Csv,
    /// A table of values between tabs.
    Tsv,
    /// An object of JSON on each line.
    Jsonl,
}

/// What a person or a script is told of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindDescription {
    /// The kind.
    pub kind: Kind,
    /// Its name for messages and scripts.
    pub id: &'static str,
    /// The ends of its file names, without the dot, in lower case.
    pub extensions: &'static [&'static str],
}

/// All kinds.
pub const KINDS: &[KindDescription] = &[
    KindDescription {
        kind: Kind::Text,
        id: "text",
        extensions: &["txt", "text"],
    },
    KindDescription {
        kind: Kind::Html,
        id: "html",
        extensions: &["html", "htm", "xhtml"],
    },
    KindDescription {
        kind: Kind::Docx,
        id: "docx",
        extensions: &["docx"],
    },
    KindDescription {
        kind: Kind::Odt,
        id: "odt",
        extensions: &["odt"],
    },
    KindDescription {
        kind: Kind::Pdf,
        id: "pdf",
        extensions: &["pdf"],
    },
    KindDescription {
        kind: Kind::Markdown,
        id: "markdown",
        extensions: &["md", "markdown"],
    },
    KindDescription {
        kind: Kind::Csv,
        id: "csv",
        extensions: &["csv"],
    },
    KindDescription {
        kind: Kind::Tsv,
        id: "tsv",
        extensions: &["tsv", "tab"],
    },
    KindDescription {
        kind: Kind::Jsonl,
        id: "jsonl",
        extensions: &["jsonl", "ndjson"],
    },
];

impl Kind {
    /// Its entry in [`KINDS`].
    #[must_use]
    pub fn description(self) -> &'static KindDescription {
        let found = KINDS.iter().find(|description| description.kind == self);
        found.unwrap_or(&KINDS[0])
    }

    /// Its name for messages and scripts.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.description().id
    }

    /// What a file of that name should be.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let extension = extension(name)?;
        KINDS
            .iter()
            .find(|description| description.extensions.contains(&extension.as_str()))
            .map(|description| description.kind)
    }
}

/// The end of a file name in lower case; `None` without a dot or for a hidden file.
fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_lowercase())
}

/// What the file is.
pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(stranger) = stranger(head) {
        return Err(Refusal::Stranger(stranger));
    }
    // Some have a line of their own before it.
    const PDF: &[u8] = b"%PDF-";
    let before = &head[..head.len().min(1024)];
    if before.windows(PDF.len()).any(|window| window == PDF) {
        return Ok(Kind::Pdf);
    }
    if is_archive(bytes) {
        return document(bytes);
    }
    if looks_like_page(head) {
        return Ok(Kind::Html);
    }
    match (Kind::by_name(name), extension(name)) {
        (Some(named @ (Kind::Docx | Kind::Odt | Kind::Pdf)), _) => {
            Err(Refusal::NotWhatItSays { named })
        }
        (Some(kind), _) => Ok(kind),
        (None, None) => Ok(Kind::Text),
        (None, Some(extension)) => Err(match extension.as_str() {
            "mht" | "mhtml" => Refusal::Stranger(Stranger::PageArchive),
            "postil" => Refusal::Stranger(Stranger::Database),
            _ => Refusal::UnknownKind { extension },
        }),
    }
}

/// What a document that is an archive is.
fn document(bytes: &[u8]) -> Result<Kind, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let stated = archive.content("mimetype")?.unwrap_or_default();
    let stated = String::from_utf8_lossy(&stated);
    let stated = stated
        .trim()
        .strip_prefix("application/vnd.oasis.opendocument.");
    Err(Refusal::Stranger(match stated {
        Some("text" | "text-template") => return Ok(Kind::Odt),
        Some("spreadsheet") => Stranger::Spreadsheet,
        Some("presentation") => Stranger::Presentation,
        _ if archive.has("word/") => return Ok(Kind::Docx),
        _ if archive.has("xl/") => Stranger::Spreadsheet,
        _ if archive.has("ppt/") => Stranger::Presentation,
        _ => Stranger::Archive,
    }))
}

/// Whether a text begins as only pages do.
fn looks_like_page(head: &[u8]) -> bool {
    let mut head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    loop {
        head = head.trim_ascii_start();
        let rest = if head.starts_with(b"<?xml") {
            after(head, b"?>")
        } else if head.starts_with(b"<!--") {
            after(head, b"-->")
        } else {
            let begins = |with: &[u8]| {
                head.get(..with.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(with))
            };
            return begins(b"<!doctype html") || begins(b"<html") || begins(b"<head>");
        };
        match rest {
            Some(rest) => head = rest,
            None => return false,
        }
    }
}

fn after<'bytes>(bytes: &'bytes [u8], end: &[u8]) -> Option<&'bytes [u8]> {
    let at = bytes.windows(end.len()).position(|window| window == end)?;
    bytes.get(at + end.len()..)
}

/// Files that are known by how they begin and hold no article.
fn stranger(head: &[u8]) -> Option<Stranger> {
    const BEGINNINGS: &[(&[u8], Stranger)] = &[
        (b"SQLite format 3\0", Stranger::Database),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Stranger::OldWord),
        (b"{\\rtf", Stranger::RichText),
        (b"\x89PNG\r\n", Stranger::Media),
        (b"\xff\xd8\xff", Stranger::Media),
        (b"GIF8", Stranger::Media),
        (b"RIFF", Stranger::Media),
        (b"OggS", Stranger::Media),
        (b"ID3", Stranger::Media),
        (b"II*\0", Stranger::Media),
        (b"MM\0*", Stranger::Media),
        (b"\x1f\x8b", Stranger::Archive),
        (b"7z\xbc\xaf\x27\x1c", Stranger::Archive),
        (b"Rar!\x1a\x07", Stranger::Archive),
        (b"\xfd7zXZ\0", Stranger::Archive),
        (b"\x7fELF", Stranger::Program),
        (b"\xca\xfe\xba\xbe", Stranger::Program),
        (b"\xcf\xfa\xed\xfe", Stranger::Program),
    ];
    let film = head.get(4..8) == Some(b"ftyp");
    let program = head.starts_with(b"MZ") && head.contains(&0);
    let known = BEGINNINGS
        .iter()
        .find(|(beginning, _)| head.starts_with(beginning))
        .map(|(_, stranger)| *stranger);
    known
        .or(film.then_some(Stranger::Media))
        .or(program.then_some(Stranger::Program))
}
