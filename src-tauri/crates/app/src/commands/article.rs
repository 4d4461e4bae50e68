//! The article on screen: its text, language, zones and status.

mod answer;

pub use answer::set_answer;

use crate::app::{App, Outcome};
use crate::commands::request::{OfDocument, SetDone};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{ArticleView, Comparison, Edited};
use postil_core::layer::{Layer, LayerStatus};

/// Opens an article.
pub fn open_article(app: &mut App, request: OfDocument) -> Result<ArticleView, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    let article = open
        .article
        .as_ref()
        .ok_or_else(|| Problem::internal("no article"))?;
    view::article_view(article, &open.project)
}

/// Marks an article done or open again; done names the next unfinished.
pub fn set_done(app: &mut App, request: SetDone) -> Result<Edited, Problem> {
    if request.done && !request.anyway {
        let open = super::check::unfinished(app.opened()?, request.document)?;
        if open > 0 {
            return Err(Problem::new(Code::Invalid, "article-unfinished").count("count", open));
        }
    }
    let mut edited = app.edit("step-done", request.document, |session| {
        // A done layer is read-only for marks, not for being reopened.
        let status = if request.done {
            LayerStatus::Done
        } else {
            LayerStatus::Started
        };
        let layer = match &session.article.layer {
            Some(layer) => layer.clone(),
            None => {
                session.layer()?;
                let made = session.article.layer.clone();
                made.ok_or_else(|| Problem::internal("no layer"))?
            }
        };
        let changed = Layer { status, ..layer };
        session.edits.update_layer(&changed)?;
        session.article.layer = Some(changed);
        let said = message(if request.done {
            "said-done"
        } else {
            "said-reopened"
        });
        Ok(Outcome {
            message: said,
            current: None,
            active: None,
            caret: None,
        })
    })?;
    if request.done {
        let rows = view::document_rows(app.opened()?)?;
        let here = rows
            .iter()
            .position(|row| row.id == request.document)
            .unwrap_or(0);
        let (earlier, later) = rows.split_at(here);
        edited.next = later
            .iter()
            .chain(earlier)
            .find(|row| row.status != LayerStatus::Done && row.id != request.document)
            .map(|row| row.id);
    }
    Ok(edited)
}

/// Compares a practice article with its reference.
pub fn compare_practice(app: &mut App, request: OfDocument) -> Result<Comparison, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    crate::practice::compare(open, request.document)
}
