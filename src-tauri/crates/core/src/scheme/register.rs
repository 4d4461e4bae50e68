//! What the register of entities holds, and the checks.

use super::Other;
use serde::{Deserialize, Serialize};

/// What the entity register holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EntityKinds {
    /// Types, such as `person`.
    pub types: Vec<String>,
    /// Attribute ids by type; `*` for all.
    #[serde(default)]
    pub attributes: std::collections::BTreeMap<String, Vec<String>>,
    /// Link kinds between entities.
    #[serde(default)]
    pub links: Vec<EntityLinkKind>,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

/// A kind of link between entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EntityLinkKind {
    /// Id.
    pub id: String,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}

/// A check, by rule id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CheckKind {
    /// Which.
    pub id: crate::check::Check,
    /// Keys that this version does not know; they are kept.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub other: Other,
}
