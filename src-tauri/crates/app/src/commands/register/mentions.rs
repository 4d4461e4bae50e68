//! Where an entity is mentioned, and mentions that go to another one.

use crate::app::{App, OpenProject};
use crate::commands::annotate::{around_within, short};
use crate::commands::request::{AskMentions, JoinSame, OfSpan, SplitEntity};
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Edited, MentionPage, MentionView, RegisterEdited};
use postil_core::id::{DocumentId, SpanId};
use postil_core::layer::LayerKind;
use postil_core::scheme::Role;
use postil_core::span::Span;
use postil_core::text::Text;
use postil_store::Mention;

/// The most mentions of one answer.
const ROWS: u32 = 50;

/// How much of the sentence is shown on either side, in code points.
const CONTEXT: u32 = 90;

/// Where an entity is mentioned, in all articles.
pub fn mentions(app: &mut App, request: AskMentions) -> Result<MentionPage, Problem> {
    let open = app.opened()?;
    let entity = open.project.standing_entity(request.entity)?;
    let total = open.project.mention_counts(&[entity.id])?;
    let found = open
        .project
        .mentions(entity.id, request.offset, request.limit.min(ROWS))?;
    let mut rows = Vec::with_capacity(found.len());
    let mut read: Option<(DocumentId, Text)> = None;
    for mention in found {
        let on_screen = open
            .article
            .as_ref()
            .filter(|article| article.document == mention.document);
        let text = match (on_screen, &read) {
            (Some(article), _) => &article.text,
            (None, Some((document, text))) if *document == mention.document => text,
            (None, _) => {
                let text = Text::new(open.project.text(mention.document)?);
                &read.insert((mention.document, text)).1
            }
        };
        rows.push(shown(open, text, mention)?);
    }
    Ok(MentionPage {
        total: total.first().copied().unwrap_or(0),
        rows,
    })
}

fn shown(open: &OpenProject, text: &Text, mention: Mention) -> Result<MentionView, Problem> {
    let span = open.project.span(mention.span)?;
    let hull = span.hull();
    let sentence = text.sentence_at(hull.start).unwrap_or(hull).hull(hull);
    let (before, after) = around_within(text, hull, sentence, CONTEXT);
    let range = text
        .to_utf16_extent(hull)
        .ok_or_else(|| Problem::internal(format!("no text at {hull}")))?;
    Ok(MentionView {
        span: mention.span,
        document: mention.document,
        title: mention.title,
        range: range.into(),
        before,
        quote: short(&span.quote()),
        after,
        own: mention.annotator == open.annotator.id && mention.kind == LayerKind::Annotation,
        annotator: mention.annotator_name,
    })
}

/// Gives mentions to a new entity, in one step. Only the person at this
/// computer's own: what others have marked is theirs.
pub fn split_entity(app: &mut App, request: SplitEntity) -> Result<RegisterEdited, Problem> {
    let open = app.opened()?;
    let entity = open.project.standing_entity(request.entity)?;
    if request.spans.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-no-mention-chosen"));
    }
    for span in &request.spans {
        let span = open.project.span(*span)?;
        let layer = open.project.layer(span.layer)?;
        if layer.annotator != open.annotator.id || layer.kind != LayerKind::Annotation {
            return Err(Problem::new(Code::Invalid, "problem-mention-of-others"));
        }
        let named = span.entity.map(|id| open.project.standing_entity(id));
        if named.transpose()?.map(|named| named.id) != Some(entity.id) {
            return Err(Problem::new(Code::Stale, "problem-gone"));
        }
    }
    let (made, edited) = app.edit_register("step-entity-split", |register| {
        let new = register.new_entity(&request.kind, &request.name)?;
        let said = message("said-entity-split")
            .with("name", new.name.clone())
            .with("old", entity.name.clone())
            .count(
                "mentions",
                u32::try_from(request.spans.len()).unwrap_or(u32::MAX),
            );
        Ok((register.edits.split_entity(&request.spans, new)?, said))
    })?;
    Ok(RegisterEdited {
        edited,
        entity: Some(made),
    })
}

/// How many other mentions of the same words in the article have no entity.
pub fn same_without_entity(app: &mut App, request: OfSpan) -> Result<u32, Problem> {
    let open = app.opened()?;
    let actors_and_places = named_labels(open);
    let article = open.article(request.document)?;
    let span = article.annotations.span(request.span);
    let span = span.ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?;
    let same = same(article.annotations.spans(), span, &actors_and_places);
    Ok(u32::try_from(same.len()).unwrap_or(u32::MAX))
}

/// Joins the other mentions of the same words, in one step.
pub fn join_same(app: &mut App, request: JoinSame) -> Result<Edited, Problem> {
    let labels = named_labels(app.opened()?);
    app.edit("step-entity", request.document, |session| {
        let span = session.span(request.span)?;
        let Some(entity) = span.entity else {
            return Err(Problem::new(Code::Invalid, "problem-no-entity-to-join"));
        };
        let name = session.edits.standing_entity(entity)?.name;
        let same = same(session.article.annotations.spans(), &span, &labels);
        if same.is_empty() {
            return Err(Problem::new(Code::NotFound, "problem-nothing-to-join")
                .with("quote", short(&span.quote())));
        }
        for id in &same {
            session.join(*id, Some(entity))?;
        }
        let said = message("said-entity-joined")
            .with("quote", short(&span.quote()))
            .with("name", name)
            .count("count", u32::try_from(same.len()).unwrap_or(u32::MAX));
        Ok(crate::commands::annotate::staying(span.id, None, said))
    })
}

/// Labels of those who are named.
fn named_labels(open: &OpenProject) -> Vec<String> {
    [Role::Actor, Role::Place]
        .into_iter()
        .flat_map(|role| {
            open.scheme
                .labels
                .iter()
                .filter(move |label| label.role == role)
        })
        .map(|label| label.id.clone())
        .collect()
}

/// Mentions that say the same as one and have no entity, in text order.
pub(in crate::commands) fn same<'a>(
    spans: impl Iterator<Item = &'a Span>,
    one: &Span,
    labels: &[String],
) -> Vec<SpanId> {
    let quote = one.quote();
    let mut found: Vec<&Span> = spans
        .filter(|span| span.id != one.id && span.entity.is_none())
        .filter(|span| labels.contains(&span.label) && span.quote() == quote)
        .collect();
    found.sort_by_key(|span| span.hull().start);
    found.into_iter().map(|span| span.id).collect()
}
