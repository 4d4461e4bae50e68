//! Exports and imports through the window.

use crate::app::App;
use crate::commands::request::{Export, Nothing};
use crate::problem::Problem;
use crate::transfer::{
    Manner, Selection, counted, export_project, import_files, loss_message, said_exported,
};
use crate::view::{self, message};
use crate::wire::TransferReport;
use postil_formats::option::Options;
use postil_formats::{Format, Place, jsonl};

/// Asks for a place and writes all articles of the project there.
pub fn export(app: &mut App, request: Export) -> Result<Option<TransferReport>, Problem> {
    let Some(format) = Format::by_id(&request.format) else {
        return Err(Problem::internal(format!("no format {}", request.format)));
    };
    let said = said_exported(format);
    let extension = match format.place {
        // What a file dialog gives a name without one.
        Place::Files => format.main().rsplit('.').next().unwrap_or_default(),
        Place::Folder => "",
    };
    let suggested = app.opened()?.project.path().with_extension(extension);
    let Some(path) = app.dialogs.export(&suggested, extension) else {
        return Ok(None);
    };
    let open = app.opened()?;
    let exported = export_project(
        &open.project,
        format,
        &Options::default(),
        &path,
        &Selection::default(),
    )?;
    Ok(Some(TransferReport {
        files: exported
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        articles: exported.articles,
        spans: exported.spans,
        links: exported.links,
        notes: exported.losses.iter().map(loss_message).collect(),
        message: message(said)
            .count("articles", exported.articles)
            .count("spans", exported.spans)
            .count("links", exported.links),
        documents: None,
        history: open.history()?,
    }))
}

/// Asks for JSONL files and reads them.
pub fn import(app: &mut App, _: Nothing) -> Result<Option<TransferReport>, Problem> {
    let folder = app.home.documents.clone();
    let Some(paths) = app.dialogs.import(&folder, "jsonl") else {
        return Ok(None);
    };
    let now = app.environment.now();
    let open = app.opened()?;
    // An import may bring a scheme, and layers of the article on screen.
    open.article = None;
    let imported = import_files(&mut open.project, &Manner::of(&jsonl::ROW), &paths, now)?;
    open.read_scheme()?;
    let mut notes = imported.notes;
    notes.extend(imported.losses.iter().map(loss_message));
    notes.extend(
        imported
            .duplicates
            .iter()
            .map(|(title, _)| message("said-duplicate").with("title", title.clone())),
    );
    let articles = counted(imported.added.len());
    Ok(Some(TransferReport {
        files: imported
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect(),
        articles,
        spans: imported.spans,
        links: imported.links,
        notes,
        message: message("said-imported")
            .count("articles", articles)
            .count("spans", imported.spans)
            .count("links", imported.links),
        documents: Some(view::document_rows(open)?),
        history: open.history()?,
    }))
}
