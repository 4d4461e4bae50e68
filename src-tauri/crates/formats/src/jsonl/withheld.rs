//! Postil JSONL without the texts, for articles that may not be passed on: offsets, hashes
//! and titles stay, so that whoever has the same texts can put them in again.

use super::{FORMAT, escape, wire};
use postil_core::text::{Extent, Text, sha256};
use std::borrow::Cow;

/// What a line without its text states as its format.
pub const WITHHELD: &str = "postil/1-withheld";

/// A line whose text was put in again, or what is in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejoined {
    /// The line as it was exported, with its line feed.
    Whole(Vec<u8>),
    /// None of the texts given is this article's.
    Missing {
        /// Title of the article.
        title: String,
        /// Where it was published, else its uid.
        url: String,
    },
    /// The line holds offsets or quotes that its text does not have.
    Broken {
        /// Title of the article.
        title: String,
    },
}

/// Takes the text out of a line of Postil JSONL; quotes of at most `longest` code points
/// stay. The answer ends with a line feed.
///
/// # Errors
/// When it is no such line.
pub fn withhold(line: &str, longest: usize) -> Result<Vec<u8>, serde_json::Error> {
    let mut article: wire::Article<'_> = serde_json::from_str(line)?;
    article.format = Cow::Borrowed(WITHHELD);
    article.text = Cow::Borrowed("");
    for fragment in fragments(&mut article) {
        if fragment.text.chars().count() > longest {
            fragment.text = Cow::Borrowed("");
        }
    }
    written(&article)
}

/// Puts the text into a line again: `text_of` answers it by its SHA-256 (lower-case hex).
///
/// # Errors
/// When it is no line that [`withhold`] wrote.
pub fn rejoin(
    line: &str,
    text_of: impl FnOnce(&str) -> Option<String>,
) -> Result<Rejoined, serde_json::Error> {
    let mut article: wire::Article<'_> = serde_json::from_str(line)?;
    if article.format != WITHHELD {
        let message = format!("the format is not {WITHHELD}");
        return Err(<serde_json::Error as serde::de::Error>::custom(message));
    }
    let title = article.title.clone().into_owned();
    let found = text_of(&article.sha256).filter(|text| sha256(text) == article.sha256);
    let Some(text) = found else {
        let url = article.metadata.0.get("url");
        return Ok(Rejoined::Missing {
            title,
            url: url.map_or_else(|| article.uid.to_string(), ToString::to_string),
        });
    };
    let text = Text::new(text);
    for fragment in fragments(&mut article) {
        let Some(quote) = text.slice(Extent::of(fragment.start, fragment.end)) else {
            return Ok(Rejoined::Broken { title });
        };
        if !fragment.text.is_empty() && fragment.text != quote {
            return Ok(Rejoined::Broken { title });
        }
        fragment.text = Cow::Owned(quote.to_owned());
    }
    article.format = Cow::Borrowed(FORMAT);
    article.text = Cow::Owned(text.as_str().to_owned());
    written(&article).map(Rejoined::Whole)
}

fn fragments<'a, 'l>(
    article: &'a mut wire::Article<'l>,
) -> impl Iterator<Item = &'a mut wire::Fragment<'l>> {
    let layers = article.layers.iter_mut();
    let spans = layers.flat_map(|layer| layer.spans.iter_mut());
    spans.flat_map(|span| span.fragments.iter_mut())
}

fn written(article: &wire::Article<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut line = Vec::new();
    escape::write_line(&mut line, article)
        .map_err(<serde_json::Error as serde::ser::Error>::custom)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str = include_str!("../../../../../tests/golden/jsonl/articles.jsonl");

    fn text(line: &str) -> String {
        let article: wire::Article<'_> = serde_json::from_str(line).unwrap();
        article.text.into_owned()
    }

    #[test]
    fn what_is_withheld_comes_back_to_the_byte() {
        for line in GOLDEN.lines() {
            for longest in [0, 10, usize::MAX] {
                let withheld = String::from_utf8(withhold(line, longest).unwrap()).unwrap();
                let rejoined = rejoin(&withheld, |_| Some(text(line))).unwrap();
                let bytes = format!("{line}\n").into_bytes();
                assert_eq!(rejoined, Rejoined::Whole(bytes));
            }
        }
    }

    #[test]
    fn nothing_longer_than_asked_for_is_left_of_the_text() {
        let line = GOLDEN.lines().next().unwrap();
        let left = |longest| {
            let bytes = withhold(line, longest).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert!(!left(0).contains("We will close it in May"));
        assert!(!left(20).contains("We will close it in May"));
        assert!(left(20).contains("Mayor Ana Ruiz"));
        assert!(left(30).contains("We will close it in May"));
    }

    #[test]
    fn another_text_or_a_changed_line_is_told() {
        let line = GOLDEN.lines().next().unwrap();
        let withheld = String::from_utf8(withhold(line, 20).unwrap()).unwrap();
        let missing = rejoin(&withheld, |_| Some(format!("{} ", text(line)))).unwrap();
        assert!(matches!(missing, Rejoined::Missing { .. }));
        assert!(
            rejoin(line, |_| Some(text(line))).is_err(),
            "it has its text"
        );
        let other = withheld.replace("Mayor Ana Ruiz", "Mayor Ana Luiz");
        let broken = rejoin(&other, |_| Some(text(line))).unwrap();
        assert!(matches!(broken, Rejoined::Broken { .. }));
    }
}
