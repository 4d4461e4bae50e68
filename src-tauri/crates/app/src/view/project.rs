//! The project, its scheme and its list of articles.

use crate::app::OpenProject;
use crate::problem::Problem;
use crate::wire::{
    AnnotatorView, AttributeView, ChoiceView, DocumentRow, LabelView, LinkKindView, ProjectView, SchemeView,
};
use postil_core::change::{Change, Row};
use postil_core::id::DocumentId;
use postil_core::scheme::{AttributeKind, Role, Scheme};
use postil_store::{DocumentFilter, DocumentSummary};

/// The whole project as the window shows it first.
pub fn project_view(open: &OpenProject) -> Result<ProjectView, Problem> {
    let path = open.project.path();
    Ok(ProjectView {
        name: path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
        path: path.display().to_string(),
        read_only: open.project.is_read_only(),
        annotator: AnnotatorView { id: open.annotator.id, name: open.annotator.name.clone() },
        scheme: scheme_view(&open.scheme),
        documents: document_rows(open)?,
        history: open.history(),
        notice: crate::synced::notice(path),
    })
}

/// All articles that are not in the bin.
pub fn document_rows(open: &OpenProject) -> Result<Vec<DocumentRow>, Problem> {
    let filter = filter(open, None);
    Ok(open.project.documents(&filter)?.into_iter().map(row).collect())
}

/// One article's row; `None` when it lies in the bin.
pub fn document_row(open: &OpenProject, document: DocumentId) -> Result<Option<DocumentRow>, Problem> {
    let filter = filter(open, Some(document));
    Ok(open.project.documents(&filter)?.into_iter().next().map(row))
}

fn filter(open: &OpenProject, document: Option<DocumentId>) -> DocumentFilter {
    DocumentFilter {
        removed: false,
        document,
        annotator: open.annotator.id,
        statement_label: open.scheme.label_with_role(Role::Statement).map(|label| label.id.clone()).unwrap_or_default(),
    }
}

fn row(summary: DocumentSummary) -> DocumentRow {
    DocumentRow {
        id: summary.document.id,
        title: summary.document.title,
        status: summary.status,
        language: summary.language,
        claims: summary.statements,
        practice: summary.has_reference,
    }
}

/// The article that a change lies in, if it lies in one.
#[must_use]
pub fn document_of(open: &OpenProject, change: &Change) -> Option<DocumentId> {
    let layer = |id| {
        let article = open.article.as_ref().filter(|article| article.layer.as_ref().is_some_and(|own| own.id == id));
        article
            .map(|article| article.document)
            .or_else(|| open.project.layer(id).ok().flatten().map(|layer| layer.document))
    };
    match change.after.as_ref().or(change.before.as_ref())? {
        Row::Document(row) => Some(row.id),
        Row::Language(row) => Some(row.document),
        Row::Zone(row) => Some(row.document),
        Row::Layer(row) => Some(row.document),
        Row::Span(row) => layer(row.layer),
        Row::Link(row) => layer(row.layer),
        Row::Annotator(_) | Row::Entity(_) | Row::EntityLink(_) | Row::Scheme(_) => None,
    }
}

/// The scheme: what is switched off stays away.
#[must_use]
pub fn scheme_view(scheme: &Scheme) -> SchemeView {
    SchemeView {
        title: scheme.title.clone(),
        labels: scheme
            .labels
            .iter()
            .map(|label| LabelView {
                id: label.id.clone(),
                title: label.title.clone(),
                key: label.key.as_ref().map(|key| key.to_uppercase()),
                colour: label.colour.clone(),
                shape: label.shape,
                role: label.role,
                discontinuous: label.discontinuous,
                help: label.help.clone(),
                attributes: label.attributes.iter().filter(|kind| kind.enabled).map(attribute_view).collect(),
            })
            .collect(),
        links: scheme
            .links
            .iter()
            .filter(|link| link.enabled)
            .map(|link| LinkKindView {
                id: link.id.clone(),
                title: titled(&link.title, &link.id),
                key: link.key.as_ref().map(|key| key.to_uppercase()),
                from: link.from.clone(),
                to: link.to.clone(),
                many: link.many,
                special: link.special.clone(),
                has_rule: link.rule.is_some(),
                help: link.help.clone(),
            })
            .collect(),
        entity_types: scheme.entities.types.clone(),
    }
}

fn attribute_view(kind: &AttributeKind) -> AttributeView {
    AttributeView {
        id: kind.id.clone(),
        title: titled(&kind.title, &kind.id),
        kind: kind.kind,
        values: kind
            .values
            .iter()
            .map(|value| ChoiceView {
                id: value.id.clone(),
                title: titled(&value.title, &value.id),
                help: value.help.clone(),
            })
            .collect(),
        show: kind.show,
        has_rule: kind.rule.is_some(),
        help: kind.help.clone(),
    }
}

fn titled(title: &str, id: &str) -> String {
    if title.is_empty() { id.replace('_', " ") } else { title.to_owned() }
}
