//! Choices that change what a mark takes in.

use super::Other;
use serde::{Deserialize, Serialize};

/// Choices that change what a mark takes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Options {
    /// A quoted claim includes its quotation marks.
    #[serde(default = "super::yes")]
    pub quotation_marks_inside: bool,
    /// A claim made from a sentence includes the final stop.
    #[serde(default)]
    pub final_stop_inside: bool,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            quotation_marks_inside: true,
            final_stop_inside: false,
            other: Other::new(),
        }
    }
}
