//! Correcting the text of an article: a new version, to which the annotations
//! are carried.

use crate::app::{App, OpenProject};
use crate::commands::request::{CorrectText, OfDocument};
use crate::intake;
use crate::problem::{Code, Problem};
use crate::view::{self, message};
use crate::wire::{CarriedView, Corrected, CorrectionView, TextRange};
use postil_core::bundle::Bundle;
use postil_core::correction::{self, Carried, Item};
use postil_core::document::{Document, LanguageMark};
use postil_core::id::{AnnotatorId, DocumentId, LayerId, Uid};
use postil_core::language::{self, DETECTOR};
use postil_core::span::{Flag, Span};
use postil_core::text::{Text, sha256};
use std::collections::HashMap;

/// The most spans that are sent; all are counted.
const LONGEST: usize = 500;

/// What a correction would do.
pub fn preview_correction(app: &mut App, request: CorrectText) -> Result<CorrectionView, Problem> {
    let open = app.opened()?;
    let text = new_text(open, &request)?;
    let bundle = open.project.bundle(request.document, |_| true)?;
    let carried = correction::carry(
        &bundle,
        &Text::new(bundle.text.clone()),
        &text,
        Uid::default,
    );
    view_of(&bundle, &carried, &text, |_| None)
}

/// Puts a new version in the place of an article.
pub fn correct_text(app: &mut App, request: CorrectText) -> Result<Corrected, Problem> {
    let old = request.document;
    let now = app.environment.now();
    let environment = &mut *app.environment;
    let open = app
        .open
        .as_mut()
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-project"))?;
    require_newest(open, old)?;
    let text = new_text(open, &request)?;
    let bundle = open.project.bundle(old, |_| true)?;
    if bundle.text == text.as_str() {
        return Err(Problem::new(Code::Invalid, "problem-nothing-corrected"));
    }
    let old_text = Text::new(bundle.text.clone());
    let carried = correction::carry(&bundle, &old_text, &text, || environment.uid());
    let version = Bundle {
        document: Document {
            uid: environment.uid(),
            sha256: sha256(text.as_str()),
            version_of: None,
            changed_at: now,
            changed_by: Some(open.annotator.id),
            ..bundle.document.clone()
        },
        text: text.as_str().to_owned(),
        languages: languages(&bundle, &carried, &text),
        zones: carried.zones.clone(),
        layers: carried.layers.clone(),
        ..bundle.clone()
    };
    let (new, _) = open.project.correct("step-correct", old, version, now)?;
    open.article = None;
    let row = view::document_row(open, new)?
        .ok_or_else(|| Problem::internal("the new version is gone"))?;
    let correction = stored(open, &bundle, &carried, &text, new)?;
    let said = message("said-corrected")
        .with("title", row.title.clone())
        .count("same", correction.same)
        .count("changed", correction.changed)
        .count("lost", correction.lost);
    Ok(Corrected {
        document: row,
        replaced: old,
        correction,
        history: open.history()?,
        message: said,
    })
}

/// What the correction that made a version did, and what of it is still open.
pub fn correction(app: &mut App, request: OfDocument) -> Result<CorrectionView, Problem> {
    let open = app.opened()?;
    let document = open.project.document(request.document)?;
    let old = document
        .version_of
        .ok_or_else(|| Problem::new(Code::NotFound, "problem-no-earlier-version"))?;
    let bundle = open.project.bundle(old, |_| true)?;
    let text = Text::new(open.project.text(request.document)?);
    let old_text = Text::new(bundle.text.clone());
    let carried = correction::carry(&bundle, &old_text, &text, Uid::default);
    stored(open, &bundle, &carried, &text, request.document)
}

/// Refuses to change an article that has a newer version.
pub fn require_newest(open: &OpenProject, document: DocumentId) -> Result<(), Problem> {
    if open.project.document(document)?.is_replaced() {
        return Err(Problem::new(Code::ReadOnly, "problem-earlier-version"));
    }
    Ok(())
}

fn new_text(open: &OpenProject, request: &CorrectText) -> Result<Text, Problem> {
    let text = intake::normalised(&request.text)?.text;
    if let Some(there) = open.project.find_by_sha256(&sha256(&text))?
        && there != request.document
    {
        let document = open.project.document(there)?;
        let key = match document.removed_at {
            _ if document.is_replaced() => "problem-correction-earlier",
            Some(_) => "problem-correction-in-bin",
            None => "problem-correction-duplicate",
        };
        return Err(Problem::new(Code::Duplicate, key).with("title", document.title));
    }
    Ok(Text::new(text))
}

/// Detected anew, but for what a person or a file said.
fn languages(old: &Bundle, carried: &Carried, text: &Text) -> Vec<LanguageMark> {
    let whole = old
        .languages
        .iter()
        .find(|mark| mark.extent.is_none() && (mark.by_hand || mark.detector != DETECTOR));
    let by_hand = whole.filter(|mark| mark.by_hand);
    let detected = language::detect_article(
        text,
        &carried.languages,
        by_hand.map(|mark| mark.tag.as_str()),
    );
    let mut marks = intake::language_marks(&detected, DocumentId::UNSTORED);
    if let Some(whole) = whole {
        marks.retain(|mark| mark.extent.is_some());
        marks.insert(0, whole.clone());
    }
    marks
}

type Place = (AnnotatorId, String, Vec<(u32, u32)>);

/// The view with the spans of the new version, as they are now.
fn stored(
    open: &OpenProject,
    bundle: &Bundle,
    carried: &Carried,
    text: &Text,
    new: DocumentId,
) -> Result<CorrectionView, Problem> {
    let place = |annotator, span: &Span| -> Place {
        let extents = span.extents().map(|at| (at.start.0, at.end.0));
        (annotator, span.label.clone(), extents.collect())
    };
    let mut spans: HashMap<Place, Span> = HashMap::new();
    for layer in open.project.layers(new)? {
        for span in open.project.spans(layer.id)? {
            spans.insert(place(layer.annotator, &span), span);
        }
    }
    let made: HashMap<(LayerId, u32), Place> = carried
        .layers
        .iter()
        .flat_map(|layer| {
            let annotator = layer.annotator.id;
            let spans = layer.spans.iter();
            spans.map(move |span| ((layer.layer.id, span.id.0), place(annotator, span)))
        })
        .collect();
    view_of(bundle, carried, text, |item| {
        let there = made.get(&(item.layer, item.span.0))?;
        spans.get(there).map(|span| {
            let own = there.0 == open.annotator.id;
            (own, span.clone())
        })
    })
}

fn view_of(
    bundle: &Bundle,
    carried: &Carried,
    text: &Text,
    now: impl Fn(&Item) -> Option<(bool, Span)>,
) -> Result<CorrectionView, Problem> {
    let report = &carried.report;
    let name = |layer: LayerId| {
        let mut layers = bundle.layers.iter();
        layers
            .find(|bundle| bundle.layer.id == layer)
            .map_or_else(String::new, |bundle| bundle.annotator.name.clone())
    };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let mut items = Vec::with_capacity(report.items.len().min(LONGEST));
    for item in report.items.iter().take(LONGEST) {
        let range = text.to_utf16_extent(item.extent).map(TextRange::from);
        let there = now(item);
        items.push(CarriedView {
            label: item.label.clone(),
            annotator: name(item.layer),
            before: item.before.clone(),
            after: item.after.clone(),
            range: range.ok_or_else(|| Problem::internal("a span lies outside the text"))?,
            open: there
                .as_ref()
                .is_some_and(|(_, span)| span.flags.contains(&Flag::TextChanged)),
            span: there.filter(|(own, _)| *own).map(|(_, span)| span.id),
        });
    }
    Ok(CorrectionView {
        same: report.same,
        changed: count(report.changed()),
        lost: count(report.lost()),
        links_lost: report.links_lost,
        links_to_entity: report.links_to_entity,
        questions_lost: report.questions_lost,
        zones_lost: report.zones_lost,
        reopened: report.reopened,
        items,
    })
}
