//! From the CAS of one article, one for each annotator, to an article.
//!
//! What another program wrote has no uids and other types: each annotation
//! becomes a span labelled with its type, each relation a link, and what
//! Postil cannot hold is counted.

mod relations;
mod values;

use super::model::{Cas, Structure, Types};
use super::names::{
    ARTICLE, DEPENDENT, FRAGMENT_OF, GOVERNOR, LINK, RECORD, SPAN, TARGET, TITLE, UID, decode,
    short,
};
use crate::error::{Fault, ReadError};
use crate::line::{Uids, annotator_uid, at_start, list, text as text_of, to_bundle};
use crate::loss::{Losses, Lost, shortened};
use postil_core::bundle::Bundle;
use postil_core::scheme::Scheme;
use postil_core::text::{OffsetMap, Text, Utf16, sha256, take_in};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, HashMap};

/// One file of an article.
pub(super) struct Given {
    /// What refusals call it.
    pub file: String,
    /// Whose it is, by the file's name.
    pub annotator: String,
    /// Whether it is the result of curation.
    pub curated: bool,
    /// Whether it holds the article and nobody's annotations.
    pub bare: bool,
    /// How far it is.
    pub status: &'static str,
    pub cas: Cas,
}

/// What all articles of an import share.
pub(super) struct Import<'a> {
    pub scheme: &'a Scheme,
    /// Unix milliseconds.
    pub now: i64,
}

/// The article of these files; `name` is what it is called where no file
/// says.
pub(super) fn bundle(
    given: &[Given],
    name: &str,
    import: &Import<'_>,
    losses: &mut Losses,
) -> Result<Bundle, ReadError> {
    let Some(first) = given.first() else {
        let fault = Fault::NotThis {
            format: "a CAS",
            reason: "there is no text in it".to_owned(),
        };
        return Err(at_start(name, fault));
    };
    let intake = take_in(&first.cas.text)
        .map_err(|error| at_start(&first.file, Fault::Text(error.to_string())))?;
    let uids = Uids::new(import.now, &format!("{name}\0{}", first.cas.text));
    let mut line = article(&first.cas, name, &intake.text, import, &uids);
    let mut layers = Vec::new();
    for file in given {
        if file.cas.text != first.cas.text {
            let fault = Fault::NotThis {
                format: "a CAS of the same article",
                reason: format!("its text is not that of {}", first.file),
            };
            return Err(at_start(&file.file, fault));
        }
        if !file.bare {
            let inward = Inward {
                given: file,
                raw: Text::new(file.cas.text.clone()),
                map: &intake.map,
                stored: Text::new(intake.text.clone()),
                uids: &uids,
                ids: file
                    .cas
                    .structures
                    .iter()
                    .map(|one| (one.id, one))
                    .collect(),
            };
            layers.push(inward.layer(losses));
        }
        merge_entities(&mut line, &file.cas);
    }
    if let Some(line) = line.as_object_mut() {
        line.insert("layers".to_owned(), Json::Array(layers));
    }
    to_bundle(&line, &first.file)
}

fn record(cas: &Cas) -> Option<Map<String, Json>> {
    let article = cas.structures.iter().find(|one| one.kind == ARTICLE)?;
    serde_json::from_str(article.text(RECORD)?).ok()
}

fn article(cas: &Cas, name: &str, stored: &str, import: &Import<'_>, uids: &Uids) -> Json {
    let own = |feature: &str| {
        let mut all = cas.structures.iter();
        all.find_map(|one| one.text(feature)).map(str::to_owned)
    };
    let mut line = record(cas).unwrap_or_else(|| {
        let language = own("language").filter(|tag| !tag.is_empty() && tag != "x-unspecified");
        let language = language.map(|tag| json!({"tag": tag, "confidence": 1.0, "by": "person"}));
        let made = json!({
            "format": crate::jsonl::FORMAT,
            "uid": uids.of("article"),
            "metadata": {},
            "language": language,
            "paragraphs": [],
            "zones": [],
            "entities": [],
            "scheme": {"uid": import.scheme.uid, "version": import.scheme.version},
        });
        made.as_object().cloned().unwrap_or_default()
    });
    let ours = cas.structures.iter().find(|one| one.kind == ARTICLE);
    let title = match ours {
        Some(article) => article.text(TITLE).unwrap_or_default().to_owned(),
        None => own("documentTitle").unwrap_or_else(|| name.to_owned()),
    };
    line.insert("title".to_owned(), title.into());
    line.insert("sha256".to_owned(), sha256(stored).into());
    line.insert("text".to_owned(), stored.into());
    Json::Object(line)
}

/// Each layer's file names the entities of the article.
fn merge_entities(line: &mut Json, cas: &Cas) {
    let Some(record) = record(cas).map(Json::Object) else {
        return;
    };
    let known: Vec<String> = list(line, "entities")
        .iter()
        .map(|entity| text_of(entity, "uid").to_owned())
        .collect();
    let new = list(&record, "entities").iter();
    let new = new.filter(|entity| !known.iter().any(|uid| uid == text_of(entity, "uid")));
    let new: Vec<Json> = new.cloned().collect();
    if let Some(Json::Array(entities)) = line.get_mut("entities") {
        entities.extend(new);
    }
}

struct Inward<'a> {
    given: &'a Given,
    /// The text as the file has it, which offsets count in.
    raw: Text,
    map: &'a OffsetMap,
    stored: Text,
    uids: &'a Uids,
    ids: HashMap<u32, &'a Structure>,
}

impl<'a> Inward<'a> {
    fn types(&self) -> &'a Types {
        &self.given.cas.types
    }

    fn layer(&self, losses: &mut Losses) -> Json {
        let mut layer = record(&self.given.cas)
            .and_then(|record| list(&Json::Object(record), "layers").first().cloned())
            .and_then(|layer| layer.as_object().cloned())
            .unwrap_or_else(|| self.new_layer());
        // By the id of the annotation that a relation may point to.
        let mut spans: BTreeMap<u32, Json> = BTreeMap::new();
        let mut further: HashMap<&str, Vec<Json>> = HashMap::new();
        for one in &self.given.cas.structures {
            if !is_span(one) {
                continue;
            }
            let Some(fragment) = self.fragment(one) else {
                losses.add(Lost::MarksNothing, || self.described(one));
                continue;
            };
            match one.text(FRAGMENT_OF) {
                Some(whole) => further.entry(whole).or_default().push(fragment),
                None => drop(spans.insert(one.id, self.span(one, fragment, losses))),
            }
        }
        for span in spans.values_mut() {
            if let Some(more) = further.remove(text_of(span, "uid")) {
                add_fragments(span, more, &self.stored);
            }
        }
        for uid in further.keys() {
            losses.add(Lost::MarksNothing, || format!("a fragment of {uid}"));
        }
        let links = self.links(&spans, losses);
        layer.insert("spans".to_owned(), spans.into_values().collect());
        layer.insert("links".to_owned(), Json::Array(links));
        Json::Object(layer)
    }

    fn new_layer(&self) -> Map<String, Json> {
        let name = &self.given.annotator;
        let made = json!({
            "uid": self.uids.of(&format!("layer\0{}\0{name}", self.given.curated)),
            "annotator": {"uid": annotator_uid(name), "name": name},
            "kind": if self.given.curated { "gold" } else { "annotation" },
            "status": self.given.status,
        });
        made.as_object().cloned().unwrap_or_default()
    }

    fn described(&self, one: &Structure) -> String {
        let extent = one.extent.unwrap_or_default();
        format!("{} {}–{}", short(&one.kind), extent.0, extent.1)
    }

    /// Where it lies in the stored text; `None` outside it and where nothing
    /// is left.
    fn fragment(&self, one: &Structure) -> Option<Json> {
        let (begin, end) = one.extent?;
        let place = |unit| {
            let at = self.raw.from_utf16_floor(Utf16(unit))?;
            self.map.apply(at)
        };
        let extent = postil_core::text::Extent {
            start: place(begin)?,
            end: place(end)?,
        };
        if extent.start >= extent.end {
            return None;
        }
        let words = self.stored.slice(extent)?;
        Some(json!({"start": extent.start.0, "end": extent.end.0, "text": words}))
    }

    fn span(&self, one: &Structure, fragment: Json, losses: &mut Losses) -> Json {
        let (attributes, mut by_rule) = self.values(one, losses);
        by_rule.retain(|id| attributes.contains_key(id));
        json!({
            "uid": self.uid(one),
            "label": label(&one.kind),
            "fragments": [fragment],
            "attributes": attributes,
            "by_rule": by_rule,
            "entity": one.text(super::names::ENTITY),
            "note": one.text(super::names::NOTE).unwrap_or_default(),
            "flags": one.texts(super::names::FLAGS),
        })
    }

    fn uid(&self, one: &Structure) -> String {
        one.text(UID).map_or_else(
            || {
                let whose = format!("{}\0{}", self.given.curated, self.given.annotator);
                self.uids.of(&format!("{whose}\0{}", one.id))
            },
            str::to_owned,
        )
    }
}

fn label(kind: &str) -> String {
    decode(kind.strip_prefix(SPAN).unwrap_or_else(|| short(kind)))
}

/// Whether it marks words: no relation, and nothing that every text has.
fn is_span(one: &Structure) -> bool {
    one.extent.is_some()
        && one.kind != ARTICLE
        && !one.kind.starts_with("uima.")
        && !one.kind.starts_with(LINK)
        && !one.kind.starts_with(TARGET)
        && !one.kind.contains(".api.segmentation.")
        && !one.kind.contains(".api.metadata.")
        && !one.kind.ends_with(".CASMetadata")
        && !(one.features.contains_key(GOVERNOR) && one.features.contains_key(DEPENDENT))
}

/// Sorted, and those that touch joined, as a line has them.
fn add_fragments(span: &mut Json, more: Vec<Json>, text: &Text) {
    let Some(Json::Array(fragments)) = span.get_mut("fragments") else {
        return;
    };
    fragments.extend(more);
    let extents = fragments
        .iter()
        .map(|one| {
            let place = |key| crate::line::count(one, key);
            postil_core::text::Extent::of(place("start"), place("end"))
        })
        .collect();
    let tidied = postil_core::span::fragments(text, extents).unwrap_or_default();
    *fragments = tidied
        .into_iter()
        .map(|one| json!({"start": one.start.0, "end": one.end.0, "text": one.quote}))
        .collect();
}

/// An example of something that was read past.
pub(super) fn example(one: &Structure, feature: &str) -> String {
    shortened(&format!("{} {feature}", short(&one.kind)))
}
