//! Exports and imports, the same for the window and the command line.

mod export;
mod file;
mod following;
mod given;
mod import;
mod on_disk;
mod pace;
mod parts;
mod plan;
mod projects;
mod scheme;
mod split;
mod survey;
mod verify;
mod withheld;

use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Message;
use postil_core::bundle::Bundle;
use postil_core::choice::Choice;
use postil_core::id::{AnnotatorId, DocumentId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_formats::loss::Lost;
use postil_formats::{Format, Loss, Losses};
use postil_store::{Bundles, Project};
use std::path::PathBuf;

pub use export::{export_project, export_to, export_watched, losses_of_export};
pub use import::mapping::attributes::{
    Bearer, attribute_name, has as has_value, offered, value_name,
};
pub use import::mapping::{Becomes, Mapping, likely};
pub use import::{Found, Import, Look, Manner, import_files, is_empty};
pub use parts::main_file;
pub use plan::{Plan, PlannedPart, carry_out, is_date};
pub use projects::import_projects;
pub use scheme::{read_scheme_file, write_whole};
pub use split::{Dealing, Stratum, deal_out};
pub use survey::{Kept, PreviewFile, Survey};

/// Which layers and articles go out; all by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// This annotator's layers only.
    pub annotator: Option<AnnotatorId>,
    /// Articles only that have such a layer which is done, or a gold one by
    /// whomever, and only those layers.
    pub done_only: bool,
    /// What else is chosen.
    pub choice: Choice,
}

impl Selection {
    /// Whether the layer goes out.
    #[must_use]
    pub fn wants(&self, layer: &Layer) -> bool {
        let theirs = self
            .annotator
            .is_none_or(|annotator| annotator == layer.annotator);
        if self.done_only {
            layer.kind == LayerKind::Gold || (theirs && layer.status == LayerStatus::Done)
        } else {
            theirs
        }
    }

    /// What of an article goes out; `None` if nothing does.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn article(&self, project: &Project, id: DocumentId) -> Result<Option<Bundle>, Problem> {
        self.one_of(&project.bundles(), id)
    }

    /// As [`Self::article`], where many are read.
    ///
    /// # Errors
    /// As [`Self::article`].
    pub fn one_of(
        &self,
        articles: &Bundles<'_>,
        id: DocumentId,
    ) -> Result<Option<Bundle>, Problem> {
        if !self.choice.names(id) {
            return Ok(None);
        }
        let bundle = articles.read(id, |layer| self.wants(layer))?;
        if self.done_only && bundle.layers.is_empty() {
            return Ok(None);
        }
        Ok(self.choice.of(bundle))
    }
}

impl Selection {
    /// Why nothing is written where no article goes out.
    pub(crate) fn nothing(&self) -> Problem {
        let mut rest = self.clone();
        // What annotators are called leaves nothing out.
        rest.choice.pseudonyms.clear();
        let done_only = std::mem::take(&mut rest.done_only);
        let chosen = rest != Self::default();
        let key = if !chosen && !done_only {
            "problem-no-articles"
        } else if !chosen {
            "problem-nothing-done"
        } else {
            "problem-nothing-chosen"
        };
        Problem::new(Code::NotFound, key)
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

impl Exported {
    /// Why this is nothing to write: there is no article, or a table has a
    /// row for none of them.
    pub(crate) fn refusal(&self, selection: &Selection) -> Option<Problem> {
        match self.articles {
            0 => Some(selection.nothing()),
            all => no_row(all, &self.losses),
        }
    }
}

/// Why a table without a row is not written.
pub(crate) fn no_row(articles: u32, losses: &Losses) -> Option<Problem> {
    let without = counted(losses.count(Lost::ArticleWithoutClaim));
    (articles > 0 && without == articles)
        .then(|| Problem::new(Code::NotFound, "problem-no-claims").count("articles", articles))
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

/// The format that files are most likely in, found out by how they begin.
///
/// # Errors
/// When a file cannot be read.
pub fn likely_format(paths: &[PathBuf]) -> Result<Option<&'static Format>, Problem> {
    // Folders are looked through as for a format that fills them.
    given::Given::of(&postil_formats::brat::ROW, paths)?.likely_format()
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
