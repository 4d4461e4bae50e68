//! What is answered about an article as a whole.

use crate::app::{App, Outcome};
use crate::commands::annotate::{checked, shown};
use crate::commands::request::SetAnswer;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Edited;
use postil_core::attribute::Attribute;
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
        let title = if kind.title.is_empty() {
            kind.id.clone()
        } else {
            kind.title.clone()
        };
        let said = match request.value {
            Some(value) => {
                let value = checked(kind, value)?;
                let shown = shown(kind, &value);
                let answer = Attribute::by_hand(value);
                layer.answers.insert(kind.id.clone(), answer);
                message("said-value")
                    .with("attribute", title)
                    .with("value", shown)
            }
            None => {
                layer.answers.remove(&kind.id);
                message("said-value-emptied").with("attribute", title)
            }
        };
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
