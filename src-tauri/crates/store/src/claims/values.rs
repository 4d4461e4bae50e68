//! The values that claims have.

use super::pool::Pool;
use crate::error::StoreError;
use crate::error::unreadable_row;
use postil_core::attribute::{Attributes, Value};
use postil_core::text::fold;
use std::cmp::Ordering;

/// Sets of values; the same set is kept once.
#[derive(Default)]
pub(super) struct Values {
    texts: Pool<String>,
    sets: Vec<Attributes>,
}

impl Values {
    pub(super) fn number(&mut self, json: &str) -> Result<u32, StoreError> {
        let (number, new) = self.texts.number(json.to_owned());
        if new {
            let set = serde_json::from_str(json).map_err(|error| unreadable_row(&error))?;
            self.sets.push(set);
        }
        Ok(number)
    }

    pub(super) fn get(&self, number: u32) -> Option<&Attributes> {
        self.sets.get(number as usize)
    }

    pub(super) fn all(&self) -> &[Attributes] {
        &self.sets
    }
}

/// Compares two values: by their places among `choices`, as numbers where both
/// are, else as a reader compares texts.
pub(super) fn compare(one: &Value, other: &Value, choices: &[String]) -> Ordering {
    let (a, b) = (one.as_line(), other.as_line());
    let place = |line: &str| {
        let first = line.split('|').next().unwrap_or_default();
        choices.iter().position(|choice| choice == first)
    };
    match (place(&a), place(&b)) {
        (Some(one), Some(other)) => return one.cmp(&other).then_with(|| a.cmp(&b)),
        (Some(_), None) => return Ordering::Less,
        (None, Some(_)) => return Ordering::Greater,
        (None, None) => {}
    }
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(one), Ok(other)) => one.total_cmp(&other),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => fold(&a).cmp(&fold(&b)),
    }
}
