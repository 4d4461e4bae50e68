//! The article on screen, held in memory so that a mark reads nothing.

use crate::problem::Problem;
use crate::wire::TextRange;
use postil_core::annotations::Annotations;
use postil_core::change::{Change, Row};
use postil_core::id::{DocumentId, QuestionId, SpanId};
use postil_core::layer::{Layer, LayerKind};
use postil_core::question::Question;
use postil_core::text::quotation::{Quotation, quotations};
use postil_core::text::{CodePoint, Extent, Text, Utf16, Utf16Extent};
use postil_store::Project;
use std::collections::BTreeMap;

/// An article, its text, and the annotator's layer of it.
pub struct OpenArticle {
    /// Row id.
    pub document: DocumentId,
    /// The text with its offset index.
    pub text: Text,
    /// The quotations of the text.
    pub quotations: Vec<Quotation>,
    /// The annotator's layer, once there is one.
    pub layer: Option<Layer>,
    /// Its spans and links.
    pub annotations: Annotations,
    /// The questions about its spans, by row id.
    pub questions: BTreeMap<QuestionId, Question>,
    /// The claim that was made last, and where that left the caret: as long
    /// as it stays there, nobody has shown where the speaker stands.
    pub claimed: Option<(SpanId, CodePoint)>,
}

impl OpenArticle {
    /// Reads an article from the project.
    pub fn load(
        project: &Project,
        document: DocumentId,
        annotator: postil_core::id::AnnotatorId,
    ) -> Result<Self, Problem> {
        let text = Text::new(project.text(document)?);
        let layer = project.layer_of(document, annotator, LayerKind::Annotation)?;
        let annotations = match &layer {
            Some(layer) => Annotations::new(project.spans(layer.id)?, project.links(layer.id)?),
            None => Annotations::default(),
        };
        let questions = match &layer {
            Some(layer) => project.questions_of(layer.id)?,
            None => Vec::new(),
        };
        Ok(Self {
            document,
            quotations: quotations(&text),
            text,
            layer,
            annotations,
            questions: questions
                .into_iter()
                .map(|question| (question.id, question))
                .collect(),
            claimed: None,
        })
    }

    /// Follows a change.
    pub fn apply(&mut self, change: &Change) {
        match (&change.before, &change.after) {
            (_, Some(Row::Layer(layer))) if self.is_own(layer) => self.layer = Some(layer.clone()),
            (Some(Row::Layer(layer)), None) if self.is_own(layer) => self.layer = None,
            (_, Some(Row::Question(question))) if self.concerns(change) => {
                self.questions.insert(question.id, question.clone());
            }
            (Some(Row::Question(question)), None) => {
                self.questions.remove(&question.id);
            }
            _ if self.concerns(change) => self.annotations.apply(change),
            _ => {}
        }
    }

    /// Follows those changes that are not of other articles, and answers them.
    /// A step of the register may have changed spans of many.
    pub fn follow(&mut self, changes: &[Change]) -> Vec<Change> {
        let mut followed = Vec::new();
        for change in changes {
            let row = change.after.as_ref().or(change.before.as_ref());
            let marked = matches!(row, Some(Row::Span(_) | Row::Link(_) | Row::Question(_)));
            // One after the other: the layer comes before its first span.
            if !marked || self.concerns(change) {
                self.apply(change);
                followed.push(change.clone());
            }
        }
        followed
    }

    fn is_own(&self, layer: &Layer) -> bool {
        match &self.layer {
            Some(own) => own.id == layer.id,
            None => layer.document == self.document && layer.kind == LayerKind::Annotation,
        }
    }

    /// Whether a span or link of the change lies in this layer.
    #[must_use]
    pub fn concerns(&self, change: &Change) -> bool {
        let layer = match change.after.as_ref().or(change.before.as_ref()) {
            Some(Row::Span(span)) => span.layer,
            Some(Row::Link(link)) => link.layer,
            Some(Row::Question(question)) => question.layer,
            _ => return false,
        };
        match &self.layer {
            Some(own) => own.id == layer,
            // Undoing the first mark deletes the layer before or after its spans.
            None => change.after.is_none(),
        }
    }

    /// The question about a span that is open, the latest of several.
    #[must_use]
    pub fn open_question(&self, span: SpanId) -> Option<&Question> {
        self.questions
            .values()
            .rfind(|question| question.span == span && question.is_open())
    }

    /// From the window's units; out of range is a bug of the window.
    pub fn extent(&self, range: TextRange) -> Result<Extent, Problem> {
        let range = Utf16Extent::from(range);
        self.text.from_utf16_extent(range).ok_or_else(|| {
            Problem::internal(format!(
                "no text at {}–{} of article {}",
                range.start, range.end, self.document
            ))
        })
    }

    /// From the window's units; out of range is a bug of the window.
    pub fn position(&self, at: Utf16) -> Result<CodePoint, Problem> {
        self.text.from_utf16_floor(at).ok_or_else(|| {
            Problem::internal(format!("no position {at} in article {}", self.document))
        })
    }

    /// To the window's units.
    pub fn range(&self, extent: Extent) -> Result<TextRange, Problem> {
        self.text
            .to_utf16_extent(extent)
            .map(TextRange::from)
            .ok_or_else(|| {
                Problem::internal(format!("no text at {extent} of article {}", self.document))
            })
    }

    /// To the window's units.
    pub fn units(&self, at: CodePoint) -> Result<Utf16, Problem> {
        self.text.to_utf16(at).ok_or_else(|| {
            Problem::internal(format!("no position {at} in article {}", self.document))
        })
    }
}
