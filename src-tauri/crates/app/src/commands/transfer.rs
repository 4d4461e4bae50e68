//! Exports and imports through the window.

use crate::app::App;
use crate::commands::request::{Export, Nothing};
use crate::problem::Problem;
use crate::wire::TransferReport;

/// Asks for a place and writes the project's articles there.
pub fn export(app: &mut App, request: Export) -> Result<Option<TransferReport>, Problem> {
    let suggested = app.opened()?.project.path().with_extension("");
    let Some(path) = app.dialogs.export(&suggested, &request.format) else { return Ok(None) };
    let _ = path;
    Err(Problem::internal("not wired"))
}

/// Asks for JSONL files and reads them.
pub fn import(app: &mut App, _: Nothing) -> Result<Option<TransferReport>, Problem> {
    let folder = app.home.documents.clone();
    let Some(paths) = app.dialogs.import(&folder, "jsonl") else { return Ok(None) };
    let _ = paths;
    Err(Problem::internal("not wired"))
}
