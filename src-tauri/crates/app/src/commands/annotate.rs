//! Marking, filling slots and changing what is marked.

mod choose;
mod context;
mod divide;
mod fill;
mod link;
mod mark;
mod occurrences;
mod reported;
mod reshape;
mod reverse;
mod value;
mod vocabulary;

pub use choose::{candidates, entities};
pub use context::{around, around_within};
pub use divide::{merge, split};
pub use fill::{delete_link, fill, same_speaker};
pub use link::{confirm_link, set_link_note, set_link_value};
pub(super) use mark::selected;
pub use mark::{mark, mark_stand_in};
pub use occurrences::{mark_occurrences, occurrences};
pub use reshape::{delete_span, reshape, resize, toggle_fragment};
pub use reverse::{redo, undo};
pub(in crate::commands) use value::give;
pub use value::{relabel, set_entity, set_note, set_value, toggle_unsure};
pub use vocabulary::words;

use crate::app::Outcome;
use crate::wire::Message;
use postil_core::id::SpanId;
use postil_core::text::{CodePoint, Extent, Text};

/// An edit after which a span is current and the caret stays.
pub(super) fn staying(span: SpanId, active: Option<SpanId>, message: Message) -> Outcome {
    Outcome {
        message,
        current: Some(span),
        active,
        caret: None,
    }
}

/// A quote short enough for the status line, cut between graphemes.
pub(super) fn short(quote: &str) -> String {
    const LONGEST: CodePoint = CodePoint(48);
    let text = Text::new(quote);
    if text.end() <= LONGEST {
        return quote.to_owned();
    }
    let end = if text.is_grapheme_boundary(LONGEST) {
        Some(LONGEST)
    } else {
        text.previous_grapheme_break(LONGEST)
    };
    let start = CodePoint(0);
    let kept = end.and_then(|end| text.slice(Extent { start, end }));
    format!("{}…", kept.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_quote_is_cut_between_graphemes() {
        let family = "👨\u{200D}👩\u{200D}👧";
        assert_eq!(short(family), family);
        let words = "a".repeat(46);
        assert_eq!(short(&format!("{words}{family}!")), format!("{words}…"));
        assert_eq!(short(&"b".repeat(49)), format!("{}…", "b".repeat(48)));
    }
}
