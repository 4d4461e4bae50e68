//! The table of claims.

use super::ValueView;
use postil_core::id::{DocumentId, SpanId};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A part of the table of claims.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimsPage {
    /// Claims that fit, among those that are read.
    pub total: u32,
    /// All articles are read; until then the table grows with each question.
    pub whole: bool,
    /// Articles read.
    pub articles: u32,
    /// The row asked for first, from 0.
    pub first: u32,
    /// Rows.
    pub rows: Vec<ClaimRowView>,
    /// The row of the span asked for, from 0.
    pub found: Option<u32>,
}

/// A claim in the table.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClaimRowView {
    /// Row id of the claim.
    #[ts(type = "number")]
    pub span: SpanId,
    /// Its article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Its number in its article, from 1.
    pub number: u32,
    /// Label id.
    pub label: String,
    /// Its words, at most 400 code points.
    pub words: String,
    /// Who says it; for a span that is no statement, whom or what it mentions.
    pub speakers: Vec<ClaimNameView>,
    /// What signals it.
    pub cues: Vec<ClaimNameView>,
    /// Places it is linked to.
    pub places: Vec<ClaimNameView>,
    /// Values by attribute id.
    pub attributes: BTreeMap<String, ValueView>,
    /// Flags.
    pub flags: Vec<String>,
    /// It has a note.
    pub noted: bool,
    /// Title of the article.
    pub title: String,
    /// Status of the article.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: postil_core::layer::LayerStatus,
    /// BCP 47, or `und`.
    pub language: String,
    /// ISO 8601 as far as known, or empty.
    pub published: String,
}

/// Whom or what a claim is linked to.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClaimNameView {
    /// Its name, or the words of the mention; empty for a special one.
    pub name: String,
    /// The author, or nobody.
    #[ts(type = "'author' | 'not_given' | null")]
    pub special: Option<postil_core::link::Special>,
}
