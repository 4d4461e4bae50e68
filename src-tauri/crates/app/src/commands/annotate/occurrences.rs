//! A mention wherever else it stands.

use super::{around, short, staying};
use crate::app::App;
use crate::commands::request::{MarkOccurrences, OfSpan};
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Edited, OccurrenceView};
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::{DocumentId, SpanId};
use postil_core::span::Span;
use postil_core::take;
use postil_core::text::Extent;

/// The other places where the words of a span stand as whole words, outside
/// of skip zones and not marked with its label.
pub fn occurrences(app: &mut App, request: OfSpan) -> Result<Vec<OccurrenceView>, Problem> {
    let skipped = skipped(app, request.document)?;
    let article = app.opened()?.article(request.document)?;
    let span = of_one_fragment(article, request.span)?;
    take::elsewhere(&article.text, &article.annotations, &span, &skipped)
        .into_iter()
        .map(|found| shown(article, found))
        .collect()
}

/// Marks occurrences with the label and the entity of their span; values are
/// left to the rules, because they follow from where words stand.
pub fn mark_occurrences(app: &mut App, request: MarkOccurrences) -> Result<Edited, Problem> {
    let skipped = skipped(app, request.document)?;
    app.edit("step-occurrences", request.document, |session| {
        let span = of_one_fragment(session.article, request.span)?;
        let offered = take::elsewhere(
            &session.article.text,
            &session.article.annotations,
            &span,
            &skipped,
        );
        let mut count = 0u32;
        for range in request.ranges {
            let extent = session.article.extent(range)?;
            if !offered.contains(&extent) {
                return Err(Problem::new(Code::Stale, "problem-occurrence-gone"));
            }
            let (_, made) = session.mark(&span.label, vec![extent], span.entity)?;
            count = count.saturating_add(u32::from(made));
        }
        if count == 0 {
            return Err(Problem::new(Code::Invalid, "problem-no-occurrence"));
        }
        let label = session
            .scheme
            .label(&span.label)
            .map_or_else(|| span.label.clone(), |label| label.title.clone());
        let said = message("said-occurrences")
            .with("label", label)
            .with("quote", short(&span.quote()))
            .count("count", count);
        Ok(staying(span.id, None, said))
    })
}

fn of_one_fragment(article: &OpenArticle, id: SpanId) -> Result<Span, Problem> {
    let span = article
        .annotations
        .span(id)
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-span-gone"))?;
    if span.fragments.len() == 1 {
        Ok(span.clone())
    } else {
        Err(Problem::new(Code::Invalid, "problem-occurrences-of-pieces"))
    }
}

fn skipped(app: &mut App, document: DocumentId) -> Result<Vec<Extent>, Problem> {
    let zones = app.opened()?.project.zones(document)?;
    Ok(zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Skip && zone.state != ZoneState::Refused)
        .map(Zone::extent)
        .collect())
}

fn shown(article: &OpenArticle, found: Extent) -> Result<OccurrenceView, Problem> {
    let (before, after) = around(&article.text, found);
    Ok(OccurrenceView {
        range: article.range(found)?,
        before,
        after,
    })
}
