//! The text of the article edited last, with its offset index.

use crate::error::StoreError;
use crate::table;
use postil_core::id::DocumentId;
use postil_core::span::Span;
use postil_core::text::Text;
use postil_core::text::offsets::Extent;
use rusqlite::Connection;
use std::sync::Arc;

/// Holds one text: the next edit is nearly always in the same article, and
/// texts never change.
#[derive(Default)]
pub(crate) struct TextCache(Option<(DocumentId, Arc<Text>)>);

impl TextCache {
    /// The text of an article.
    pub(crate) fn get(
        &mut self,
        connection: &Connection,
        id: DocumentId,
    ) -> Result<Arc<Text>, StoreError> {
        if let Some((held, text)) = &self.0
            && *held == id
        {
            return Ok(Arc::clone(text));
        }
        let text = Arc::new(Text::new(table::document::text(connection, id)?));
        self.0 = Some((id, Arc::clone(&text)));
        Ok(text)
    }
}

/// Refuses fragments that are not sorted, touch, or do not hold what the text
/// says.
pub(crate) fn check_fragments(text: &Text, span: &Span) -> Result<(), StoreError> {
    if span.fragments.is_empty() {
        return Err(StoreError::Invalid("a span needs text".to_owned()));
    }
    for pair in span.fragments.windows(2) {
        if let [first, second] = pair
            && first.end >= second.start
        {
            return Err(StoreError::Invalid(format!(
                "the fragments at {} and {} are out of order or touch",
                first.start, second.start
            )));
        }
    }
    for fragment in &span.fragments {
        if fragment.start >= fragment.end
            || text.slice(fragment.extent()) != Some(fragment.quote.as_str())
        {
            return Err(StoreError::Invalid(format!(
                "the text from {} to {} is not \"{}\"",
                fragment.start, fragment.end, fragment.quote
            )));
        }
    }
    Ok(())
}

/// Refuses an extent that is empty or leaves the text.
pub(crate) fn check_extent(text: &Text, extent: Extent) -> Result<(), StoreError> {
    if extent.start < extent.end && extent.end.0 <= text.len() {
        return Ok(());
    }
    Err(StoreError::Invalid(format!(
        "{} to {} is no part of a text of {} characters",
        extent.start,
        extent.end,
        text.len()
    )))
}
