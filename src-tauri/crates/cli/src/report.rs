//! Exports and imports as JSON, for programs.

use crate::words;
use postil_app::problem::Problem;
use postil_app::transfer::{Exported, Imported};
use postil_app::wire::Message;
use postil_formats::{Format, Losses};
use postil_store::Project;
use serde_json::{Value, json};

/// What an export wrote; `part` is the name of the part it is, if it is one.
pub fn exported(format: &Format, exported: &Exported, part: Option<&str>) -> Value {
    let files: Vec<String> = exported
        .files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    json!({
        "format": format.id,
        "part": part,
        "files": files,
        "articles": exported.articles,
        "spans": exported.spans,
        "links": exported.links,
        "losses": losses(&exported.losses),
    })
}

/// What an import brought.
///
/// # Errors
/// When the project cannot be read.
pub fn imported(project: &Project, format: &str, imported: &Imported) -> Result<Value, Problem> {
    let mut added = Vec::new();
    for id in &imported.added {
        let document = project.document(*id)?;
        added.push(json!({
            "number": id.0,
            "uid": document.uid.to_string(),
            "title": document.title,
        }));
    }
    let duplicates: Vec<Value> = imported
        .duplicates
        .iter()
        .map(|(title, same)| json!({ "title": title, "number": same.0 }))
        .collect();
    let notes: Vec<Value> = imported.notes.iter().map(said).collect();
    Ok(json!({
        "format": format,
        "added": added,
        "duplicates": duplicates,
        "spans": imported.spans,
        "links": imported.links,
        "losses": losses(&imported.losses),
        "notes": notes,
    }))
}

fn losses(losses: &Losses) -> Value {
    losses
        .iter()
        .map(|loss| {
            json!({ "what": loss.what.id(), "count": loss.count, "examples": loss.examples })
        })
        .collect()
}

fn said(message: &Message) -> Value {
    json!({ "key": message.key, "message": words::message(message) })
}
