//! The rows of the dataset: an article with the layer of one annotator.

use super::columns::{Field, Kind};
use crate::error::Fault;
use crate::line::{WORK, list, text};
use postil_core::text::sha256;
use serde_json::{Map, Value, json};

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

/// What a row has.
pub(super) const FIELDS: &[Field] = &[
    field("article_id", Kind::Text),
    field("title", Kind::Text),
    field("text", Kind::Text),
    field("language", Kind::Text),
    field("metadata", Kind::Text),
    field("article", Kind::Text),
    field("layer_id", Kind::Text),
    field("annotator_id", Kind::Text),
    field("annotator", Kind::Text),
    field("kind", Kind::Text),
    field("status", Kind::Text),
    field("spans", Kind::List(SPAN)),
    field("links", Kind::List(LINK)),
];

const SPAN: &[Field] = &[
    field("id", Kind::Text),
    field("label", Kind::Label),
    field("fragments", Kind::List(FRAGMENT)),
    field("entity_id", Kind::Text),
    field("entity", Kind::Text),
    field("attributes", Kind::Text),
    field("by_rule", Kind::Text),
    field("flags", Kind::Text),
    field("note", Kind::Text),
];

const FRAGMENT: &[Field] = &[
    field("start", Kind::Whole),
    field("end", Kind::Whole),
    field("text", Kind::Text),
];

const LINK: &[Field] = &[
    field("id", Kind::Text),
    field("kind", Kind::Relation),
    field("from_id", Kind::Text),
    field("to_id", Kind::Text),
    field("to_entity_id", Kind::Text),
    field("to_special", Kind::Text),
    field("attributes", Kind::Text),
    field("note", Kind::Text),
    field("by_rule", Kind::YesNo),
];

/// What of the article has no column of its own.
const RECORD: &[&str] = &["language", "paragraphs", "zones", "entities", "scheme"];

/// Where that of the layer stands.
const LAYER: &str = "layer";

fn chosen(value: &Value, keys: &[&str]) -> Map<String, Value> {
    keys.iter()
        .filter_map(|key| Some(((*key).to_owned(), value.get(*key)?.clone())))
        .collect()
}

/// The rows of an article.
pub(super) fn rows(line: &Value) -> Vec<Value> {
    let record = chosen(line, RECORD);
    let article = json!({
        "article_id": text(line, "uid"),
        "title": text(line, "title"),
        "text": text(line, "text"),
        "language": line.get("language").map_or("", |mark| text(mark, "tag")),
        "metadata": said(line, "metadata"),
        "article": Value::Object(record.clone()).to_string(),
    });
    let layers = list(line, "layers");
    if layers.is_empty() {
        return vec![article];
    }
    let whole = |layer: &Value| {
        let mut row = article.clone();
        let annotator = layer.get("annotator").unwrap_or(&Value::Null);
        let mut record = record.clone();
        record.insert(LAYER.to_owned(), Value::Object(chosen(layer, WORK)));
        let own = json!({
            "article": Value::Object(record).to_string(),
            "layer_id": text(layer, "uid"),
            "annotator_id": text(annotator, "uid"),
            "annotator": text(annotator, "name"),
            "kind": text(layer, "kind"),
            "status": text(layer, "status"),
            "spans": list(layer, "spans").iter().map(|one| span(one, line)).collect::<Vec<_>>(),
            "links": list(layer, "links").iter().map(link).collect::<Vec<_>>(),
        });
        if let (Value::Object(row), Value::Object(own)) = (&mut row, own) {
            row.extend(own);
        }
        row
    };
    layers.iter().map(whole).collect()
}

fn span(span: &Value, line: &Value) -> Value {
    let entity = text(span, "entity");
    let mut known = list(line, "entities").iter();
    let known = known.find(|one| text(one, "uid") == entity);
    json!({
        "id": text(span, "uid"),
        "label": text(span, "label"),
        "fragments": span.get("fragments"),
        "entity_id": entity,
        "entity": known.map_or("", |one| text(one, "name")),
        "attributes": said(span, "attributes"),
        "by_rule": said(span, "by_rule"),
        "flags": said(span, "flags"),
        "note": text(span, "note"),
    })
}

fn link(link: &Value) -> Value {
    let to = link.get("to").unwrap_or(&Value::Null);
    json!({
        "id": text(link, "uid"),
        "kind": text(link, "kind"),
        "from_id": text(link, "from"),
        "to_id": text(to, "span"),
        "to_entity_id": text(to, "entity"),
        "to_special": text(to, "special"),
        "attributes": said(link, "attributes"),
        "note": text(link, "note"),
        "by_rule": link.get("by_rule"),
    })
}

/// JSON in a text, for values have no common shape.
fn said(value: &Value, key: &str) -> String {
    value.get(key).map(Value::to_string).unwrap_or_default()
}

/// The article of these rows, of which there is at least one.
pub(super) fn line(rows: &[Value]) -> Result<Value, Fault> {
    let Some(first) = rows.first() else {
        return Err(fault("there is no row".to_owned()));
    };
    let mut line = record(first)?;
    line.remove(LAYER);
    let mut set = |key: &str, value: Value| drop(line.insert(key.to_owned(), value));
    set("format", crate::jsonl::FORMAT.into());
    set("uid", text(first, "article_id").into());
    set("title", text(first, "title").into());
    set("text", text(first, "text").into());
    set("sha256", sha256(text(first, "text")).into());
    set("metadata", parsed(first, "metadata")?);
    let layers = rows.iter().filter(|row| !text(row, "layer_id").is_empty());
    let layers: Vec<Value> = layers.map(layer).collect::<Result<_, _>>()?;
    set("layers", layers.into());
    Ok(Value::Object(line))
}

fn record(row: &Value) -> Result<Map<String, Value>, Fault> {
    match parsed(row, "article")? {
        Value::Object(record) => Ok(record),
        _ => Err(fault("the column article is no JSON object".to_owned())),
    }
}

fn layer(row: &Value) -> Result<Value, Fault> {
    let spans = list(row, "spans").iter().map(|span| {
        Ok(json!({
            "uid": text(span, "id"),
            "label": text(span, "label"),
            "fragments": span.get("fragments"),
            "attributes": parsed(span, "attributes")?,
            "by_rule": parsed(span, "by_rule")?,
            "entity": stated(span, "entity_id"),
            "note": text(span, "note"),
            "flags": parsed(span, "flags")?,
        }))
    });
    let links = list(row, "links").iter().map(|link| {
        let to = match (stated(link, "to_id"), stated(link, "to_entity_id")) {
            (Some(span), _) => json!({"span": span}),
            (None, Some(entity)) => json!({"entity": entity}),
            (None, None) => json!({"special": text(link, "to_special")}),
        };
        Ok(json!({
            "uid": text(link, "id"),
            "kind": text(link, "kind"),
            "from": text(link, "from_id"),
            "to": to,
            "attributes": parsed(link, "attributes")?,
            "note": text(link, "note"),
            "by_rule": link.get("by_rule"),
        }))
    });
    let mut layer = json!({
        "uid": text(row, "layer_id"),
        "annotator": {"uid": text(row, "annotator_id"), "name": text(row, "annotator")},
        "kind": text(row, "kind"),
        "status": text(row, "status"),
        "spans": spans.collect::<Result<Vec<Value>, Fault>>()?,
        "links": links.collect::<Result<Vec<Value>, Fault>>()?,
    });
    if let (Value::Object(layer), Some(Value::Object(work))) =
        (&mut layer, record(row)?.remove(LAYER))
    {
        layer.extend(work);
    }
    Ok(layer)
}

fn stated<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    Some(text(value, key)).filter(|stated| !stated.is_empty())
}

fn parsed(value: &Value, key: &str) -> Result<Value, Fault> {
    serde_json::from_str(text(value, key))
        .map_err(|error| fault(format!("the column {key} is no JSON: {error}")))
}

pub(super) const fn fault(reason: String) -> Fault {
    Fault::NotThis {
        format: "a dataset of Postil",
        reason,
    }
}
