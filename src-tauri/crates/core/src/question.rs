//! Questions for the team: asked at a span, answered by a decision that stands
//! in the scheme.

use crate::id::{AnnotatorId, LayerId, QuestionId, SpanId, Uid};
use serde::{Deserialize, Serialize};

/// The longest question or answer, in code points.
pub const LONGEST: usize = 4_000;

/// A question for the team about one span. It goes with its span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Row id.
    pub id: QuestionId,
    /// Uid.
    pub uid: Uid,
    /// The layer of the span.
    pub layer: LayerId,
    /// What it is about.
    pub span: SpanId,
    /// What is asked; not empty.
    pub text: String,
    /// When, in Unix milliseconds.
    pub asked_at: i64,
    /// Who asks.
    pub asked_by: AnnotatorId,
    /// What the team decided; `None` while the question is open.
    pub answer: Option<Answer>,
}

/// What the team decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The decision as it was written into the scheme; not empty.
    pub text: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Who wrote it down.
    pub by: AnnotatorId,
    /// What it is a rule for.
    pub subject: Subject,
    /// The version of the scheme that holds it first.
    pub scheme_version: u32,
}

/// What a decision is a rule for: a label, an attribute of it, or a value of
/// that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Label id.
    pub label: String,
    /// Attribute id of the label.
    pub attribute: Option<String>,
    /// Value id of the attribute.
    pub value: Option<String>,
}

impl Question {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}
