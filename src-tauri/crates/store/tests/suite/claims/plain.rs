//! A plain scan of all articles, found and ordered without any index.

use super::scope;
use postil_core::attribute::Value;
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::LayerStatus;
use postil_core::link::{Link, Target};
use postil_core::span::{Flag, Span};
use postil_core::text::fold;
use postil_store::{ClaimColumn, ClaimFilter, ClaimMark, ClaimName, ClaimOrder, Project};
use std::cmp::Ordering;

/// What is known of a claim without the table.
#[derive(Clone, Debug)]
pub struct Plain {
    pub document: DocumentId,
    pub title: String,
    pub status: LayerStatus,
    pub number: u32,
    pub span: Span,
    pub speakers: Vec<ClaimName>,
    pub cues: Vec<ClaimName>,
}

fn named(project: &Project, layer: LayerId, link: &Link) -> ClaimName {
    match link.target {
        Target::Special(special) => ClaimName::Special(special),
        Target::Entity(id)
        | Target::Mention {
            entity: Some(id), ..
        } => {
            let known = project.entity(id).unwrap();
            let target = known.merged_into.unwrap_or(known.id);
            ClaimName::Named(project.entity(target).unwrap().name)
        }
        Target::Mention { span, .. } => {
            let spans = project.spans(layer).unwrap();
            let quote = spans.iter().find(|known| known.id == span).unwrap().quote();
            ClaimName::Named(quote)
        }
    }
}

fn scan(project: &Project) -> Vec<Plain> {
    let viewer = scope(project).viewer;
    let mut all = Vec::new();
    for id in project.document_ids().unwrap() {
        let title = project.document(id).unwrap().title;
        let Some(layer) = project.layer_of(id, viewer.annotator, viewer.kind).unwrap() else {
            continue;
        };
        let spans = project.spans(layer.id).unwrap();
        let links = project.links(layer.id).unwrap();
        let mut claims: Vec<Span> = spans
            .iter()
            .filter(|span| span.label == "claim")
            .cloned()
            .collect();
        claims.sort_by_key(|span| {
            let hull = span.hull();
            (hull.start, std::cmp::Reverse(hull.end), span.id)
        });
        for (span, number) in claims.into_iter().zip(1..) {
            let of = |kind: &str| {
                links
                    .iter()
                    .filter(|link| link.head == span.id && link.kind == kind)
                    .map(|link| named(project, layer.id, link))
                    .collect()
            };
            all.push(Plain {
                document: id,
                title: title.clone(),
                status: layer.status,
                number,
                speakers: of("said_by"),
                cues: of("cued_by"),
                span,
            });
        }
    }
    all
}

fn line(names: &[ClaimName]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| match name {
            ClaimName::Named(name) => fold(name),
            ClaimName::Special(_) => "\u{10FFFF}".to_owned(),
        })
        .collect();
    names.join("\n")
}

fn fits(claim: &Plain, filter: &ClaimFilter) -> bool {
    let values = filter.values.iter().all(|(id, wanted)| {
        let there = claim.span.attributes.get(id).map(|there| &there.value);
        match (there, wanted) {
            (Some(Value::Several(all)), Some(wanted)) => all.contains(wanted),
            (there, wanted) => there.map(Value::as_line) == *wanted,
        }
    });
    let mark = match &filter.mark {
        None => true,
        Some(ClaimMark::Flag(_)) => claim.span.flags.contains(&Flag::Unsure),
        Some(ClaimMark::Note) => !claim.span.note.is_empty(),
        Some(ClaimMark::NoSource) => claim.speakers.is_empty(),
        Some(ClaimMark::Source(special)) => claim.speakers.contains(&ClaimName::Special(*special)),
    };
    let words = [&claim.span.quote(), &claim.span.note, &claim.title].map(|text| fold(text));
    let said = |word: &str| words.iter().any(|text| text.contains(word));
    values
        && mark
        && line(&claim.speakers).contains(&fold(filter.speaker.trim()))
        && filter.status.is_none_or(|status| claim.status == status)
        && fold(&filter.words).split_whitespace().all(said)
}

/// Each thing as text that sorts as the table does; empty stands last.
fn key(claim: &Plain, column: &ClaimColumn) -> String {
    match column {
        ClaimColumn::Words => fold(&claim.span.quote()),
        ClaimColumn::Speaker => line(&claim.speakers),
        ClaimColumn::Cue => line(&claim.cues),
        ClaimColumn::Title => fold(&claim.title),
        ClaimColumn::Value(id, choices) => {
            let value = claim.span.attributes.get(id).map(|there| &there.value);
            value.map_or_else(String::new, |value| {
                let line = value.as_line();
                match choices.iter().position(|choice| *choice == line) {
                    Some(place) => format!("0{place}"),
                    None => format!("1{}", fold(&line)),
                }
            })
        }
        _ => "same".to_owned(),
    }
}

/// What the table must show.
pub fn expected(project: &Project, filter: &ClaimFilter, order: &ClaimOrder) -> Vec<Plain> {
    let mut found: Vec<Plain> = scan(project)
        .into_iter()
        .filter(|claim| fits(claim, filter))
        .collect();
    if order.column == ClaimColumn::Place && order.descending {
        found.reverse();
    }
    found.sort_by(|one, other| {
        let (a, b) = (key(one, &order.column), key(other, &order.column));
        match (a.is_empty(), b.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            _ if order.descending => b.cmp(&a),
            _ => a.cmp(&b),
        }
    });
    found
}
