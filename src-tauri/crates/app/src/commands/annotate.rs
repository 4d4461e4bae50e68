//! Marking, filling slots and changing what is marked.

mod context;
mod divide;
mod fill;
mod mark;
mod occurrences;
mod reported;
mod reshape;
mod reverse;
mod value;

pub use context::around;
pub use divide::{merge, split};
pub use fill::{candidates, delete_link, entities, fill, same_speaker};
pub use mark::{mark, mark_stand_in};
pub use occurrences::{mark_occurrences, occurrences};
pub use reshape::{delete_span, reshape, resize, toggle_fragment};
pub use reverse::{redo, undo};
pub use value::{relabel, set_entity, set_note, set_value, toggle_unsure};

use crate::app::Outcome;
use crate::wire::Message;
use postil_core::id::SpanId;

/// An edit after which a span is current and the caret stays.
fn staying(span: SpanId, active: Option<SpanId>, message: Message) -> Outcome {
    Outcome {
        message,
        current: Some(span),
        active,
        caret: None,
    }
}

/// A quote short enough for the status line.
pub(super) fn short(quote: &str) -> String {
    const LONGEST: usize = 48;
    if quote.chars().count() <= LONGEST {
        return quote.to_owned();
    }
    let mut shortened: String = quote.chars().take(LONGEST).collect();
    shortened.push('…');
    shortened
}
