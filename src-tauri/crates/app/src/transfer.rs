//! Exports and imports, the same for the window and the command line.

mod export;
mod file;
mod given;
mod import;
mod parts;
mod scheme;
mod verify;

use crate::environment::Environment;
use crate::intake::{self, Draft};
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Message;
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::id::{AnnotatorId, DocumentId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_formats::{Format, Loss, Losses};
use postil_store::Project;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use export::{export_project, export_to, losses_of_export};
pub use import::{Manner, import_files};
pub use parts::main_file;
pub use scheme::{read_scheme_file, write_whole};

/// Which layers and articles go out; all by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// This annotator's layers only.
    pub annotator: Option<AnnotatorId>,
    /// Articles only that have such a layer which is done, or a gold one, and
    /// only those layers.
    pub done_only: bool,
}

impl Selection {
    /// Whether the layer goes out.
    #[must_use]
    pub fn wants(&self, layer: &Layer) -> bool {
        let finished = layer.status == LayerStatus::Done || layer.kind == LayerKind::Gold;
        self.annotator
            .is_none_or(|annotator| annotator == layer.annotator)
            && (finished || !self.done_only)
    }

    /// Whether the article goes out.
    #[must_use]
    pub fn wants_article(&self, bundle: &Bundle) -> bool {
        !self.done_only || !bundle.layers.is_empty()
    }
}

/// What an export wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The files, the main one first; none when it went into a stream.
    pub files: Vec<PathBuf>,
    /// Articles.
    pub articles: u32,
    /// Spans, or rows of a table.
    pub spans: u32,
    /// Links.
    pub links: u32,
    /// What the format does not hold.
    pub losses: Losses,
}

/// What an import brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// Files read.
    pub files: Vec<PathBuf>,
    /// Articles added, in the order of the files.
    pub added: Vec<DocumentId>,
    /// Articles whose text or uid the project has: their title, and that one.
    pub duplicates: Vec<(String, DocumentId)>,
    /// Spans added.
    pub spans: u32,
    /// Links added.
    pub links: u32,
    /// What was read past.
    pub losses: Losses,
    /// What else a person should know.
    pub notes: Vec<Message>,
}

/// What became of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// A new article.
    New(DocumentId),
    /// The article that has this text already, in the bin or not.
    Duplicate(DocumentId),
}

/// Adds an article from a file of UTF-8 text; its first line is the title.
///
/// # Errors
/// `Unreadable` when the file is not UTF-8 or cannot be read, and what the
/// intake of texts refuses.
pub fn add_text_file(
    project: &mut Project,
    path: &Path,
    environment: &mut dyn Environment,
) -> Result<Added, Problem> {
    let bytes = std::fs::read(path).map_err(|error| file::unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        file::named(Problem::new(Code::Unreadable, "problem-not-utf8"), path)
            .count("byte", counted(byte).saturating_add(1))
            .hint("hint-save-as-utf8")
    })?;
    let scheme = project.scheme()?;
    let draft = Draft {
        text,
        title: String::new(),
        language: None,
        metadata: BTreeMap::new(),
    };
    let scheme = SchemeVersion {
        uid: scheme.uid,
        version: scheme.version,
    };
    let bundle =
        intake::bundle(environment, draft, scheme).map_err(|problem| file::named(problem, path))?;
    let report = project.add_documents("step-add", vec![bundle], environment.now())?;
    let added = report.added.first().copied().map(Added::New);
    let same = report
        .duplicates
        .first()
        .map(|(_, same)| Added::Duplicate(*same));
    added
        .or(same)
        .ok_or_else(|| Problem::internal("an article was neither added nor a duplicate"))
}

/// A sentence about a loss: its kind, how many, and the first few.
#[must_use]
pub fn loss_message(loss: &Loss) -> Message {
    message(&format!("loss-{}", loss.what.id().replace('_', "-")))
        .count("count", counted(loss.count))
        .with("examples", loss.examples.join("; "))
}

/// The key of what is said after an export: a table has rows, the others
/// spans and links.
#[must_use]
pub fn said_exported(format: &Format) -> &'static str {
    match format.id {
        "csv" => "said-exported-claims",
        _ => "said-exported",
    }
}

/// A count for a message; it ends where 32 bits end.
pub(crate) fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
