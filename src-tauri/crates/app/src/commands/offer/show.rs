//! What a person sees of the files on offer.

use super::{ROWS, place};
use crate::app::{App, OpenProject};
use crate::article_files::{SeenArticle, SeenFile};
use crate::commands::near::{LIKE, like, percent, read_further};
use crate::commands::request::{AskOffer, OfOffered};
use crate::offer::{Offer, Offered, Twin};
use crate::problem::{Code, Problem};
use crate::transfer::counted;
use crate::wire::{
    Argument, ColumnView, DuplicateView, EncodingView, LikeOffered, OfferView, OfferedArticleView,
    OfferedFileView, OfferedRow,
};
use postil_core::id::DocumentId;
use postil_core::text::Shingles;
use postil_formats::article::{Columns, Field, FoundBy, encodings};
use std::collections::BTreeMap;
use std::path::Path;

/// A stretch of the files on offer. Each question reads some more of the project, so that near
/// duplicates are found.
pub fn offer(app: &mut App, request: AskOffer) -> Result<Option<OfferView>, Problem> {
    let Some(offer) = &mut app.offer else {
        return Ok(None);
    };
    let extent = offer.extent(app.open.as_ref().map(|open| &open.project))?;
    let compared = match &mut app.open {
        Some(open) if extent.read > 0 => read_further(open)? && extent.compared,
        _ => extent.compared,
    };
    let first = place(request.first);
    let list = offer.list(first, place(request.count.min(ROWS)));
    let rows = (first..)
        .zip(&list)
        .map(|(at, (file, duplicates))| row(app, at, file, *duplicates));
    let rows = rows.collect::<Result<_, Problem>>()?;
    Ok(Some(OfferView {
        looking: extent.looking,
        compared,
        files: counted(extent.files),
        read: counted(extent.read),
        refused: counted(extent.refused),
        wanted: counted(extent.wanted),
        articles: counted(extent.articles),
        passed_over: counted(extent.passed_over),
        problems: extent.problems,
        first: request.first,
        rows,
    }))
}

fn row(app: &App, at: usize, file: &Offered, duplicates: usize) -> Result<OfferedRow, Problem> {
    let seen = file.seen.as_ref().and_then(|seen| seen.as_ref().ok());
    let first = seen.and_then(|seen| seen.articles.first());
    let first = first.and_then(|article| article.close.as_ref());
    let near = match first.filter(|_| duplicates == 0) {
        Some(first) => {
            let offered = app.on_offer()?.near(at, 0, &first.shingles);
            let offered = offered.first().map(|(_, shared)| percent(*shared));
            let here = match &app.open {
                Some(open) => like(open, &first.shingles)?,
                None => Vec::new(),
            };
            offered.max(here.first().map(|near| near.percent))
        }
        None => None,
    };
    let guessed = seen
        .and_then(|seen| seen.encoding)
        .is_some_and(|encoding| encoding.found_by == FoundBy::Guess);
    Ok(OfferedRow {
        name: name(&file.path),
        kind: seen.map(|seen| seen.kind.id().to_owned()),
        read: file.seen.is_some(),
        wanted: file.wanted,
        title: first.map(|first| first.title.clone()).unwrap_or_default(),
        articles: seen.map_or(0, |seen| counted(seen.articles.len())),
        duplicates: counted(duplicates),
        near,
        noted: guessed || seen.is_some_and(|seen| !seen.notes.is_empty()),
        problem: problems(file).into_iter().next(),
    })
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn problems(file: &Offered) -> Vec<Problem> {
    let mut problems = match &file.seen {
        None => Vec::new(),
        Some(Ok(seen)) => seen.refused.clone(),
        Some(Err(problem)) => vec![problem.clone()],
    };
    for problem in &mut problems {
        name_briefly(&mut problem.arguments, &file.path);
    }
    problems
}

/// In a sentence that stands below the file's place, its name is enough.
pub(super) fn name_briefly(arguments: &mut BTreeMap<String, Argument>, path: &Path) {
    if let Some(named) = arguments.get_mut("path") {
        *named = Argument::Text(name(path));
    }
}

/// All that is known of a file on offer.
pub fn offered_file(app: &mut App, request: OfOffered) -> Result<OfferedFileView, Problem> {
    let offer = app.on_offer()?;
    let none = || Problem::new(Code::NotFound, "problem-no-offer");
    let (file, twins) = offer.file(place(request.file)).ok_or_else(none)?;
    let seen = file.seen.as_ref().and_then(|seen| seen.as_ref().ok());
    let columns = seen.and_then(|seen| seen.columns.as_ref());
    let encoding = seen.and_then(|seen| seen.encoding);
    let mut view = OfferedFileView {
        file: request.file,
        path: file.path.display().to_string(),
        read: file.seen.is_some(),
        wanted: file.wanted,
        kind: seen.map(|seen| seen.kind.id().to_owned()),
        encodings: if encoding.is_some() || file.choices.encoding.is_some() {
            encodings().map(str::to_owned).collect()
        } else {
            Vec::new()
        },
        encoding: encoding.map(|encoding| EncodingView {
            name: encoding.name.to_owned(),
            found_by: encoding.found_by.id(),
        }),
        columns: columns.map(columns_of),
        rows: columns.map_or(0, |columns| counted(columns.rows)),
        total: seen.map_or(0, |seen| counted(seen.articles.len())),
        articles: Vec::new(),
        notes: seen.map(|seen| seen.notes.clone()).unwrap_or_default(),
        problems: problems(&file),
    };
    // It is said beside the encoding.
    view.notes
        .retain(|note| view.encoding.is_none() || note.key != "note-file-encoding-guessed");
    for note in &mut view.notes {
        name_briefly(&mut note.arguments, &file.path);
    }
    if let Some(seen) = seen {
        view.articles = articles(app, place(request.file), seen, &twins)?;
    }
    Ok(view)
}

fn columns_of(columns: &Columns) -> Vec<ColumnView> {
    let gives = |at: usize| {
        let field = columns.used.iter().find(|(_, used)| **used == at);
        field.map(|(field, _)| Field::id(*field))
    };
    let column = |(at, name): (usize, &String)| ColumnView {
        name: name.clone(),
        samples: columns
            .samples
            .iter()
            .filter_map(|row| row.get(at))
            .filter(|value| !value.is_empty())
            .cloned()
            .collect(),
        field: gives(at),
    };
    columns.names.iter().enumerate().map(column).collect()
}

fn articles(
    app: &App,
    file: usize,
    seen: &SeenFile,
    twins: &[Option<Twin>],
) -> Result<Vec<OfferedArticleView>, Problem> {
    let mut shown = Vec::new();
    for (at, article) in seen.articles.iter().enumerate() {
        let twin = twins.get(at).copied().flatten();
        shown.extend(article_view(app, (file, at), article, twin)?);
    }
    Ok(shown)
}

fn article_view(
    app: &App,
    (file, at): (usize, usize),
    article: &SeenArticle,
    twin: Option<Twin>,
) -> Result<Option<OfferedArticleView>, Problem> {
    let Some(close) = &article.close else {
        return Ok(None);
    };
    let mut view = OfferedArticleView {
        row: article.row,
        title: close.title.clone(),
        beginning: close.beginning.clone(),
        goes_on: close.goes_on,
        length: close.length,
        language: close.language.clone(),
        right_to_left: close.right_to_left,
        metadata: close.metadata.clone(),
        duplicate: None,
        twin: None,
        near: Vec::new(),
        near_offered: Vec::new(),
    };
    if twin.is_none() {
        view.near_offered = like_offered(app.on_offer()?, (file, at), &close.shingles);
    }
    match (twin, &app.open) {
        (Some(Twin::Project(id)), Some(open)) => view.duplicate = Some(duplicate(open, id)?),
        (Some(Twin::File(other)), _) => {
            let other = app.on_offer()?.file(other);
            view.twin = other.map(|(other, _)| name(&other.path));
        }
        (None, Some(open)) => view.near = like(open, &close.shingles)?,
        _ => {}
    }
    Ok(Some(view))
}

/// The articles on offer that have much in common with one, the most first.
fn like_offered(
    offer: &Offer,
    (file, at): (usize, usize),
    shingles: &Shingles,
) -> Vec<LikeOffered> {
    let near = offer.near(file, at, shingles).into_iter().take(LIKE);
    near.filter_map(|((file, at), shared)| {
        let (other, _) = offer.file(file)?;
        let seen = other.seen.as_ref().and_then(|seen| seen.as_ref().ok())?;
        let close = seen.articles.get(at)?.close.as_ref()?;
        Some(LikeOffered {
            name: name(&other.path),
            title: close.title.clone(),
            percent: percent(shared),
        })
    })
    .collect()
}

/// An article with the same text, as it is told.
pub(super) fn duplicate(open: &OpenProject, id: DocumentId) -> Result<DuplicateView, Problem> {
    let document = open.project.document(id)?;
    Ok(DuplicateView {
        id,
        removed: document.removed_at.is_some() && !document.is_replaced(),
        title: document.title,
    })
}
