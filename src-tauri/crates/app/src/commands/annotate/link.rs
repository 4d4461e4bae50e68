//! Values and notes of a link. What a person says of a link makes it theirs:
//! a rule takes it back no more.

use super::staying;
use super::value::give;
use crate::app::{App, Outcome};
use crate::commands::request::{OfLink, SetLinkNote, SetLinkValue};
use crate::problem::{Code, Problem};
use crate::session::Session;
use crate::view::message;
use crate::wire::{Edited, Message};
use postil_core::id::LinkId;
use postil_core::link::Link;

/// Sets, confirms or empties a value of a link.
pub fn set_link_value(app: &mut App, request: SetLinkValue) -> Result<Edited, Problem> {
    app.edit("step-link-value", request.document, |session| {
        let mut link = link(session, request.link)?;
        let kind = session.scheme.link(&link.kind).and_then(|kind| {
            kind.attributes
                .iter()
                .find(|one| one.id == request.attribute)
        });
        let kind =
            kind.ok_or_else(|| Problem::internal(format!("no attribute {}", request.attribute)))?;
        let said = give(&mut link.attributes, kind, request.value)?;
        taken_over(session, link, said)
    })
}

/// Sets the note of a link.
pub fn set_link_note(app: &mut App, request: SetLinkNote) -> Result<Edited, Problem> {
    app.edit("step-note", request.document, |session| {
        let mut link = link(session, request.link)?;
        request.note.trim().clone_into(&mut link.note);
        let said = message(if link.note.is_empty() {
            "said-note-gone"
        } else {
            "said-note"
        });
        taken_over(session, link, said)
    })
}

/// Takes over what a rule filled.
pub fn confirm_link(app: &mut App, request: OfLink) -> Result<Edited, Problem> {
    app.edit("step-confirm-link", request.document, |session| {
        let link = link(session, request.link)?;
        let slot = session
            .scheme
            .link(&link.kind)
            .map_or_else(String::new, |kind| kind.title.clone());
        let said = message("said-link-taken-over").with("slot", slot);
        taken_over(session, link, said)
    })
}

fn link(session: &mut Session<'_, '_>, id: LinkId) -> Result<Link, Problem> {
    // An article that is done refuses.
    session.layer()?;
    let there = session.article.annotations.link(id).cloned();
    there.ok_or_else(|| Problem::new(Code::NotFound, "problem-gone"))
}

fn taken_over(
    session: &mut Session<'_, '_>,
    link: Link,
    said: Message,
) -> Result<Outcome, Problem> {
    let (head, kind) = (link.head, link.kind.clone());
    session.retarget(Link {
        by_rule: false,
        ..link
    })?;
    let source = session.scheme.source_link();
    if source.is_some_and(|source| source.id == kind) {
        session.source_changed(head)?;
    }
    Ok(staying(head, None, said))
}
