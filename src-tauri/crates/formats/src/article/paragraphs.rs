//! Paragraphs as they come, into the lines of an article.

/// What a paragraph is beside its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It stands by itself: blank lines around it.
    Alone,
    /// An item of a list or a cell of a table: the next one is on the next line.
    Row,
}

/// Grows a text paragraph by paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    text: String,
    current: String,
    last: Option<Place>,
}

impl Paragraphs {
    /// More of the paragraph.
    pub fn write(&mut self, words: &str) {
        self.current.push_str(words);
    }

    /// The paragraph so far.
    pub fn current(&self) -> &str {
        &self.current
    }

    /// Ends the paragraph. One that shows nothing leaves nothing.
    pub fn end(&mut self, place: Place) {
        let words = std::mem::take(&mut self.current);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        match self.last {
            Some(Place::Row) if place == Place::Row => self.text.push('\n'),
            Some(_) => self.text.push_str("\n\n"),
            None => {}
        }
        self.text.push_str(words);
        self.last = Some(place);
    }

    /// The whole, each line ended; empty where nothing was seen.
    pub fn into_text(mut self) -> String {
        self.end(Place::Alone);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
