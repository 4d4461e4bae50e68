//! From sheets to articles. What Postil wrote comes back unchanged; of other
//! tables the sheets `articles` (article_id, text) and `spans` (article_id,
//! label, start and end or fragments) are enough.

use super::table::{Filling, Row, Table};
use super::{ARTICLES, ENTITIES, LAYERS, LINKS, SPANS};
use crate::error::{Fault, ReadError};
use crate::line::{Uids, WORK, annotator_uid, to_bundle};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_core::text::{CodePoint, Extent, OffsetMap, Text, sha256, take_in};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};

/// The sheets of a set, and how far they were read.
pub(crate) struct Given {
    file: String,
    now: i64,
    scheme: (String, u32),
    articles: Table,
    /// The articles that were not read yet, by number and place.
    left: std::vec::IntoIter<(u64, u64)>,
    layers: Table,
    spans: Table,
    links: Table,
    entities: Table,
}

/// A refusal and the row that it is about.
type Refused = (u64, Fault);

impl Given {
    /// `fill` gives the rows of a sheet with their numbers, columns first;
    /// nothing where there is none.
    pub fn new(
        file: &str,
        now: i64,
        scheme: &Scheme,
        mut fill: impl FnMut(&'static str, &mut Filling) -> Result<(), Fault>,
    ) -> Result<Self, ReadError> {
        let mut read = |name: &'static str, needed: &'static [&'static str], by_key| {
            let mut filling = Filling::new(name, needed, by_key);
            fill(name, &mut filling).map_err(|fault| read_error(file, 1, fault))?;
            Ok(filling.end())
        };
        let mut articles = read(ARTICLES, &["article_id", "text"], false)?;
        let spans = read(SPANS, &["article_id", "label"], true)?;
        if articles.is_empty() && !spans.is_empty() {
            let fault = shape("there is no sheet articles with the texts that the spans are in");
            return Err(read_error(file, 1, fault));
        }
        Ok(Self {
            file: file.to_owned(),
            now,
            scheme: (scheme.uid.clone(), scheme.version),
            left: articles.take("").into_iter(),
            articles,
            layers: read(LAYERS, &["article_id", "layer_id"], true)?,
            spans,
            links: read(LINKS, &["article_id", "kind", "from_span"], true)?,
            entities: read(ENTITIES, &["entity_id"], true)?,
        })
    }

    /// The next article.
    pub fn next(&mut self) -> Option<Result<Bundle, ReadError>> {
        let (number, place) = self.left.next()?;
        let row = self.articles.row(place);
        let read = row
            .map_err(|error| (number, error.into()))
            .and_then(|row| self.article(number, &row));
        Some(
            read.map_err(|(line, fault)| read_error(&self.file, line, fault))
                .and_then(|line| {
                    to_bundle(&line, &self.file).map_err(|error| ReadError {
                        line: number,
                        ..error
                    })
                }),
        )
    }

    fn article(&mut self, number: u64, row: &Row) -> Result<Value, Refused> {
        let id = cell(row, "article_id");
        let intake =
            take_in(cell(row, "text")).map_err(|error| (number, Fault::Text(error.to_string())))?;
        let uids = Uids::new(self.now, &format!("{id}\0{}", intake.text));
        let mut metadata = parsed(number, row, "metadata", json!({}))?;
        if let Some(metadata) = metadata.as_object_mut() {
            for (column, key) in [("outlet", "outlet"), ("date", "published")] {
                let stated = cell(row, column);
                if !stated.is_empty() && !metadata.contains_key(key) {
                    metadata.insert(key.to_owned(), stated.into());
                }
            }
        }
        let mut entities = Vec::new();
        for uid in cell(row, "entities").split_whitespace() {
            if let Some(place) = self.entities.last(uid) {
                let entity = self.entities.row(place);
                let entity = entity.map_err(|error| (number, error.into()))?;
                entities.push(entity_line(number, &entity)?);
            }
        }
        let scheme = match cell(row, "scheme") {
            "" => json!({"uid": self.scheme.0, "version": self.scheme.1}),
            uid => json!({"uid": uid, "version": whole(row, "scheme_version").unwrap_or(1)}),
        };
        let language = match cell(row, "language") {
            "" => Value::Null,
            tag => json!({
                "tag": tag,
                "confidence": cell(row, "language_confidence").parse::<f64>().unwrap_or(1.0),
                "by": match cell(row, "language_by") { "" => "person", by => by },
            }),
        };
        let layers = self.layers_of(id, &uids, &Text::new(intake.text.clone()), &intake.map)?;
        let title = match cell(row, "title") {
            "" if !row.has("title") => id,
            title => title,
        };
        Ok(json!({
            "format": crate::jsonl::FORMAT,
            "uid": uids.stated(id),
            "sha256": sha256(&intake.text),
            "title": title,
            "text": intake.text,
            "metadata": metadata,
            "language": language,
            "paragraphs": parsed(number, row, "paragraphs", json!([]))?,
            "zones": parsed(number, row, "zones", json!([]))?,
            "entities": entities,
            "scheme": scheme,
            "layers": layers,
        }))
    }

    fn layers_of(
        &mut self,
        article: &str,
        uids: &Uids,
        text: &Text,
        map: &OffsetMap,
    ) -> Result<Vec<Value>, Refused> {
        // By uid, which also is their order.
        let mut layers: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
        for (at, place) in self.layers.take(article) {
            let row = self.layers.row(place).map_err(|error| (at, error.into()))?;
            let name = cell(&row, "annotator");
            let uid = uids.stated(cell(&row, "layer_id"));
            let annotator = match cell(&row, "annotator_id") {
                "" => annotator_uid(name),
                uid => uids.stated(uid),
            };
            let or = |column, other: &str| match cell(&row, column) {
                "" => other.to_owned(),
                stated => stated.to_owned(),
            };
            let mut made = layer(
                &uid,
                &annotator,
                name,
                &or("kind", "annotation"),
                &or("status", "done"),
            );
            for key in WORK {
                match parsed(at, &row, key, Value::Null)? {
                    Value::Null => {}
                    Value::Number(_) => {
                        // A spreadsheet may say 12.0.
                        let stated = cell(&row, key);
                        let stated = stated.strip_suffix(".0").unwrap_or(stated);
                        let number = stated.parse::<i64>();
                        let number = number
                            .map_err(|_| (at, shape(&format!("{key} is no whole number"))))?;
                        made.insert((*key).to_owned(), number.into());
                    }
                    stated => drop(made.insert((*key).to_owned(), stated)),
                }
            }
            layers.insert(uid, made);
        }
        let key = |row: &Row| match cell(row, "layer_id") {
            "" => uids.of(&format!("layer\0{}", cell(row, "annotator"))),
            id => uids.stated(id),
        };
        let mut names: HashMap<String, String> = HashMap::new();
        for (number, place) in self.spans.take(article) {
            let row = self
                .spans
                .row(place)
                .map_err(|error| (number, error.into()))?;
            let uid = key(&row);
            let own = layers.entry(uid.clone()).or_insert_with(|| {
                let name = cell(&row, "annotator");
                layer(&uid, &annotator_uid(name), name, "annotation", "done")
            });
            let id = match cell(&row, "span_id") {
                "" => uids.of(&format!("span\0{number}")),
                id => uids.stated(id),
            };
            names.insert(cell(&row, "span_id").to_owned(), id.clone());
            let span = span_line(number, &row, id, text, map)?;
            push(own, "spans", span);
        }
        for (number, place) in self.links.take(article) {
            let row = self
                .links
                .row(place)
                .map_err(|error| (number, error.into()))?;
            let uid = key(&row);
            let Some(own) = layers.get_mut(&uid) else {
                return Err((number, shape("the link is in a layer that has no span")));
            };
            let link = link_line(number, &row, uids, &names)?;
            push(own, "links", link);
        }
        Ok(layers.into_values().map(Value::Object).collect())
    }
}

fn layer(uid: &str, annotator: &str, name: &str, kind: &str, status: &str) -> Map<String, Value> {
    let made = json!({
        "uid": uid,
        "annotator": {"uid": annotator, "name": name},
        "kind": kind,
        "status": status,
        "spans": [],
        "links": [],
    });
    made.as_object().cloned().unwrap_or_default()
}

fn push(layer: &mut Map<String, Value>, key: &str, row: Value) {
    if let Some(Value::Array(rows)) = layer.get_mut(key) {
        rows.push(row);
    }
}

fn span_line(
    number: u64,
    row: &Row,
    uid: String,
    text: &Text,
    map: &OffsetMap,
) -> Result<Value, Refused> {
    let mut extents = Vec::new();
    let stated = cell(row, "fragments");
    if stated.is_empty() {
        let ends = whole(row, "start").zip(whole(row, "end"));
        extents.push(ends.ok_or_else(|| (number, shape("start and end are no whole numbers")))?);
    } else {
        for fragment in stated.split(';') {
            let ends = fragment.trim().split_once('-');
            let ends = ends.and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
            let fault = || (number, shape(&format!("“{fragment}” is no start-end")));
            extents.push(ends.ok_or_else(fault)?);
        }
    }
    let mut fragments = Vec::new();
    for (start, end) in extents {
        let place = |at| map.apply(CodePoint(at));
        let extent = place(start)
            .zip(place(end))
            .map(|(start, end)| Extent { start, end });
        let Some((extent, words)) = extent.and_then(|one| Some((one, text.slice(one)?))) else {
            let length = text.len();
            return Err((number, Fault::OutOfRange { start, end, length }));
        };
        fragments.push(json!({"start": extent.start.0, "end": extent.end.0, "text": words}));
    }
    check_words(number, row, &fragments)?;
    Ok(json!({
        "uid": uid,
        "label": cell(row, "label"),
        "fragments": fragments,
        "attributes": parsed(number, row, "attributes", json!({}))?,
        "by_rule": parsed(number, row, "by_rule", json!([]))?,
        "entity": stated_uid(row, "entity_id"),
        "note": cell(row, "note"),
        "flags": parsed(number, row, "flags", json!([]))?,
    }))
}

/// The words beside the offsets must be those of the text.
fn check_words(number: u64, row: &Row, fragments: &[Value]) -> Result<(), Refused> {
    let stated = cell(row, "text");
    let words: Vec<&str> = fragments
        .iter()
        .map(|one| crate::line::text(one, "text"))
        .collect();
    let found = words.join(" … ");
    if stated.is_empty() || stated.replace("\r\n", "\n").replace('\r', "\n") == found {
        return Ok(());
    }
    let edge = |one: Option<&Value>, key| one.map_or(0, |one| crate::line::count(one, key));
    Err((
        number,
        Fault::Quote {
            start: edge(fragments.first(), "start"),
            end: edge(fragments.last(), "end"),
            found: crate::loss::shortened(&found),
            stated: crate::loss::shortened(stated),
        },
    ))
}

fn link_line(
    number: u64,
    row: &Row,
    uids: &Uids,
    names: &HashMap<String, String>,
) -> Result<Value, Refused> {
    let span = |column| {
        let stated = cell(row, column);
        names.get(stated).cloned().ok_or_else(|| {
            let reason = format!("there is no span “{stated}” in this article");
            (number, shape(&reason))
        })
    };
    let to = match (cell(row, "to_span"), cell(row, "to_entity")) {
        ("", "") => json!({"special": cell(row, "to_special")}),
        ("", entity) => json!({"entity": entity}),
        _ => json!({"span": span("to_span")?}),
    };
    let uid = match cell(row, "link_id") {
        "" => uids.of(&format!("link\0{number}")),
        id => uids.stated(id),
    };
    Ok(json!({
        "uid": uid,
        "kind": cell(row, "kind"),
        "from": span("from_span")?,
        "to": to,
        "attributes": parsed(number, row, "attributes", json!({}))?,
        "note": cell(row, "note"),
        "by_rule": cell(row, "by_rule") == "yes",
    }))
}

fn entity_line(number: u64, row: &Row) -> Result<Value, Refused> {
    Ok(json!({
        "uid": cell(row, "entity_id"),
        "kind": cell(row, "kind"),
        "name": cell(row, "name"),
        "aliases": parsed(number, row, "aliases", json!([]))?,
        "attributes": parsed(number, row, "attributes", json!({}))?,
        "by_rule": parsed(number, row, "by_rule", json!([]))?,
        "note": cell(row, "note"),
        "merged_into": stated_uid(row, "merged_into"),
    }))
}

fn stated_uid(row: &Row, column: &str) -> Option<String> {
    Some(cell(row, column).to_owned()).filter(|uid| !uid.is_empty())
}

/// The JSON of a cell; `empty` where there is none.
fn parsed(number: u64, row: &Row, column: &str, empty: Value) -> Result<Value, Refused> {
    match cell(row, column) {
        "" => Ok(empty),
        stated => serde_json::from_str(stated)
            .map_err(|error| (number, shape(&format!("{column} is no JSON: {error}")))),
    }
}

fn cell<'r>(row: &'r Row, column: &str) -> &'r str {
    row.cell(column)
}

fn whole(row: &Row, column: &str) -> Option<u32> {
    let stated = cell(row, column);
    // A spreadsheet may say 12.0.
    stated.strip_suffix(".0").unwrap_or(stated).parse().ok()
}

pub(super) fn shape(reason: &str) -> Fault {
    Fault::NotThis {
        format: "a table of annotations",
        reason: reason.to_owned(),
    }
}

fn read_error(file: &str, line: u64, fault: Fault) -> ReadError {
    ReadError {
        file: file.to_owned(),
        line,
        column: 1,
        fault,
    }
}
