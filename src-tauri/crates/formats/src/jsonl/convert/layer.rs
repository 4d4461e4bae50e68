//! Layers with their spans and links.

use super::super::check::{Checked, Place, Uids, extent, name, number, refuse};
use super::super::wire;
use super::people::People;
use super::{Known, attributes, find, work};
use crate::error::Fault;
use crate::loss::shortened;
use postil_core::bundle::LayerBundle;
use postil_core::id::{DocumentId, EntityId, LayerId, LinkId, SpanId};
use postil_core::layer::Layer;
use postil_core::link::{Link, Target};
use postil_core::span::{Fragment, Span};
use postil_core::text::Text;
use std::collections::HashMap;

/// What all layers of an article share.
pub(in super::super) struct Context<'a> {
    pub text: &'a Text,
    pub entities: &'a Known<EntityId>,
    pub people: &'a People,
    pub scheme_version: u32,
    pub document: DocumentId,
}

/// How many rows the layers before hold.
#[derive(Default)]
struct Counts {
    spans: usize,
    links: usize,
    questions: usize,
}

pub(in super::super) fn layers(
    lines: Vec<wire::Layer<'_>>,
    context: &Context<'_>,
    uids: &mut Uids,
) -> Checked<Vec<LayerBundle>> {
    let mut layers = Vec::with_capacity(lines.len());
    let mut counts = Counts::default();
    for (at, line) in lines.into_iter().enumerate() {
        layers.push(layer(line, number(at)?, context, uids, &mut counts).item(at)?);
    }
    Ok(layers)
}

fn layer(
    mut line: wire::Layer<'_>,
    id: u32,
    context: &Context<'_>,
    uids: &mut Uids,
    counts: &mut Counts,
) -> Checked<LayerBundle> {
    let id = LayerId(id);
    let annotator = context.people.get(&line.annotator);
    if line.active_ms < 0 {
        return refuse(Fault::ActiveTime(line.active_ms)).key("active_ms");
    }
    let scheme_version = line.scheme_version.unwrap_or(context.scheme_version);
    let layer = Layer {
        id,
        uid: uids.take(line.uid)?,
        document: context.document,
        annotator: annotator.id,
        kind: line.kind,
        status: line.status,
        answers: attributes(&line.answers, &line.answers_by_rule)
            .map_err(|refusal| refusal.renamed("by_rule", "answers_by_rule"))?,
        scheme_version,
        active_ms: line.active_ms,
    };
    let mut spans = Vec::with_capacity(line.spans.len());
    let mut known: Known<SpanId> = HashMap::with_capacity(line.spans.len());
    for (at, line) in std::mem::take(&mut line.spans).into_iter().enumerate() {
        let row = SpanId(number(counts.spans)?);
        counts.spans += 1;
        known.insert(uids.take(line.uid).item(at).key("spans")?, row);
        let mut span = span(line, row, id, context).item(at).key("spans")?;
        span.scheme_version = scheme_version;
        spans.push(span);
    }
    let first = spans.first().map_or(SpanId(1), |span| span.id);
    let entity_of = |span: SpanId| {
        let at = usize::try_from(span.0.saturating_sub(first.0)).ok()?;
        spans.get(at).and_then(|span: &Span| span.entity)
    };
    let mut links = Vec::with_capacity(line.links.len());
    for (at, line) in std::mem::take(&mut line.links).into_iter().enumerate() {
        let row = LinkId(number(counts.links)?);
        counts.links += 1;
        uids.take(line.uid).item(at).key("links")?;
        let target = target(line.to, &known, context, &entity_of)
            .key("to")
            .item(at)
            .key("links")?;
        links.push(link(&line, row, id, target, &known).item(at).key("links")?);
    }
    check_special(&links).key("links")?;
    work::versions(&line.checked_under, &known, &mut spans)?;
    work::details(&line, context, &mut links)?;
    let questions = work::questions(&line.questions, counts.questions, id, &known, context, uids)
        .key("questions")?;
    counts.questions = counts.questions.saturating_add(questions.len());
    Ok(LayerBundle {
        layer,
        annotator,
        spans,
        links,
        questions,
    })
}

fn span(line: wire::Span<'_>, id: SpanId, layer: LayerId, context: &Context<'_>) -> Checked<Span> {
    let entity = match line.entity {
        Some(uid) => Some(
            find(
                context.entities,
                uid,
                "entity",
                "article's list of entities",
            )
            .key("entity")?,
        ),
        None => None,
    };
    Ok(Span {
        id,
        uid: line.uid,
        layer,
        label: name(&line.label, "label")?,
        attributes: attributes(&line.attributes, &line.by_rule)?,
        fragments: fragments(line.fragments, context.text).key("fragments")?,
        entity,
        note: line.note.into_owned(),
        flags: line.flags,
        scheme_version: context.scheme_version,
    })
}

fn fragments(lines: Vec<wire::Fragment<'_>>, text: &Text) -> Checked<Vec<Fragment>> {
    if lines.is_empty() {
        return refuse(Fault::NoFragment);
    }
    let mut fragments: Vec<Fragment> = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let extent = extent(text, line.start, line.end).item(at)?;
        if fragments
            .last()
            .is_some_and(|last| extent.start <= last.end)
        {
            return refuse(Fault::FragmentOrder).key("start").item(at);
        }
        let found = text.slice(extent).unwrap_or_default();
        if found != line.text {
            return refuse(Fault::Quote {
                start: line.start,
                end: line.end,
                found: shortened(found),
                stated: shortened(&line.text),
            })
            .key("text")
            .item(at);
        }
        fragments.push(Fragment {
            start: extent.start,
            end: extent.end,
            quote: line.text.into_owned(),
        });
    }
    Ok(fragments)
}

fn target(
    line: wire::Target,
    known: &Known<SpanId>,
    context: &Context<'_>,
    entity_of: &dyn Fn(SpanId) -> Option<EntityId>,
) -> Checked<Target> {
    Ok(match line {
        wire::Target::Span(uid) => {
            let span = find(known, uid, "span", "layer").key("span")?;
            Target::Mention {
                span,
                entity: entity_of(span),
            }
        }
        wire::Target::Entity(uid) => Target::Entity(
            find(
                context.entities,
                uid,
                "entity",
                "article's list of entities",
            )
            .key("entity")?,
        ),
        wire::Target::Special(special) => Target::Special(special),
    })
}

fn link(
    line: &wire::Link<'_>,
    id: LinkId,
    layer: LayerId,
    target: Target,
    known: &Known<SpanId>,
) -> Checked<Link> {
    Ok(Link {
        id,
        uid: line.uid,
        layer,
        kind: name(&line.kind, "kind")?,
        head: find(known, line.from, "span", "layer").key("from")?,
        target,
        attributes: attributes(&line.attributes, &[])?,
        note: line.note.to_string(),
        by_rule: line.by_rule,
    })
}

/// A source that is the author, or not given, stands alone.
fn check_special(links: &[Link]) -> Checked<()> {
    let mut count: HashMap<(SpanId, &str), (usize, usize)> = HashMap::new();
    for (at, link) in links.iter().enumerate() {
        let (all, special) = count.entry((link.head, &link.kind)).or_default();
        *all += 1;
        *special += usize::from(matches!(link.target, Target::Special(_)));
        if *special > 0 && *all > 1 {
            return refuse(Fault::SpecialBesideOthers).key("to").item(at);
        }
    }
    Ok(())
}
