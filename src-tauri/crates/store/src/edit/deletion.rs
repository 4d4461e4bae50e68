//! Deleting a span, and what becomes of its links.

use super::Edits;
use crate::error::StoreError;
use postil_core::id::SpanId;
use postil_core::link::{Link, Target};
use postil_core::question::Question;
use postil_core::span::Span;

impl Edits<'_> {
    /// Deletes a span, the questions about it and the links that start from it. Links that point to it
    /// keep its entity in their slot if it has one, and are deleted if not.
    /// Answers how many links were deleted.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn delete_span(&mut self, id: SpanId) -> Result<usize, StoreError> {
        let span = self.span(id)?;
        let mut deleted = 0;
        for link in self.links_of(id)? {
            self.delete::<Link>(link.id.0)?;
            deleted += 1;
        }
        for mut link in self.links_to(id)? {
            let kept = link.target.entity().or(span.entity).map(Target::Entity);
            match kept {
                Some(target) if !self.has_link(&link, target)? => {
                    link.target = target;
                    self.update(&link)?;
                }
                _ => {
                    self.delete::<Link>(link.id.0)?;
                    deleted += 1;
                }
            }
        }
        for question in self.questions_of(id)? {
            self.delete::<Question>(question.id.0)?;
        }
        self.delete::<Span>(id.0)?;
        Ok(deleted)
    }

    /// Whether another link fills the same slot with the same target.
    fn has_link(&self, link: &Link, target: Target) -> Result<bool, StoreError> {
        let beside = self.links_of(link.head)?;
        Ok(beside
            .iter()
            .any(|other| other.id != link.id && other.kind == link.kind && other.target == target))
    }
}
