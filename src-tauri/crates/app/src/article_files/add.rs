//! Into a project: the articles of all files in one step.

use super::{drafts, find_article_files, notes, read_article_file};
use crate::environment::Environment;
use crate::intake;
use crate::problem::{Code, Problem};
use crate::wire::Message;
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::id::{DocumentId, Uid};
use postil_formats::article::{Choices, EncodingUse, Kind, Reading};
use postil_store::Project;
use std::collections::HashMap;
use std::path::PathBuf;

/// An article that a file brought, or would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedArticle {
    /// Its title.
    pub title: String,
    /// The article in the project: the new one, or the one with the same text.
    pub id: DocumentId,
    /// Its row in the file, from 1; 0 where the file is one article.
    pub row: u64,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddedFile {
    /// The file.
    pub path: PathBuf,
    /// What it is; `None` where it could not be read.
    pub kind: Option<Kind>,
    /// How its bytes were read, where they are a text.
    pub encoding: Option<EncodingUse>,
    /// Articles added.
    pub added: Vec<AddedArticle>,
    /// Articles whose text the project has, in the bin or not.
    pub duplicates: Vec<AddedArticle>,
    /// Why the file, or an article of it, was refused.
    pub refused: Vec<Problem>,
    /// What else a person should know.
    pub notes: Vec<Message>,
}

/// Finds, reads and adds the articles of files and folders, in one step that undo hides. A file
/// that is refused does not keep the others out.
///
/// # Errors
/// When the project refuses; then nothing is added.
pub fn add_article_files(
    project: &mut Project,
    paths: &[PathBuf],
    choices: &Choices,
    environment: &mut dyn Environment,
) -> Result<Vec<AddedFile>, Problem> {
    let found = find_article_files(paths);
    let mut files: Vec<(AddedFile, Option<Reading>)> = Vec::new();
    for path in found.files {
        let mut file = AddedFile {
            path,
            ..AddedFile::default()
        };
        let reading = match read_article_file(&file.path, choices) {
            Ok(reading) => Some(reading),
            Err(problem) => {
                file.refused.push(problem);
                None
            }
        };
        files.push((file, reading));
    }
    let mut files = add_readings(project, files, environment)?;
    files.extend(found.refused.into_iter().map(|problem| AddedFile {
        refused: vec![problem],
        ..AddedFile::default()
    }));
    Ok(files)
}

/// Adds the articles of files that were read, in one step that undo hides.
///
/// # Errors
/// When the project refuses; then nothing is added.
pub fn add_readings(
    project: &mut Project,
    files: Vec<(AddedFile, Option<Reading>)>,
    environment: &mut dyn Environment,
) -> Result<Vec<AddedFile>, Problem> {
    let scheme = project.scheme()?;
    let scheme = SchemeVersion {
        uid: scheme.uid,
        version: scheme.version,
    };
    let mut told = Vec::new();
    let mut bundles = Vec::new();
    let mut origins = Vec::new();
    for (mut file, reading) in files {
        if let Some(reading) = reading {
            file.kind = Some(reading.kind);
            file.encoding = reading.encoding;
            file.notes.extend(notes(&file.path, &reading));
            if reading.needs_text_column() {
                file.refused.push(no_text_column(&reading));
            }
            for (row, draft) in drafts(reading) {
                match intake::bundle(environment, draft, scheme.clone()) {
                    Ok(bundle) => {
                        origins.push(Origin::of(&bundle, told.len(), row));
                        bundles.push(bundle);
                    }
                    Err(problem) => file.refused.push(in_row(problem, row)),
                }
            }
        }
        let path = file.path.display().to_string();
        for problem in &mut file.refused {
            let problem = &mut problem.arguments;
            problem
                .entry("path".to_owned())
                .or_insert_with(|| crate::wire::Argument::Text(path.clone()));
        }
        told.push(file);
    }
    let report = project.add_documents("step-add", bundles, environment.now())?;
    let mut added = HashMap::new();
    for id in report.added {
        added.insert(project.document(id)?.uid, id);
    }
    let mut duplicates = report.duplicates.into_iter();
    for origin in origins {
        let article = |id| AddedArticle {
            title: origin.title.clone(),
            id,
            row: origin.row,
        };
        let Some(file) = told.get_mut(origin.file) else {
            continue;
        };
        if let Some(id) = added.get(&origin.uid) {
            file.added.push(article(*id));
        } else if let Some((_, same)) = duplicates.next() {
            file.duplicates.push(article(same));
        }
    }
    Ok(told)
}

/// Where an article came from.
struct Origin {
    uid: Uid,
    title: String,
    file: usize,
    row: u64,
}

impl Origin {
    fn of(bundle: &Bundle, file: usize, row: u64) -> Self {
        Self {
            uid: bundle.document.uid,
            title: bundle.document.title.clone(),
            file,
            row,
        }
    }
}

fn no_text_column(reading: &Reading) -> Problem {
    let columns = reading.columns.as_ref();
    let names = columns.map(|columns| columns.names.join(", "));
    Problem::new(Code::Invalid, "problem-file-no-text-column")
        .with("columns", names.unwrap_or_default())
}

fn in_row(problem: Problem, row: u64) -> Problem {
    match u32::try_from(row) {
        Ok(row @ 1..) => problem.count("row", row),
        _ => problem,
    }
}
