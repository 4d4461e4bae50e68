//! The spans and links of an open article, as rows.

use super::{link_view, span_view};
use crate::open_article::OpenArticle;
use crate::problem::Problem;
use crate::wire::{LinkRows, SpanRows};
use postil_core::id::EntityId;
use postil_core::link::{Link, Target};
use postil_core::span::Span;
use std::cmp::Reverse;

/// What the window takes for no entity; no row of the database has it.
const NONE: u32 = 0;

/// The spans in text order.
pub fn span_rows(article: &OpenArticle) -> Result<SpanRows, Problem> {
    let mut spans: Vec<&Span> = article.annotations.spans().collect();
    spans.sort_by_key(|span| {
        let hull = span.hull();
        (hull.start, Reverse(hull.end), span.id)
    });
    let mut rows = SpanRows::default();
    for span in spans {
        if !is_plain_span(article, span) {
            rows.others.push(span_view(article, span)?);
            continue;
        }
        let range = article.range(span.hull())?;
        let label = place(&mut rows.labels, &span.label)?;
        rows.plain.extend([
            span.id.0,
            label,
            range.start.0,
            range.end.0,
            entity(span.entity),
        ]);
    }
    Ok(rows)
}

/// The links.
pub fn link_rows(article: &OpenArticle) -> Result<LinkRows, Problem> {
    let mut rows = LinkRows::default();
    let mut plain = Vec::new();
    for link in article.annotations.links() {
        match plain_target(link) {
            Some((span, entity)) => {
                let kind = place(&mut rows.kinds, &link.kind)?;
                plain.push((link.head.0, [link.id.0, kind, link.head.0, span, entity]));
            }
            None => rows.others.push(link_view(link)),
        }
    }
    plain.sort_by_key(|(head, [id, ..])| (*head, *id));
    rows.plain = plain.into_iter().flat_map(|(_, row)| row).collect();
    Ok(rows)
}

fn is_plain_span(article: &OpenArticle, span: &Span) -> bool {
    span.fragments.len() == 1
        && span.attributes.is_empty()
        && span.note.is_empty()
        && span.flags.is_empty()
        && article.open_question(span.id).is_none()
        && is_told(span.id.0, span.entity)
}

/// The span that a plain link points to, and the entity or `NONE`.
fn plain_target(link: &Link) -> Option<(u32, u32)> {
    match link.target {
        Target::Mention { span, entity: of }
            if link.attributes.is_empty()
                && link.note.is_empty()
                && !link.by_rule
                && is_told(link.id.0, of) =>
        {
            Some((span.0, entity(of)))
        }
        _ => None,
    }
}

/// A file made by hand may hold rows numbered 0: those cannot be told from none.
const fn is_told(id: u32, entity: Option<EntityId>) -> bool {
    id != NONE && !matches!(entity, Some(EntityId(NONE)))
}

fn entity(entity: Option<EntityId>) -> u32 {
    entity.map_or(NONE, |entity| entity.0)
}

/// The place of a name in a list where each stands once; a scheme has few.
fn place(names: &mut Vec<String>, name: &str) -> Result<u32, Problem> {
    let at = names
        .iter()
        .position(|known| known == name)
        .unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        });
    u32::try_from(at).map_err(|_| Problem::internal("more names than a number holds"))
}
