//! The little that a line cannot hold.

use crate::loss::{Losses, Lost};
use postil_core::bundle::Bundle;

/// What would not be written of this article. Row ids, times, and what a
/// detector can find again are no loss.
#[must_use]
pub fn losses(bundle: &Bundle) -> Losses {
    let mut losses = Losses::new();
    if bundle.document.version_of.is_some() {
        losses.add(Lost::VersionOf, || bundle.document.title.clone());
    }
    losses
}
