//! What an edit did.

use super::{
    ArticleList, DocumentRow, EntityView, HistoryView, LanguageView, LinkView, Message,
    ParagraphView, SchemeView, SpanView, TextRange, ValueView, ZoneView,
};
use postil_core::id::{DocumentId, LinkId, SpanId, ZoneId};
use postil_core::text::Utf16;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What an edit did, for the article it was made in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Edited {
    /// The article that changed.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// What changed in it.
    pub patch: Patch,
    /// The current span now.
    #[ts(type = "number | null")]
    pub current: Option<SpanId>,
    /// The active claim now.
    #[ts(type = "number | null")]
    pub active: Option<SpanId>,
    /// Where the caret goes; `null` leaves it and the selection.
    #[ts(type = "number | null")]
    pub caret: Option<Utf16>,
    /// What to say.
    pub message: Message,
    /// Undo and redo now.
    pub history: HistoryView,
    /// Rows of the article list that changed.
    pub rows: Vec<DocumentRow>,
    /// All articles, in place of rows, where many changed.
    pub list: Option<ArticleList>,
    /// Articles that left the list.
    #[ts(type = "number[]")]
    pub removed_rows: Vec<DocumentId>,
    /// The article to open next, after "done".
    #[ts(type = "number | null")]
    pub next: Option<DocumentId>,
    /// The scheme, if it changed: the article is read anew then, for it may
    /// look different all over.
    pub scheme: Option<SchemeView>,
}

/// Rows that changed: new and changed ones whole, deleted ones by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Patch {
    /// Spans made or changed.
    pub spans: Vec<SpanView>,
    /// Spans deleted.
    #[ts(type = "number[]")]
    pub removed_spans: Vec<SpanId>,
    /// Links made or changed.
    pub links: Vec<LinkView>,
    /// Links deleted.
    #[ts(type = "number[]")]
    pub removed_links: Vec<LinkId>,
    /// Entities made or changed.
    pub entities: Vec<EntityView>,
    /// Zones made or changed.
    pub zones: Vec<ZoneView>,
    /// Zones deleted.
    #[ts(type = "number[]")]
    pub removed_zones: Vec<ZoneId>,
    /// Title, if it changed.
    pub title: Option<String>,
    /// Status, if it changed.
    #[ts(type = "'new' | 'started' | 'done' | null")]
    pub status: Option<postil_core::layer::LayerStatus>,
    /// All answers about the article, if they may have changed.
    pub answers: Option<BTreeMap<String, ValueView>>,
    /// Languages, if they changed: the article's, then its paragraphs'.
    pub language: Option<LanguageView>,
    /// Paragraph languages, if they changed.
    pub paragraphs: Option<Vec<ParagraphView>>,
}

/// A difference between an annotator's layer and the reference.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// What to say.
    pub message: Message,
    /// Where.
    pub range: TextRange,
}

/// How a practice article compares with its reference.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Comparison {
    /// Spans and links that agree.
    pub right: u32,
    /// Spans and links of the reference.
    pub expected: u32,
    /// Differences in text order.
    pub differences: Vec<Difference>,
}
