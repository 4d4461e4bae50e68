//! Questions for the team while an article is edited: the flag of their span
//! is kept by the project, and memory follows it.

use super::Session;
use crate::problem::Problem;
use postil_core::id::{QuestionId, SpanId};
use postil_core::question::Question;

impl Session<'_, '_> {
    /// Asks a question.
    pub fn ask(&mut self, mut question: Question) -> Result<(), Problem> {
        question.id = self.edits.insert_question(question.clone())?;
        let span = question.span;
        self.article.questions.insert(question.id, question);
        self.reread(span)
    }

    /// Writes a question that differs from the stored one. Those of others
    /// are not in memory.
    pub fn put_question(&mut self, question: Question) -> Result<(), Problem> {
        self.edits.update_question(&question)?;
        let span = question.span;
        let moved = self.article.questions.get_mut(&question.id).map(|known| {
            let before = known.span;
            *known = question;
            before
        });
        if let Some(before) = moved.filter(|before| *before != span) {
            self.reread(before)?;
        }
        self.reread(span)
    }

    /// Withdraws a question.
    pub fn withdraw(&mut self, id: QuestionId) -> Result<(), Problem> {
        let span = self.edits.question(id)?.span;
        self.edits.delete_question(id)?;
        self.article.questions.remove(&id);
        self.reread(span)
    }

    /// Lets the questions about one span be about another.
    pub fn hand_questions(&mut self, from: SpanId, to: SpanId) -> Result<(), Problem> {
        let moving: Vec<Question> = self
            .article
            .questions
            .values()
            .filter(|question| question.span == from)
            .cloned()
            .collect();
        for question in moving {
            self.put_question(Question {
                span: to,
                ..question
            })?;
        }
        Ok(())
    }

    fn reread(&mut self, span: SpanId) -> Result<(), Problem> {
        if self.article.annotations.span(span).is_some() {
            let stored = self.edits.span(span)?;
            self.article.annotations.put_span(stored);
        }
        Ok(())
    }
}
