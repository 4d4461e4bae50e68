//! The library: which articles are listed, and in which order.

use crate::app::{App, OpenProject};
use crate::commands::request::{
    AskLibrary, AskSnippets, LibraryAsked, ListColumn, ListFilter, ListOrder, OfDocuments,
};
use crate::problem::Problem;
use crate::view;
use crate::wire::{DocumentRow, LibraryCountsView, LibraryPage, SnippetPlaceView, SnippetView};
use postil_core::id::DocumentId;
use postil_core::layer::LayerKind;
use postil_core::scheme::Role;
use postil_store::{
    Library, LibraryColumn, LibraryFilter, LibraryOrder, LibraryScope, SnippetPlace, Viewer,
};
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// The most rows that one answer holds; the rest is asked for again.
const MOST_ROWS: usize = 1_000;
/// Articles to one reading.
const ARTICLES: usize = 20;
/// How long one question may read on: keys wait behind it.
const READING: Duration = Duration::from_millis(25);

/// The articles that fit, in order. What only their spans say is read on with
/// each question, so that no key waits long.
pub fn library(app: &mut App, request: AskLibrary) -> Result<LibraryPage, Problem> {
    let uid = app.opened()?.project.uid();
    let kept = app.settings.lists.get(&uid).cloned().unwrap_or_default();
    let asked = request.asked.unwrap_or_else(|| kept.clone());
    remember(app, &asked, kept)?;
    let open = app.opened()?;
    open.listed = asked.clone();
    let mut library = take(open)?;
    let of_spans = request.count_spans || asks_of_spans(&asked);
    if of_spans {
        read_on(open, &mut library)?;
    }
    let (filter, order) = (filter(&asked.filter), order(asked.order));
    let all = library.articles().count();
    let (articles, counts) = library.find(&open.project, &filter, &order)?;
    let page = LibraryPage {
        asked,
        articles,
        done: u32::try_from(all.saturating_sub(library.unfinished().count())).unwrap_or(u32::MAX),
        whole: !of_spans || library.is_whole(),
        read: u32::try_from(library.reached()).unwrap_or(u32::MAX),
        counts: LibraryCountsView {
            statuses: counts.statuses,
            languages: counts.languages,
            outlets: counts.outlets,
            labels: counts.labels,
            flags: counts.flags,
        },
    };
    open.library = Some(library);
    Ok(page)
}

fn read_on(open: &OpenProject, library: &mut Library) -> Result<(), Problem> {
    let begun = Instant::now();
    while !library.is_whole() && begun.elapsed() <= READING {
        library.read_on(&open.project, ARTICLES)?;
    }
    Ok(())
}

/// The article to open with the project: the first unfinished one of the list
/// as it was left, or else its first. Where the list asks for more than can be
/// read at the start, it is taken without that; an empty one is taken whole.
pub(crate) fn first_to_open(open: &mut OpenProject) -> Result<Option<DocumentId>, Problem> {
    let mut library = take(open)?;
    let mut left = open.listed.clone();
    if asks_of_spans(&left) {
        read_on(open, &mut library)?;
        if !library.is_whole() {
            left.filter.label = None;
            left.filter.speaker.clear();
            left.filter.flag = None;
            if left.order.column == ListColumn::Claims {
                left.order = ListOrder::default();
            }
        }
    }
    let (asked, order) = (filter(&left.filter), order(left.order));
    let (mut listed, _) = library.find(&open.project, &asked, &order)?;
    if listed.is_empty() {
        listed = library.articles().collect();
    }
    let unfinished: HashSet<DocumentId> = library.unfinished().collect();
    let first = listed.iter().find(|id| unfinished.contains(id));
    let first = first.or(listed.first()).copied();
    open.library = Some(library);
    Ok(first)
}

/// The rows of articles that the list comes to.
pub fn article_rows(app: &mut App, request: OfDocuments) -> Result<Vec<DocumentRow>, Problem> {
    let open = app.opened()?;
    let asked = request.documents.len().min(MOST_ROWS);
    view::document_rows(open, request.documents.get(..asked).unwrap_or_default())
}

/// The unfinished articles that the list on screen has after one, and how
/// many there are in all besides it.
pub(super) fn unfinished_after(
    open: &mut OpenProject,
    document: DocumentId,
) -> Result<(Vec<DocumentId>, usize), Problem> {
    let mut library = take(open)?;
    let (filter, order) = (filter(&open.listed.filter), order(open.listed.order));
    let listed = library.unfinished_after(&open.project, &filter, &order, document)?;
    let all = library.unfinished().filter(|id| *id != document).count();
    open.library = Some(library);
    Ok((listed, all))
}

/// Keeps how the list was left; what was searched for is not kept.
fn remember(app: &mut App, asked: &LibraryAsked, kept: LibraryAsked) -> Result<(), Problem> {
    let mut left = asked.clone();
    left.filter.words.clear();
    if left == kept {
        return Ok(());
    }
    let uid = app.opened()?.project.uid();
    match left == LibraryAsked::default() {
        true => app.settings.lists.remove(&uid),
        false => app.settings.lists.insert(uid, left),
    };
    app.save_settings()
}

/// The library as it is now.
pub(crate) fn take(open: &mut OpenProject) -> Result<Library, Problem> {
    let scope = scope(open);
    if let Some(mut library) = open.library.take()
        && *library.scope() == scope
        && library.follow(&mut open.project)?
    {
        return Ok(library);
    }
    Ok(Library::new(&mut open.project, scope)?)
}

fn viewer(open: &OpenProject) -> Viewer {
    Viewer {
        annotator: open.annotator.id,
        kind: LayerKind::Annotation,
    }
}

fn scope(open: &OpenProject) -> LibraryScope {
    let scheme = &open.scheme;
    let statements = scheme.labels.iter();
    let links = scheme.links.iter();
    LibraryScope {
        viewer: viewer(open),
        statements: statements
            .filter(|label| label.role == Role::Statement)
            .map(|label| label.id.clone())
            .collect(),
        source_links: links
            .filter(|link| !link.special.is_empty())
            .map(|link| link.id.clone())
            .collect(),
    }
}

fn asks_of_spans(asked: &LibraryAsked) -> bool {
    filter(&asked.filter).asks_of_spans() || asked.order.column == ListColumn::Claims
}

fn filter(asked: &ListFilter) -> LibraryFilter {
    LibraryFilter {
        status: asked.status,
        language: asked.language.clone(),
        outlet: asked.outlet.clone(),
        from: asked.from.clone(),
        to: asked.to.clone(),
        label: asked.label.clone(),
        speaker: asked.speaker.clone(),
        flag: asked.flag.clone(),
        words: asked.words.clone(),
    }
}

fn order(asked: ListOrder) -> LibraryOrder {
    LibraryOrder {
        column: match asked.column {
            ListColumn::Added => LibraryColumn::Added,
            ListColumn::Published => LibraryColumn::Published,
            ListColumn::Title => LibraryColumn::Title,
            ListColumn::Outlet => LibraryColumn::Outlet,
            ListColumn::Status => LibraryColumn::Status,
            ListColumn::Claims => LibraryColumn::Claims,
            ListColumn::Language => LibraryColumn::Language,
        },
        descending: asked.descending,
    }
}

/// Where words stand in articles, as many of them as take no long time, one
/// at least.
pub fn snippets(app: &mut App, request: AskSnippets) -> Result<Vec<SnippetView>, Problem> {
    let open = app.opened()?;
    let viewer = viewer(open);
    let begun = Instant::now();
    let mut snippets = Vec::new();
    for document in request.documents {
        if !snippets.is_empty() && begun.elapsed() > READING {
            break;
        }
        let found = open.project.snippet(document, &request.words, &viewer)?;
        let (place, label) = match found.as_ref().map(|found| &found.place) {
            None => (None, None),
            Some(SnippetPlace::Text) => (Some(SnippetPlaceView::Text), None),
            Some(SnippetPlace::Title) => (Some(SnippetPlaceView::Title), None),
            Some(SnippetPlace::Note) => (Some(SnippetPlaceView::Note), None),
            Some(SnippetPlace::Marked(label)) => {
                (Some(SnippetPlaceView::Marked), Some(label.clone()))
            }
        };
        let (before, found, after) = found.map_or_else(Default::default, |snippet| {
            (snippet.before, snippet.found, snippet.after)
        });
        snippets.push(SnippetView {
            document,
            place,
            label,
            before,
            found,
            after,
        });
    }
    Ok(snippets)
}
