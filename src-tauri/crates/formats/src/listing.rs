//! The list of articles that formats keep beside files which have no place
//! for a title, a uid or metadata.

use crate::error::{Fault, ReadError};
use crate::files::{Sink, Source};
use postil_core::bundle::Bundle;
use postil_core::id::Uid;
use std::collections::BTreeMap;
use std::io;

/// The columns, in order.
const COLUMNS: [&str; 6] = ["name", "uid", "title", "language", "sha256", "metadata"];

/// What the list says of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// What its files are called.
    pub name: String,
    /// Uid.
    pub uid: Option<Uid>,
    /// Title.
    pub title: String,
    /// Language of the whole; empty where it is not known.
    pub language: String,
    /// SHA-256 of the text.
    pub sha256: String,
    /// Metadata.
    pub metadata: BTreeMap<String, String>,
}

/// Begins a list.
///
/// # Errors
/// When the sink refuses.
pub fn begin(sink: &mut dyn Sink, file: &str) -> io::Result<()> {
    row(sink, file, &COLUMNS.map(str::to_owned))
}

/// Adds an article, whose files are called `name`.
///
/// # Errors
/// When the sink refuses.
pub fn add(sink: &mut dyn Sink, file: &str, name: &str, bundle: &Bundle) -> io::Result<()> {
    let whole = bundle.languages.iter().find(|mark| mark.extent.is_none());
    let metadata = serde_json::to_string(&bundle.document.metadata)?;
    let cells = [
        name.to_owned(),
        bundle.document.uid.to_string(),
        bundle.document.title.clone(),
        whole.map(|mark| mark.tag.clone()).unwrap_or_default(),
        bundle.document.sha256.clone(),
        metadata,
    ];
    row(sink, file, &cells)
}

fn row(sink: &mut dyn Sink, file: &str, cells: &[String; 6]) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new()
        .delimiter(b'\t')
        .from_writer(Vec::new());
    table.write_record(cells)?;
    let bytes = table.into_inner().map_err(|error| error.into_error())?;
    sink.append(file, &bytes)
}

/// Reads a list.
///
/// # Errors
/// When it is none.
pub fn read(source: &dyn Source, file: &str) -> Result<Vec<Listed>, ReadError> {
    let refuse = |line: u64, fault: Fault| ReadError {
        file: file.to_owned(),
        line,
        column: 1,
        fault,
    };
    let not_this = |reason: String| Fault::NotThis {
        format: "a list of articles",
        reason,
    };
    let input = source.open(file).map_err(|error| refuse(1, error.into()))?;
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_reader(input);
    let mut listed = Vec::new();
    for (at, row) in table.records().enumerate() {
        let line = u64::try_from(at).unwrap_or(u64::MAX).saturating_add(2);
        let row = row.map_err(|error| refuse(line, not_this(error.to_string())))?;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        if row.len() != COLUMNS.len() {
            return Err(refuse(
                line,
                not_this(format!("it has {} columns", row.len())),
            ));
        }
        let metadata = serde_json::from_str(&cell(5));
        listed.push(Listed {
            name: cell(0),
            uid: Uid::parse(&cell(1)).ok(),
            title: cell(2),
            language: cell(3),
            sha256: cell(4),
            metadata: metadata.map_err(|error| refuse(line, not_this(error.to_string())))?,
        });
    }
    Ok(listed)
}
