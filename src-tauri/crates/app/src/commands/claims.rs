//! The table of all claims of the project.

use crate::app::{App, OpenProject};
use crate::commands::request::{AskClaims, ClaimsColumn, ClaimsFilter, ClaimsOrder, NotedMark};
use crate::problem::Problem;
use crate::view::values;
use crate::wire::{ClaimNameView, ClaimRowView, ClaimsPage};
use postil_core::layer::LayerKind;
use postil_core::link::Special;
use postil_core::scheme::{Label, Role, Scheme};
use postil_store::{
    ClaimColumn, ClaimFilter, ClaimMark, ClaimName, ClaimOrder, ClaimRow, ClaimScope, ClaimTable,
    Viewer,
};
use std::time::{Duration, Instant};

/// The most rows that one answer holds.
const ROWS: u32 = 400;
/// Articles to one reading.
const ARTICLES: u32 = 10;
/// How long one question may read on: keys wait behind it.
const READING: Duration = Duration::from_millis(25);

/// A part of the table. The first questions find it growing: each reads some
/// more articles, so that no key waits long.
pub fn claims(app: &mut App, request: AskClaims) -> Result<ClaimsPage, Problem> {
    let open = app.opened()?;
    let scope = scope(open, request.filter.label.as_deref());
    let mut table = match open.claims.take().filter(|table| *table.scope() == scope) {
        Some(mut table) => match table.follow(&mut open.project)? {
            true => table,
            false => ClaimTable::new(&mut open.project, scope),
        },
        None => ClaimTable::new(&mut open.project, scope),
    };
    let begun = Instant::now();
    while !table.is_whole() {
        table.read_on(&open.project, ARTICLES)?;
        if begun.elapsed() > READING {
            break;
        }
    }
    let (filter, order) = (filter(&request.filter), order(&request.order, &open.scheme));
    let total = count(table.find(&filter, &order));
    let (first, rows) = (request.first as usize, request.count.min(ROWS) as usize);
    let rows = table.page(&open.project, first, rows)?;
    let page = ClaimsPage {
        total,
        whole: table.is_whole(),
        articles: count(table.articles()),
        first: request.first,
        rows: rows.into_iter().map(row).collect(),
        found: request
            .find
            .and_then(|span| table.place_of(span))
            .map(count),
    };
    open.claims = Some(table);
    Ok(page)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// All statements together; the spans of another label by themselves.
fn scope(open: &OpenProject, label: Option<&str>) -> ClaimScope {
    let scheme = &open.scheme;
    let with = |role: Role| -> Vec<String> {
        let has = |label: &&Label| label.role == role;
        let labels = scheme.labels.iter().filter(has);
        labels.map(|label| label.id.clone()).collect()
    };
    let other = label.filter(|label| scheme.role(label) != Role::Statement);
    ClaimScope {
        viewer: Viewer {
            annotator: open.annotator.id,
            kind: LayerKind::Annotation,
        },
        labels: other.map_or_else(|| with(Role::Statement), |label| vec![label.to_owned()]),
        mentions: other.is_some(),
        source_links: scheme
            .links
            .iter()
            .filter(|link| !link.special.is_empty())
            .map(|link| link.id.clone())
            .collect(),
        cue_labels: with(Role::Cue),
        place_labels: with(Role::Place),
    }
}

fn filter(asked: &ClaimsFilter) -> ClaimFilter {
    ClaimFilter {
        label: asked.label.clone(),
        speaker: asked.speaker.clone(),
        values: asked
            .attribute
            .iter()
            .map(|attribute| (attribute.clone(), asked.value.clone()))
            .collect(),
        mark: asked.mark.map(|mark| match mark {
            NotedMark::Unsure => ClaimMark::Flag("unsure".to_owned()),
            NotedMark::Question => ClaimMark::Flag("question".to_owned()),
            NotedMark::Note => ClaimMark::Note,
            NotedMark::NoSource => ClaimMark::NoSource,
            NotedMark::Author => ClaimMark::Source(Special::Author),
            NotedMark::NotGiven => ClaimMark::Source(Special::NotGiven),
        }),
        status: asked.status,
        language: asked.language.clone(),
        words: asked.words.clone(),
    }
}

fn order(asked: &ClaimsOrder, scheme: &Scheme) -> ClaimOrder {
    let column = match asked.column {
        ClaimsColumn::Place => ClaimColumn::Place,
        ClaimsColumn::Words => ClaimColumn::Words,
        ClaimsColumn::Speaker => ClaimColumn::Speaker,
        ClaimsColumn::Cue => ClaimColumn::Cue,
        ClaimsColumn::Places => ClaimColumn::Places,
        ClaimsColumn::Flags => ClaimColumn::Flags,
        ClaimsColumn::Title => ClaimColumn::Title,
        ClaimsColumn::Status => ClaimColumn::Status,
        ClaimsColumn::Language => ClaimColumn::Language,
        ClaimsColumn::Published => ClaimColumn::Published,
        ClaimsColumn::Value => {
            let attribute = asked.attribute.clone().unwrap_or_default();
            let mut kinds = scheme.labels.iter().flat_map(|label| &label.attributes);
            let choices = kinds
                .find(|kind| kind.id == attribute)
                .map(|kind| kind.values.iter().map(|value| value.id.clone()).collect());
            ClaimColumn::Value(attribute, choices.unwrap_or_default())
        }
    };
    ClaimOrder {
        column,
        descending: asked.descending,
    }
}

fn row(row: ClaimRow) -> ClaimRowView {
    ClaimRowView {
        span: row.span,
        document: row.document,
        number: row.number,
        label: row.label,
        words: row.words,
        speakers: names(row.speakers),
        cues: names(row.cues),
        places: names(row.places),
        attributes: values(&row.values),
        flags: row.flags,
        noted: row.noted,
        title: row.title,
        status: row.status,
        language: row.language.unwrap_or_else(|| "und".to_owned()),
        published: row.published.unwrap_or_default(),
    }
}

fn names(names: Vec<ClaimName>) -> Vec<ClaimNameView> {
    names
        .into_iter()
        .map(|name| match name {
            ClaimName::Named(name) => ClaimNameView {
                name,
                special: None,
            },
            ClaimName::Special(special) => ClaimNameView {
                name: String::new(),
                special: Some(special),
            },
        })
        .collect()
}
