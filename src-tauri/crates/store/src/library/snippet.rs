//! Where in an article the words of a search stand.

use super::filter::plain_words;
use crate::documents::Viewer;
use crate::error::StoreError;
use crate::project::Project;
use postil_core::id::{DocumentId, LayerId};
use postil_core::text::{Extent, Text, find, fold};
use rusqlite::{OptionalExtension, params};

/// Code points shown before and after what was found: it must be in sight in a
/// narrow list.
const BEFORE: u32 = 16;
const AFTER: u32 = 90;

/// A piece of an article with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Where it stands.
    pub place: SnippetPlace,
    /// What stands before it, cut.
    pub before: String,
    /// What was found, as it stands there.
    pub found: String,
    /// What stands after it, cut.
    pub after: String,
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnippetPlace {
    /// In the text.
    Text,
    /// In the text, in the quote of a span of this label.
    Marked(String),
    /// In the title.
    Title,
    /// In a note.
    Note,
}

impl Project {
    /// Where the first of the words stands that is found at all, for the
    /// query of [`search`](Self::search): in a marked quote or else the text,
    /// the title, a note; `None` if nowhere.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn snippet(
        &self,
        id: DocumentId,
        query: &str,
        viewer: &Viewer,
    ) -> Result<Option<Snippet>, StoreError> {
        let terms = terms(query);
        let layer = self.layer_of(id, viewer.annotator, viewer.kind)?;
        let layer = layer.map(|layer| layer.id);
        let text = self.text(id)?;
        let mut start = 0_u32;
        for line in text.split('\n') {
            if let Some((mut snippet, extent)) = in_line(line, &terms) {
                let of = |at: postil_core::text::CodePoint| start.saturating_add(at.0);
                let extent = Extent::of(of(extent.start), of(extent.end));
                if let Some(label) = self.label_at(layer, extent)? {
                    snippet.place = SnippetPlace::Marked(label);
                }
                return Ok(Some(snippet));
            }
            let length = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
            start = start.saturating_add(length).saturating_add(1);
        }
        let title = self.document(id)?.title;
        if let Some((snippet, _)) = in_line(&title, &terms) {
            return Ok(Some(Snippet {
                place: SnippetPlace::Title,
                ..snippet
            }));
        }
        for note in self.notes_of(layer)? {
            if let Some((snippet, _)) = note.lines().find_map(|line| in_line(line, &terms)) {
                return Ok(Some(Snippet {
                    place: SnippetPlace::Note,
                    ..snippet
                }));
            }
        }
        Ok(None)
    }

    fn label_at(
        &self,
        layer: Option<LayerId>,
        extent: Extent,
    ) -> Result<Option<String>, StoreError> {
        let Some(layer) = layer else {
            return Ok(None);
        };
        Ok(self
            .connection
            .prepare_cached(include_str!("label_at.sql"))?
            .query_row(params![layer.0, extent.start.0, extent.end.0], |row| {
                row.get(0)
            })
            .optional()?)
    }

    fn notes_of(&self, layer: Option<LayerId>) -> Result<Vec<String>, StoreError> {
        let Some(layer) = layer else {
            return Ok(Vec::new());
        };
        let sql = include_str!("notes.sql");
        crate::read::all(&self.connection, sql, [layer.0], |row| row.get(0))
    }
}

/// What is looked for: each phrase in quotation marks, then each word.
fn terms(query: &str) -> Vec<String> {
    let phrases = query.split('"').skip(1).step_by(2).map(str::trim);
    let phrases: Vec<String> = phrases
        .filter(|phrase| !phrase.is_empty())
        .map(fold)
        .collect();
    phrases.into_iter().chain(plain_words(query)).collect()
}

/// The first term that stands in a line: where a word begins with it, else
/// anywhere.
fn in_line(line: &str, terms: &[String]) -> Option<(Snippet, Extent)> {
    let folded = fold(line);
    let term = terms.iter().find(|term| folded.contains(term.as_str()))?;
    let text = Text::new(line);
    let places = find(&text, term);
    let begins = |place: &&Extent| {
        let before = place.start.0.checked_sub(1);
        before.is_none_or(|before| {
            let before = text.slice(Extent::of(before, place.start.0));
            !before.is_some_and(|before| before.chars().any(char::is_alphanumeric))
        })
    };
    let place = *places.iter().find(begins).or_else(|| places.first())?;
    let from = Extent::of(place.start.0.saturating_sub(BEFORE), place.start.0);
    let to = Extent::of(place.end.0, text.len().min(place.end.0 + AFTER));
    let cut = |extent: Extent| {
        let widened = text.widen_to_graphemes(extent);
        text.slice(widened).unwrap_or_default().to_owned()
    };
    let (before, after) = (cut(from), cut(to));
    let snippet = Snippet {
        place: SnippetPlace::Text,
        before: match from.start.0 {
            0 => before.trim_start().to_owned(),
            _ => format!("…{}", from_a_word(&before)),
        },
        found: text.slice(place).unwrap_or_default().to_owned(),
        after: match to.end == text.end() {
            true => after.trim_end().to_owned(),
            false => format!("{}…", after.trim_end()),
        },
    };
    Some((snippet, place))
}

/// Without the end of a word at its beginning, where words are written apart.
fn from_a_word(cut: &str) -> &str {
    cut.split_once(char::is_whitespace)
        .map_or(cut, |(_, rest)| rest)
        .trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, query: &str) -> String {
        let (snippet, _) = in_line(line, &terms(query)).unwrap();
        format!("{}[{}]{}", snippet.before, snippet.found, snippet.after)
    }

    #[test]
    fn the_beginning_of_a_word_is_shown_before_a_part_of_one() {
        assert_eq!(shown("A party of art", "art"), "A party of [art]");
        assert_eq!(shown("A party", "art"), "A p[art]y");
        assert_eq!(
            shown("北京说，自由很重要。", "自由"),
            "北京说，[自由]很重要。"
        );
        assert_eq!(shown("قَالَ أحمد كِتَابٌ", "كتاب"), "قَالَ أحمد [كِتَابٌ]");
        assert_eq!(
            shown("so says Élysée", "\"says elysee\" so"),
            "so [says Élysée]"
        );
        assert_eq!(in_line("nothing", &terms("art")), None);
    }

    #[test]
    fn what_stands_before_begins_with_a_word() {
        assert_eq!(
            shown("We kept every promise, Élysée told reporters", "elysee"),
            "…every promise, [Élysée] told reporters"
        );
        assert_eq!(
            shown("我们说我们别无选择，大桥将关闭至春季，自由很重要", "自由"),
            "…我们别无选择，大桥将关闭至春季，[自由]很重要"
        );
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{}here{}", "a ".repeat(100), " b".repeat(100));
        let shown = shown(&line, "here");
        assert!(shown.starts_with("…a") && shown.ends_with("b…"), "{shown}");
        assert!(shown.chars().count() < 140, "{shown}");
    }
}
