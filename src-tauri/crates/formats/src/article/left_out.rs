//! What of a file is not in its articles.

use crate::loss::shortened;
use serde::{Deserialize, Serialize};

/// Examples kept of one kind.
const EXAMPLES: usize = 3;

/// A kind of thing that is left out of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Left {
    /// Passages that tracked changes have deleted.
    Deleted,
    /// Footnotes and endnotes.
    Note,
    /// Headers and footers of pages.
    PageMargin,
    /// Comments.
    Comment,
    /// Text boxes.
    TextBox,
    /// Pictures and other embedded things.
    Picture,
    /// Code and other parts of a page that a reader of it does not see as text.
    Markup,
    /// Pages of which no text could be taken, most likely pictures.
    PageWithoutText,
    /// Characters whose font does not say what they are.
    UnknownCharacter,
    /// Rows or lines without a text.
    EmptyRow,
    /// Rows or lines that could not be read; the example says why.
    BadRow,
    /// Values of columns too long or too many to keep beside an article.
    Value,
    /// Dates that are no dates for certain; kept as they stand beside the article.
    Date,
    /// Language tags that are none; kept as they stand beside the article.
    Language,
    /// Addresses that no browser would open; kept as they stand beside the article.
    Address,
}

impl Left {
    /// A name for messages and scripts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::Note => "note",
            Self::PageMargin => "page_margin",
            Self::Comment => "comment",
            Self::TextBox => "text_box",
            Self::Picture => "picture",
            Self::Markup => "markup",
            Self::PageWithoutText => "page_without_text",
            Self::UnknownCharacter => "unknown_character",
            Self::EmptyRow => "empty_row",
            Self::BadRow => "bad_row",
            Self::Value => "value",
            Self::Date => "date",
            Self::Language => "language",
            Self::Address => "address",
        }
    }
}

/// One kind of thing that was left out, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftPart {
    /// What.
    pub what: Left,
    /// How many times.
    pub count: usize,
    /// The first few, each cut to 80 characters.
    pub examples: Vec<String>,
}

/// All that was left out of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    parts: Vec<LeftPart>,
}

impl LeftOut {
    /// Counts one. A blank example is none.
    pub fn add(&mut self, what: Left, example: &str) {
        let example = example.trim();
        let position = self.parts.binary_search_by_key(&what, |part| part.what);
        let at = position.unwrap_or_else(|at| {
            self.parts.insert(
                at,
                LeftPart {
                    what,
                    count: 0,
                    examples: Vec::new(),
                },
            );
            at
        });
        let part = &mut self.parts[at];
        part.count += 1;
        if part.examples.len() < EXAMPLES && !example.is_empty() {
            part.examples.push(shortened(example));
        }
    }

    /// What was left out, in the order of [`Left`].
    pub fn iter(&self) -> impl Iterator<Item = &LeftPart> {
        self.parts.iter()
    }

    /// How many times `what` was left out.
    #[must_use]
    pub fn count(&self, what: Left) -> usize {
        let part = self.parts.iter().find(|part| part.what == what);
        part.map_or(0, |part| part.count)
    }

    /// Whether nothing was left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}
