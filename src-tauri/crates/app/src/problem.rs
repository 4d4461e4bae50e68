//! Refusals: what went wrong, in words, and what to do.

use crate::wire::Argument;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A refusal. Codes exist only where the window or a script acts on them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// Code.
    pub code: Code,
    /// Key of `words/*.ftl`.
    pub key: String,
    /// Arguments by name.
    pub arguments: BTreeMap<String, Argument>,
    /// Key of what to do, if there is something.
    pub hint: Option<String>,
    /// What lay below, for a report to the makers; not shown by itself.
    pub cause: Option<String>,
}

/// Codes of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[allow(
    missing_docs,
    reason = "the names say it, and words/*.ftl says it at length"
)]
pub enum Code {
    Invalid,
    NotFound,
    Duplicate,
    Stale,
    ReadOnly,
    FileTooNew,
    FileNotOurs,
    FileDamaged,
    FileBusy,
    DiskFull,
    TooLarge,
    Unreadable,
    Unsupported,
    Stopped,
    Internal,
}

impl Problem {
    /// A problem with a code and a message key.
    #[must_use]
    pub fn new(code: Code, key: &str) -> Self {
        Self {
            code,
            key: key.to_owned(),
            arguments: BTreeMap::new(),
            hint: None,
            cause: None,
        }
    }

    /// Adds a text argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.arguments
            .insert(name.to_owned(), Argument::Text(value.into()));
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn count(mut self, name: &str, value: u32) -> Self {
        self.arguments
            .insert(name.to_owned(), Argument::Number(value));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, key: &str) -> Self {
        self.hint = Some(key.to_owned());
        self
    }

    /// Keeps what lay below.
    #[must_use]
    pub fn cause(mut self, cause: impl std::fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
}

impl Problem {
    /// A bug of ours: a plain sentence for the person, the detail for the
    /// makers.
    #[must_use]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::new(Code::Internal, "problem-internal").cause(cause)
    }
}
