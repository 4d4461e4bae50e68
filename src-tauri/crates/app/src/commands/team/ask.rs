//! Asking, changing and withdrawing a question.

use super::worded;
use crate::app::{App, Outcome};
use crate::commands::annotate::short;
use crate::commands::request::AskQuestion;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Edited;
use postil_core::id::QuestionId;
use postil_core::question::Question;
use postil_core::scheme::Role;

/// Asks a question about a span. If one is open it gets the new words, and
/// with no words it is withdrawn.
pub fn ask_question(app: &mut App, request: AskQuestion) -> Result<Edited, Problem> {
    let text = worded(&request.text)?;
    let now = app.environment.now();
    app.edit("step-question", request.document, |session| {
        let span = session.span(request.span)?;
        let layer = session.layer()?;
        let open = session.article.open_question(span.id).cloned();
        let said = match (open, text.is_empty()) {
            (None, true) => return Err(Problem::new(Code::Invalid, "problem-empty-question")),
            (None, false) => {
                let question = Question {
                    id: QuestionId::UNSTORED,
                    uid: session.environment.uid(),
                    layer,
                    span: span.id,
                    text,
                    asked_at: now,
                    asked_by: session.annotator,
                    answer: None,
                };
                session.ask(question)?;
                "said-question"
            }
            (Some(open), false) => {
                session.put_question(Question { text, ..open })?;
                "said-question-changed"
            }
            (Some(open), true) => {
                session.withdraw(open.id)?;
                "said-question-withdrawn"
            }
        };
        let statement = session.scheme.role(&span.label) == Role::Statement;
        Ok(Outcome {
            message: message(said).with("quote", short(&span.quote())),
            current: Some(span.id),
            active: statement.then_some(span.id),
            caret: None,
        })
    })
}
