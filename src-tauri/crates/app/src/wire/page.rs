//! A page of the web, read.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A page without its markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PageView {
    /// Its paragraphs; empty for a page that shows no text.
    pub text: String,
    /// What it calls itself.
    pub title: Option<String>,
    /// Outlet, author, published and url, as far as it says them.
    pub metadata: BTreeMap<String, String>,
}
