//! Saying who a mention is.

use super::Session;
use crate::problem::Problem;
use postil_core::id::{EntityId, SpanId};
use postil_core::link::{Link, Target};

impl Session<'_, '_> {
    /// Joins a mention to an entity, or parts it from one; links to the
    /// mention keep in step.
    pub fn join(&mut self, mention: SpanId, entity: Option<EntityId>) -> Result<(), Problem> {
        let mut span = self.span(mention)?;
        span.entity = entity;
        self.change(span)?;
        let links: Vec<Link> = self
            .article
            .annotations
            .links_to(mention)
            .cloned()
            .collect();
        for link in links {
            self.retarget(Link {
                target: Target::Mention {
                    span: mention,
                    entity,
                },
                ..link
            })?;
        }
        Ok(())
    }
}
