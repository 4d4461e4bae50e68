//! Undo and redo.

use crate::app::{App, Listed};
use crate::commands::request::Reverse;
use crate::open_article::OpenArticle;
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{Edited, Patch};
use postil_core::change::{Change, Row};
use postil_core::id::{DocumentId, SpanId};
use postil_core::scheme::Role;
use postil_core::text::CodePoint;
use postil_store::{Reversal, StepSummary};

/// Takes the last step back.
pub fn undo(app: &mut App, request: Reverse) -> Result<Edited, Problem> {
    reverse(app, &request, "undo")
}

/// Does the last step taken back again.
pub fn redo(app: &mut App, request: Reverse) -> Result<Edited, Problem> {
    reverse(app, &request, "redo")
}

fn reverse(app: &mut App, request: &Reverse, way: &str) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    let next: Option<StepSummary> = if way == "undo" {
        open.project.next_undo()?
    } else {
        open.project.next_redo()?
    };
    let next = next.filter(|step| !crate::app::stays(&step.step));
    let next =
        next.ok_or_else(|| Problem::new(Code::NotFound, &format!("problem-nothing-to-{way}")))?;
    if let (Some(there), Some(here)) = (next.document, request.document)
        && there != here
        && view::document_row(open, there)?.is_some()
    {
        let title = open.project.document(there)?.title;
        let said = message(&format!("said-{way}-elsewhere"))
            .with("title", title)
            .with("step", next.step);
        return edited(open, there, Patch::default(), said, None);
    }
    let article = match next.document.or(request.document) {
        Some(document) => Some(
            open.article
                .take()
                .filter(|article| article.document == document),
        ),
        None => None,
    }
    .flatten();
    let reversal = if way == "undo" {
        open.project.undo(now)?
    } else {
        open.project.redo(now)?
    };
    let Reversal {
        step,
        document,
        changes,
    } = reversal
        .ok_or_else(|| Problem::new(Code::NotFound, &format!("problem-nothing-to-{way}")))?;
    let said = message(&format!("said-{way}")).with("step", step);
    if let Some(scheme) = open.scheme_if_changed(&changes)? {
        // Spans of many articles may have changed with it: nothing in memory
        // holds any more, and the window reads its article anew.
        open.article = None;
        let document = request.document.unwrap_or(DocumentId::UNSTORED);
        let mut edited = edited(open, document, Patch::default(), said, None)?;
        edited.list = Some(view::article_list(open)?);
        edited.removed_rows = removed_or_restored(&changes);
        edited.scheme = Some(scheme);
        return Ok(edited);
    }
    // A step of the register was made in no article: the eye stays.
    let of_register = document.is_none();
    let document = document
        .or(request.document)
        .unwrap_or(DocumentId::UNSTORED);
    let visible = document != DocumentId::UNSTORED && view::document_row(open, document)?.is_some();
    let mut patch = Patch::default();
    let mut eye = None;
    if visible {
        let mut article = match article {
            Some(article) => article,
            None => OpenArticle::load(&open.project, document, open.annotator.id)?,
        };
        let here = article.follow(&changes);
        patch = view::patch(&article, &open.project, &here)?;
        let kept = request
            .caret
            .filter(|_| request.document == Some(document))
            .and_then(|caret| article.text.from_utf16_floor(caret))
            .and_then(|caret| caret_kept(&article, caret, &here));
        eye = first_seen(&here)
            .filter(|_| !of_register)
            .map(|(span, first)| article.units(kept.unwrap_or(first)).map(|at| (span, at)))
            .transpose()?;
        open.article = Some(article);
    }
    let removed = removed_or_restored(&changes);
    let mut edited = edited(open, document, patch, said, eye)?;
    let Listed { rows, list } = open.rows_of(&changes)?;
    (edited.rows, edited.list) = (rows, list);
    edited.removed_rows = removed;
    edited.next = version_before(&changes);
    Ok(edited)
}

/// The version that is the newest again, after a correction was undone.
fn version_before(changes: &[Change]) -> Option<DocumentId> {
    changes
        .iter()
        .find_map(|change| match (&change.before, &change.after) {
            (Some(Row::Document(before)), Some(Row::Document(after)))
                if before.is_replaced() && after.removed_at.is_none() =>
            {
                Some(after.id)
            }
            _ => None,
        })
}

/// Articles that went to the bin.
fn removed_or_restored(changes: &[Change]) -> Vec<DocumentId> {
    changes
        .iter()
        .filter_map(|change| match &change.after {
            Some(Row::Document(document)) if document.removed_at.is_some() => Some(document.id),
            _ => None,
        })
        .collect()
}

/// The caret, where a span of its paragraph changed: the eye is there already.
fn caret_kept(article: &OpenArticle, caret: CodePoint, changes: &[Change]) -> Option<CodePoint> {
    let paragraph = article.text.paragraph_at(caret)?;
    changes
        .iter()
        .filter_map(|change| change.after.as_ref().or(change.before.as_ref()))
        .any(|row| matches!(row, Row::Span(span) if span.hull().overlaps(paragraph)))
        .then_some(caret)
}

/// The first span that changed, to take the eye there; one that is gone has
/// only its place.
fn first_seen(changes: &[Change]) -> Option<(Option<SpanId>, CodePoint)> {
    changes
        .iter()
        .filter_map(|change| match (&change.before, &change.after) {
            (_, Some(Row::Span(span))) => Some((Some(span.id), span.hull().start)),
            (Some(Row::Span(span)), None) => Some((None, span.hull().start)),
            _ => None,
        })
        .min_by_key(|(span, position)| (span.is_none(), *position))
}

fn edited(
    open: &crate::app::OpenProject,
    document: DocumentId,
    patch: Patch,
    said: crate::wire::Message,
    eye: Option<(Option<SpanId>, postil_core::text::Utf16)>,
) -> Result<Edited, Problem> {
    let current = eye.and_then(|(span, _)| span);
    let statement = |span: &SpanId| {
        open.article
            .as_ref()
            .and_then(|article| article.annotations.span(*span))
            .is_some_and(|span| open.scheme.role(&span.label) == Role::Statement)
    };
    Ok(Edited {
        document,
        patch,
        current,
        active: current.filter(statement),
        caret: eye.map(|(_, at)| at),
        message: said,
        history: open.history()?,
        rows: Vec::new(),
        list: None,
        removed_rows: Vec::new(),
        next: None,
        scheme: None,
    })
}
