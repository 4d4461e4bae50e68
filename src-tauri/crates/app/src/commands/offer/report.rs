//! What became of files that were added.

use super::show::{duplicate, name_briefly};
use crate::app::{App, OpenProject};
use crate::article_files::AddedFile;
use crate::commands::request::{Nothing, SaveReport};
use crate::problem::Problem;
use crate::transfer::{counted, write_whole};
use crate::view::message;
use crate::wire::{AddedView, FileReport, FilesReport, Message, NotAddedView};
use std::path::PathBuf;

/// What became of the files that were added last, once: the offer is over with it.
pub fn files_report(app: &mut App, _: Nothing) -> Result<Option<FilesReport>, Problem> {
    let Some(open) = &mut app.open else {
        return Ok(None);
    };
    let Some(files) = open.added_files.take() else {
        return Ok(None);
    };
    // What could not be read was never tried.
    let offer = app.offer.take();
    let refused = offer.map(|offer| offer.refused()).unwrap_or_default();
    let files = files.into_iter().chain(refused.into_iter().map(not_tried));
    let files: Vec<AddedFile> = files.collect();
    let open = app.opened()?;
    let articles = files.iter().map(|file| file.added.len()).sum();
    let without = files.iter().filter(|file| file.added.is_empty()).count();
    let files = files.into_iter().map(|file| report(open, file));
    Ok(Some(FilesReport {
        articles: counted(articles),
        without: counted(without),
        files: files.collect::<Result<_, Problem>>()?,
    }))
}

fn not_tried((path, refused): (PathBuf, Vec<Problem>)) -> AddedFile {
    AddedFile {
        refused,
        ..AddedFile::at(path)
    }
}

fn report(open: &OpenProject, mut file: AddedFile) -> Result<FileReport, Problem> {
    let said = file
        .refused
        .iter_mut()
        .map(|problem| &mut problem.arguments);
    for arguments in said.chain(file.notes.iter_mut().map(|note| &mut note.arguments)) {
        name_briefly(arguments, &file.path);
    }
    let added = file.added.into_iter().map(|article| AddedView {
        id: article.id,
        title: article.title,
    });
    let duplicates = file.duplicates.into_iter().map(|article| {
        Ok(NotAddedView {
            title: article.title,
            row: article.row,
            same: duplicate(open, article.id)?,
        })
    });
    Ok(FileReport {
        path: file.path.display().to_string(),
        added: added.collect(),
        duplicates: duplicates.collect::<Result<_, Problem>>()?,
        refused: file.refused,
        notes: file.notes,
    })
}

/// Asks for a place and writes a report there.
pub fn save_report(app: &mut App, request: SaveReport) -> Result<Option<Message>, Problem> {
    let suggested = app.home.documents.join("added-files.txt");
    let Some(path) = app.dialogs.export(&suggested, "txt") else {
        return Ok(None);
    };
    write_whole(&path, request.text.as_bytes())?;
    let path = path.display().to_string();
    Ok(Some(message("said-report-saved").with("path", path)))
}
