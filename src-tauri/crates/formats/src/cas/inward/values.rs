//! Features as values.

use super::super::model::{Range, Structure, Value, range};
use super::super::names::{
    BY_RULE, DEPENDENT, ENTITY, ENTITY_NAME, FLAGS, FRAGMENT_OF, GOVERNOR, NOTE, OTHER, SPECIAL,
    UID, decode,
};
use super::{Inward, example};
use crate::loss::{Losses, Lost};
use serde_json::{Map, Value as Json};

/// Features that are no value of the scheme.
const OWN: &[&str] = &[
    UID,
    ENTITY,
    ENTITY_NAME,
    NOTE,
    FLAGS,
    BY_RULE,
    OTHER,
    SPECIAL,
    FRAGMENT_OF,
    GOVERNOR,
    DEPENDENT,
];

impl Inward<'_> {
    /// The values of a structure, and which of them a rule set.
    pub(super) fn values(
        &self,
        one: &Structure,
        losses: &mut Losses,
    ) -> (Map<String, Json>, Vec<String>) {
        let mut values: Map<String, Json> = one
            .text(OTHER)
            .and_then(|other| serde_json::from_str(other).ok())
            .unwrap_or_default();
        // A file may say anything here, a line not.
        values.retain(|_, value| match value {
            Json::String(_) | Json::Bool(_) => true,
            Json::Array(several) => several.iter().all(Json::is_string),
            _ => false,
        });
        for (feature, value) in &one.features {
            if OWN.contains(&feature.as_str()) {
                continue;
            }
            let kind = range(self.types(), &one.kind, feature);
            let value = match (value, kind) {
                (Value::Text(text), Some(Range::YesNo)) => Json::Bool(text == "true"),
                (Value::Text(text), Some(Range::Texts)) => {
                    text.split_whitespace().map(Json::from).collect()
                }
                (Value::Text(text), _) => Json::from(text.as_str()),
                (Value::YesNo(yes), _) => Json::Bool(*yes),
                (Value::Texts(texts), _) => {
                    texts.iter().map(|text| Json::from(text.as_str())).collect()
                }
                (Value::References(ids), _) => {
                    if !self.are_slots(ids) {
                        losses.add(Lost::UnknownKey, || example(one, feature));
                    }
                    continue;
                }
            };
            values.insert(decode(feature), value);
        }
        (values, one.texts(BY_RULE).to_vec())
    }
}
