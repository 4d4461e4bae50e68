//! Mentions, their names, and whom they name.

use super::{Check, Finding, Subject};
use crate::document::{ZoneKind, ZoneState};
use crate::entity::Entity;
use crate::id::EntityId;
use crate::scheme::{AttributeRule, Role};
use crate::span::Span;
use crate::take::is_whole;
use crate::text::{Extent, Text};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Attributes of an entity that identify it in the world.
const IDENTIFIERS: &[&str] = &["wikidata", "geonames"];

/// The entity that readers see in place of each: itself, or the one that it
/// was merged into.
fn standing<'a>(subject: &Subject<'a>) -> BTreeMap<EntityId, &'a Entity> {
    let own: BTreeMap<EntityId, &Entity> = subject
        .entities
        .iter()
        .map(|entity| (entity.id, entity))
        .collect();
    own.values()
        .map(|entity| {
            let stands_for = own.get(&entity.standing()).unwrap_or(entity);
            (entity.id, *stands_for)
        })
        .collect()
}

/// One finding for each name, at the first place where it is not marked.
pub(super) fn unmarked(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let entities = standing(subject);
    for role in [Role::Actor, Role::Place] {
        let marked = Stretches::of(subject.with_role(role).flat_map(Span::extents));
        let skipped = Stretches::of(
            subject
                .zones
                .iter()
                .filter(|zone| zone.kind == ZoneKind::Skip && zone.state != ZoneState::Refused)
                .map(crate::document::Zone::extent),
        );
        let mut names: BTreeMap<&str, &Span> = BTreeMap::new();
        for span in subject.with_role(role) {
            if let [fragment] = span.fragments.as_slice()
                && is_name(subject, role, span, &fragment.quote, &entities)
            {
                names.entry(&fragment.quote).or_insert(span);
            }
        }
        let is_open = |place: Extent| !marked.meet(place) && !skipped.meet(place);
        for (name, (extent, count)) in places(subject.text, names.keys().copied(), is_open) {
            if let Some(span) = names.get(name) {
                found.push(Finding {
                    extent,
                    count,
                    ..Finding::of(Check::SameStringUnmarkedElsewhere, span)
                });
            }
        }
    }
}

/// For each name the first of the places where it stands and how many they
/// are. Reads the text once, however many names there are.
fn places<'a>(
    text: &Text,
    names: impl Iterator<Item = &'a str>,
    is_open: impl Fn(Extent) -> bool,
) -> BTreeMap<&'a str, (Extent, u32)> {
    // How long, in bytes, the names are that begin with a letter.
    let mut lengths: HashMap<char, BTreeSet<usize>> = HashMap::new();
    let mut known: HashMap<&str, u32> = HashMap::new();
    for name in names {
        if let Some(letter) = name.chars().next() {
            lengths.entry(letter).or_default().insert(name.len());
            let characters = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
            known.insert(name, characters);
        }
    }
    let mut found: BTreeMap<&str, (Extent, u32)> = BTreeMap::new();
    let content = text.as_str();
    let mut last = None;
    for (at, (byte, letter)) in (0_u32..).zip(content.char_indices()) {
        let before = last.replace(letter);
        for length in lengths.get(&letter).into_iter().flatten() {
            let piece = content.get(byte..byte + length);
            let Some((name, characters)) = piece.and_then(|piece| known.get_key_value(piece))
            else {
                continue;
            };
            let extent = Extent::of(at, at.saturating_add(*characters));
            // What no letter touches is whole; asking the text is dear.
            let touched = [
                before,
                content
                    .get(byte + length..)
                    .and_then(|rest| rest.chars().next()),
            ]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric);
            if is_open(extent) && (!touched || is_whole(text, extent)) {
                let (_, count) = found.entry(name).or_insert((extent, 0));
                *count = count.saturating_add(1);
            }
        }
    }
    found
}

/// Pronouns and descriptions stand for someone else each time.
fn is_name(
    subject: &Subject<'_>,
    role: Role,
    span: &Span,
    quote: &str,
    entities: &BTreeMap<EntityId, &Entity>,
) -> bool {
    let form = subject.scheme.label(&span.label).and_then(|label| {
        let kind = label
            .attributes
            .iter()
            .find(|kind| kind.rule == Some(AttributeRule::SurfaceForm))?;
        span.attributes.get(&kind.id)
    });
    if let Some(form) = form {
        return form.value.as_line() == "name";
    }
    let named = span
        .entity
        .and_then(|id| entities.get(&id))
        .is_some_and(|entity| entity.names().any(|name| name == quote));
    // Many scripts have no capitals: there a place's word is its name.
    let written_so = quote
        .chars()
        .find(|character| character.is_alphabetic())
        .is_some_and(|letter| !letter.is_lowercase());
    named || (role == Role::Place && written_so)
}

/// Stretches of text, asked whether one of them meets another.
struct Stretches {
    /// By start; ends only grow.
    merged: Vec<Extent>,
}

impl Stretches {
    fn of(extents: impl Iterator<Item = Extent>) -> Self {
        Self {
            merged: crate::span::tidy(extents.collect()),
        }
    }

    fn meet(&self, extent: Extent) -> bool {
        let after = self
            .merged
            .partition_point(|stretch| stretch.start < extent.end);
        after
            .checked_sub(1)
            .and_then(|last| self.merged.get(last))
            .is_some_and(|last| last.overlaps(extent))
    }
}

/// One finding for each entity mentioned here that shares an identifier.
pub(super) fn conflicting(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut holders: BTreeMap<(&str, String), Vec<&Entity>> = BTreeMap::new();
    let living = subject
        .entities
        .iter()
        .filter(|entity| entity.merged_into.is_none());
    for entity in living {
        for id in IDENTIFIERS {
            if let Some(attribute) = entity.attributes.get(*id) {
                let value = attribute.value.as_line().trim().to_owned();
                if !value.is_empty() {
                    holders.entry((id, value)).or_default().push(entity);
                }
            }
        }
    }
    let standing = standing(subject);
    let mut first: BTreeMap<EntityId, &Span> = BTreeMap::new();
    for span in subject.annotations.spans() {
        if let Some(entity) = span.entity.and_then(|id| standing.get(&id)) {
            let known = first.entry(entity.id).or_insert(span);
            if span.hull().start < known.hull().start {
                *known = span;
            }
        }
    }
    for shared in holders.into_values().filter(|shared| shared.len() > 1) {
        for entity in &shared {
            let Some(span) = first.get(&entity.id) else {
                continue;
            };
            let others: Vec<&str> = shared
                .iter()
                .filter(|other| other.id != entity.id)
                .map(|other| other.name.as_str())
                .collect();
            found.push(Finding {
                quote: entity.name.clone(),
                other: others.join(", "),
                ..Finding::of(Check::EntityWithConflictingIds, span)
            });
        }
    }
}

pub(super) fn without_entity(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let open = subject
        .with_role(Role::Actor)
        .chain(subject.with_role(Role::Place))
        .filter(|span| span.entity.is_none());
    found.extend(open.map(|span| Finding::of(Check::MentionWithoutEntity, span)));
}
