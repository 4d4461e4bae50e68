//! From an article and one of its layers to a CAS.

use super::model::{Cas, DOCUMENT, Range, Structure, Types, Value, range};
use super::names::{
    ARTICLE, BY_RULE, DEPENDENT, ENTITY, ENTITY_NAME, FLAGS, FRAGMENT_OF, GOVERNOR, NOTE, OTHER,
    RECORD, SPECIAL, TITLE, UID, encode,
};
use super::schema;
use crate::line::{count, list, text};
use postil_core::text::{CodePoint, Text};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, HashMap};

/// `line` is an article as a line has it; `layer` one of its layers, or none
/// for the article alone.
pub(super) fn cas(line: &Json, layer: Option<&Json>, types: &Types) -> Cas {
    let stored = Text::new(text(line, "text"));
    let mut outward = Outward {
        cas: Cas {
            text: stored.as_str().to_owned(),
            types: types.clone(),
            // 1 is the text's own.
            structures: Vec::new(),
        },
        text: &stored,
        first: HashMap::new(),
        entities: list(line, "entities")
            .iter()
            .map(|entity| (text(entity, "uid"), text(entity, "name")))
            .collect(),
    };
    outward.article(line, layer);
    if let Some(layer) = layer {
        for span in list(layer, "spans") {
            outward.span(span);
        }
        for link in list(layer, "links") {
            outward.link(link);
        }
    }
    outward.cas
}

struct Outward<'a> {
    cas: Cas,
    text: &'a Text,
    /// The id and extent of the first annotation of each span.
    first: HashMap<&'a str, (u32, (u32, u32))>,
    entities: HashMap<&'a str, &'a str>,
}

impl<'a> Outward<'a> {
    fn add(&mut self, kind: String, extent: (u32, u32), features: BTreeMap<String, Value>) -> u32 {
        let id = u32::try_from(self.cas.structures.len())
            .unwrap_or(u32::MAX)
            .saturating_add(2);
        self.cas.structures.push(Structure {
            id,
            kind,
            extent: Some(extent),
            features,
        });
        id
    }

    fn units(&self, at: u32) -> u32 {
        self.text.to_utf16(CodePoint(at)).map_or(0, |unit| unit.0)
    }

    fn article(&mut self, line: &Json, layer: Option<&Json>) {
        let whole = (0, self.units(self.text.len()));
        let language = line.get("language").map(|mark| text(mark, "tag"));
        if let Some(tag) = language.filter(|tag| !tag.is_empty()) {
            let said = BTreeMap::from([("language".to_owned(), Value::Text(tag.to_owned()))]);
            self.add(DOCUMENT.to_owned(), whole, said);
        }
        let mut features = Features::default();
        features.text(TITLE, text(line, "title"));
        features.text(RECORD, &record(line, layer));
        self.add(ARTICLE.to_owned(), whole, features.0);
    }

    fn span(&mut self, span: &'a Json) {
        let label = text(span, "label");
        schema::add_span(&mut self.cas.types, label);
        let kind = schema::span(label);
        let uid = text(span, "uid");
        let mut features = Features::default();
        features.text(UID, uid);
        if let Some(entity) = span.get("entity").and_then(Json::as_str) {
            self.entity(&mut features, entity);
        }
        features.text(NOTE, text(span, "note"));
        features.texts(FLAGS, list(span, "flags"));
        features.texts(BY_RULE, list(span, "by_rule"));
        features.values(&self.cas.types, &kind, span.get("attributes"));
        for (at, fragment) in list(span, "fragments").iter().enumerate() {
            let extent = (
                self.units(count(fragment, "start")),
                self.units(count(fragment, "end")),
            );
            if at == 0 {
                let id = self.add(kind.clone(), extent, std::mem::take(&mut features.0));
                self.first.insert(uid, (id, extent));
            } else {
                let mut whole = Features::default();
                whole.text(FRAGMENT_OF, uid);
                self.add(kind.clone(), extent, whole.0);
            }
        }
    }

    fn entity(&self, features: &mut Features, uid: &str) {
        features.text(ENTITY, uid);
        features.text(
            ENTITY_NAME,
            self.entities.get(uid).copied().unwrap_or_default(),
        );
    }

    fn link(&mut self, link: &'a Json) {
        let kind = text(link, "kind");
        schema::add_link(&mut self.cas.types, kind);
        let Some((head, at_head)) = self.first.get(text(link, "from")).copied() else {
            return;
        };
        let mut features = Features::default();
        features.text(UID, text(link, "uid"));
        features.text(NOTE, text(link, "note"));
        if link.get("by_rule") == Some(&Json::Bool(true)) {
            features.0.insert(BY_RULE.to_owned(), Value::YesNo(true));
        }
        features.reference(GOVERNOR, head);
        let to = link.get("to").unwrap_or(&Json::Null);
        let tail = self.first.get(text(to, "span")).copied();
        let made = match tail {
            Some((tail, _)) => {
                features.reference(DEPENDENT, tail);
                schema::link(kind)
            }
            None => {
                match text(to, "special") {
                    "" => self.entity(&mut features, text(to, "entity")),
                    special => features.text(SPECIAL, special),
                }
                schema::target(kind)
            }
        };
        features.values(&self.cas.types, &made, link.get("attributes"));
        let extent = tail.map_or(at_head, |(_, extent)| extent);
        self.add(made, extent, features.0);
    }
}

/// Features of one structure; empty ones are not written.
#[derive(Default)]
struct Features(BTreeMap<String, Value>);

impl Features {
    fn text(&mut self, feature: &str, text: &str) {
        if !text.is_empty() {
            self.0
                .insert(feature.to_owned(), Value::Text(text.to_owned()));
        }
    }

    fn texts(&mut self, feature: &str, texts: &[Json]) {
        if !texts.is_empty() {
            self.0
                .insert(feature.to_owned(), Value::Texts(words(texts)));
        }
    }

    fn reference(&mut self, feature: &str, id: u32) {
        self.0
            .insert(feature.to_owned(), Value::References(vec![id]));
    }

    /// Values that have a feature of their kind go there, others as JSON into
    /// one for all.
    fn values(&mut self, types: &Types, kind: &str, attributes: Option<&Json>) {
        let mut other = Map::new();
        for (id, value) in attributes.and_then(Json::as_object).into_iter().flatten() {
            let feature = encode(id);
            let own = match (range(types, kind, &feature), value) {
                (Some(Range::Text), Json::String(text)) => Some(Value::Text(text.clone())),
                (Some(Range::YesNo), Json::Bool(yes)) => Some(Value::YesNo(*yes)),
                // XMI cannot tell an empty list or word from none.
                (Some(Range::Texts), Json::Array(texts))
                    if !texts.is_empty() && texts.iter().all(|text| text != "") =>
                {
                    Some(Value::Texts(words(texts)))
                }
                _ => None,
            };
            match own {
                Some(own) => drop(self.0.insert(feature, own)),
                None => drop(other.insert(id.clone(), value.clone())),
            }
        }
        if !other.is_empty() {
            self.text(OTHER, &escaped(&Json::Object(other)));
        }
    }
}

fn words(texts: &[Json]) -> Vec<String> {
    texts
        .iter()
        .map(|text| text.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// All of the line that no annotation holds.
fn record(line: &Json, layer: Option<&Json>) -> String {
    let mut record = line.as_object().cloned().unwrap_or_default();
    // The hash would be another where XMI replaces characters of the text.
    for key in ["text", "title", "sha256"] {
        record.remove(key);
    }
    let layers: Vec<Json> = layer
        .and_then(Json::as_object)
        .into_iter()
        .map(|layer| {
            let mut bare = layer.clone();
            bare.remove("spans");
            bare.remove("links");
            Json::Object(bare)
        })
        .collect();
    record.insert("layers".to_owned(), json!(layers));
    escaped(&Json::Object(record))
}

/// JSON without the characters that XML cannot have.
fn escaped(json: &Json) -> String {
    let mut text = json.to_string();
    for (character, escape) in [('\u{fffe}', "\\ufffe"), ('\u{ffff}', "\\uffff")] {
        if text.contains(character) {
            text = text.replace(character, escape);
        }
    }
    text
}
