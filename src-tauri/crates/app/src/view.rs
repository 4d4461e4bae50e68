//! From the model to what the window shows: code points become UTF-16 units
//! here, through the article's offset index.

mod article_list;
mod language;
mod project;
mod rows;
mod scheme;

pub use article_list::{ROWS_SENT, article_list, document_rows};
use language::language_views;
pub use project::{PRACTICE, document_of, document_row, project_view, scheme_view};

pub use scheme::{effect_view, fault_message, template_view, verdict};

use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::wire::{
    Argument, ArticleView, EntityView, LinkView, Message, Patch, SpanView, TargetView, ValueView,
    ZoneView,
};
use postil_core::attribute::Attributes;
use postil_core::change::{Change, Row, Table};
use postil_core::document::{Zone, ZoneState};
use postil_core::id::EntityId;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::link::{Link, Target};
use postil_core::span::Span;
use postil_core::text::Direction;
use postil_store::{Project, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A message without arguments.
#[must_use]
pub fn message(key: &str) -> Message {
    Message {
        key: key.to_owned(),
        arguments: BTreeMap::new(),
    }
}

impl Message {
    /// Adds a text argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.arguments
            .insert(name.to_owned(), Argument::Text(value.into()));
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn count(mut self, name: &str, value: u32) -> Self {
        self.arguments
            .insert(name.to_owned(), Argument::Number(value));
        self
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let cause = error.to_string();
        let problem = match error {
            StoreError::NotFound { .. } => Self::new(Code::NotFound, "problem-gone"),
            StoreError::Duplicate { .. } => Self::new(Code::Duplicate, "problem-there-already"),
            StoreError::Invalid(_) => Self::new(Code::Invalid, "problem-invalid"),
            StoreError::Stale => Self::new(Code::Stale, "problem-stale"),
            StoreError::ReadOnly => {
                Self::new(Code::ReadOnly, "problem-read-only").hint("hint-read-only")
            }
            StoreError::FileTooNew { .. } => {
                Self::new(Code::FileTooNew, "problem-file-too-new").hint("hint-update")
            }
            StoreError::FileNotOurs => Self::new(Code::FileNotOurs, "problem-file-not-ours"),
            StoreError::FileDamaged(_) => {
                Self::new(Code::FileDamaged, "problem-file-damaged").hint("hint-backup")
            }
            StoreError::FileBusy => {
                Self::new(Code::FileBusy, "problem-file-busy").hint("hint-close-other")
            }
            StoreError::DiskFull => {
                Self::new(Code::DiskFull, "problem-disk-full").hint("hint-disk-full")
            }
            StoreError::Unreadable(_) => Self::new(Code::Unreadable, "problem-unreadable"),
            StoreError::Sqlite(_) => Self::new(Code::Internal, "problem-internal"),
        };
        problem.with("detail", cause.clone()).cause(cause)
    }
}

/// A refusal that names the file.
#[must_use]
pub fn problem_with_file(error: StoreError, path: &Path) -> Problem {
    let missing = matches!(error, StoreError::NotFound { .. });
    let there = matches!(error, StoreError::Duplicate { .. });
    let mut problem = Problem::from(error);
    if missing {
        problem.key = "problem-file-missing".to_owned();
    }
    if there {
        problem.key = "problem-file-exists".to_owned();
    }
    problem.with("path", path.display().to_string())
}

/// What the changes of an edit mean for the article on screen.
pub fn patch(
    article: &OpenArticle,
    project: &Project,
    changes: &[Change],
) -> Result<Patch, Problem> {
    let mut patch = Patch::default();
    // A row may change several times in one edit; the last state counts.
    let mut touched: BTreeSet<(Table, u32)> = BTreeSet::new();
    for change in changes {
        if let Some(row) = change.after.as_ref().or(change.before.as_ref()) {
            touched.insert(match row {
                Row::Question(question) => (Table::Span, question.span.0),
                row => (row.table(), row.id()),
            });
        }
    }
    let mut languages = false;
    let mut entities: BTreeSet<EntityId> = BTreeSet::new();
    for (table, id) in touched {
        match table {
            Table::Span => match article.annotations.span(postil_core::id::SpanId(id)) {
                Some(span) => {
                    entities.extend(span.entity);
                    patch.spans.push(span_view(article, span)?);
                }
                None => patch.removed_spans.push(postil_core::id::SpanId(id)),
            },
            Table::Link => match article.annotations.link(postil_core::id::LinkId(id)) {
                Some(link) => {
                    entities.extend(link.target.entity());
                    patch.links.push(link_view(link));
                }
                None => patch.removed_links.push(postil_core::id::LinkId(id)),
            },
            Table::Entity => {
                entities.insert(EntityId(id));
            }
            Table::Layer => {
                let layer = article.layer.as_ref();
                patch.status = Some(layer.map_or(LayerStatus::New, |layer| layer.status));
                patch.answers = Some(answers(article));
            }
            Table::Language => languages = true,
            Table::Document => patch.title = Some(project.document(article.document)?.title),
            Table::Zone
            | Table::Annotator
            | Table::EntityLink
            | Table::Scheme
            | Table::Question => {}
        }
    }
    patch.entities = entity_views(project, entities)?;
    if changes.iter().any(|change| {
        matches!(
            change.after.as_ref().or(change.before.as_ref()),
            Some(Row::Zone(_))
        )
    }) {
        zones(article, project, changes, &mut patch)?;
    }
    if languages {
        let (whole, paragraphs) = language_views(article, &project.languages(article.document)?)?;
        patch.language = Some(whole);
        patch.paragraphs = Some(paragraphs);
    }
    Ok(patch)
}

fn zones(
    article: &OpenArticle,
    project: &Project,
    changes: &[Change],
    patch: &mut Patch,
) -> Result<(), Problem> {
    let stored = project.zones(article.document)?;
    for change in changes {
        let Some(Row::Zone(zone)) = change.after.as_ref().or(change.before.as_ref()) else {
            continue;
        };
        match stored
            .iter()
            .find(|row| row.id == zone.id && row.state != ZoneState::Refused)
        {
            Some(row) => patch.zones.push(zone_view(article, row)?),
            None => patch.removed_zones.push(zone.id),
        }
    }
    Ok(())
}

/// The whole article.
pub fn article_view(article: &OpenArticle, project: &Project) -> Result<ArticleView, Problem> {
    let document = project.document(article.document)?;
    let text = &article.text;
    let mut used: BTreeSet<_> = article
        .annotations
        .spans()
        .filter_map(|span| span.entity)
        .collect();
    used.extend(
        article
            .annotations
            .links()
            .filter_map(|link| link.target.entity()),
    );
    let entities = entity_views(project, used)?;
    let (language, paragraphs) = language_views(article, &project.languages(article.document)?)?;
    let mut zones = Vec::new();
    for zone in project
        .zones(article.document)?
        .iter()
        .filter(|zone| zone.state != ZoneState::Refused)
    {
        zones.push(zone_view(article, zone)?);
    }
    Ok(ArticleView {
        id: article.document,
        title: document.title,
        text: text.as_str().to_owned(),
        right_to_left_lines: (0..text.line_count())
            .filter(|line| text.direction(*line) == Some(Direction::RightToLeft))
            .filter_map(|line| u32::try_from(line).ok())
            .collect(),
        language,
        paragraphs,
        layer: article.layer.as_ref().map(|layer| layer.id),
        status: article
            .layer
            .as_ref()
            .map_or(LayerStatus::New, |layer| layer.status),
        answers: answers(article),
        spans: rows::span_rows(article)?,
        links: rows::link_rows(article)?,
        entities,
        zones,
        metadata: document.metadata,
        practice: project
            .layers(article.document)?
            .iter()
            .any(|layer| layer.kind == LayerKind::Reference),
        earlier: document.version_of,
        newer: project.newer_version(article.document)?,
    })
}

/// A span.
pub fn span_view(article: &OpenArticle, span: &Span) -> Result<SpanView, Problem> {
    Ok(SpanView {
        id: span.id,
        label: span.label.clone(),
        fragments: span
            .extents()
            .map(|extent| article.range(extent))
            .collect::<Result<_, _>>()?,
        attributes: values(&span.attributes),
        entity: span.entity,
        note: span.note.clone(),
        flags: span.flags.iter().copied().collect(),
        question: article
            .open_question(span.id)
            .map_or_else(String::new, |question| question.text.clone()),
    })
}

fn answers(article: &OpenArticle) -> BTreeMap<String, ValueView> {
    let layer = article.layer.as_ref();
    layer
        .map(|layer| values(&layer.answers))
        .unwrap_or_default()
}

/// Values by attribute id.
#[must_use]
pub fn values(attributes: &Attributes) -> BTreeMap<String, ValueView> {
    attributes
        .iter()
        .map(|(id, attribute)| {
            (
                id.clone(),
                ValueView {
                    value: attribute.value.clone(),
                    by_rule: attribute.by_rule,
                },
            )
        })
        .collect()
}

/// A link.
#[must_use]
pub fn link_view(link: &Link) -> LinkView {
    LinkView {
        id: link.id,
        kind: link.kind.clone(),
        head: link.head,
        target: target_view(link.target),
        attributes: values(&link.attributes),
        note: link.note.clone(),
        by_rule: link.by_rule,
    }
}

/// The end of a link.
#[must_use]
pub const fn target_view(target: Target) -> TargetView {
    match target {
        Target::Mention { span, entity } => TargetView {
            span: Some(span),
            entity,
            special: None,
        },
        Target::Entity(entity) => TargetView {
            span: None,
            entity: Some(entity),
            special: None,
        },
        Target::Special(special) => TargetView {
            span: None,
            entity: None,
            special: Some(special),
        },
    }
}

/// Entities as they stand, with those merged into them; what is deleted is
/// left out.
fn entity_views(
    project: &Project,
    mut ids: BTreeSet<EntityId>,
) -> Result<Vec<EntityView>, Problem> {
    let merged: Vec<EntityId> = ids
        .iter()
        .map(|id| project.merged_into(*id))
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    ids.extend(merged);
    let mut views = Vec::with_capacity(ids.len());
    for id in ids {
        match project.standing_entity(id) {
            Ok(standing) => views.push(EntityView {
                id,
                standing: standing.id,
                kind: standing.kind,
                name: standing.name,
                aliases: standing.aliases,
            }),
            Err(StoreError::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(views)
}

fn zone_view(article: &OpenArticle, zone: &Zone) -> Result<ZoneView, Problem> {
    Ok(ZoneView {
        id: zone.id,
        range: article.range(zone.extent())?,
        kind: zone.kind,
        state: zone.state,
        reason: zone.reason.clone(),
    })
}
