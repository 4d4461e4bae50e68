//! From articles to sheets.

use super::{
    ARTICLE_COLUMNS, ARTICLES, CLAIMS, ENTITIES, ENTITY_COLUMNS, LAYER_COLUMNS, LAYERS,
    LINK_COLUMNS, LINKS, PLACES, SPAN_COLUMNS, SPANS, Sheet,
};
use crate::csv;
use crate::error::WriteError;
use crate::line::{WORK, count, list, of_bundle, text};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// All sheets of an export.
pub(crate) struct Sheets {
    scheme: Scheme,
    claims: Sheet,
    places: Sheet,
    spans: Sheet,
    links: Sheet,
    entities: Sheet,
    known: HashSet<String>,
    articles: Sheet,
    layers: Sheet,
}

impl Sheets {
    pub fn new(scheme: &Scheme) -> Self {
        let mut claims = Sheet::new(CLAIMS, &[]);
        claims.columns = csv::claim_columns(scheme);
        let mut layers = Sheet::new(LAYERS, LAYER_COLUMNS);
        let work = WORK.iter().map(|key| (*key).to_owned());
        layers.columns.extend(work);
        Self {
            scheme: scheme.clone(),
            claims,
            places: Sheet::new(PLACES, csv::PLACE_COLUMNS),
            spans: Sheet::new(SPANS, SPAN_COLUMNS),
            links: Sheet::new(LINKS, LINK_COLUMNS),
            entities: Sheet::new(ENTITIES, ENTITY_COLUMNS),
            known: HashSet::new(),
            articles: Sheet::new(ARTICLES, ARTICLE_COLUMNS),
            layers,
        }
    }

    /// The sheets, the most read first, with the rows since the last time.
    pub fn take(&mut self) -> [Sheet; 7] {
        [
            &mut self.claims,
            &mut self.places,
            &mut self.spans,
            &mut self.links,
            &mut self.entities,
            &mut self.articles,
            &mut self.layers,
        ]
        .map(|sheet| Sheet {
            rows: std::mem::take(&mut sheet.rows),
            ..sheet.clone()
        })
    }

    pub fn add(&mut self, bundle: &Bundle) -> Result<(), WriteError> {
        let line = of_bundle(bundle)?;
        self.claims.rows.extend(csv::claims(bundle, &self.scheme));
        self.places.rows.extend(csv::places(bundle, &self.scheme));
        self.articles.rows.push(article(&line));
        let uid = text(&line, "uid");
        let mut names = HashMap::new();
        for entity in list(&line, "entities") {
            names.insert(text(entity, "uid"), text(entity, "name"));
            if self.known.insert(text(entity, "uid").to_owned()) {
                self.entities.rows.push(row(&[
                    &text(entity, "uid"),
                    &text(entity, "kind"),
                    &text(entity, "name"),
                    &json(entity, "aliases"),
                    &json(entity, "attributes"),
                    &json(entity, "by_rule"),
                    &text(entity, "note"),
                    &text(entity, "merged_into"),
                ]));
            }
        }
        for layer in list(&line, "layers") {
            self.layer(uid, layer, &names);
        }
        Ok(())
    }

    fn layer(&mut self, article: &str, layer: &Value, names: &HashMap<&str, &str>) {
        let own = text(layer, "uid");
        let annotator = layer.get("annotator").unwrap_or(&Value::Null);
        let whose = text(annotator, "name");
        let mut cells = row(&[
            &article,
            &own,
            &text(annotator, "uid"),
            &whose,
            &text(layer, "kind"),
            &text(layer, "status"),
        ]);
        cells.extend(WORK.iter().map(|key| json(layer, key)));
        self.layers.rows.push(cells);
        let name = |uid: &str| names.get(uid).copied().unwrap_or_default();
        let mut words: HashMap<&str, String> = HashMap::new();
        for span in list(layer, "spans") {
            let fragments = list(span, "fragments");
            let said: Vec<&str> = fragments.iter().map(|one| text(one, "text")).collect();
            let said = said.join(" … ");
            let places: Vec<String> = fragments
                .iter()
                .map(|one| format!("{}-{}", count(one, "start"), count(one, "end")))
                .collect();
            let edge = |one: Option<&Value>, key| {
                one.map(|one| count(one, key).to_string())
                    .unwrap_or_default()
            };
            self.spans.rows.push(row(&[
                &article,
                &own,
                &whose,
                &text(span, "uid"),
                &text(span, "label"),
                &said,
                &edge(fragments.first(), "start"),
                &edge(fragments.last(), "end"),
                &places.join(";"),
                &text(span, "entity"),
                &name(text(span, "entity")),
                &json(span, "attributes"),
                &json(span, "by_rule"),
                &json(span, "flags"),
                &text(span, "note"),
            ]));
            words.insert(text(span, "uid"), said);
        }
        let said = |uid: &str| words.get(uid).map_or("", String::as_str);
        for link in list(layer, "links") {
            let to = link.get("to").unwrap_or(&Value::Null);
            let shown = match text(to, "span") {
                "" => name(text(to, "entity")),
                span => said(span),
            };
            let by_rule = link.get("by_rule") == Some(&Value::Bool(true));
            self.links.rows.push(row(&[
                &article,
                &own,
                &whose,
                &text(link, "uid"),
                &text(link, "kind"),
                &text(link, "from"),
                &said(text(link, "from")),
                &text(to, "span"),
                &text(to, "entity"),
                &text(to, "special"),
                &shown,
                &json(link, "attributes"),
                &(if by_rule { "yes" } else { "" }),
                &text(link, "note"),
            ]));
        }
    }
}

fn article(line: &Value) -> Vec<String> {
    let nothing = Value::Null;
    let language = line.get("language").unwrap_or(&nothing);
    let metadata = line.get("metadata").unwrap_or(&nothing);
    let scheme = line.get("scheme").unwrap_or(&nothing);
    let confidence = language.get("confidence").map(Value::to_string);
    let entities: Vec<&str> = list(line, "entities")
        .iter()
        .map(|entity| text(entity, "uid"))
        .collect();
    row(&[
        &text(line, "uid"),
        &text(line, "title"),
        &text(metadata, "outlet"),
        &text(metadata, "published"),
        &text(line, "text"),
        &text(language, "tag"),
        &confidence.unwrap_or_default(),
        &text(language, "by"),
        &json(line, "metadata"),
        &json(line, "paragraphs"),
        &json(line, "zones"),
        &entities.join(" "),
        &text(scheme, "uid"),
        &count(scheme, "version").to_string(),
    ])
}

fn row(cells: &[&dyn ToString]) -> Vec<String> {
    cells.iter().map(|cell| cell.to_string()).collect()
}

/// A list or map as JSON; empty where there is nothing in it.
fn json(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::Array(list)) if list.is_empty() => String::new(),
        Some(Value::Object(map)) if map.is_empty() => String::new(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
