//! Values of attributes in formats that know texts only.

use postil_core::attribute::Value;
use postil_core::scheme::{AttributeKind, Scheme, ValueKind};

/// The texts of a value: one, or one for each choice. A yes has none.
#[must_use]
pub fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::YesNo(true) => Vec::new(),
        Value::YesNo(false) => vec!["false".to_owned()],
        Value::One(text) => vec![text.clone()],
        Value::Several(values) => values.clone(),
    }
}

/// The value that texts stand for, by what the scheme says of the attribute.
#[must_use]
pub fn of_texts(kind: Option<&AttributeKind>, mut texts: Vec<String>) -> Value {
    let kind = kind.map(|kind| kind.kind);
    match (kind, texts.len()) {
        (Some(ValueKind::Choices), _) => Value::Several(texts),
        (_, 0) => Value::YesNo(true),
        (Some(ValueKind::YesNo) | None, 1) if texts == ["false"] => Value::YesNo(false),
        (Some(ValueKind::YesNo), 1) if texts == ["true"] => Value::YesNo(true),
        (_, 1) => Value::One(texts.swap_remove(0)),
        _ => Value::Several(texts),
    }
}

/// What the scheme says of an attribute of a label.
#[must_use]
pub fn kind<'a>(scheme: &'a Scheme, label: &str, attribute: &str) -> Option<&'a AttributeKind> {
    let label = scheme.label(label)?;
    label.attributes.iter().find(|kind| kind.id == attribute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil_core::scheme::DEFAULT;

    #[test]
    fn values_come_back_by_what_the_scheme_says() {
        let scheme = Scheme::parse(DEFAULT).unwrap();
        for label in &scheme.labels {
            for kind in &label.attributes {
                let value = match kind.kind {
                    ValueKind::YesNo => Value::YesNo(false),
                    ValueKind::Choices => Value::Several(vec!["a".to_owned()]),
                    _ => Value::One("false".to_owned()),
                };
                assert_eq!(of_texts(Some(kind), texts(&value)), value, "{}", kind.id);
            }
        }
        for value in [
            Value::YesNo(true),
            Value::YesNo(false),
            Value::One("x".to_owned()),
        ] {
            assert_eq!(of_texts(None, texts(&value)), value);
        }
    }
}
