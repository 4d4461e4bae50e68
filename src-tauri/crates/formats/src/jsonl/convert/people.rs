//! Everybody whom an article names, numbered: annotators of layers in their order, then the
//! others by uid.

use super::super::check::{Checked, Place, number, refuse};
use super::super::wire;
use crate::error::Fault;
use postil_core::id::{AnnotatorId, Uid};
use postil_core::layer::Annotator;
use std::collections::{BTreeMap, HashMap};

/// The people of one article.
#[derive(Default)]
pub(in super::super) struct People {
    known: HashMap<Uid, Annotator>,
    /// Those without a layer.
    pub others: Vec<Annotator>,
}

impl People {
    pub fn of(line: &wire::Article<'_>) -> Checked<Self> {
        let mut people = Self::default();
        for (at, layer) in line.layers.iter().enumerate() {
            let id = AnnotatorId(number(people.known.len())?);
            let own = &layer.annotator;
            let known = people.known.entry(own.uid).or_insert_with(|| Annotator {
                id,
                uid: own.uid,
                name: own.name.to_string(),
            });
            same_name(&known.name, own)
                .key("annotator")
                .item(at)
                .key("layers")?;
        }
        let mut others: BTreeMap<Uid, String> = BTreeMap::new();
        for (at, zone) in line.zones.iter().enumerate() {
            if let Some(by) = &zone.by {
                people
                    .meet(by, &mut others)
                    .key("by")
                    .item(at)
                    .key("zones")?;
            }
        }
        for (layer_at, layer) in line.layers.iter().enumerate() {
            for (at, question) in layer.questions.iter().enumerate() {
                let asked = people.meet(&question.asked_by, &mut others).key("asked_by");
                let met = asked.and_then(|()| match &question.answer {
                    Some(answer) => people.meet(&answer.by, &mut others).key("by").key("answer"),
                    None => Ok(()),
                });
                met.item(at).key("questions").item(layer_at).key("layers")?;
            }
        }
        for (uid, name) in others {
            let id = AnnotatorId(number(people.known.len())?);
            let annotator = Annotator { id, uid, name };
            people.others.push(annotator.clone());
            people.known.insert(uid, annotator);
        }
        Ok(people)
    }

    fn meet(&self, line: &wire::Annotator<'_>, others: &mut BTreeMap<Uid, String>) -> Checked<()> {
        let known = match self.known.get(&line.uid) {
            Some(annotator) => &annotator.name,
            None => &*others
                .entry(line.uid)
                .or_insert_with(|| line.name.to_string()),
        };
        same_name(known, line)
    }

    /// Someone of this article.
    pub fn get(&self, line: &wire::Annotator<'_>) -> Annotator {
        // All were met.
        self.known
            .get(&line.uid)
            .cloned()
            .unwrap_or_else(|| Annotator {
                id: AnnotatorId::default(),
                uid: line.uid,
                name: line.name.to_string(),
            })
    }
}

fn same_name(known: &str, line: &wire::Annotator<'_>) -> Checked<()> {
    if known == line.name {
        return Ok(());
    }
    refuse(Fault::TwoNames {
        uid: line.uid,
        first: known.to_owned(),
        second: line.name.to_string(),
    })
    .key("name")
}
