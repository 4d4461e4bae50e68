//! Writes articles, one a line.

pub(super) mod links;
mod work;

use super::convert::PERSON;
use super::{FORMAT, escape, wire};
use crate::error::WriteError;
use links::Rows;
use postil_core::attribute::Attributes;
use postil_core::bundle::{Bundle, LayerBundle};
use postil_core::document::{LanguageMark, Zone};
use postil_core::entity::Entity;
use postil_core::span::Span;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::io;

/// Writes one article with everything that belongs to it, and a line feed.
///
/// # Errors
/// When `out` refuses, or the bundle names rows that it does not hold.
pub fn write_article<W: io::Write + ?Sized>(
    out: &mut W,
    bundle: &Bundle,
) -> Result<(), WriteError> {
    let rows = Rows::of(bundle);
    let line = article(bundle, &rows)?;
    escape::write_line(out, &line)?;
    Ok(())
}

fn article<'a>(bundle: &'a Bundle, rows: &Rows<'a>) -> Result<wire::Article<'a>, WriteError> {
    let (whole, parts): (Vec<_>, Vec<_>) = bundle
        .languages
        .iter()
        .partition(|mark| mark.extent.is_none());
    let mut zones: Vec<_> = bundle.zones.iter().collect();
    zones.sort_by_key(|zone| (zone.start, Reverse(zone.end), zone.uid));
    let mut entities: Vec<_> = bundle.entities.iter().collect();
    entities.sort_by_key(|entity| entity.uid);
    let mut layers: Vec<_> = bundle.layers.iter().collect();
    layers.sort_by_key(|layer| layer.layer.uid);
    Ok(wire::Article {
        format: FORMAT.into(),
        uid: bundle.document.uid,
        sha256: (&bundle.document.sha256).into(),
        title: (&bundle.document.title).into(),
        text: (&bundle.text).into(),
        metadata: metadata(bundle),
        language: whole
            .first()
            .map(|mark| language(mark, bundle))
            .transpose()?,
        paragraphs: paragraphs(parts, bundle)?,
        zones: zones
            .into_iter()
            .map(|zone| zone_line(zone, rows))
            .collect::<Result<_, _>>()?,
        entities: entities
            .into_iter()
            .map(|entity| entity_line(entity, rows))
            .collect::<Result<_, _>>()?,
        scheme: wire::Scheme {
            uid: (&bundle.scheme.uid).into(),
            version: bundle.scheme.version,
        },
        layers: layers
            .into_iter()
            .map(|layer| layer_line(layer, rows))
            .collect::<Result<_, _>>()?,
    })
}

fn metadata(bundle: &Bundle) -> wire::Metadata<'_> {
    let entries = bundle.document.metadata.iter();
    wire::Unique(
        entries
            .map(|(key, value)| (key.into(), value.into()))
            .collect(),
    )
}

fn language<'a>(mark: &'a LanguageMark, bundle: &Bundle) -> Result<wire::Language<'a>, WriteError> {
    Ok(wire::Language {
        tag: (&mark.tag).into(),
        confidence: confidence(mark, bundle)?,
        by: detected_by(mark),
    })
}

/// A person, or a detector and its version.
fn detected_by(mark: &LanguageMark) -> Cow<'_, str> {
    if mark.by_hand {
        PERSON.into()
    } else if mark.detector_version.is_empty() {
        (&mark.detector).into()
    } else {
        format!("{} {}", mark.detector, mark.detector_version).into()
    }
}

fn zone_line<'a>(zone: &'a Zone, rows: &Rows<'a>) -> Result<wire::Zone<'a>, WriteError> {
    let by = zone.by.map(|by| rows.annotator(by)).transpose()?;
    Ok(wire::Zone {
        uid: zone.uid,
        start: zone.start.0,
        end: zone.end.0,
        kind: zone.kind,
        state: zone.state,
        reason: (&zone.reason).into(),
        by: by.map(work::annotator),
    })
}

fn paragraphs<'a>(
    mut marks: Vec<&'a LanguageMark>,
    bundle: &Bundle,
) -> Result<Vec<wire::Paragraph<'a>>, WriteError> {
    marks.sort_by_key(|mark| mark.extent);
    marks
        .into_iter()
        .filter_map(|mark| mark.extent.map(|extent| (mark, extent)))
        .map(|(mark, extent)| {
            Ok(wire::Paragraph {
                start: extent.start.0,
                end: extent.end.0,
                language: (&mark.tag).into(),
                confidence: confidence(mark, bundle)?,
                by: detected_by(mark),
            })
        })
        .collect()
}

/// JSON has no infinity, and a reader would refuse what lies outside 0 to 1.
fn confidence(mark: &LanguageMark, bundle: &Bundle) -> Result<f64, WriteError> {
    if (0.0..=1.0).contains(&mark.confidence) {
        Ok(mark.confidence)
    } else {
        Err(WriteError::Confidence {
            article: bundle.document.uid,
            confidence: mark.confidence,
        })
    }
}

pub(super) fn entity_line<'a>(
    entity: &'a Entity,
    rows: &Rows<'a>,
) -> Result<wire::Entity<'a>, WriteError> {
    Ok(wire::Entity {
        uid: entity.uid,
        kind: (&entity.kind).into(),
        name: (&entity.name).into(),
        aliases: entity.aliases.iter().map(Into::into).collect(),
        attributes: values(&entity.attributes),
        by_rule: by_rule(&entity.attributes),
        note: (&entity.note).into(),
        merged_into: entity
            .merged_into
            .map(|into| rows.entity(into))
            .transpose()?,
    })
}

fn layer_line<'a>(layer: &'a LayerBundle, rows: &Rows<'a>) -> Result<wire::Layer<'a>, WriteError> {
    Ok(wire::Layer {
        uid: layer.layer.uid,
        annotator: work::annotator(&layer.annotator),
        kind: layer.layer.kind,
        status: layer.layer.status,
        spans: in_order(layer)
            .into_iter()
            .map(|span| span_line(span, rows))
            .collect::<Result<_, _>>()?,
        links: rows.link_lines(layer)?,
        answers: values(&layer.layer.answers),
        answers_by_rule: by_rule(&layer.layer.answers),
        active_ms: layer.layer.active_ms,
        scheme_version: Some(layer.layer.scheme_version),
        questions: work::questions(layer, rows)?,
        checked_under: work::checked_under(layer),
        link_values_by_rule: work::link_values_by_rule(layer),
        kept_entities: work::kept_entities(layer, rows)?,
    })
}

/// Spans by start, end descending, label, uid.
pub(crate) fn in_order(layer: &LayerBundle) -> Vec<&Span> {
    let mut spans: Vec<_> = layer.spans.iter().collect();
    spans.sort_by(|one, other| {
        let (left, right) = (one.hull(), other.hull());
        left.start
            .cmp(&right.start)
            .then(right.end.cmp(&left.end))
            .then_with(|| one.label.cmp(&other.label))
            .then(one.uid.cmp(&other.uid))
    });
    spans
}

fn span_line<'a>(span: &'a Span, rows: &Rows<'a>) -> Result<wire::Span<'a>, WriteError> {
    Ok(wire::Span {
        uid: span.uid,
        label: (&span.label).into(),
        fragments: span
            .fragments
            .iter()
            .map(|fragment| wire::Fragment {
                start: fragment.start.0,
                end: fragment.end.0,
                text: (&fragment.quote).into(),
            })
            .collect(),
        attributes: values(&span.attributes),
        by_rule: by_rule(&span.attributes),
        entity: span.entity.map(|entity| rows.entity(entity)).transpose()?,
        note: (&span.note).into(),
        flags: span.flags.clone(),
    })
}

pub(super) fn values(attributes: &Attributes) -> wire::Values<'_> {
    let values = attributes.iter().map(|(id, attribute)| {
        let value = wire::AttributeValue(Cow::Borrowed(&attribute.value));
        (id.into(), value)
    });
    wire::Unique(values.collect())
}

pub(super) fn by_rule(attributes: &Attributes) -> Vec<Cow<'_, str>> {
    attributes
        .iter()
        .filter(|(_, attribute)| attribute.by_rule)
        .map(|(id, _)| id.into())
        .collect()
}
