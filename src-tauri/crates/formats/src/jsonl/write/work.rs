//! What a layer holds beside its spans and links.

use super::super::{instant, wire};
use super::by_rule;
use super::links::Rows;
use crate::error::WriteError;
use postil_core::bundle::LayerBundle;
use postil_core::id::{EntityId, SpanId, Uid};
use postil_core::layer::Annotator;
use postil_core::link::Target;
use postil_core::question::{Answer, Question, Subject};
use std::collections::{BTreeMap, HashMap};

pub(super) fn annotator(annotator: &Annotator) -> wire::Annotator<'_> {
    wire::Annotator {
        uid: annotator.uid,
        name: (&annotator.name).into(),
    }
}

/// Oldest first.
pub(super) fn questions<'a>(
    layer: &'a LayerBundle,
    rows: &Rows<'a>,
) -> Result<Vec<wire::Question<'a>>, WriteError> {
    let mut questions: Vec<&Question> = layer.questions.iter().collect();
    questions.sort_by_key(|question| (question.asked_at, question.uid));
    let line = |question: &'a Question| -> Result<wire::Question<'a>, WriteError> {
        let mut spans = layer.spans.iter();
        let span = spans.find(|span| span.id == question.span);
        let span = span.ok_or_else(|| rows.dangling("span", question.span.0))?;
        Ok(wire::Question {
            uid: question.uid,
            span: span.uid,
            text: (&question.text).into(),
            asked_at: time(question.asked_at, rows)?.into(),
            asked_by: annotator(rows.annotator(question.asked_by)?),
            answer: match &question.answer {
                Some(given) => Some(answer(given, rows)?),
                None => None,
            },
        })
    };
    questions.into_iter().map(line).collect()
}

fn answer<'a>(answer: &'a Answer, rows: &Rows<'a>) -> Result<wire::Answer<'a>, WriteError> {
    let Subject {
        label,
        link,
        attribute,
        value,
    } = &answer.subject;
    Ok(wire::Answer {
        text: (&answer.text).into(),
        at: time(answer.at, rows)?.into(),
        by: annotator(rows.annotator(answer.by)?),
        subject: wire::Subject {
            label: label.into(),
            link: link.as_ref().map(Into::into),
            attribute: attribute.as_ref().map(Into::into),
            value: value.as_ref().map(Into::into),
        },
        scheme_version: answer.scheme_version,
    })
}

fn time(milliseconds: i64, rows: &Rows<'_>) -> Result<String, WriteError> {
    instant::written(milliseconds).ok_or(WriteError::Time {
        article: rows.article(),
        milliseconds,
    })
}

/// Spans last checked under another version of the scheme than their layer, by that version.
pub(super) fn checked_under<'a>(layer: &LayerBundle) -> wire::Unique<'a, Vec<Uid>> {
    let mut other: BTreeMap<_, Vec<Uid>> = BTreeMap::new();
    for span in super::in_order(layer) {
        if span.scheme_version != layer.layer.scheme_version {
            let version = span.scheme_version.to_string().into();
            other.entry(version).or_default().push(span.uid);
        }
    }
    wire::Unique(other)
}

pub(super) fn link_values_by_rule<'a>(layer: &LayerBundle) -> wire::Unique<'a, Vec<String>> {
    let links = layer.links.iter().filter_map(|link| {
        let ids: Vec<String> = by_rule(&link.attributes)
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect();
        (!ids.is_empty()).then(|| (link.uid.to_string().into(), ids))
    });
    wire::Unique(links.collect())
}

/// The entities of links to mentions, where they are not those of the mentions.
pub(super) fn kept_entities<'a>(
    layer: &LayerBundle,
    rows: &Rows<'a>,
) -> Result<wire::Unique<'a, Option<Uid>>, WriteError> {
    let own: HashMap<SpanId, Option<EntityId>> = layer
        .spans
        .iter()
        .map(|span| (span.id, span.entity))
        .collect();
    let mut kept = BTreeMap::new();
    for link in &layer.links {
        if let Target::Mention { span, entity } = link.target
            && own.get(&span).is_some_and(|own| *own != entity)
        {
            let uid = entity.map(|entity| rows.entity(entity)).transpose()?;
            kept.insert(link.uid.to_string().into(), uid);
        }
    }
    Ok(wire::Unique(kept))
}
