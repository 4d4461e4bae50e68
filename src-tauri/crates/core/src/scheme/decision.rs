//! Decisions about a rule, taken while annotating.

use super::Other;
use serde::{Deserialize, Serialize};

/// What was decided about a rule, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Decision {
    /// The day, ISO 8601 (`2026-01-14`); empty if not known.
    #[serde(default)]
    pub date: String,
    /// What was decided.
    pub text: String,
    /// The version of the scheme that began with it; 0 if not known.
    #[serde(default)]
    pub version: u32,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}
