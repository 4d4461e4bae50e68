//! A CAS as JSON.

use super::super::model::{Cas, DOCUMENT, Range, SOFA, STRINGS, Types, VIEW, Value};
use serde_json::{Map, Value as Json, json};

/// The text's own structure.
const TEXT: u32 = 1;

pub(super) fn write(cas: &Cas) -> Vec<u8> {
    let mut structures = vec![json!({
        "%ID": TEXT,
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": VIEW,
        "mimeType": "text",
        "sofaString": cas.text,
    })];
    let mut arrays: Vec<Json> = Vec::new();
    let mut next = cas
        .structures
        .iter()
        .map(|one| one.id)
        .max()
        .unwrap_or(TEXT);
    for one in &cas.structures {
        let mut made = Map::new();
        made.insert("%ID".to_owned(), one.id.into());
        made.insert("%TYPE".to_owned(), one.kind.as_str().into());
        if let Some((begin, end)) = one.extent {
            made.insert("@sofa".to_owned(), TEXT.into());
            made.insert("begin".to_owned(), begin.into());
            made.insert("end".to_owned(), end.into());
        }
        for (feature, value) in &one.features {
            match value {
                Value::Text(text) => drop(made.insert(feature.clone(), text.as_str().into())),
                Value::YesNo(yes) => drop(made.insert(feature.clone(), (*yes).into())),
                Value::References(ids) => {
                    let id = ids.first().copied();
                    made.insert(format!("@{feature}"), id.into());
                }
                Value::Texts(texts) => {
                    next = next.saturating_add(1);
                    arrays.push(json!({"%ID": next, "%TYPE": STRINGS, "%ELEMENTS": texts}));
                    made.insert(format!("@{feature}"), next.into());
                }
            }
        }
        structures.push(ordered(made));
    }
    structures.extend(arrays);
    let members: Vec<u32> = cas.structures.iter().map(|one| one.id).collect();
    // By hand, for the order is the format's and maps are sorted here.
    let mut out = String::from("{\n\"%TYPES\": ");
    out.push_str(&types(&cas.types).to_string());
    out.push_str(",\n\"%FEATURE_STRUCTURES\": [\n");
    for (at, one) in structures.iter().enumerate() {
        if at > 0 {
            out.push_str(",\n");
        }
        out.push_str(&one.to_string());
    }
    out.push_str("\n],\n\"%VIEWS\": ");
    out.push_str(&json!({VIEW: {"%SOFA": TEXT, "%MEMBERS": members}}).to_string());
    out.push_str("\n}\n");
    out.into_bytes()
}

/// Sorted keys begin with `%ID` and `%TYPE`, as the format has it.
const fn ordered(made: Map<String, Json>) -> Json {
    Json::Object(made)
}

fn types(types: &Types) -> Json {
    let mut all = Map::new();
    for (name, made) in types.iter().filter(|(name, _)| *name != DOCUMENT) {
        let mut row = Map::new();
        row.insert("%NAME".to_owned(), name.as_str().into());
        row.insert("%SUPER_TYPE".to_owned(), made.supertype.as_str().into());
        for (feature, range) in &made.features {
            let range = match range {
                Range::Texts => "uima.cas.String[]",
                other => other.name(),
            };
            row.insert(feature.clone(), json!({"%NAME": feature, "%RANGE": range}));
        }
        all.insert(name.clone(), Json::Object(row));
    }
    Json::Object(all)
}
