//! Finds where in a line a value stands, so that a refusal can point at it.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// One step from a value to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(&'static str),
    Item(usize),
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Object<'a>(#[serde(borrow)] HashMap<Cow<'a, str>, &'a RawValue>);

/// The byte of `line` at which the value at `path` starts, or the nearest one
/// around it that can be found.
pub(super) fn locate(line: &str, path: &[Step]) -> usize {
    let mut value = line.trim();
    for step in path {
        let inner = match step {
            Step::Key(key) => serde_json::from_str::<Object<'_>>(value)
                .ok()
                .and_then(|object| object.0.get(*key).copied()),
            Step::Item(at) => serde_json::from_str::<Vec<&RawValue>>(value)
                .ok()
                .and_then(|items| items.get(*at).copied()),
        };
        match inner {
            Some(inner) => value = inner.get(),
            None => break,
        }
    }
    value.as_ptr().addr().saturating_sub(line.as_ptr().addr())
}

/// The column of a byte: characters from the start of the line, from 1.
pub(super) fn column(line: &str, byte: usize) -> u64 {
    let before = line.char_indices().take_while(|(at, _)| *at < byte).count();
    u64::try_from(before).unwrap_or(u64::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_and_counted_in_characters() {
        let line = r#" {"北京":"😀","layers":[{"a":1},{"spans":["x", 7]}]}"#;
        let path = [
            Step::Key("layers"),
            Step::Item(1),
            Step::Key("spans"),
            Step::Item(1),
        ];
        let byte = locate(line, &path);
        assert_eq!(&line[byte..=byte], "7");
        assert_eq!(column(line, byte), 45);
        let nearest = locate(line, &[Step::Key("layers"), Step::Item(9)]);
        assert_eq!(&line[nearest..nearest + 6], "[{\"a\":");
    }
}
