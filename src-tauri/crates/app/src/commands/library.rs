//! The list of articles: adding, naming, removing, finding.

use crate::app::{App, Listed};
use crate::commands::page;
use crate::commands::project::make_untitled;
use crate::commands::request::{NewArticle, OfDocument, Pasted, Rename, Search};
use crate::intake::{self, Draft};
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{Added, ArticleProposal, DuplicateView, Edited, Found, Patch};
use postil_core::bundle::SchemeVersion;
use postil_core::document::Document;
use postil_core::id::DocumentId;
use postil_core::language;
use postil_core::text::{Direction, Text, direction::direction, sha256};

/// How many articles a search names.
const HITS: u32 = 10_000;

/// What a pasted text would become.
pub fn propose_article(app: &mut App, request: Pasted) -> Result<ArticleProposal, Problem> {
    let text = intake::normalised(&request.text)?.text;
    let duplicate = match &app.open {
        Some(open) => match open.project.find_by_sha256(&sha256(&text))? {
            Some(id) => {
                let document = open.project.document(id)?;
                Some(DuplicateView {
                    id,
                    removed: document.removed_at.is_some() && !document.is_replaced(),
                    title: document.title,
                })
            }
            None => None,
        },
        None => None,
    };
    let indexed = Text::new(text);
    let detected = language::detect_article(&indexed, &[], None).article;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let first = indexed
        .paragraphs()
        .next()
        .and_then(|paragraph| indexed.slice(paragraph))
        .unwrap_or_default();
    Ok(ArticleProposal {
        title: intake::proposed_title(&indexed),
        language: detected
            .as_ref()
            .map_or_else(|| "und".to_owned(), |detection| detection.tag.clone()),
        guess: detected
            .as_ref()
            .and_then(|detection| detection.suggestion.clone()),
        confidence: detected
            .as_ref()
            .map_or(0.0, |detection| detection.confidence),
        length: indexed.len(),
        paragraphs: count(indexed.paragraphs().count()),
        metadata: page::stated_by(&indexed),
        right_to_left: direction(first) == Direction::RightToLeft,
        duplicate,
    })
}

/// Adds an article; with no project open it makes one.
pub fn add_article(app: &mut App, request: NewArticle) -> Result<Added, Problem> {
    // A text that can't be stored makes no project.
    intake::normalised(&request.text)?;
    let metadata = page::checked(request.metadata)?;
    if app.open.is_none() {
        make_untitled(app)?;
    }
    let scheme = {
        let open = app.opened()?;
        SchemeVersion {
            uid: open.scheme.uid.clone(),
            version: open.scheme.version,
        }
    };
    let draft = Draft {
        text: request.text,
        title: request.title,
        language: request.language,
        metadata,
    };
    let bundle = intake::bundle(&mut *app.environment, draft, scheme)?;
    let now = app.environment.now();
    let open = app.opened()?;
    let title = bundle.document.title.clone();
    let proposed = u32::try_from(bundle.zones.len()).unwrap_or(u32::MAX);
    let report = open.project.add_documents("step-add", vec![bundle], now)?;
    if let Some((_, there)) = report.duplicates.first() {
        let document = open.project.document(*there)?;
        if document.removed_at.is_some() && !document.is_replaced() {
            return restore(app, document);
        }
        return Err(Problem::new(Code::Duplicate, "problem-duplicate")
            .with("title", document.title)
            .count("document", there.0));
    }
    let added = report.added.first().copied();
    let added = added.ok_or_else(|| Problem::internal("nothing was added"))?;
    let row = view::document_row(open, added)?
        .ok_or_else(|| Problem::internal("the new article is gone"))?;
    Ok(Added {
        document: row,
        history: open.history()?,
        message: match proposed {
            0 => message("said-added").with("title", title),
            _ => message("said-added-proposed")
                .with("title", title)
                .count("count", proposed),
        },
    })
}

/// Takes an article out of the bin.
fn restore(app: &mut App, document: Document) -> Result<Added, Problem> {
    let (id, title) = (document.id, document.title);
    let said = message("said-restored").with("title", title);
    let edited = change_document(app, "step-restore", id, said, |document, _| {
        document.removed_at = None;
    })?;
    let row = edited.rows.into_iter().next();
    Ok(Added {
        document: row.ok_or_else(|| Problem::internal("the restored article is gone"))?,
        history: edited.history,
        message: edited.message,
    })
}

/// Gives an article a title.
pub fn rename_article(app: &mut App, request: Rename) -> Result<Edited, Problem> {
    let title = request.title.trim().to_owned();
    if title.is_empty() {
        return Err(Problem::new(Code::Invalid, "problem-empty-title"));
    }
    let said = message("said-renamed").with("title", title.clone());
    change_document(app, "step-rename", request.document, said, |document, _| {
        document.title = title
    })
}

/// Moves an article to the bin.
pub fn remove_article(app: &mut App, request: OfDocument) -> Result<Edited, Problem> {
    let title = app.opened()?.project.document(request.document)?.title;
    let said = message("said-removed").with("title", title);
    let mut edited = change_document(
        app,
        "step-remove",
        request.document,
        said,
        |document, now| {
            document.removed_at = Some(now);
        },
    )?;
    edited.removed_rows = vec![request.document];
    Ok(edited)
}

fn change_document(
    app: &mut App,
    step: &str,
    document: DocumentId,
    said: crate::wire::Message,
    change: impl FnOnce(&mut Document, i64),
) -> Result<Edited, Problem> {
    let now = app.environment.now();
    let open = app.opened()?;
    super::require_newest(open, document)?;
    let annotator = open.annotator.id;
    let edited = open.project.edit(step, Some(document), now, |edits| {
        let mut stored = edits.document(document)?;
        change(&mut stored, now);
        stored.changed_at = now;
        stored.changed_by = Some(annotator);
        edits.update_document(&stored)
    });
    let ((), changes) = edited?;
    let title = open.project.document(document)?.title;
    let Listed { rows, list } = open.rows_of(&changes)?;
    Ok(Edited {
        document,
        patch: Patch {
            title: Some(title),
            ..Patch::default()
        },
        current: None,
        active: None,
        caret: None,
        message: said,
        history: open.history()?,
        rows,
        list,
        removed_rows: Vec::new(),
        next: None,
        scheme: None,
    })
}

/// Searches titles and texts.
pub fn search(app: &mut App, request: Search) -> Result<Found, Problem> {
    let documents = app.opened()?.project.search(&request.query, HITS)?;
    Ok(Found { documents })
}
