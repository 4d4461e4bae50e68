//! `docs/jsonl.schema.json` says the same as the writer and the reader.

use super::articles;
use postil_formats::jsonl::write_article;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../../../docs/jsonl.schema.json");

fn line(article: usize) -> Value {
    let mut out = Vec::new();
    write_article(&mut out, &articles::all()[article]).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn every_written_line_is_valid() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for article in 0..articles::all().len() {
        let line = line(article);
        let errors: Vec<String> = validator
            .iter_errors(&line)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

/// Removing any key anywhere makes a line invalid: each must be there.
#[test]
fn every_key_is_required() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let line = line(0);
    let mut paths = Vec::new();
    keys(&line, String::new(), &mut paths);
    assert!(paths.len() > 150);
    for (parent, key) in paths {
        let mut shorter = line.clone();
        let object = shorter
            .pointer_mut(&parent)
            .unwrap()
            .as_object_mut()
            .unwrap();
        object.remove(&key);
        assert!(!validator.is_valid(&shorter), "{parent}/{key}");
    }
}

/// Whose keys are data.
const MAPS: &[&str] = &[
    "metadata",
    "attributes",
    "answers",
    "checked_under",
    "link_values_by_rule",
    "kept_entities",
];

/// All keys but those of maps.
fn keys(value: &Value, path: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let inside = format!("{path}/{key}");
                found.push((path.clone(), key.clone()));
                if !MAPS.contains(&key.as_str()) {
                    keys(inner, inside, found);
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                keys(item, format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}
