//! In which order articles are listed.

use super::Article;
use postil_core::layer::LayerStatus;
use postil_core::text::fold;
use std::cmp::Ordering;

/// In which order; what is not known stands last either way, and what is the
/// same stands in the order in which it was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LibraryOrder {
    /// By what.
    pub column: LibraryColumn,
    /// The last first.
    pub descending: bool,
}

/// What articles are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibraryColumn {
    /// When they were added.
    #[default]
    Added,
    /// When they were published.
    Published,
    /// Title, without regard to case and accents.
    Title,
    /// Outlet, likewise.
    Outlet,
    /// New, started, done.
    Status,
    /// How many claims they have; those whose spans are not read stand last.
    Claims,
    /// Language tag.
    Language,
}

/// A thing to sort by; `None` where it is not known.
type Key = (Option<u32>, Option<String>);

pub(super) fn sort(found: &mut Vec<&Article>, order: &LibraryOrder, statements: &[String]) {
    let named = |text: &str| (!text.is_empty()).then(|| fold(text));
    let key = |article: &Article| -> Key {
        match order.column {
            LibraryColumn::Added => (None, None),
            LibraryColumn::Published => (None, named(&article.published)),
            LibraryColumn::Title => (None, named(&article.title)),
            LibraryColumn::Outlet => (None, named(&article.outlet)),
            LibraryColumn::Language => (None, named(&article.language)),
            LibraryColumn::Status => (
                Some(match article.status {
                    LayerStatus::New => 0,
                    LayerStatus::Started => 1,
                    LayerStatus::Done => 2,
                }),
                None,
            ),
            LibraryColumn::Claims => (claims(article, statements), None),
        }
    };
    if order.column == LibraryColumn::Added {
        if order.descending {
            found.reverse();
        }
        return;
    }
    let mut keyed: Vec<(Key, &Article)> = found
        .iter()
        .map(|article| (key(article), *article))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let known = |key: &Key| key.0.is_some() || key.1.is_some();
        match (known(a), known(b)) {
            (true, true) if order.descending => b.cmp(a),
            (true, true) => a.cmp(b),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => Ordering::Equal,
        }
    });
    *found = keyed.into_iter().map(|(_, article)| article).collect();
}

fn claims(article: &Article, statements: &[String]) -> Option<u32> {
    let labels = &article.marks.as_ref()?.labels;
    Some(
        statements
            .iter()
            .filter_map(|label| labels.get(label))
            .sum(),
    )
}
