//! Where to go next, and what to select.

use crate::app::App;
use crate::commands::request::{AskBoundaries, AskStop, AtCaret, FindInArticle, Grow};
use crate::names::KnownName;
use crate::open_article::OpenArticle;
use crate::problem::Problem;
use crate::wire::{LineBoundaries, Places, StopKind, StopView, TextRange};
use postil_core::annotations::Annotations;
use postil_core::document::{Zone, ZoneKind, ZoneState};
use postil_core::id::SpanId;
use postil_core::scheme::Role;
use postil_core::take;
use postil_core::text::clause::grow as grow_extent;
use postil_core::text::{CodePoint, Extent, Text, find};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The most lines that one answer about boundaries holds.
const LINES: u32 = 400;

/// The most places that one answer to finding holds.
const PLACES: usize = 5_000;

/// A stop before it is put in the window's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stop {
    extent: Extent,
    kind: StopKind,
    span: Option<SpanId>,
}

impl Stop {
    /// Text order: what is larger comes before what lies in it.
    const fn key(&self) -> (CodePoint, Reverse<CodePoint>) {
        (self.extent.start, Reverse(self.extent.end))
    }
}

/// The next or previous stop: marked span, quotation, known name not yet
/// marked, paragraph.
pub fn stop(app: &mut App, request: AskStop) -> Result<Option<StopView>, Problem> {
    let open = app.opened()?;
    open.article(request.document)?;
    let mut names: Vec<(String, KnownName)> = Vec::new();
    for role in [Role::Actor, Role::Place] {
        if let Some(label) = open.scheme.label_with_role(role) {
            let known = open.known_names(&label.id)?;
            names.extend(known.into_iter().map(|name| (label.id.clone(), name)));
        }
    }
    names.sort_by(|a, b| a.1.name.cmp(&b.1.name));
    names.dedup_by(|a, b| a.1.name == b.1.name);
    let zones: Vec<Zone> = open
        .project
        .zones(request.document)?
        .into_iter()
        .filter(|zone| zone.kind == ZoneKind::Skip && zone.state != ZoneState::Refused)
        .collect();
    let statement = open
        .scheme
        .label_with_role(Role::Statement)
        .map(|label| label.id.clone());
    let cue = open
        .scheme
        .label_with_role(Role::Cue)
        .map(|label| label.id.clone());
    let article = open.article(request.document)?;
    let from = article.extent(request.from)?;
    let skipped = |extent: Extent| {
        zones
            .iter()
            .any(|zone| zone.extent().contains_extent(extent))
    };
    let after = |stop: &Stop| {
        if from.is_empty() {
            stop.extent.start > from.start
                || (stop.extent.start == from.start && !stop.extent.is_empty())
        } else {
            stop.key() > (from.start, Reverse(from.end))
        }
    };
    let before = |stop: &Stop| stop.key() < (from.start, Reverse(from.end)) && stop.extent != from;
    let lines = article.text.line_count();
    let start = article.text.line_of(from.start).unwrap_or(0);
    let order: Vec<usize> = if request.backward {
        (0..=start).rev().collect()
    } else {
        (start..lines).collect()
    };
    let in_hand = if request.backward {
        BTreeSet::new()
    } else {
        in_hand(&article.annotations, request.claim)
    };
    let mut spans: Vec<Stop> = article
        .annotations
        .spans()
        .filter(|span| !in_hand.contains(&span.id))
        .map(|span| Stop {
            // A discontinuous span is one stop, at its first fragment.
            extent: span.extents().next().unwrap_or_else(|| span.hull()),
            kind: StopKind::Span,
            span: Some(span.id),
        })
        .collect();
    spans.sort_by_key(Stop::key);
    for line in order {
        let stops = stops_of_line(
            article,
            &spans,
            &names,
            (statement.as_deref(), cue.as_deref()),
            line,
        );
        let mut fitting = stops
            .into_iter()
            .filter(|stop| !skipped(stop.extent))
            .filter(|stop| {
                if request.backward {
                    before(stop)
                } else {
                    after(stop)
                }
            });
        let found = if request.backward {
            fitting.max_by_key(Stop::key)
        } else {
            fitting.next()
        };
        if let Some(found) = found {
            let range = article.range(found.extent)?;
            return Ok(Some(StopView {
                range,
                kind: found.kind,
                span: found.span,
            }));
        }
    }
    Ok(None)
}

/// The active claim, what it is linked to, and the other claims of the same
/// mentions: they were just filled in, and are no stops.
fn in_hand(annotations: &Annotations, claim: Option<SpanId>) -> BTreeSet<SpanId> {
    let Some(claim) = claim else {
        return BTreeSet::new();
    };
    let linked: Vec<SpanId> = annotations
        .links_from(claim)
        .filter_map(|link| link.target.span())
        .collect();
    let others = linked
        .iter()
        .flat_map(|mention| annotations.links_to(*mention))
        .map(|link| link.head);
    others
        .chain(linked.iter().copied())
        .chain([claim])
        .collect()
}

/// The stops of one line in text order.
fn stops_of_line(
    article: &OpenArticle,
    spans: &[Stop],
    names: &[(String, KnownName)],
    (statement, cue): (Option<&str>, Option<&str>),
    line: usize,
) -> Vec<Stop> {
    let Some(extent) = article.text.line_extent(line) else {
        return Vec::new();
    };
    let Some(content) = article.text.slice(extent) else {
        return Vec::new();
    };
    if content.trim().is_empty() {
        return Vec::new();
    }
    let first = spans.partition_point(|stop| stop.extent.start < extent.start);
    let mut stops: Vec<Stop> = spans
        .iter()
        .skip(first)
        .take_while(|stop| stop.extent.start < extent.end)
        .copied()
        .collect();
    let marked = |label: &str, piece: Extent| {
        article
            .annotations
            .spans()
            .any(|span| span.label == label && span.extents().any(|extent| extent.overlaps(piece)))
    };
    for quotation in &article.quotations {
        let inside = extent.contains_extent(quotation.outer);
        if inside
            && quotation.speech
            && !statement.is_some_and(|label| marked(label, quotation.outer))
        {
            stops.push(Stop {
                extent: quotation.outer,
                kind: StopKind::Quotation,
                span: None,
            });
        }
    }
    for (label, known) in names {
        for found in take::occurrences(&article.text, content, extent.start, &known.name) {
            if !marked(label, found) {
                stops.push(Stop {
                    extent: found,
                    kind: StopKind::Name,
                    span: None,
                });
            }
        }
    }
    for word in take::words_of_saying(&article.text, &article.quotations, extent) {
        if cue.is_some_and(|label| !marked(label, word)) {
            stops.push(Stop {
                extent: Extent {
                    start: word.start,
                    end: word.start,
                },
                kind: StopKind::Saying,
                span: None,
            });
        }
    }
    stops.sort_by_key(Stop::key);
    stops.dedup_by_key(|stop| stop.extent);
    if stops
        .first()
        .is_none_or(|stop| stop.extent.start > extent.start)
    {
        let begin = Extent {
            start: extent.start,
            end: extent.start,
        };
        stops.insert(
            0,
            Stop {
                extent: begin,
                kind: StopKind::Paragraph,
                span: None,
            },
        );
    }
    stops
}

/// The next larger unit around a selection.
pub fn grow(app: &mut App, request: Grow) -> Result<Option<TextRange>, Problem> {
    let open = app.opened()?;
    let names: Vec<KnownName> = {
        open.article(request.document)?;
        let label = open
            .scheme
            .label_with_role(Role::Actor)
            .map(|label| label.id.clone());
        label.map_or_else(|| Ok(Vec::new()), |label| open.known_names(&label))?
    };
    let article = open.article(request.document)?;
    let selection = article.extent(request.selection)?;
    let known: Vec<Extent> = take::known_name(
        &article.text,
        names.iter().map(|name| name.name.as_str()),
        selection.start,
    )
    .into_iter()
    .collect();
    let grown = grow_extent(&article.text, selection, &known);
    if grown == selection {
        Ok(None)
    } else {
        article.range(grown).map(Some)
    }
}

/// The quotation around the caret, as the scheme takes it.
pub fn quotation(app: &mut App, request: AtCaret) -> Result<Option<TextRange>, Problem> {
    let open = app.opened()?;
    let options = open.scheme.options.clone();
    let article = open.article(request.document)?;
    let caret = article.position(request.caret)?;
    take::quotation_at(&article.quotations, caret)
        .map(|quotation| article.range(take::quoted(quotation, &options)))
        .transpose()
}

/// Finds in the text of an article.
pub fn find_in_article(app: &mut App, request: FindInArticle) -> Result<Places, Problem> {
    let article = app.opened()?.article(request.document)?;
    let found = find(&article.text, &request.query);
    Ok(Places {
        ranges: found
            .iter()
            .take(PLACES)
            .map(|extent| article.range(*extent))
            .collect::<Result<_, _>>()?,
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
    })
}

/// Word and grapheme boundaries of lines.
pub fn boundaries(app: &mut App, request: AskBoundaries) -> Result<Vec<LineBoundaries>, Problem> {
    let article = app.opened()?.article(request.document)?;
    let last = request.last.min(request.first.saturating_add(LINES));
    (request.first..=last)
        .take_while(|line| (*line as usize) < article.text.line_count())
        .map(|line| boundaries_of_line(&article.text, line))
        .collect()
}

fn boundaries_of_line(text: &Text, line: u32) -> Result<LineBoundaries, Problem> {
    let outside = || Problem::internal(format!("no line {line}"));
    let units = |at: CodePoint| text.to_utf16(at).ok_or_else(outside);
    let breaks = text.word_breaks(line as usize);
    let mut clusters = Vec::new();
    let graphemes = text.grapheme_breaks(line as usize);
    for pair in graphemes.windows(2) {
        let [start, end] = pair else { continue };
        let (start, end) = (units(*start)?, units(*end)?);
        if end.0.saturating_sub(start.0) > 1 {
            clusters.push(TextRange { start, end });
        }
    }
    Ok(LineBoundaries {
        line,
        words: breaks
            .iter()
            .map(|found| units(found.at))
            .collect::<Result<_, _>>()?,
        is_word: breaks
            .iter()
            .skip(1)
            .map(|found| found.word_before)
            .collect(),
        clusters,
    })
}
