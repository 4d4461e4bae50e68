//! What is asked of a single link.

use postil_core::attribute::Value;
use postil_core::id::{DocumentId, LinkId};
use serde::Deserialize;
use ts_rs::TS;

/// A value for an attribute of a link.
#[derive(Debug, Deserialize, TS)]
pub struct SetLinkValue {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Link.
    #[ts(type = "number")]
    pub link: LinkId,
    /// Attribute id.
    pub attribute: String,
    /// The value; `null` empties the field.
    #[ts(type = "string | boolean | string[] | null")]
    pub value: Option<Value>,
}

/// A note on a link.
#[derive(Debug, Deserialize, TS)]
pub struct SetLinkNote {
    /// Article.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// Link.
    #[ts(type = "number")]
    pub link: LinkId,
    /// Text; empty takes the note away.
    pub note: String,
}
