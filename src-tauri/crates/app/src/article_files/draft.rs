//! From what a file gave to what an article is made from.

use crate::intake::Draft;
use postil_formats::article::{FileArticle, Reading};
use postil_formats::html::PageMetadata;
use std::collections::BTreeMap;

/// The articles of a file, each with its row in the file (0 where the file is one article).
#[must_use]
pub fn drafts(reading: Reading) -> Vec<(u64, Draft)> {
    let articles = reading.articles.into_iter();
    articles
        .map(|article| (article.row, draft(article)))
        .collect()
}

fn draft(article: FileArticle) -> Draft {
    let PageMetadata {
        title,
        outlet,
        author,
        published,
        url,
    } = article.metadata;
    let stated = [
        ("outlet", outlet),
        ("author", author),
        ("published", published),
        ("url", url),
    ];
    let mut metadata: BTreeMap<String, String> = article.other;
    for (name, value) in stated {
        if let Some(value) = value {
            metadata.insert(name.to_owned(), value);
        }
    }
    Draft {
        text: article.text,
        title: title.unwrap_or_default(),
        language: article.language,
        metadata,
    }
}
