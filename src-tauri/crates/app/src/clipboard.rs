//! The clipboard as the program that filled it left it.
//!
//! A web view gives its page less than that: WebKit takes the `head` away, and
//! with it what the page says of itself.

/// What lies on the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipping {
    /// HTML.
    pub html: String,
    /// The address of the page that it was copied from, where its browser says so.
    pub address: Option<String>,
}

/// Looked at only when a person pastes.
pub trait Clipboard: Send {
    /// The HTML on it; `None` where there is none, or it does not come soon.
    fn clipping(&mut self) -> Option<Clipping>;
}
