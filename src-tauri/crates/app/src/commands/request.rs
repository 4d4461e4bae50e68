//! What the commands are asked with.

mod answer;
mod claims;
mod correct;
mod find;
mod job;
mod language;
mod library;
mod link;
mod near;
mod offer;
mod page;
mod proposal;
mod register;
mod scheme;
mod team;
mod transfer;
mod vocabulary;
mod zone;

pub use answer::SetAnswer;
pub use claims::{AskClaims, ClaimsColumn, ClaimsFilter, ClaimsOrder, NotedMark};
pub use correct::CorrectText;
pub use find::{FindInArticle, Search};
pub use job::OfJob;
pub use language::{AskLanguages, ChooseLanguage};
pub use library::{
    AskLibrary, AskSnippets, LibraryAsked, ListColumn, ListFilter, ListOrder, OfDocuments,
    SetStatus,
};
pub use link::{SetLinkNote, SetLinkValue};
pub use near::{AskNear, ComparePair};
pub use offer::{
    AskOffer, ChooseArticleFiles, OfOffered, ReadOfferedAs, SaveReport, TakeOfferedColumn,
    WantOffered,
};
pub use page::PastedPage;
pub use proposal::{AdjustZone, DecideZone};
pub use register::*;
pub use scheme::{ChangeScheme, DraftScheme, NewProject, PartDecision};
pub use team::{AnswerQuestion, AskQuestion, BeforeVersion, OfLabel, SubjectOf};
pub use transfer::{
    ChooseImport, ExportAsked, ExportScope, ImportAsked, OfFile, PartAsked, SurveyExport,
    SurveyImport,
};
pub use vocabulary::AskWords;
pub use zone::ToggleZone;

use crate::wire::{TargetView, TextRange};
use postil_core::attribute::Value;
use postil_core::id::{DocumentId, EntityId, LinkId, SpanId};
use postil_core::text::Utf16;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Nothing to say.
#[derive(Debug, Deserialize, TS)]
pub struct Nothing {}

/// An article.
#[derive(Debug, Deserialize, TS)]
pub struct OfDocument {
    /// Row id.
    #[ts(type = "number")]
    pub document: DocumentId,
}

/// A name.
#[derive(Debug, Deserialize, TS)]
pub struct Named {
    /// Name.
    pub name: String,
}

/// A text, pasted or typed.
#[derive(Debug, Deserialize, TS)]
pub struct Pasted {
    /// Text.
    pub text: String,
}

/// A new article.
#[derive(Debug, Deserialize, TS)]
pub struct NewArticle {
    /// Text.
    pub text: String,
    /// Title; the first line if empty.
    pub title: String,
    /// A chosen language (BCP 47); detected if absent.
    pub language: Option<String>,
    /// Outlet, author, published, url.
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
}

/// A new title.
#[derive(Debug, Deserialize, TS)]
pub struct Rename {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Title.
    pub title: String,
}

/// Marks text with a label, and fills a slot of the active claim with it.
#[derive(Debug, Deserialize, TS)]
pub struct Mark {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Label id. For a slot that takes several labels: the one to use when
    /// no span is there yet.
    pub label: String,
    /// The selected text; `null` when there is only a caret.
    pub selection: Option<TextRange>,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
    /// The claim whose slot is filled, if one is active.
    #[ts(type = "number | null")]
    pub claim: Option<SpanId>,
    /// The link kind to fill; `null` only marks.
    pub slot: Option<String>,
    /// Values for a new span, by attribute id: a person has chosen them for
    /// all that the label in hand marks.
    #[serde(default)]
    #[ts(
        optional,
        type = "{ [attribute in string]: string | boolean | string[] }"
    )]
    pub values: Option<BTreeMap<String, Value>>,
}

/// A place that stands for its government, people or organisation.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkStandIn {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// The selected text.
    pub selection: Option<TextRange>,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
    /// Whom it stands for: an entity of the register.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Or a new entity of this name.
    pub name: Option<String>,
    /// Type of the new entity; a government if absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
}

/// Fills a slot without text: entity, author, not given, or a mention far
/// away.
#[derive(Debug, Deserialize, TS)]
pub struct Fill {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Claim.
    #[ts(type = "number")]
    pub claim: SpanId,
    /// Link kind.
    pub slot: String,
    /// What to link to.
    pub target: TargetView,
    /// A new entity of this name instead of the target.
    pub name: Option<String>,
    /// Type of the new entity; a person if absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Keep what is in the slot and add this.
    pub further: bool,
}

/// A claim.
#[derive(Debug, Deserialize, TS)]
pub struct OfClaim {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Claim.
    #[ts(type = "number")]
    pub claim: SpanId,
}

/// Choices for a slot.
#[derive(Debug, Deserialize, TS)]
pub struct AskCandidates {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Claim.
    #[ts(type = "number")]
    pub claim: SpanId,
    /// Link kind.
    pub slot: String,
    /// What was typed so far.
    pub query: String,
}

/// Entities of the register.
#[derive(Debug, Deserialize, TS)]
pub struct AskEntities {
    /// What was typed so far.
    pub query: String,
    /// Types to choose from; all if empty.
    pub kinds: Vec<String>,
    /// The mention that is to be named, in the article on screen: what its
    /// words propose comes first.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
}

/// A span.
#[derive(Debug, Deserialize, TS)]
pub struct OfSpan {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
}

/// A link.
#[derive(Debug, Deserialize, TS)]
pub struct OfLink {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Link.
    #[ts(type = "number")]
    pub link: LinkId,
}

/// A fragment to add to a span; on a fragment, to take away.
#[derive(Debug, Deserialize, TS)]
pub struct ToggleFragment {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// The selected text.
    pub selection: Option<TextRange>,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
}

/// Moves an end of a span.
#[derive(Debug, Deserialize, TS)]
pub struct Resize {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Which end of the fragment nearest to the caret.
    pub edge: Edge,
    /// How far.
    pub unit: Unit,
    /// Later in the text, whatever the direction of the script.
    pub forward: bool,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
}

/// New ends for a fragment.
#[derive(Debug, Deserialize, TS)]
pub struct Reshape {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Number of the fragment in text order, from 0.
    pub fragment: u32,
    /// What the fragment takes now.
    pub range: TextRange,
}

/// Makes two spans of one.
#[derive(Debug, Deserialize, TS)]
pub struct Split {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Where it is cut.
    #[ts(type = "number")]
    pub caret: Utf16,
    /// The active claim, cut when the caret is not inside the span.
    #[ts(type = "number | null")]
    #[serde(default)]
    pub claim: Option<SpanId>,
}

/// Marks further occurrences of a span's words.
#[derive(Debug, Deserialize, TS)]
pub struct MarkOccurrences {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// The span whose words they are.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Those to mark, out of what `occurrences` answered.
    pub ranges: Vec<TextRange>,
}

/// An end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// The first code point.
    Start,
    /// The last one.
    End,
}

/// How far an end moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// One word.
    Word,
    /// One grapheme.
    Grapheme,
}

/// A value for an attribute.
#[derive(Debug, Deserialize, TS)]
pub struct SetValue {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Attribute id.
    pub attribute: String,
    /// The value; `null` empties the field.
    #[ts(type = "string | boolean | string[] | null")]
    pub value: Option<Value>,
}

/// A label for a span that is there.
#[derive(Debug, Deserialize, TS)]
pub struct Relabel {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Label id.
    pub label: String,
}

/// A note on a span.
#[derive(Debug, Deserialize, TS)]
pub struct SetNote {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Text; empty takes the note away.
    pub note: String,
}

/// The entity that a mention belongs to.
#[derive(Debug, Deserialize, TS)]
pub struct SetEntity {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Span.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Entity; `null` with no name takes it away.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Or a new entity of this name.
    pub name: Option<String>,
    /// Type of the new entity; by the label of the mention if absent.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
}

/// A position in an article.
#[derive(Debug, Deserialize, TS)]
pub struct AtCaret {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// The caret.
    #[ts(type = "number")]
    pub caret: Utf16,
}

/// Looks for the next stop.
#[derive(Debug, Deserialize, TS)]
pub struct AskStop {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// What is selected now; empty for a caret.
    pub from: TextRange,
    /// Towards the start.
    pub backward: bool,
    /// The active claim: it and what it is linked to are no stops.
    #[ts(type = "number | null")]
    #[serde(default)]
    pub claim: Option<SpanId>,
}

/// Grows a selection.
#[derive(Debug, Deserialize, TS)]
pub struct Grow {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// What is selected now; empty for a caret.
    pub selection: TextRange,
}

/// Lines near the viewport.
#[derive(Debug, Deserialize, TS)]
pub struct AskBoundaries {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// First line from 0.
    pub first: u32,
    /// Last line, included.
    pub last: u32,
}

/// Marks an article done, or open again.
#[derive(Debug, Deserialize, TS)]
pub struct SetDone {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Done.
    pub done: bool,
    /// Done although the checks find it unfinished: the person was told.
    #[serde(default)]
    pub anyway: bool,
}

/// Undo or redo.
#[derive(Debug, Deserialize, TS)]
pub struct Reverse {
    /// The article on screen. A step made in another article is not reversed:
    /// the answer says where to go first.
    #[ts(type = "number | null")]
    pub document: Option<DocumentId>,
    /// Where the caret is: it stays where what is reversed stands in its paragraph.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub caret: Option<Utf16>,
}
