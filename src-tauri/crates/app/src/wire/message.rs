//! Sentences by key.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A sentence for the status line: a key of `words/*.ftl` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Message {
    /// Key.
    pub key: String,
    /// Arguments by name.
    pub arguments: BTreeMap<String, Argument>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Argument {
    /// A count, which chooses the plural form.
    Number(u32),
    /// A text.
    Text(String),
}
