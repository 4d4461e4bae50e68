//! Relations and slots as links.

use super::super::model::{Structure, Value};
use super::super::names::{
    BY_RULE, DEPENDENT, ENTITY, GOVERNOR, LINK, NOTE, SPECIAL, TARGET, decode, short,
};
use super::{Inward, text_of};
use crate::loss::{Losses, Lost};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// A slot of INCEpTION names the role that its filler has, and the filler.
const ROLE: &str = "role";
const FILLER: &str = "target";

impl Inward<'_> {
    pub(super) fn links(&self, spans: &BTreeMap<u32, Json>, losses: &mut Losses) -> Vec<Json> {
        let mut links = Vec::new();
        for one in &self.given.cas.structures {
            if one.reference(GOVERNOR).is_some() {
                match self.relation(one, spans, losses) {
                    Some(link) => links.push(link),
                    None => losses.add(Lost::Link, || self.described(one)),
                }
            }
            if spans.contains_key(&one.id) {
                self.slots(one, spans, &mut links, losses);
            }
        }
        links
    }

    fn relation(
        &self,
        one: &Structure,
        spans: &BTreeMap<u32, Json>,
        losses: &mut Losses,
    ) -> Option<Json> {
        let head = spans.get(&one.reference(GOVERNOR)?)?;
        let (kind, to) = match one.reference(DEPENDENT) {
            Some(tail) => {
                let kind = one.kind.strip_prefix(LINK);
                let kind = kind.unwrap_or_else(|| short(&one.kind));
                (kind, json!({"span": text_of(spans.get(&tail)?, "uid")}))
            }
            None => {
                let to = match (one.text(SPECIAL), one.text(ENTITY)) {
                    (Some(special), _) => json!({"special": special}),
                    (None, entity) => json!({"entity": entity?}),
                };
                (one.kind.strip_prefix(TARGET)?, to)
            }
        };
        let (attributes, _) = self.values(one, losses);
        Some(json!({
            "uid": self.uid(one),
            "kind": decode(kind),
            "from": text_of(head, "uid"),
            "to": to,
            "attributes": attributes,
            "note": one.text(NOTE).unwrap_or_default(),
            "by_rule": one.is_yes(BY_RULE) || one.text(BY_RULE) == Some("true"),
        }))
    }

    /// The slots of an annotation, each a list of role and filler.
    fn slots(
        &self,
        one: &Structure,
        spans: &BTreeMap<u32, Json>,
        links: &mut Vec<Json>,
        losses: &mut Losses,
    ) {
        for (feature, value) in &one.features {
            let Value::References(ids) = value else {
                continue;
            };
            for slot in ids.iter().filter_map(|id| self.ids.get(id)) {
                let Some(filler) = slot.reference(FILLER) else {
                    continue;
                };
                let (Some(head), Some(tail)) = (spans.get(&one.id), spans.get(&filler)) else {
                    losses.add(Lost::Link, || self.described(one));
                    continue;
                };
                let mut attributes = Map::new();
                if let Some(role) = slot.text(ROLE) {
                    attributes.insert(ROLE.to_owned(), role.into());
                }
                links.push(json!({
                    "uid": self.uids.of(&format!("slot\0{}\0{}", self.uid(one), slot.id)),
                    "kind": decode(feature),
                    "from": text_of(head, "uid"),
                    "to": {"span": text_of(tail, "uid")},
                    "attributes": attributes,
                    "note": "",
                    "by_rule": false,
                }));
            }
        }
    }

    /// Whether these structures are slots, which become links.
    pub(super) fn are_slots(&self, ids: &[u32]) -> bool {
        ids.iter().all(|id| {
            self.ids
                .get(id)
                .is_some_and(|one| one.features.contains_key(FILLER))
        })
    }
}
