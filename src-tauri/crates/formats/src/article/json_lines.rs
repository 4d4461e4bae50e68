//! JSON of others, one object a line.

use super::table::{COLUMNS, ROWS, Table};
use super::{Choices, Kind, Left, LeftOut, Reading, Refusal, Stranger, encoding};
use serde_json::Value;
use std::collections::HashMap;

/// The longest line that is read, in bytes of UTF-8.
const LINE: usize = 16 * 1024 * 1024;

/// The objects of the file as rows: their keys are the columns.
pub(super) fn read(bytes: &[u8], choices: &Choices) -> Result<Reading, Refusal> {
    let (source, used) = encoding::decode(bytes, choices.encoding.as_deref(), None)?;
    let mut objects = Objects::default();
    for (number, line) in (1_u64..).zip(source.lines()) {
        if !line.trim().is_empty() {
            objects.line(number, line)?;
        }
    }
    let Objects {
        table,
        left_out,
        first_fault,
        ..
    } = objects;
    if table.rows.is_empty() {
        return Err(match first_fault {
            Some(detail) => Refusal::Damaged {
                kind: Kind::Jsonl,
                detail,
            },
            None => Refusal::NoText,
        });
    }
    Ok(Reading {
        encoding: Some(used),
        ..table.into_reading(Kind::Jsonl, choices, left_out)?
    })
}

#[derive(Default)]
struct Objects {
    table: Table,
    places: HashMap<String, usize>,
    left_out: LeftOut,
    first_fault: Option<String>,
}

impl Objects {
    fn line(&mut self, number: u64, line: &str) -> Result<(), Refusal> {
        if line.len() > LINE {
            return self.fault(number, &format!("it has more than {LINE} bytes"));
        }
        let object = match serde_json::from_str(line) {
            Ok(Value::Object(object)) => object,
            Ok(_) => return self.fault(number, "it is no object"),
            Err(error) => return self.fault(number, &error.to_string()),
        };
        let ours = object.get("format").and_then(Value::as_str);
        if ours.is_some_and(|format| format.starts_with("postil/")) {
            return Err(Refusal::Stranger(Stranger::PostilJsonl));
        }
        if self.table.rows.len() >= ROWS {
            return Err(Refusal::TooManyRows { limit: ROWS });
        }
        let mut row = Vec::new();
        for (key, value) in object {
            match value {
                // Some keep what they know of an article in an object of its own.
                Value::Object(inner) => {
                    for (name, value) in inner {
                        self.value(&mut row, format!("{key}.{name}"), &value)?;
                    }
                }
                value => self.value(&mut row, key, &value)?,
            }
        }
        self.table.rows.push((number, row));
        Ok(())
    }

    fn value(&mut self, row: &mut Vec<String>, key: String, value: &Value) -> Result<(), Refusal> {
        let Some(value) = written(value) else {
            self.left_out.add(Left::Value, &key);
            return Ok(());
        };
        let at = match self.places.get(&key) {
            Some(at) => *at,
            None => {
                let at = self.table.names.len();
                if at >= COLUMNS {
                    return Err(Refusal::TooManyColumns { limit: COLUMNS });
                }
                self.table.names.push(key.clone());
                self.places.insert(key, at);
                at
            }
        };
        if row.len() <= at {
            row.resize(at + 1, String::new());
        }
        row[at] = value;
        Ok(())
    }

    fn fault(&mut self, number: u64, why: &str) -> Result<(), Refusal> {
        let fault = format!("line {number}: {why}");
        self.left_out.add(Left::BadRow, &fault);
        self.first_fault.get_or_insert(fault);
        Ok(())
    }
}

/// A value as a person would write it; `None` for one that has parts of its own.
fn written(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let names = values.iter().map(|value| value.as_str().map(str::to_owned));
            names.collect::<Option<Vec<String>>>()?.join(", ")
        }
        Value::Object(_) => return None,
    })
}
