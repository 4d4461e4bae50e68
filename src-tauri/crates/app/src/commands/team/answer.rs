//! Answering a question: the decision goes into the scheme.

use super::worded;
use crate::app::{App, Outcome};
use crate::commands::request::AnswerQuestion;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Edited;
use postil_core::question::{Answer, Question, Subject};
use postil_core::scheme::{Decision, Other};

/// Answers a question with a dated decision about a label, an attribute or a
/// value, which begins a version of the scheme. An answer that is there is
/// not written over: another question is asked instead.
pub fn answer_question(app: &mut App, request: AnswerQuestion) -> Result<Edited, Problem> {
    let text = worded(&request.text)?;
    if text.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-empty-answer"));
    }
    let now = app.environment.now();
    let open = app.opened()?;
    let question = open.project.question(request.question)?;
    if !question.is_open() {
        return Err(Problem::new(Code::Stale, "problem-answered-already"));
    }
    let document = open.project.layer(question.layer)?.document;
    let date = open.project.day(now)?;
    let subject = Subject {
        label: request.subject.label,
        link: request.subject.link,
        attribute: request.subject.attribute,
        value: request.subject.value,
    };
    app.edit("step-answer", document, |session| {
        let mut stored = session.edits.current_scheme()?;
        let mut scheme = session.scheme.clone();
        let version = stored.version.max(scheme.version).saturating_add(1);
        let titles = subject.titles(&scheme);
        subject
            .decisions(&mut scheme)
            .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-subject"))?
            .push(Decision {
                date,
                text: text.clone(),
                version,
                other: Other::new(),
            });
        scheme.version = version;
        stored.version = version;
        stored.json = serde_json::to_string_pretty(&scheme).map_err(Problem::internal)?;
        session.edits.update_scheme(&stored)?;
        session.put_question(Question {
            answer: Some(Answer {
                text,
                at: now,
                by: session.annotator,
                subject,
                scheme_version: version,
            }),
            ..question
        })?;
        Ok(Outcome {
            message: message("said-answered").with("subject", titles.join(" · ")),
            current: None,
            active: None,
            caret: None,
        })
    })
}
