//! The article on screen: its text, language, zones and status.

mod answer;

pub use answer::set_answer;

use crate::app::{App, OpenProject, Outcome};
use crate::commands::listing::unfinished_after;
use crate::commands::request::{OfDocument, SetDone};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{ArticleView, Comparison, Edited, Message};
use postil_core::id::DocumentId;
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
    // Before the edit: an article that is done may leave the list.
    let after = match request.done {
        true => Some(unfinished_after(app.opened()?, request.document)?),
        false => None,
    };
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
        Ok(Outcome {
            message: message("said-reopened"),
            current: None,
            active: None,
            caret: None,
        })
    })?;
    if let Some((listed, others)) = after {
        edited.next = listed.first().copied();
        edited.message = where_to(app.opened()?, edited.next, others)?;
    }
    Ok(edited)
}

/// What is said of an article that is done: where it goes on.
fn where_to(
    open: &OpenProject,
    next: Option<DocumentId>,
    others: usize,
) -> Result<Message, Problem> {
    Ok(match (next, others) {
        (Some(next), _) => {
            message("said-done-next").with("title", open.project.document(next)?.title)
        }
        (None, 0) => message("said-done-all"),
        (None, others) => {
            message("said-done-listed").count("count", u32::try_from(others).unwrap_or(u32::MAX))
        }
    })
}

/// Compares a practice article with its reference.
pub fn compare_practice(app: &mut App, request: OfDocument) -> Result<Comparison, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    crate::practice::compare(open, request.document)
}
