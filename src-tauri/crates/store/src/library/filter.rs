//! Which articles are listed.

use super::{Article, Library};
use postil_core::id::DocumentId;
use postil_core::layer::LayerStatus;
use postil_core::text::fold;
use std::collections::HashSet;

/// What an article must have to be listed; all of it. The empty filter lists
/// all that are not in the bin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryFilter {
    /// How far the viewer is with it.
    pub status: Option<LayerStatus>,
    /// Its language; `und` for none known.
    pub language: Option<String>,
    /// Its outlet; empty for none known.
    pub outlet: Option<String>,
    /// Published then or later; ISO 8601 as far as it matters, or empty.
    pub from: String,
    /// Published then or earlier: `2026-01` holds all of January.
    pub to: String,
    /// A label that one of its spans has.
    pub label: Option<String>,
    /// A part of the name of one who says something in it; case and accents do
    /// not matter.
    pub speaker: String,
    /// A flag that one of its spans has; `note` for a note.
    pub flag: Option<String>,
    /// Words as for [`Project::search`](crate::Project::search), in its title
    /// or text; or all of them, or parts of words, in the notes on it.
    pub words: String,
}

impl LibraryFilter {
    /// Whether it asks for what only the spans say.
    #[must_use]
    pub fn asks_of_spans(&self) -> bool {
        self.label.is_some()
            || self.flag.is_some()
            || !self.speaker.trim().is_empty()
            || !self.words.trim().is_empty()
    }
}

/// Which parts of a filter an article does not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Misses {
    pub(super) status: bool,
    pub(super) language: bool,
    pub(super) outlet: bool,
    pub(super) label: bool,
    pub(super) flag: bool,
    /// Dates, speakers and words, of which no numbers are shown.
    pub(super) rest: bool,
}

impl Misses {
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether it fits but for one part, which `without` clears.
    pub(super) fn only(mut self, without: impl FnOnce(&mut Self)) -> bool {
        without(&mut self);
        self.is_empty()
    }
}

/// A filter, prepared once for all articles.
pub(super) struct Fits<'a> {
    filter: &'a LibraryFilter,
    /// Which lists of names hold the one asked for; empty for any.
    speakers: Vec<bool>,
    words: Option<(Vec<String>, &'a HashSet<DocumentId>)>,
}

impl<'a> Fits<'a> {
    pub(super) fn new(library: &'a Library, filter: &'a LibraryFilter) -> Self {
        let speaker = fold(filter.speaker.trim());
        let speakers = match speaker.as_str() {
            "" => Vec::new(),
            speaker => library
                .names
                .folded()
                .iter()
                .map(|folded| folded.contains(speaker))
                .collect(),
        };
        let words = match (filter.words.trim(), &library.searched) {
            ("", _) | (_, None) => None,
            (words, Some((_, found))) => Some((plain_words(words), found)),
        };
        Self {
            filter,
            speakers,
            words,
        }
    }

    pub(super) fn misses(&self, article: &Article) -> Misses {
        let filter = self.filter;
        let marks = article.marks.as_ref();
        let language = |tag: &String| match article.language.as_str() {
            "" => tag == "und",
            known => known == tag,
        };
        let named = self.speakers.is_empty()
            || marks.is_some_and(|marks| {
                self.speakers.get(marks.speakers as usize).copied() == Some(true)
            });
        let said = self.words.as_ref().is_none_or(|(words, found)| {
            found.contains(&article.id)
                || marks.is_some_and(|marks| {
                    !words.is_empty() && words.iter().all(|word| marks.notes.contains(word))
                })
        });
        Misses {
            status: filter.status.is_some_and(|status| status != article.status),
            language: filter.language.as_ref().is_some_and(|tag| !language(tag)),
            outlet: (filter.outlet.as_ref()).is_some_and(|outlet| *outlet != article.outlet),
            label: filter
                .label
                .as_ref()
                .is_some_and(|label| !marks.is_some_and(|marks| marks.labels.contains_key(label))),
            flag: filter
                .flag
                .as_ref()
                .is_some_and(|flag| !marks.is_some_and(|marks| marks.flags.contains(flag))),
            rest: !(named && said && in_range(&article.published, &filter.from, &filter.to)),
        }
    }
}

/// The words of a query, folded, without its quotation marks.
pub(super) fn plain_words(query: &str) -> Vec<String> {
    fold(query)
        .split(|letter: char| letter.is_whitespace() || letter == '"')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a date as far as known lies between two others. An article without
/// a date lies in no range.
fn in_range(published: &str, from: &str, to: &str) -> bool {
    let (from, to) = (from.trim(), to.trim());
    if from.is_empty() && to.is_empty() {
        return true;
    }
    // A year begins before its months: "2026" may lie after "2026-03".
    let shared = published.len().min(from.len());
    let after = published.get(..shared) >= from.get(..shared);
    let shared = published.len().min(to.len());
    let before = to.is_empty() || published.get(..shared) <= to.get(..shared);
    !published.is_empty() && after && before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_dates_holds_what_may_lie_in_it() {
        for (published, from, to, expected) in [
            ("2026-01-14", "2026-01-14", "2026-01-14", true),
            ("2026-01-14", "2026-01-15", "", false),
            ("2026-01-14", "", "2026-01-13", false),
            ("2026-01-31", "", "2026-01", true),
            ("2026-02-01", "", "2026-01", false),
            ("2026", "2026-03", "", true),
            ("2025", "2026-03", "", false),
            ("", "2026", "", false),
            ("", "", "", true),
        ] {
            assert_eq!(
                in_range(published, from, to),
                expected,
                "{published} in {from}–{to}"
            );
        }
    }

    #[test]
    fn the_words_of_a_query_are_folded() {
        assert_eq!(
            plain_words(" \"Élysée  says\" so"),
            ["elysee", "says", "so"]
        );
        assert!(plain_words("\" \"").is_empty());
    }
}
