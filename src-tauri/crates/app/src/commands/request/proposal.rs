//! Zones: what of a page is not the article, and what its lines are.

use crate::wire::TextRange;
use postil_core::id::{DocumentId, ZoneId};
use serde::Deserialize;
use ts_rs::TS;

/// A person's word about a zone.
#[derive(Debug, Deserialize, TS)]
pub struct DecideZone {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Zone.
    #[ts(type = "number")]
    pub zone: ZoneId,
    /// Whether it is right.
    pub accept: bool,
}

/// Other ends for a zone.
#[derive(Debug, Deserialize, TS)]
pub struct AdjustZone {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Zone; `null` makes a skip zone.
    #[ts(type = "number | null")]
    pub zone: Option<ZoneId>,
    /// Where it lies now.
    pub range: TextRange,
}
