//! What a layer holds beside its spans and links.

use super::super::check::{Checked, Place, Uids, name, number, refuse};
use super::super::{instant, wire};
use super::layer::Context;
use super::{Known, find};
use crate::error::Fault;
use postil_core::id::{LayerId, LinkId, QuestionId, SpanId, Uid};
use postil_core::link::{Link, Target};
use postil_core::question::{Answer, Question, Subject};
use postil_core::span::Span;
use std::collections::HashMap;

pub(super) fn questions(
    lines: &[wire::Question<'_>],
    before: usize,
    layer: LayerId,
    spans: &Known<SpanId>,
    context: &Context<'_>,
    uids: &mut Uids,
) -> Checked<Vec<Question>> {
    let mut questions = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let id = QuestionId(number(before.saturating_add(at))?);
        questions.push(question(line, id, layer, spans, context, uids).item(at)?);
    }
    Ok(questions)
}

fn question(
    line: &wire::Question<'_>,
    id: QuestionId,
    layer: LayerId,
    spans: &Known<SpanId>,
    context: &Context<'_>,
    uids: &mut Uids,
) -> Checked<Question> {
    let answer = match &line.answer {
        Some(given) => Some(answer(given, context).key("answer")?),
        None => None,
    };
    Ok(Question {
        id,
        uid: uids.take(line.uid)?,
        layer,
        span: find(spans, line.span, "span", "layer").key("span")?,
        text: name(&line.text, "text")?,
        asked_at: time(&line.asked_at).key("asked_at")?,
        asked_by: context.people.get(&line.asked_by).id,
        answer,
    })
}

fn answer(line: &wire::Answer<'_>, context: &Context<'_>) -> Checked<Answer> {
    if line.scheme_version == 0 {
        return refuse(Fault::Version("0".to_owned())).key("scheme_version");
    }
    let owned = |text: &Option<std::borrow::Cow<'_, str>>| text.as_ref().map(ToString::to_string);
    Ok(Answer {
        text: name(&line.text, "text")?,
        at: time(&line.at).key("at")?,
        by: context.people.get(&line.by).id,
        subject: Subject {
            label: line.subject.label.to_string(),
            link: owned(&line.subject.link),
            attribute: owned(&line.subject.attribute),
            value: owned(&line.subject.value),
        },
        scheme_version: line.scheme_version,
    })
}

fn time(text: &str) -> Checked<i64> {
    instant::read(text).map_or_else(|| refuse(Fault::Time(text.to_owned())), Ok)
}

/// Gives spans the version of the scheme that they were checked under.
pub(super) fn versions(
    stated: &wire::Unique<'_, Vec<Uid>>,
    known: &Known<SpanId>,
    spans: &mut [Span],
) -> Checked<()> {
    let places: HashMap<SpanId, usize> = spans
        .iter()
        .enumerate()
        .map(|(at, span)| (span.id, at))
        .collect();
    for (version, uids) in &stated.0 {
        let Ok(number) = version.parse() else {
            return refuse(Fault::Version(version.to_string())).key("checked_under");
        };
        for uid in uids {
            let id = find(known, *uid, "span", "layer").key("checked_under")?;
            if let Some(span) = places.get(&id).and_then(|at| spans.get_mut(*at)) {
                span.scheme_version = number;
            }
        }
    }
    Ok(())
}

/// Gives links what a rule set of them, and the entities that they keep.
pub(super) fn details(
    line: &wire::Layer<'_>,
    context: &Context<'_>,
    links: &mut [Link],
) -> Checked<()> {
    let places: Known<LinkId> = links.iter().map(|link| (link.uid, link.id)).collect();
    let first = links.first().map_or(1, |link| link.id.0);
    let place = |uid: &str| {
        let Ok(uid) = Uid::parse(uid) else {
            return refuse(Fault::NotOurs(format!("\"{uid}\" is no uid")));
        };
        let id = find(&places, uid, "link", "layer")?;
        Ok(usize::try_from(id.0.saturating_sub(first)).unwrap_or(usize::MAX))
    };
    for (uid, ids) in &line.link_values_by_rule.0 {
        let at = place(uid).key("link_values_by_rule")?;
        let Some(link) = links.get_mut(at) else {
            continue;
        };
        for id in ids {
            match link.attributes.get_mut(id) {
                Some(attribute) => attribute.by_rule = true,
                None => {
                    let fault = Fault::RuleWithoutValue(id.clone());
                    return refuse(fault).key("link_values_by_rule");
                }
            }
        }
    }
    for (uid, kept) in &line.kept_entities.0 {
        let at = place(uid).key("kept_entities")?;
        let own = match kept {
            Some(uid) => Some(
                find(
                    context.entities,
                    *uid,
                    "entity",
                    "article's list of entities",
                )
                .key("kept_entities")?,
            ),
            None => None,
        };
        if let Some(Link {
            target: Target::Mention { entity, .. },
            ..
        }) = links.get_mut(at)
        {
            *entity = own;
        }
    }
    Ok(())
}
