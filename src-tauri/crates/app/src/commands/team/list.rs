//! The questions of all articles.

use super::review::{Texts, marked};
use crate::app::{App, OpenProject};
use crate::commands::request::Nothing;
use crate::problem::Problem;
use crate::wire::{AnswerView, QuestionView};
use postil_core::id::AnnotatorId;
use postil_core::question::{Answer, Question};
use std::collections::HashMap;

/// All questions: open ones first, the oldest first; then answered ones, the
/// latest answer first.
pub fn questions(app: &mut App, _: Nothing) -> Result<Vec<QuestionView>, Problem> {
    let open = app.opened()?;
    let mut asked: Vec<Question> = open
        .project
        .questions()?
        .into_iter()
        .map(|(question, _)| question)
        .collect();
    asked.sort_by_key(|question| question.answer.as_ref().map(|answer| -answer.at));
    let names: HashMap<AnnotatorId, String> = open
        .project
        .annotators()?
        .into_iter()
        .map(|annotator| (annotator.id, annotator.name))
        .collect();
    let mut texts = Texts::default();
    asked
        .into_iter()
        .map(|question| {
            Ok(QuestionView {
                id: question.id,
                marked: marked(open, &mut texts, question.span)?,
                text: question.text,
                asked_by: names.get(&question.asked_by).cloned().unwrap_or_default(),
                asked_on: open.project.day(question.asked_at)?,
                answer: question
                    .answer
                    .map(|answer| answered(open, &names, answer))
                    .transpose()?,
            })
        })
        .collect()
}

fn answered(
    open: &OpenProject,
    names: &HashMap<AnnotatorId, String>,
    answer: Answer,
) -> Result<AnswerView, Problem> {
    let label = &answer.subject.label;
    Ok(AnswerView {
        before: open.project.count_marked_before(
            open.annotator.id,
            label,
            answer.scheme_version,
        )?,
        label: label.clone(),
        subject: answer.subject.titles(&open.scheme),
        by: names.get(&answer.by).cloned().unwrap_or_default(),
        on: open.project.day(answer.at)?,
        version: answer.scheme_version,
        text: answer.text,
    })
}
