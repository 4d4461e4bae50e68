//! One file for each verb, and what several share.

pub mod add;
pub mod check;
pub mod completions;
pub mod export;
pub mod import;
pub mod language;
pub mod list;
pub mod man;
pub mod new;
pub mod rejoin;
pub mod show;

use postil_app::problem::{Code, Problem};
use postil_app::view::problem_with_file;
use postil_core::id::{DocumentId, Uid};
use postil_formats::Format;
use postil_formats::option::Options;
use postil_store::{Access, DocumentFilter, Project};
use std::path::Path;

/// Opens the project.
fn open(path: &Path, access: Access) -> Result<Project, Problem> {
    Project::open(path, access).map_err(|error| problem_with_file(error, path))
}

/// What was chosen for a format.
fn options(format: &Format, chosen: &[(String, String)]) -> Result<Options, Problem> {
    let chosen = chosen
        .iter()
        .map(|(id, value)| (id.as_str(), value.as_str()));
    Options::of(format.options, chosen).map_err(|error| {
        Problem::new(Code::Invalid, "problem-format-option")
            .with("format", format.title)
            .with("reason", error.to_string())
    })
}

/// The article that `wanted` names: a uid, a row number, or the start of a
/// title that only one article has.
fn article(project: &Project, wanted: &str) -> Result<DocumentId, Problem> {
    let articles = project.documents(&DocumentFilter::default())?;
    let uid = Uid::parse(wanted).ok();
    let number = wanted.parse::<u32>().ok().map(DocumentId);
    let exact = articles
        .iter()
        .map(|summary| &summary.document)
        .find(|document| uid == Some(document.uid) || number == Some(document.id));
    if let Some(document) = exact {
        return Ok(document.id);
    }
    let mut titled = articles
        .iter()
        .map(|summary| &summary.document)
        .filter(|document| document.title.starts_with(wanted));
    match (titled.next(), titled.count()) {
        (Some(document), 0) => Ok(document.id),
        (Some(_), others) => Err(Problem::new(Code::Invalid, "problem-article-not-unique")
            .with("article", wanted)
            .count("count", counted(others).saturating_add(1))),
        (None, _) => {
            Err(Problem::new(Code::NotFound, "problem-no-such-article").with("article", wanted))
        }
    }
}

/// What was not added, and the article that has the same text or uid.
fn duplicate(project: &Project, what: &str, same: DocumentId) -> Result<Problem, Problem> {
    let title = project.document(same)?.title;
    Ok(Problem::new(Code::Duplicate, "problem-duplicate-of")
        .with("what", what)
        .with("title", title)
        .count("number", same.0))
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
