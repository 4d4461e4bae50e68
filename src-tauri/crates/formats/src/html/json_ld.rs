//! The description of an article for search engines.

use super::metadata::{PageMetadata, address, date, words};
use serde_json::Value;

/// What the first article of a JSON-LD text says of itself; nothing for a text that is none.
pub(super) fn read(json: &str) -> PageMetadata {
    let Ok(value) = serde_json::from_str::<Value>(json) else {
        return PageMetadata::default();
    };
    first_article(&value).map(of_article).unwrap_or_default()
}

/// The first object that calls itself an article. The JSON reader bounds the depth.
fn first_article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => values.iter().find_map(first_article),
        Value::Object(_) if is_article(value) => Some(value),
        Value::Object(_) => ["@graph", "mainEntity"]
            .iter()
            .find_map(|key| first_article(value.get(key)?)),
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let names = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"))
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(names),
        Some(kind) => names(kind),
        None => false,
    }
}

fn of_article(article: &Value) -> PageMetadata {
    let text = |key: &str| article.get(key).and_then(Value::as_str);
    let page = article.get("mainEntityOfPage");
    let of_page = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    PageMetadata {
        title: text("headline").or_else(|| text("name")).and_then(words),
        outlet: article.get("publisher").and_then(names),
        author: article
            .get("author")
            .or_else(|| article.get("creator"))
            .and_then(names),
        published: text("datePublished").and_then(date),
        url: text("url").or(of_page).and_then(address),
    }
}

/// The name of a person or organisation, or of several.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => words(name).filter(|name| !name.contains("://")),
        Value::Object(_) => names(value.get("name")?),
        Value::Array(values) => {
            let all: Vec<String> = values.iter().filter_map(names).collect();
            words(&all.join(", "))
        }
        _ => None,
    }
}
