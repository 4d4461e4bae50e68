//! Several articles at once: each is one step.

use crate::app::{App, Listed, OpenProject};
use crate::commands::request::{OfDocuments, SetStatus};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{Edited, Message, Patch};
use postil_core::attribute::Attributes;
use postil_core::change::Change;
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::{Layer, LayerKind, LayerStatus};
use postil_store::StoreError;
use std::collections::BTreeSet;

/// Gives articles a status. One that nobody began gets a layer, unless it is
/// to be new.
pub fn set_status(app: &mut App, request: SetStatus) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let status = request.status;
    let documents = chosen(&request.documents)?;
    // Uids are made while the project is written to.
    let none = || Problem::new(Code::NotFound, "problem-no-project");
    let open = app.open.as_mut().ok_or_else(none)?;
    let (annotator, scheme_version) = (open.annotator.id, open.scheme.version);
    let environment = &mut app.environment;
    let edited = open.project.edit("step-status", None, now, |edits| {
        let begun = edits.layers_of(&documents, annotator, LayerKind::Annotation)?;
        let mut untouched: BTreeSet<DocumentId> = documents.iter().copied().collect();
        for layer in &begun {
            untouched.remove(&layer.document);
        }
        edits.set_statuses(begun, status)?;
        if status == LayerStatus::New {
            return Ok(());
        }
        for document in untouched {
            edits.insert_layer(Layer {
                id: LayerId::UNSTORED,
                uid: environment.uid(),
                document,
                annotator,
                kind: LayerKind::Annotation,
                status,
                answers: Attributes::new(),
                scheme_version,
                active_ms: 0,
            })?;
        }
        Ok::<_, StoreError>(())
    });
    let ((), changes) = edited?;
    let word = match status {
        LayerStatus::New => "new",
        LayerStatus::Started => "started",
        LayerStatus::Done => "done",
    };
    let changed = u32::try_from(changes.len()).unwrap_or(u32::MAX);
    let said = message("said-status")
        .with("status", word)
        .count("count", changed);
    shown(open, &changes, said, Vec::new())
}

/// Moves articles to the bin.
pub fn remove_articles(app: &mut App, request: OfDocuments) -> Result<Edited, Problem> {
    let documents = chosen(&request.documents)?;
    let now = app.environment.now();
    let changes = move_all(app, "step-remove", &documents, Some(now), now)?;
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
    let changes = move_all(app, "step-restore", &documents, None, now)?;
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

fn move_all(
    app: &mut App,
    step: &str,
    documents: &[DocumentId],
    removed_at: Option<i64>,
    now: i64,
) -> Result<Vec<Change>, Problem> {
    let open = app.opened()?;
    let annotator = open.annotator.id;
    let edited = open.project.edit(step, None, now, |edits| {
        edits.set_removed(documents, removed_at, now, annotator)
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
