//! Stretches of text: UTF-16 units.

use postil_core::text::{Utf16, Utf16Extent};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Half-open, in UTF-16 units over the whole article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextRange {
    /// First unit.
    #[ts(type = "number")]
    pub start: Utf16,
    /// One past the last unit.
    #[ts(type = "number")]
    pub end: Utf16,
}

/// Where something stands in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Places {
    /// The first 5,000, in text order.
    pub ranges: Vec<TextRange>,
    /// How many there are.
    pub total: u32,
}

impl From<Utf16Extent> for TextRange {
    fn from(extent: Utf16Extent) -> Self {
        Self {
            start: extent.start,
            end: extent.end,
        }
    }
}

impl From<TextRange> for Utf16Extent {
    fn from(range: TextRange) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}
