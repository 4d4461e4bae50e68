//! Questions for the team: a span carries the flag while one about it is open.

use super::Edits;
use crate::error::StoreError;
use crate::table::{Stored, question};
use postil_core::id::{QuestionId, SpanId};
use postil_core::question::Question;
use postil_core::span::{Flag, Span};

impl Edits<'_> {
    /// A question.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn question(&self, id: QuestionId) -> Result<Question, StoreError> {
        Question::require(self.connection, id.0)
    }

    /// The questions about a span, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn questions_of(&self, span: SpanId) -> Result<Vec<Question>, StoreError> {
        question::of_span(self.connection, span)
    }

    /// Asks a question; its id is given by the store, its span is flagged.
    ///
    /// # Errors
    /// [`StoreError::Invalid`] if it is empty or its span lies in another layer.
    pub fn insert_question(&mut self, question: Question) -> Result<QuestionId, StoreError> {
        let span = question.span;
        let id = self.insert(question)?;
        self.flag(span)?;
        Ok(QuestionId(id))
    }

    /// Writes a question that is there, also one that has moved to another
    /// span of its layer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] or [`StoreError::Invalid`].
    pub fn update_question(&mut self, question: &Question) -> Result<(), StoreError> {
        let before = self.question(question.id)?;
        self.update(question)?;
        if before.span != question.span {
            self.flag(before.span)?;
        }
        self.flag(question.span)
    }

    /// Withdraws a question.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn delete_question(&mut self, id: QuestionId) -> Result<(), StoreError> {
        let before = self.question(id)?;
        self.delete::<Question>(id.0)?;
        self.flag(before.span)
    }

    fn flag(&mut self, id: SpanId) -> Result<(), StoreError> {
        let mut span = Span::require(self.connection, id.0)?;
        let open = self.questions_of(id)?.iter().any(Question::is_open);
        if open {
            span.flags.insert(Flag::Question);
        } else {
            span.flags.remove(&Flag::Question);
        }
        self.update(&span)
    }
}
