//! Changes of those few fields that many rows are given at once: their images
//! are made without those of the whole rows, and brought back without them.

use super::image::Fields;
use crate::error::{StoreError, unreadable_row};
use postil_core::change::Row;
use postil_core::document::Document;
use postil_core::layer::Layer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const STATUS: &str = "status";
const REMOVED_AT: &str = "removed_at";
const CHANGED_AT: &str = "changed_at";
const CHANGED_BY: &str = "changed_by";

/// The fields that differ, before and after; `None` where others do too.
pub(super) fn between(before: &Row, after: &Row) -> Result<Option<(Fields, Fields)>, StoreError> {
    let mut differing = Differing::default();
    match (before, after) {
        (Row::Layer(before), Row::Layer(after)) => {
            let same = Layer {
                status: after.status,
                ..before.clone()
            };
            if *after != same {
                return Ok(None);
            }
            differing.field(STATUS, &before.status, &after.status)?;
        }
        (Row::Document(before), Row::Document(after)) => {
            let same = Document {
                removed_at: after.removed_at,
                changed_at: after.changed_at,
                changed_by: after.changed_by,
                ..before.clone()
            };
            if *after != same {
                return Ok(None);
            }
            differing.field(REMOVED_AT, &before.removed_at, &after.removed_at)?;
            differing.field(CHANGED_AT, &before.changed_at, &after.changed_at)?;
            differing.field(CHANGED_BY, &before.changed_by, &after.changed_by)?;
        }
        _ => return Ok(None),
    }
    Ok(Some((differing.before, differing.after)))
}

#[derive(Default)]
struct Differing {
    before: Fields,
    after: Fields,
}

impl Differing {
    fn field<T: Serialize + PartialEq>(
        &mut self,
        name: &str,
        before: &T,
        after: &T,
    ) -> Result<(), StoreError> {
        if before != after {
            self.before.insert(name.to_owned(), value(before)?);
            self.after.insert(name.to_owned(), value(after)?);
        }
        Ok(())
    }
}

fn value<T: Serialize>(field: &T) -> Result<Value, StoreError> {
    serde_json::to_value(field).map_err(|error| unreadable_row(&error))
}

/// The row with these fields after, if it has those before; `None` for fields
/// that are not among the few.
pub(super) fn brought(
    current: &Row,
    before: &Fields,
    after: &Fields,
) -> Result<Option<Row>, StoreError> {
    match current {
        Row::Layer(layer) => {
            let mut layer = layer.clone();
            let all = each(before, after, |name, before, after| match name {
                STATUS => set(&mut layer.status, before, after),
                _ => Ok(false),
            })?;
            Ok(all.then_some(Row::Layer(layer)))
        }
        Row::Document(document) => {
            let mut document = document.clone();
            let all = each(before, after, |name, before, after| match name {
                REMOVED_AT => set(&mut document.removed_at, before, after),
                CHANGED_AT => set(&mut document.changed_at, before, after),
                CHANGED_BY => set(&mut document.changed_by, before, after),
                _ => Ok(false),
            })?;
            Ok(all.then_some(Row::Document(document)))
        }
        _ => Ok(None),
    }
}

fn each(
    before: &Fields,
    after: &Fields,
    mut set: impl FnMut(&str, &Value, &Value) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    if before.len() != after.len() {
        return Ok(false);
    }
    // What is stale is told only of fields that are all known here.
    for (name, before) in before {
        let Some(after) = after.get(name) else {
            return Ok(false);
        };
        if !set(name, before, after)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn set<T>(field: &mut T, before: &Value, after: &Value) -> Result<bool, StoreError>
where
    T: DeserializeOwned + PartialEq,
{
    let read = |value: &Value| T::deserialize(value).map_err(|error| unreadable_row(&error));
    if *field != read(before)? {
        return Err(StoreError::Stale);
    }
    *field = read(after)?;
    Ok(true)
}
