//! Where a part of the scheme is used.

use crate::problem::Problem;
use postil_core::attribute::Value;
use postil_core::id::{DocumentId, LayerId, LinkId, SpanId};
use postil_core::scheme::{Owner, Part};
use postil_store::Edits;
use std::collections::BTreeSet;

/// What of a project uses a part of its scheme.
#[derive(Default)]
pub struct Usage {
    /// Spans that have it.
    pub spans: Vec<SpanId>,
    /// Links that are of it.
    pub links: Vec<LinkId>,
    /// Layers with an answer of it.
    pub layers: Vec<LayerId>,
    /// The layers of all of them.
    within: BTreeSet<LayerId>,
}

impl Usage {
    /// Looks through all layers of the project.
    pub fn of(edits: &Edits<'_>, part: &Part) -> Result<Self, Problem> {
        let mut usage = Self::default();
        match part {
            Part::Label { label } => usage.take_spans(edits, label, None, None)?,
            Part::Link { link } => {
                for link in edits.links_of_kind(link)? {
                    usage.within.insert(link.layer);
                    usage.links.push(link.id);
                }
            }
            Part::Attribute { attribute, .. } => {
                usage.take(edits, part.owner(), attribute, None)?;
            }
            Part::Value {
                attribute, value, ..
            } => usage.take(edits, part.owner(), attribute, Some(value))?,
        }
        Ok(usage)
    }

    fn take(
        &mut self,
        edits: &Edits<'_>,
        owner: Owner<'_>,
        attribute: &str,
        value: Option<&str>,
    ) -> Result<(), Problem> {
        match owner {
            Owner::Label(label) => self.take_spans(edits, label, Some(attribute), value),
            Owner::Link(kind) => self.take_links(edits, kind, attribute, value),
            Owner::Article => self.take_answers(edits, attribute, value),
        }
    }

    fn take_links(
        &mut self,
        edits: &Edits<'_>,
        kind: &str,
        attribute: &str,
        value: Option<&str>,
    ) -> Result<(), Problem> {
        for link in edits.links_of_kind(kind)? {
            let own = link.attributes.get(attribute);
            if own.is_some_and(|own| is(Some(&own.value), value)) {
                self.within.insert(link.layer);
                self.links.push(link.id);
            }
        }
        Ok(())
    }

    fn take_answers(
        &mut self,
        edits: &Edits<'_>,
        attribute: &str,
        value: Option<&str>,
    ) -> Result<(), Problem> {
        for layer in edits.layers_answering(attribute)? {
            let answer = layer.answers.get(attribute).map(|answer| &answer.value);
            if is(answer, value) {
                self.within.insert(layer.id);
                self.layers.push(layer.id);
            }
        }
        Ok(())
    }

    fn take_spans(
        &mut self,
        edits: &Edits<'_>,
        label: &str,
        attribute: Option<&str>,
        value: Option<&str>,
    ) -> Result<(), Problem> {
        for span in edits.spans_labelled(label, attribute)? {
            let own = attribute.and_then(|id| span.attributes.get(id));
            if is(own.map(|own| &own.value), value) {
                self.within.insert(span.layer);
                self.spans.push(span.id);
            }
        }
        Ok(())
    }

    /// Whether nothing uses it.
    pub fn is_empty(&self) -> bool {
        self.within.is_empty()
    }

    /// The articles in which it is used.
    pub fn articles(&self, edits: &Edits<'_>) -> Result<BTreeSet<DocumentId>, Problem> {
        let layers = self.within.iter();
        layers
            .map(|layer| Ok(edits.layer(*layer)?.document))
            .collect()
    }
}

/// Whether a value is, or holds, the one that is looked for.
fn is(own: Option<&Value>, looked_for: Option<&str>) -> bool {
    let Some(looked_for) = looked_for else {
        return true;
    };
    match own {
        Some(Value::One(id)) => id == looked_for,
        Some(Value::Several(ids)) => ids.iter().any(|id| id == looked_for),
        Some(Value::YesNo(_)) | None => false,
    }
}
