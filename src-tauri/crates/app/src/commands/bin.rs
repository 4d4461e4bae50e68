//! The bin, and emptying it: the one thing that cannot be undone.

use crate::app::App;
use crate::commands::request::Nothing;
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{BinRow, Edited, Patch};
use postil_core::id::DocumentId;
use postil_core::layer::LayerKind;
use postil_core::scheme::Role;
use postil_store::{DocumentFilter, Viewer};
use std::cmp::Reverse;

/// The articles in the bin, the latest first.
pub fn bin(app: &mut App, _: Nothing) -> Result<Vec<BinRow>, Problem> {
    let open = app.opened()?;
    let statement = open.scheme.label_with_role(Role::Statement);
    let filter = DocumentFilter {
        in_bin: true,
        viewer: Some(Viewer {
            annotator: open.annotator.id,
            kind: LayerKind::Annotation,
        }),
        labels: statement
            .map(|label| label.id.clone())
            .into_iter()
            .collect(),
        limit: None,
        offset: 0,
    };
    let mut found = open.project.documents(&filter)?;
    found.sort_by_key(|row| Reverse(row.document.removed_at));
    let row = |row: postil_store::DocumentSummary| BinRow {
        id: row.document.id,
        title: row.document.title,
        language: row.language.unwrap_or_else(|| "und".to_owned()),
        claims: row.statements,
    };
    Ok(found.into_iter().map(row).collect())
}

/// Deletes the articles in the bin for good.
pub fn empty_bin(app: &mut App, _: Nothing) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    let deleted = open.project.empty_bin(now)?;
    if deleted == 0 {
        return Err(Problem::new(Code::NotFound, "problem-bin-empty"));
    }
    let on_screen = open.article.as_ref().map(|article| article.document);
    let gone = match on_screen {
        Some(document) => view::document_row(open, document).is_err(),
        None => false,
    };
    if gone {
        open.article = None;
    }
    let deleted = u32::try_from(deleted).unwrap_or(u32::MAX);
    Ok(Edited {
        document: on_screen.unwrap_or(DocumentId::UNSTORED),
        patch: Patch::default(),
        current: None,
        active: None,
        caret: None,
        message: message("said-bin-emptied").count("count", deleted),
        history: open.history()?,
        rows: Vec::new(),
        list: None,
        removed_rows: Vec::new(),
        next: None,
        scheme: None,
    })
}
