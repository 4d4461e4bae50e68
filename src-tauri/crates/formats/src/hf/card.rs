//! The dataset card.

use crate::line::{list, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What the card says, counted article by article.
#[derive(Default)]
pub(super) struct Card {
    articles: usize,
    languages: BTreeSet<String>,
    annotators: BTreeSet<String>,
    labels: BTreeMap<String, usize>,
    links: BTreeMap<String, usize>,
}

impl Card {
    pub fn count(&mut self, line: &Value) {
        self.articles += 1;
        let tag = line.get("language").map_or("", |mark| text(mark, "tag"));
        if !tag.is_empty() {
            self.languages.insert(tag.to_owned());
        }
        for layer in list(line, "layers") {
            let annotator = layer.get("annotator").unwrap_or(&Value::Null);
            self.annotators.insert(text(annotator, "uid").to_owned());
            for span in list(layer, "spans") {
                *self
                    .labels
                    .entry(text(span, "label").to_owned())
                    .or_default() += 1;
            }
            for link in list(layer, "links") {
                *self.links.entry(text(link, "kind").to_owned()).or_default() += 1;
            }
        }
    }

    pub fn write(&self) -> String {
        let mut card = String::from("---\npretty_name: Annotated news articles\n");
        if !self.languages.is_empty() {
            card.push_str("language:\n");
            for tag in &self.languages {
                let _ = writeln!(card, "- {}", Value::from(tag.as_str()));
            }
        }
        card.push_str(
            "task_categories:\n- token-classification\ntags:\n- annotation\n- news\n\
             configs:\n- config_name: default\n  data_files:\n  - split: train\n    \
             path: data/train-*.parquet\n---\n\n# Annotated news articles\n\n",
        );
        let _ = writeln!(
            card,
            "{} articles by {} annotators, exported by Postil. One row for each article and \
             annotator; an article without annotations has one row too.\n",
            self.articles,
            self.annotators.len()
        );
        card.push_str(COLUMNS);
        counted(&mut card, "Label", "Spans", &self.labels);
        counted(&mut card, "Link", "Count", &self.links);
        card
    }
}

fn counted(card: &mut String, what: &str, count: &str, counts: &BTreeMap<String, usize>) {
    let _ = writeln!(card, "\n| {what} | {count} |\n|---|---:|");
    for (name, number) in counts {
        let name = name.replace('|', "\\|").replace(['\n', '\r'], " ");
        let _ = writeln!(card, "| {name} | {number} |");
    }
}

const COLUMNS: &str = "\
Offsets count Unicode code points from 0: `text[start:end]` in Python gives the words.

- `article_id`, `title`, `text`, `language`: the article; `metadata` and `article` are JSON
  (outlet, date, paragraphs with their languages, zones, entities, scheme, and what the layer has
  beside spans and links: answers about the article, questions, time).
- `layer_id`, `annotator_id`, `annotator`, `kind`, `status`: whose work the row is, and how far.
- `spans`: `label` is a class; `fragments` are one or more stretches of the text; `attributes`,
  `by_rule` (values that a rule set) and `flags` are JSON.
- `links`: from the span `from_id` to the span `to_id`, the entity `to_entity_id`, or `author` or
  `not_given` in `to_special`.
";
