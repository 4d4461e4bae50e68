//! A change of scheme together with what it does to annotations, in one edit.

mod effect;
mod usage;

pub use effect::{Effect, choices, trail};

use crate::problem::{Code, Problem};
use postil_core::attribute::Attributes;
use postil_core::id::{LinkId, SpanId};
use postil_core::link::{Link, Target, closes_circle};
use postil_core::scheme::{Carry, LinkKind, Owner, Part, Scheme};
use postil_store::Edits;
use std::collections::{BTreeMap, BTreeSet};
use usage::Usage;

/// What a person decided about a part that is in use and gone: what takes its
/// place, or `None` to keep it as retired.
pub type Decisions = BTreeMap<Part, Option<String>>;

/// The scheme as it becomes, and what became of annotations.
pub struct Rewritten {
    /// The scheme; its version is that of the draft.
    pub scheme: Scheme,
    /// One for each part in use that is gone from the draft.
    pub effects: Vec<Effect>,
}

/// Carries all annotations of the project from `old` to `draft`. What is in
/// use, gone and not decided about is kept as retired.
///
/// # Errors
/// [`Code::Invalid`] when values would not fit the kind that their attribute
/// has now, or a decision names what the draft does not offer.
pub fn rewrite(
    edits: &mut Edits<'_>,
    old: &Scheme,
    draft: &Scheme,
    decisions: &Decisions,
) -> Result<Rewritten, Problem> {
    let mut scheme = draft.clone();
    let mut instead = BTreeMap::new();
    let mut uses = Vec::new();
    for part in old.missing_from(draft) {
        let usage = Usage::of(edits, &part)?;
        if usage.is_empty() {
            continue;
        }
        let decided = decisions.get(&part);
        match decided {
            Some(Some(other)) => {
                if !choices(draft, &part).contains(other) {
                    return Err(Problem::internal(format!(
                        "{other} cannot replace {part:?}"
                    )));
                }
                instead.insert(part.clone(), other.clone());
            }
            _ => scheme.retire(&part, old),
        }
        let effect = Effect::new(edits, part, &usage, decided)?;
        uses.push((effect, usage));
    }
    let mut work = Work {
        edits,
        carry: Carry {
            old,
            new: &scheme,
            instead: &instead,
        },
        spans: BTreeSet::new(),
        links: BTreeMap::new(),
    };
    work.convert()?;
    let mut effects = Vec::with_capacity(uses.len());
    for (index, (mut effect, usage)) in uses.into_iter().enumerate() {
        if effect.instead.is_some() {
            effect.lost_values = work.spans_and_answers(index, &usage)?;
        }
        effects.push(effect);
    }
    for (index, lost) in work.carry_links()? {
        if let Some(effect) = effects.get_mut(index) {
            effect.lost_links = lost.links;
            effect.lost_values = effect.lost_values.saturating_add(lost.values);
        }
    }
    Ok(Rewritten { scheme, effects })
}

struct Work<'a, 'e> {
    edits: &'a mut Edits<'e>,
    carry: Carry<'a>,
    /// Spans that are carried already.
    spans: BTreeSet<SpanId>,
    /// Links to look at, and the effect that asked for it.
    links: BTreeMap<LinkId, usize>,
}

impl Work<'_, '_> {
    /// Brings values into the kind that their attribute has now; refuses when
    /// one does not fit.
    fn convert(&mut self) -> Result<(), Problem> {
        let (old, new) = (self.carry.old, self.carry.new);
        for owner in old.owners() {
            for before in old.attributes_of(owner) {
                let now = new.attribute(owner, &before.id);
                let Some(now) = now.filter(|now| now.kind != before.kind) else {
                    continue;
                };
                let lost = self.convert_one(owner, &before.id)?;
                if lost > 0 {
                    return Err(Problem::new(Code::Invalid, "problem-scheme-kind")
                        .with("attribute", effect::titled(&now.title, &now.id))
                        .count("count", lost));
                }
            }
        }
        Ok(())
    }

    /// The same for one attribute; how many values do not fit.
    fn convert_one(&mut self, owner: Owner<'_>, attribute: &str) -> Result<u32, Problem> {
        let mut lost = 0_u32;
        let count = |carry: &Carry<'_>, attributes: &Attributes| {
            let own = attributes.get_key_value(attribute);
            let one = own.map(|(id, value)| (id.clone(), value.clone()));
            let one: Attributes = one.into_iter().collect();
            carry.values(owner, owner, &one).1
        };
        match owner {
            Owner::Article => {
                for mut layer in self.edits.layers_answering(attribute)? {
                    lost = lost.saturating_add(count(&self.carry, &layer.answers));
                    layer.answers = self.carry.values(owner, owner, &layer.answers).0;
                    self.edits.update_layer(&layer)?;
                }
            }
            Owner::Label(label) => {
                for span in self.edits.spans_labelled(label, Some(attribute))? {
                    lost = lost.saturating_add(count(&self.carry, &span.attributes));
                    if self.carry.label(&span.label) == span.label {
                        self.edits.update_span(&self.carry.span(&span).0)?;
                    }
                }
            }
            Owner::Link(kind) => {
                for mut link in self.edits.links_of_kind(kind)? {
                    lost = lost.saturating_add(count(&self.carry, &link.attributes));
                    if self.carry.link_kind(&link.kind) == link.kind {
                        link.attributes = self.carry.values(owner, owner, &link.attributes).0;
                        self.edits.update_link(&link)?;
                    }
                }
            }
        }
        Ok(lost)
    }

    /// Carries the spans and answers of a part; how many values were lost.
    fn spans_and_answers(&mut self, index: usize, usage: &Usage) -> Result<u32, Problem> {
        let mut lost = 0_u32;
        for id in &usage.spans {
            if !self.spans.insert(*id) {
                continue;
            }
            let span = self.edits.span(*id)?;
            let (carried, values) = self.carry.span(&span);
            lost = lost.saturating_add(values);
            if carried.label != span.label {
                let from = self.edits.links_of(*id)?;
                let to = self.edits.links_to(*id)?;
                for link in from.into_iter().chain(to) {
                    self.links.entry(link.id).or_insert(index);
                }
            }
            self.edits.update_span(&carried)?;
        }
        for id in &usage.layers {
            let mut layer = self.edits.layer(*id)?;
            let (answers, values) =
                self.carry
                    .values(Owner::Article, Owner::Article, &layer.answers);
            lost = lost.saturating_add(values);
            layer.answers = answers;
            self.edits.update_layer(&layer)?;
        }
        for link in &usage.links {
            self.links.entry(*link).or_insert(index);
        }
        Ok(lost)
    }

    /// Carries the links of spans that have another label now, and those of
    /// kinds or with values that are gone; what was lost, by effect.
    fn carry_links(&mut self) -> Result<BTreeMap<usize, Lost>, Problem> {
        let mut lost: BTreeMap<usize, Lost> = BTreeMap::new();
        for (id, index) in std::mem::take(&mut self.links) {
            let link = self.edits.link(id)?;
            let head = self.edits.span(link.head)?.label;
            let tail = match link.target.span() {
                Some(tail) => Some(self.edits.span(tail)?.label),
                None => None,
            };
            let carried = self.carry.link(&link, &head, tail.as_deref());
            let place = match carried {
                Some((carried, values)) => {
                    let count = lost.entry(index).or_default();
                    count.values = count.values.saturating_add(values);
                    self.place(carried)?
                }
                None => Place::None,
            };
            match place {
                Place::Free(carried) => self.edits.update_link(&carried)?,
                Place::Same => self.edits.delete_link(id)?,
                Place::None => {
                    self.edits.delete_link(id)?;
                    let count = lost.entry(index).or_default();
                    count.links = count.links.saturating_add(1);
                }
            }
        }
        Ok(lost)
    }

    /// Whether there is a place for a link beside the others of its kind: the
    /// author, or "not given", stands alone.
    fn place(&self, link: Link) -> Result<Place, Problem> {
        let special = |target: &Target| matches!(target, Target::Special(_));
        let mut others = self.edits.links_of(link.head)?;
        others.retain(|other| other.kind == link.kind && other.id != link.id);
        if others.iter().any(|other| other.target == link.target) {
            return Ok(Place::Same);
        }
        let mut all = others.iter().map(|other| &other.target);
        let alone = special(&link.target) && !others.is_empty();
        if alone || all.any(special) || self.closes_circle(&link)? {
            return Ok(Place::None);
        }
        Ok(Place::Free(link))
    }
}

impl Work<'_, '_> {
    /// Whether a link that becomes one between part and whole would make a
    /// claim a part of itself.
    fn closes_circle(&self, link: &Link) -> Result<bool, Problem> {
        let part_of = |kind: &str| self.carry.new.link(kind).is_some_and(LinkKind::is_part_of);
        let Some(tail) = link.target.span().filter(|_| part_of(&link.kind)) else {
            return Ok(false);
        };
        let mut failed = None;
        let closes = closes_circle(link.head, tail, |claim| {
            let links = match self.edits.links_of(claim) {
                Ok(links) => links,
                Err(error) => {
                    failed = Some(error);
                    return Vec::new();
                }
            };
            let above = links
                .iter()
                .filter(|other| other.kind == link.kind && other.id != link.id);
            above.filter_map(|other| other.target.span()).collect()
        });
        match failed {
            Some(error) => Err(error.into()),
            None => Ok(closes),
        }
    }
}

/// What found no place.
#[derive(Default)]
struct Lost {
    links: u32,
    /// Values of links that did.
    values: u32,
}

enum Place {
    /// It can go on so.
    Free(Link),
    /// The same link is there already.
    Same,
    /// There is none.
    None,
}
