//! What was marked before a decision, looked at again.

use crate::app::{App, OpenProject, Outcome};
use crate::commands::annotate::{around, short};
use crate::commands::request::{BeforeVersion, OfSpan};
use crate::problem::Problem;
use crate::view::message;
use crate::wire::{Edited, MarkedBefore, MarkedView, TextRange};
use postil_core::id::{DocumentId, SpanId};
use postil_core::scheme::Role;
use postil_core::span::Flag;
use postil_core::text::Text;

/// The most spans that one answer holds; all are counted.
const LONGEST: u32 = 200;

/// The article looked at last: lists go through one after the other.
#[derive(Default)]
pub struct Texts(Option<(DocumentId, String, Text)>);

impl Texts {
    fn get(&mut self, open: &OpenProject, id: DocumentId) -> Result<(&str, &Text), Problem> {
        let known = self.0.take().filter(|(document, ..)| *document == id);
        let known = match known {
            Some(known) => known,
            None => {
                let title = open.project.document(id)?.title;
                (id, title, Text::new(open.project.text(id)?))
            }
        };
        let (_, title, text) = self.0.insert(known);
        Ok((title, text))
    }
}

/// The spans of a label that this annotator has not checked since a version
/// of the scheme.
pub fn marked_before(app: &mut App, request: BeforeVersion) -> Result<MarkedBefore, Problem> {
    let open = app.opened()?;
    let annotator = open.annotator.id;
    let (project, label) = (&open.project, &request.label);
    let total = project.count_marked_before(annotator, label, request.version)?;
    let found = project.marked_before(annotator, label, request.version, LONGEST)?;
    let mut texts = Texts::default();
    Ok(MarkedBefore {
        total,
        spans: found
            .into_iter()
            .map(|(span, _)| marked(open, &mut texts, span))
            .collect::<Result<_, _>>()?,
    })
}

/// A span with the words around it.
pub fn marked(open: &OpenProject, texts: &mut Texts, id: SpanId) -> Result<MarkedView, Problem> {
    let span = open.project.span(id)?;
    let layer = open.project.layer(span.layer)?;
    let (title, text) = texts.get(open, layer.document)?;
    let hull = span.hull();
    let (before, after) = around(text, hull);
    let range = text
        .to_utf16_extent(hull)
        .ok_or_else(|| Problem::internal(format!("no text at {hull} of {}", layer.document)))?;
    Ok(MarkedView {
        span: id,
        document: layer.document,
        title: title.to_owned(),
        label: span.label.clone(),
        range: TextRange::from(range),
        quote: span.quote(),
        before,
        after,
        own: layer.annotator == open.annotator.id,
    })
}

/// Says that a span is right under the scheme and over the text as they are
/// now. That changes no
/// annotation, so it can be said of an article that is done.
pub fn confirm_span(app: &mut App, request: OfSpan) -> Result<Edited, Problem> {
    app.edit("step-confirm", request.document, |session| {
        let mut span = session.span(request.span)?;
        span.scheme_version = session.scheme.version;
        span.flags.remove(&Flag::TextChanged);
        session.edits.update_span(&span)?;
        let statement = session.scheme.role(&span.label) == Role::Statement;
        let said = message("said-confirmed").with("quote", short(&span.quote()));
        session.article.annotations.put_span(span);
        Ok(Outcome {
            message: said,
            current: Some(request.span),
            active: statement.then_some(request.span),
            caret: None,
        })
    })
}
