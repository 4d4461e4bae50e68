//! Objects whose keys are data: none may stand there twice, for one of the
//! two values would be lost.

use postil_core::attribute::Value;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Values by attribute id.
pub(crate) type Values<'a> = Unique<'a, AttributeValue<'a>>;

/// Texts by key.
pub(crate) type Metadata<'a> = Unique<'a, Cow<'a, str>>;

pub(crate) struct Unique<'a, V>(pub BTreeMap<Cow<'a, str>, V>);

impl<V> Default for Unique<'_, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<V: Serialize> Serialize for Unique<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Unique<'_, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Keys(PhantomData))
    }
}

struct Keys<'a, V>(PhantomData<Unique<'a, V>>);

impl<'de, 'a, V: Deserialize<'de>> Visitor<'de> for Keys<'a, V> {
    type Value = Unique<'a, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            if found.contains_key(key.as_str()) {
                return Err(Error::custom(format_args!("the key \"{key}\" twice")));
            }
            found.insert(Cow::Owned(key), map.next_value()?);
        }
        Ok(Unique(found))
    }
}

/// A value, read without trying one kind after another.
pub(crate) struct AttributeValue<'a>(pub Cow<'a, Value>);

impl Serialize for AttributeValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AttributeValue<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = deserializer.deserialize_any(AnyValue)?;
        Ok(Self(Cow::Owned(value)))
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, true, false or a list of texts")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::YesNo(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::One(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::Several(values))
    }
}
