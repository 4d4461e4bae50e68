//! Questions for the team, and the rules that answers become.

use postil_core::id::{DocumentId, QuestionId, SpanId};
use serde::Deserialize;
use ts_rs::TS;

/// A question about a span.
#[derive(Debug, Deserialize, TS)]
pub struct AskQuestion {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// What is asked; empty withdraws the question that is open.
    pub text: String,
}

/// An answer to a question, which becomes a decision of the scheme.
#[derive(Debug, Deserialize, TS)]
pub struct AnswerQuestion {
    /// Question.
    #[ts(type = "number")]
    pub question: QuestionId,
    /// The decision.
    pub text: String,
    /// What it is a rule for.
    pub subject: SubjectOf,
}

/// A label or a link kind, an attribute of it, or a value of that.
#[derive(Debug, Deserialize, TS)]
pub struct SubjectOf {
    /// Label id; of a link kind, a label that it starts from.
    pub label: String,
    /// Link kind id.
    #[serde(default)]
    #[ts(optional)]
    pub link: Option<String>,
    /// Attribute id.
    pub attribute: Option<String>,
    /// Value id.
    pub value: Option<String>,
}

/// What was marked before a version of the scheme.
#[derive(Debug, Deserialize, TS)]
pub struct BeforeVersion {
    /// Label id.
    pub label: String,
    /// The version that began with the decision.
    pub version: u32,
}

/// A label.
#[derive(Debug, Deserialize, TS)]
pub struct OfLabel {
    /// Label id.
    pub label: String,
}
