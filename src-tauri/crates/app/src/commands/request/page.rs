//! Pages of the web.

use serde::Deserialize;
use ts_rs::TS;

/// A page or a piece of one, as the clipboard holds it.
#[derive(Debug, Deserialize, TS)]
pub struct PastedPage {
    /// HTML.
    pub html: String,
}
