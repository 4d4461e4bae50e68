//! What is answered about an article as a whole.

use crate::app::{App, Outcome};
use crate::commands::annotate::give;
use crate::commands::request::SetAnswer;
use crate::problem::{Code, Problem};
use crate::wire::Edited;
use postil_core::scheme::Owner;

/// Answers one of the scheme's questions about the article, or takes the
/// answer back.
pub fn set_answer(app: &mut App, request: SetAnswer) -> Result<Edited, Problem> {
    app.edit("step-article-answer", request.document, |session| {
        let kind = session.scheme.attribute(Owner::Article, &request.attribute);
        let kind = kind.ok_or_else(|| Problem::new(Code::NotFound, "problem-gone"))?;
        session.layer()?;
        let layer = session.article.layer.clone();
        let mut layer = layer.ok_or_else(|| Problem::internal("no layer"))?;
        let said = give(&mut layer.answers, kind, request.value)?;
        session.edits.update_layer(&layer)?;
        session.article.layer = Some(layer);
        Ok(Outcome {
            message: said,
            current: None,
            active: None,
            caret: None,
        })
    })
}
