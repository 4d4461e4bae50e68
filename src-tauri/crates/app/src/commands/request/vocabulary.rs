//! What is asked of a growing vocabulary.

use serde::Deserialize;
use ts_rs::TS;

/// The words of an attribute that were used so far.
#[derive(Debug, Deserialize, TS)]
pub struct AskWords {
    /// Label id, or the id of a link kind.
    pub of: String,
    /// Attribute id.
    pub attribute: String,
    /// Of links, not of spans.
    pub links: bool,
}
