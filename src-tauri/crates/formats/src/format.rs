//! What every format can do.

use crate::error::{ReadError, WriteError};
use crate::files::{Sink, Source};
use crate::loss::Losses;
use crate::option::{OptionKind, Options};
use crate::repair::Repairs;
use crate::sample::Sample;
use postil_core::bundle::{Bundle, Register};
use postil_core::scheme::Scheme;
use std::fmt;

/// A format: a row of [`FORMATS`](crate::table::FORMATS).
pub struct Format {
    /// What it is called on the command line.
    pub id: &'static str,
    /// What it is called elsewhere.
    pub title: &'static str,
    /// How its files lie.
    pub place: Place,
    /// The ends of its file names, the main file's first, each with its dot.
    /// A file named with a shorter end of [`Format::also`] keeps its stem.
    pub extensions: &'static [&'static str],
    /// Further ends that a person may give the main file.
    pub also: &'static [&'static str],
    /// What it holds.
    pub holds: &'static str,
    /// What can be chosen.
    pub options: &'static [OptionKind],
    /// What would not be written of an article.
    pub losses: fn(&Bundle, &Scheme, &Options) -> Losses,
    /// Starts an export.
    pub writer: fn(&Scheme, &Options) -> Box<dyn Writer>,
    /// Writes again what it finds in the files of an export. Where that is
    /// what the export wrote, the files hold what they should.
    pub again: Again,
    /// Whether a file looks like one of its own.
    pub resembles: fn(&Sample<'_>) -> bool,
    /// Starts an import; `None` for what goes out only.
    pub reader: Option<for<'a> fn(Reading<'a>) -> Box<dyn Reader + 'a>>,
}

/// Reads the files of an export and writes them again.
pub type Again = fn(&dyn Source, &Scheme, &Options, &mut dyn Sink) -> Result<(), AgainError>;

/// How the files of a format lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Files side by side whose names differ in their ends.
    Files,
    /// A folder of their own.
    Folder,
}

/// Writes an export, article by article, and holds none.
pub trait Writer: Send {
    /// Writes an article.
    ///
    /// # Errors
    /// When the sink refuses, or the bundle names rows that it does not hold.
    fn write(&mut self, bundle: &Bundle, sink: &mut dyn Sink) -> Result<Counts, WriteError>;

    /// Writes what stands once, after the last article. What was found lost
    /// only while writing is answered.
    ///
    /// # Errors
    /// When the sink refuses.
    fn finish(&mut self, around: &Around<'_>, sink: &mut dyn Sink) -> Result<Losses, WriteError>;
}

/// How much of an article was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Spans, or rows of a table.
    pub spans: usize,
    /// Links.
    pub links: usize,
}

impl Counts {
    /// Everything in the article.
    #[must_use]
    pub fn of(bundle: &Bundle) -> Self {
        Self {
            spans: bundle.layers.iter().map(|layer| layer.spans.len()).sum(),
            links: bundle.layers.iter().map(|layer| layer.links.len()).sum(),
        }
    }
}

/// What a project has beside its articles.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The scheme file.
    pub scheme: &'a str,
    /// The register of entities.
    pub register: &'a Register,
}

/// What an import reads, and how.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The files.
    pub source: &'a dyn Source,
    /// The project's scheme.
    pub scheme: &'a Scheme,
    /// What was chosen.
    pub options: &'a Options,
    /// Whether offsets that do not fit the text may be repaired where it is
    /// clear how. Without consent such an article is refused, and the refusal
    /// says what was found.
    pub repair: bool,
    /// Unix milliseconds: the time in the uids of what has none in the files.
    pub now: i64,
}

/// Reads an import, article by article. After a refusal it may go on.
pub trait Reader: Iterator<Item = Result<Bundle, ReadError>> {
    /// What was read past so far.
    fn losses(&self) -> &Losses;

    /// Which offsets were repaired so far.
    fn repairs(&self) -> Option<&Repairs> {
        None
    }

    /// The schemes that the files bring, each with the name of its file.
    ///
    /// # Errors
    /// When such a file cannot be read.
    fn schemes(&mut self) -> Result<Vec<(String, String)>, ReadError> {
        Ok(Vec::new())
    }

    /// The registers of entities that the files bring, each with the name of
    /// its file.
    ///
    /// # Errors
    /// When such a file is refused.
    fn registers(&mut self) -> Result<Vec<(String, Register)>, ReadError> {
        Ok(Vec::new())
    }
}

/// Why an export could not be read back.
#[derive(Debug, thiserror::Error)]
pub enum AgainError {
    /// Its files are not what they should be.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What was read could not be written again.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<std::io::Error> for AgainError {
    fn from(error: std::io::Error) -> Self {
        Self::Write(error.into())
    }
}

impl Format {
    /// The end of the main file's name.
    #[must_use]
    pub fn main(&self) -> &'static str {
        self.extensions.first().copied().unwrap_or_default()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Format").field(&self.id).finish()
    }
}

/// Reads the files of an export with the format's own reader and writes them
/// again: the [`Format::again`] of formats whose files hold all that their
/// writer needs.
///
/// # Errors
/// When an article is refused or cannot be written.
pub fn again_by_reading(
    format: &Format,
    source: &dyn Source,
    scheme: &Scheme,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<(), AgainError> {
    let Some(reader) = format.reader else {
        return Ok(());
    };
    let mut writer = (format.writer)(scheme, options);
    let reading = Reading {
        source,
        scheme,
        options,
        repair: false,
        now: 0,
    };
    for bundle in reader(reading) {
        writer.write(&bundle?, sink)?;
    }
    let around = Around {
        scheme: "",
        register: &Register::default(),
    };
    writer.finish(&around, sink)?;
    Ok(())
}
