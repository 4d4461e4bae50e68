//! A practice article compared with its reference, difference by difference.

use crate::app::OpenProject;
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::{Comparison, Difference, Message};
use postil_core::annotations::Annotations;
use postil_core::id::{DocumentId, SpanId};
use postil_core::layer::LayerKind;
use postil_core::link::{Link, Target};
use postil_core::span::Span;
use postil_core::text::Extent;
use std::collections::BTreeMap;

/// Compares the annotator's layer of an article with its reference: spans by
/// label and fragments, links by kind and ends.
pub fn compare(open: &OpenProject, document: DocumentId) -> Result<Comparison, Problem> {
    let layers = open.project.layers(document)?;
    let reference = layers
        .iter()
        .find(|layer| layer.kind == LayerKind::Reference);
    let reference =
        reference.ok_or_else(|| Problem::new(Code::NotFound, "problem-no-reference"))?;
    let reference = Annotations::new(
        open.project.spans(reference.id)?,
        open.project.links(reference.id)?,
    );
    let article = open
        .article
        .as_ref()
        .filter(|article| article.document == document);
    let article = article.ok_or_else(|| Problem::internal("the article is not open"))?;
    let (right, differences) = differences(&reference, &article.annotations, &|label| {
        open.scheme
            .label(label)
            .map_or_else(|| label.to_owned(), |label| label.title.clone())
    });
    let expected = reference
        .spans()
        .count()
        .saturating_add(reference.links().count());
    Ok(Comparison {
        right,
        expected: u32::try_from(expected).unwrap_or(u32::MAX),
        differences: differences
            .into_iter()
            .map(|(extent, message)| {
                Ok(Difference {
                    message,
                    range: article.range(extent)?,
                })
            })
            .collect::<Result<_, Problem>>()?,
    })
}

fn differences(
    reference: &Annotations,
    own: &Annotations,
    title: &dyn Fn(&str) -> String,
) -> (u32, Vec<(Extent, Message)>) {
    let mut right: u32 = 0;
    let mut found: Vec<(Extent, Message)> = Vec::new();
    // The annotator's span for each of the reference's.
    let mut matched: BTreeMap<SpanId, SpanId> = BTreeMap::new();
    for wanted in reference.spans() {
        let extents: Vec<Extent> = wanted.extents().collect();
        if let Some(same) = own.same(&wanted.label, &extents) {
            matched.insert(wanted.id, same.id);
            right = right.saturating_add(1);
            continue;
        }
        let overlaps = |span: &&Span| {
            span.label == wanted.label
                && span
                    .extents()
                    .any(|extent| extents.iter().any(|other| other.overlaps(extent)))
        };
        let exact = |span: &Span| {
            reference
                .same(&span.label, &span.extents().collect::<Vec<_>>())
                .is_some()
        };
        match own.spans().filter(overlaps).find(|span| !exact(span)) {
            Some(near) => {
                matched.insert(wanted.id, near.id);
                let said = message("difference-edges")
                    .with("label", title(&wanted.label))
                    .with("yours", near.quote())
                    .with("reference", wanted.quote());
                found.push((wanted.hull(), said));
            }
            None => {
                let said = message("difference-missing")
                    .with("label", title(&wanted.label))
                    .with("quote", wanted.quote());
                found.push((wanted.hull(), said));
            }
        }
    }
    for extra in own
        .spans()
        .filter(|span| !matched.values().any(|id| *id == span.id))
    {
        let said = message("difference-extra")
            .with("label", title(&extra.label))
            .with("quote", extra.quote());
        found.push((extra.hull(), said));
    }
    for link in reference.links() {
        let (Some(head), Some(claim)) = (matched.get(&link.head), reference.span(link.head)) else {
            continue;
        };
        if own
            .slot(*head, &link.kind)
            .any(|mine| same_end(link, mine, &matched))
        {
            right = right.saturating_add(1);
        } else {
            let said = message("difference-link-missing")
                .with("slot", link.kind.clone())
                .with("quote", claim.quote())
                .with("target", end_quote(reference, link));
            found.push((claim.hull(), said));
        }
    }
    for link in own.links() {
        let Some((wanted, _)) = matched.iter().find(|(_, mine)| **mine == link.head) else {
            continue;
        };
        let Some(claim) = own.span(link.head) else {
            continue;
        };
        if !reference
            .slot(*wanted, &link.kind)
            .any(|theirs| same_end(theirs, link, &matched))
        {
            let said = message("difference-link-extra")
                .with("slot", link.kind.clone())
                .with("quote", claim.quote())
                .with("target", end_quote(own, link));
            found.push((claim.hull(), said));
        }
    }
    found.sort_by_key(|(extent, _)| (extent.start, extent.end));
    (right, found)
}

/// A mention of the reference and one of the annotator are the same when
/// their spans were matched; entities may differ, they are the project's.
fn same_end(reference: &Link, own: &Link, matched: &BTreeMap<SpanId, SpanId>) -> bool {
    match (reference.target, own.target) {
        (
            Target::Mention {
                span: wanted,
                entity,
            },
            other,
        ) => {
            matched.get(&wanted).copied() == other.span() && other.span().is_some()
                || (entity.is_some() && other.entity() == entity)
        }
        (wanted, other) => wanted == other,
    }
}

fn end_quote(annotations: &Annotations, link: &Link) -> String {
    match link.target {
        Target::Mention { span, .. } => annotations.span(span).map(Span::quote).unwrap_or_default(),
        Target::Entity(_) | Target::Special(_) => String::new(),
    }
}
