//! Questions for the team, and rules as annotators read them.

use super::TextRange;
use postil_core::id::{DocumentId, QuestionId, SpanId};
use serde::Serialize;
use ts_rs::TS;

/// A question for the team.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// Row id.
    #[ts(type = "number")]
    pub id: QuestionId,
    /// What it is about.
    pub marked: MarkedView,
    /// What is asked.
    pub text: String,
    /// Who asks.
    pub asked_by: String,
    /// The day, such as `2026-01-14`.
    pub asked_on: String,
    /// What was decided; `null` while it is open.
    pub answer: Option<AnswerView>,
}

/// What was decided about a question.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// The decision.
    pub text: String,
    /// Who wrote it down.
    pub by: String,
    /// The day.
    pub on: String,
    /// The label that it is a rule for, or that has the value that it is one
    /// for.
    pub label: String,
    /// Titles of what it is a rule for, from the label down.
    pub subject: Vec<String>,
    /// The version of the scheme that began with it.
    pub version: u32,
    /// How many spans of the label this annotator marked before it and has
    /// not checked since.
    pub before: u32,
}

/// A marked span of any article.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkedView {
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Label id.
    pub label: String,
    /// Where it begins and ends.
    pub range: TextRange,
    /// Its words, fragments joined by an ellipsis.
    pub quote: String,
    /// What stands before it in its paragraph, at most 38 code points.
    pub before: String,
    /// What stands after it, at most as much.
    pub after: String,
    /// Whether it is marked by the person at this computer.
    pub own: bool,
}

/// What was marked before a decision and not checked since.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MarkedBefore {
    /// All of them.
    pub total: u32,
    /// The first 200.
    pub spans: Vec<MarkedView>,
}

/// The rule of a label, with what belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RuleView {
    /// The label; its fields are its parts, their values the parts of those.
    pub label: RulePart,
    /// The links that start from it.
    pub links: Vec<RulePart>,
}

/// The rule of a label, a field, a value or a link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulePart {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The letter that marks it.
    pub key: Option<String>,
    /// The rule.
    pub help: String,
    /// Examples; what is meant stands in square brackets.
    pub examples: Vec<String>,
    /// What is not meant, and why.
    pub counter_examples: Vec<String>,
    /// What was decided since, the latest first.
    pub decisions: Vec<DecisionView>,
    /// What it is made of.
    pub parts: Vec<RulePart>,
}

/// A decision about a rule.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DecisionView {
    /// The day; empty if not known.
    pub date: String,
    /// What was decided.
    pub text: String,
}
