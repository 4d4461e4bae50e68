//! The project, its scheme and its list of articles.

use crate::app::OpenProject;
use crate::commands::first_to_open;
use crate::problem::Problem;
use crate::view::{article_list, message};
use crate::wire::{
    AnnotatorView, AttributeView, ChoiceView, DocumentRow, LabelView, LinkKindView, Message,
    ProjectView, SchemeView,
};
use postil_core::change::{Change, Row};
use postil_core::id::DocumentId;
use postil_core::layer::{LayerKind, LayerStatus};
use postil_core::scheme::{AttributeKind, Role, Scheme};
use postil_store::SharedFolder;
use std::collections::BTreeMap;
use std::path::Path;

/// The tag of a language that is not known.
pub(super) const UNDETERMINED: &str = "und";

/// The metadata key that marks an article for practice.
pub const PRACTICE: &str = "practice";

/// The whole project as the window shows it first.
pub fn project_view(open: &mut OpenProject) -> Result<ProjectView, Problem> {
    let mut documents = article_list(open)?;
    documents.first = first_to_open(open)?;
    let path = open.project.path();
    Ok(ProjectView {
        name: path
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
        path: path.display().to_string(),
        read_only: open.project.is_read_only(),
        annotator: AnnotatorView {
            id: open.annotator.id,
            name: open.annotator.name.clone(),
        },
        scheme: scheme_view(&open.scheme),
        documents,
        history: open.history()?,
        notice: notice(path),
    })
}

/// A word of warning for a project in a folder that others write to as well.
/// Between two actions the file is whole, so it is said and never refused.
fn notice(path: &Path) -> Option<Message> {
    let program = match SharedFolder::of(path.parent()?)? {
        SharedFolder::Network => return Some(message("notice-network-folder")),
        SharedFolder::OneDrive => "OneDrive",
        SharedFolder::Dropbox => "Dropbox",
        SharedFolder::Nextcloud => "Nextcloud",
        SharedFolder::ICloud => "iCloud Drive",
        SharedFolder::GoogleDrive => "Google Drive",
    };
    Some(message("notice-synced-folder").with("program", program))
}

/// One article's row; `None` when it lies in the bin.
pub fn document_row(
    open: &OpenProject,
    document: DocumentId,
) -> Result<Option<DocumentRow>, Problem> {
    let stored = open.project.document(document)?;
    if stored.removed_at.is_some() {
        return Ok(None);
    }
    let label = open
        .scheme
        .label_with_role(Role::Statement)
        .map(|label| label.id.as_str());
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    // The article on screen is in memory; reading it again at each mark would
    // cost more than the mark.
    let on_screen = open
        .article
        .as_ref()
        .filter(|article| article.document == document);
    let (status, claims) = match on_screen {
        Some(article) => {
            let status = article
                .layer
                .as_ref()
                .map_or(LayerStatus::New, |layer| layer.status);
            let claims = label.map_or(0, |label| article.annotations.count(label));
            (status, size(claims))
        }
        None => match open
            .project
            .layer_of(document, open.annotator.id, LayerKind::Annotation)?
        {
            Some(layer) => {
                let spans = open.project.spans(layer.id)?;
                let claims = spans
                    .iter()
                    .filter(|span| Some(span.label.as_str()) == label);
                (layer.status, size(claims.count()))
            }
            None => (LayerStatus::New, 0),
        },
    };
    let language = open.project.language(document)?;
    Ok(Some(DocumentRow {
        id: document,
        title: stored.title,
        status,
        language: language.unwrap_or_else(|| UNDETERMINED.to_owned()),
        claims,
        practice: stored.metadata.contains_key(PRACTICE),
        outlet: stated(&stored.metadata, "outlet"),
        published: stated(&stored.metadata, "published"),
    }))
}

pub(super) fn stated(metadata: &BTreeMap<String, String>, key: &str) -> String {
    metadata.get(key).cloned().unwrap_or_default()
}

/// The article that a change lies in, if it lies in one.
#[must_use]
pub fn document_of(open: &OpenProject, change: &Change) -> Option<DocumentId> {
    let layer = |id| {
        let article = open
            .article
            .as_ref()
            .filter(|article| article.layer.as_ref().is_some_and(|own| own.id == id));
        article
            .map(|article| article.document)
            .or_else(|| open.project.layer(id).ok().map(|layer| layer.document))
    };
    match change.after.as_ref().or(change.before.as_ref())? {
        Row::Document(row) => Some(row.id),
        Row::Language(row) => Some(row.document),
        Row::Zone(row) => Some(row.document),
        Row::Layer(row) => Some(row.document),
        Row::Span(row) => layer(row.layer),
        Row::Link(row) => layer(row.layer),
        Row::Question(row) => layer(row.layer),
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
                key: letter(label.key.as_ref(), label.retired),
                retired: label.retired,
                colour: label.colour.clone(),
                shape: label.shape,
                role: label.role,
                discontinuous: label.discontinuous,
                help: label.help.clone(),
                attributes: attribute_views(&label.attributes),
            })
            .collect(),
        links: scheme
            .links
            .iter()
            .filter(|link| link.enabled || link.retired)
            .map(|link| LinkKindView {
                id: link.id.clone(),
                title: titled(&link.title, &link.id),
                key: letter(link.key.as_ref(), link.retired),
                retired: link.retired,
                from: link.from.clone(),
                to: link.to.clone(),
                many: link.many,
                special: link.special.clone(),
                attributes: attribute_views(&link.attributes),
                has_rule: link.rule.is_some(),
                help: link.help.clone(),
            })
            .collect(),
        questions: attribute_views(&scheme.document_attributes),
        entity_types: scheme.entities.types.clone(),
    }
}

fn letter(key: Option<&String>, retired: bool) -> Option<String> {
    key.filter(|_| !retired).map(|key| key.to_uppercase())
}

fn attribute_views(kinds: &[AttributeKind]) -> Vec<AttributeView> {
    let offered = kinds.iter().filter(|kind| kind.enabled || kind.retired);
    offered.map(attribute_view).collect()
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
                retired: value.retired,
            })
            .collect(),
        show: kind.show,
        retired: kind.retired,
        has_rule: kind.rule.is_some(),
        required: kind.required,
        help: kind.help.clone(),
    }
}

fn titled(title: &str, id: &str) -> String {
    if title.is_empty() {
        id.replace('_', " ")
    } else {
        title.to_owned()
    }
}
