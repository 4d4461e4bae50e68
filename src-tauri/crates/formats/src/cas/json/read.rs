//! A CAS from JSON, as Java and Python write it.

use super::super::model::{Cas, Range, SOFA, Structure, Type, Value};
use crate::error::Fault;
use crate::line::text;
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// Reads a file.
pub(in super::super) fn read(bytes: &[u8]) -> Result<Cas, Fault> {
    let file: Json = serde_json::from_slice(bytes).map_err(|error| fault(error.to_string()))?;
    let mut structures: Vec<(u32, &Map<String, Json>)> = Vec::new();
    match file.get("%FEATURE_STRUCTURES") {
        Some(Json::Array(all)) => {
            for one in all.iter().filter_map(Json::as_object) {
                let id = one.get("%ID").and_then(number);
                structures.push((id.ok_or_else(|| fault("a structure has no %ID"))?, one));
            }
        }
        Some(Json::Object(all)) => {
            for (id, one) in all {
                let id = id.parse().map_err(|_| fault("a structure has no number"))?;
                structures.extend(one.as_object().map(|one| (id, one)));
            }
            structures.sort_by_key(|(id, _)| *id);
        }
        _ => return Err(fault("there is no %FEATURE_STRUCTURES")),
    }
    let kind = |one: &Map<String, Json>| {
        let kind = one.get("%TYPE").and_then(Json::as_str);
        kind.unwrap_or_default().to_owned()
    };
    let mut texts = structures.iter().filter(|(_, one)| kind(one) == SOFA);
    let sofa = texts.find_map(|(id, one)| Some((*id, one.get("sofaString")?.as_str()?)));
    let Some((sofa, stored)) = sofa else {
        return Err(fault("it has no text"));
    };
    let arrays: HashMap<u32, &[Json]> = structures
        .iter()
        .filter_map(|(id, one)| Some((*id, one.get("%ELEMENTS")?.as_array()?.as_slice())))
        .collect();
    Ok(Cas {
        text: stored.to_owned(),
        types: types(file.get("%TYPES")),
        structures: structures
            .iter()
            .filter(|(_, one)| kind(one) != SOFA && !one.contains_key("%ELEMENTS"))
            // Of several texts only the first is read.
            .filter(|(_, one)| {
                one.get("@sofa")
                    .and_then(number)
                    .is_none_or(|of| of == sofa)
            })
            .map(|(id, one)| structure(*id, kind(one), one, &arrays))
            .collect(),
    })
}

fn fault(reason: impl Into<String>) -> Fault {
    Fault::NotThis {
        format: "CAS JSON",
        reason: reason.into(),
    }
}

fn number(value: &Json) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

fn structure(
    id: u32,
    kind: String,
    one: &Map<String, Json>,
    arrays: &HashMap<u32, &[Json]>,
) -> Structure {
    let place = |plain: &str, anchored: &str| number(one.get(plain).or_else(|| one.get(anchored))?);
    let mut read = Structure {
        id,
        kind,
        extent: place("begin", "^begin").zip(place("end", "^end")),
        ..Structure::default()
    };
    for (key, value) in one {
        let name = key.trim_start_matches(['@', '#', '^']);
        if key.starts_with('%') || ["begin", "end", "sofa"].contains(&name) {
            continue;
        }
        let value = if key.starts_with('@') {
            number(value).map(|id| referred(id, arrays))
        } else {
            plain(value)
        };
        if let Some(value) = value {
            read.features.insert(name.to_owned(), value);
        }
    }
    read
}

/// A structure, or the members of a list.
fn referred(id: u32, arrays: &HashMap<u32, &[Json]>) -> Value {
    let Some(elements) = arrays.get(&id) else {
        return Value::References(vec![id]);
    };
    if !elements.is_empty() && elements.iter().all(|one| number(one).is_some()) {
        return Value::References(elements.iter().filter_map(number).collect());
    }
    let words = elements.iter().map(|one| match one {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    });
    Value::Texts(words.collect())
}

fn plain(value: &Json) -> Option<Value> {
    match value {
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Bool(yes) => Some(Value::YesNo(*yes)),
        Json::Number(number) => Some(Value::Text(number.to_string())),
        _ => None,
    }
}

fn types(types: Option<&Json>) -> super::super::model::Types {
    let all = types.and_then(Json::as_object).into_iter().flatten();
    all.map(|(name, row)| {
        let features = row.as_object().into_iter().flatten();
        let made = Type {
            supertype: text(row, "%SUPER_TYPE").to_owned(),
            features: features
                .filter(|(feature, _)| !feature.starts_with('%'))
                .map(|(feature, of)| (feature.clone(), Range::of(text(of, "%RANGE"))))
                .collect(),
        };
        (name.clone(), made)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_write_is_read() {
        let file = r##"{"%TYPES": {"my.Person": {"%NAME": "my.Person", "%SUPER_TYPE": "uima.tcas.Annotation",
            "tags": {"%NAME": "tags", "%RANGE": "uima.cas.String[]"}}},
          "%FEATURE_STRUCTURES": {
            "7": {"%TYPE": "my.Person", "@sofa": 1, "^begin": 3, "^end": 5, "@tags": 8, "#weight": 0.5},
            "8": {"%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["a", "b"]},
            "1": {"%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "x 😀y"}}}"##;
        let cas = read(file.as_bytes()).unwrap();
        assert_eq!(cas.text, "x 😀y");
        let person = &cas.structures[0];
        assert_eq!((person.id, person.extent), (7, Some((3, 5))));
        assert_eq!(person.texts("tags"), ["a", "b"]);
        assert_eq!(person.text("weight"), Some("0.5"));
        assert_eq!(cas.types["my.Person"].features["tags"], Range::Texts);
    }

    #[test]
    fn what_is_no_cas_is_refused_with_a_reason() {
        for (file, reason) in [
            ("{", "EOF"),
            ("{}", "%FEATURE_STRUCTURES"),
            (r#"{"%FEATURE_STRUCTURES": [{"%TYPE": "a"}]}"#, "%ID"),
            (r#"{"%FEATURE_STRUCTURES": []}"#, "no text"),
        ] {
            let said = read(file.as_bytes()).unwrap_err().to_string();
            assert!(said.contains(reason), "{said}");
        }
    }
}
