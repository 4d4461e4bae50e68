//! Several articles at once: each is one step.

use crate::app::{App, Listed, OpenProject};
use crate::commands::request::{OfDocuments, SetStatus};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{Edited, Message, Patch};
use postil_core::attribute::Attributes;
use postil_core::change::Change;
use postil_core::document::Document;
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_store::StoreError;

/// Gives articles a status. One that nobody began gets a layer, unless it is
/// to be new.
pub fn set_status(app: &mut App, request: SetStatus) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let status = request.status;
    let mut layers = Vec::new();
    for document in chosen(&request.documents)? {
        let open = app.opened()?;
        let own = open
            .project
            .layer_of(document, open.annotator.id, LayerKind::Annotation)?;
        let (annotator, scheme_version) = (open.annotator.id, open.scheme.version);
        match own {
            Some(own) if own.status != status => layers.push(Layer { status, ..own }),
            None if status != LayerStatus::New => layers.push(Layer {
                id: LayerId::UNSTORED,
                uid: app.environment.uid(),
                document,
                annotator,
                kind: LayerKind::Annotation,
                status,
                answers: Attributes::new(),
                scheme_version,
                active_ms: 0,
            }),
            _ => {}
        }
    }
    let word = match status {
        LayerStatus::New => "new",
        LayerStatus::Started => "started",
        LayerStatus::Done => "done",
    };
    let changed = u32::try_from(layers.len()).unwrap_or(u32::MAX);
    let said = message("said-status")
        .with("status", word)
        .count("count", changed);
    let open = app.opened()?;
    let edited = open.project.edit("step-status", None, now, |edits| {
        for layer in layers {
            match layer.id {
                LayerId::UNSTORED => drop(edits.insert_layer(layer)?),
                _ => edits.update_layer(&layer)?,
            }
        }
        Ok::<_, StoreError>(())
    });
    let ((), changes) = edited?;
    shown(open, &changes, said, Vec::new())
}

/// Moves articles to the bin.
pub fn remove_articles(app: &mut App, request: OfDocuments) -> Result<Edited, Problem> {
    let documents = chosen(&request.documents)?;
    let now = app.environment.now();
    let changes = change(app, "step-remove", &documents, now, |document| {
        document.removed_at.get_or_insert(now);
    })?;
    let said = said(app, "said-removed", &documents)?;
    let open = app.opened()?;
    let on_screen = open.article.as_ref().map(|article| article.document);
    if on_screen.is_some_and(|document| documents.contains(&document)) {
        open.article = None;
    }
    shown(open, &changes, said, documents)
}

/// Takes articles out of the bin.
pub fn restore_articles(app: &mut App, request: OfDocuments) -> Result<Edited, Problem> {
    let documents = chosen(&request.documents)?;
    let now = app.environment.now();
    let changes = change(app, "step-restore", &documents, now, |document| {
        // An earlier version of an article is not in the bin.
        if document.removed_at.is_some_and(|at| at > 0) {
            document.removed_at = None;
        }
    })?;
    let said = said(app, "said-restored", &documents)?;
    shown(app.opened()?, &changes, said, Vec::new())
}

fn chosen(documents: &[DocumentId]) -> Result<Vec<DocumentId>, Problem> {
    let mut documents = documents.to_vec();
    documents.sort_unstable();
    documents.dedup();
    match documents.is_empty() {
        true => Err(Problem::new(Code::Invalid, "problem-none-chosen")),
        false => Ok(documents),
    }
}

fn change(
    app: &mut App,
    step: &str,
    documents: &[DocumentId],
    now: i64,
    change: impl Fn(&mut Document),
) -> Result<Vec<Change>, Problem> {
    let open = app.opened()?;
    let annotator = open.annotator.id;
    let edited = open.project.edit(step, None, now, |edits| {
        for id in documents {
            let before = edits.document(*id)?;
            let mut document = before.clone();
            change(&mut document);
            if document != before {
                document.changed_at = now;
                document.changed_by = Some(annotator);
                edits.update_document(&document)?;
            }
        }
        Ok::<_, StoreError>(())
    });
    let ((), changes) = edited?;
    Ok(changes)
}

/// One article is named, several are counted.
fn said(app: &mut App, key: &str, documents: &[DocumentId]) -> Result<Message, Problem> {
    if let [document] = documents {
        let title = app.opened()?.project.document(*document)?.title;
        return Ok(message(key).with("title", title));
    }
    let count = u32::try_from(documents.len()).unwrap_or(u32::MAX);
    Ok(message(&format!("{key}-several")).count("count", count))
}

/// What was done, for the article on screen and the list.
fn shown(
    open: &mut OpenProject,
    changes: &[Change],
    message: Message,
    removed_rows: Vec<DocumentId>,
) -> Result<Edited, Problem> {
    let mut patch = Patch::default();
    let mut document = DocumentId::UNSTORED;
    if let Some(mut article) = open.article.take() {
        let here: Vec<Change> = changes
            .iter()
            .filter(|change| view::document_of(open, change) == Some(article.document))
            .cloned()
            .collect();
        let followed = article.follow(&here);
        patch = view::patch(&article, &open.project, &followed)?;
        document = article.document;
        open.article = Some(article);
    }
    let Listed { rows, list } = open.rows_of(changes)?;
    Ok(Edited {
        document,
        patch,
        current: None,
        active: None,
        caret: None,
        message,
        history: open.history()?,
        rows,
        list,
        removed_rows,
        next: None,
        scheme: None,
    })
}
