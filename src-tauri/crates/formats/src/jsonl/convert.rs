//! From a line to a bundle, refusing whatever does not fit together.

mod layer;
mod people;
mod work;

use super::check::{Checked, Place, Uids, confidence, extent, name, number, refuse};
use super::{FORMAT, wire};
use crate::error::Fault;
use postil_core::attribute::{Attribute, Attributes};
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::document::{Document, LanguageMark, Zone};
use postil_core::entity::Entity;
use postil_core::id::{DocumentId, EntityId, LanguageId, Uid, ZoneId};
use postil_core::text::{Text, sha256, take_in};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// What a person is called where a detector is named.
pub(super) const PERSON: &str = "person";

/// The one article of a bundle.
const DOCUMENT: DocumentId = DocumentId(1);

/// Row ids by uid.
pub(super) type Known<T> = HashMap<Uid, T>;

pub(super) fn bundle(line: wire::Article<'_>) -> Checked<Bundle> {
    check_format(&line.format, FORMAT)?;
    let text = stored_text(&line)?;
    let mut uids = Uids::default();
    let uid = uids.take(line.uid)?;
    let entities = entities(&line.entities, &mut uids).key("entities")?;
    let known = entities
        .iter()
        .map(|entity| (entity.uid, entity.id))
        .collect();
    let scheme = SchemeVersion {
        uid: name(&line.scheme.uid, "uid").key("scheme")?,
        version: line.scheme.version,
    };
    let people = people::People::of(&line)?;
    let context = layer::Context {
        text: &text,
        entities: &known,
        people: &people,
        scheme_version: scheme.version,
        document: DOCUMENT,
    };
    let layers = layer::layers(line.layers, &context, &mut uids).key("layers")?;
    Ok(Bundle {
        languages: languages(line.language, line.paragraphs, &text)?,
        zones: zones(&line.zones, &text, &people, &mut uids).key("zones")?,
        document: Document {
            id: DOCUMENT,
            uid,
            title: line.title.into_owned(),
            sha256: line.sha256.into_owned(),
            metadata: owned(line.metadata),
            version_of: None,
            added_at: 0,
            removed_at: None,
            changed_at: 0,
            changed_by: None,
        },
        text: line.text.into_owned(),
        entities,
        scheme,
        layers,
        annotators: people.others,
    })
}

pub(super) fn check_format(found: &str, known: &'static str) -> Checked<()> {
    if found == known {
        return Ok(());
    }
    refuse(Fault::OtherFormat {
        found: found.to_owned(),
        known,
    })
    .key("format")
}

/// Offsets count over the text as stored, so a text that would be changed on
/// its way in is refused.
fn stored_text(line: &wire::Article<'_>) -> Checked<Text> {
    if let Err(error) = take_in(&line.text) {
        return refuse(Fault::Text(error.to_string())).key("text");
    }
    if line.text.contains('\r') {
        let reason = "it has carriage returns, and line ends are stored as line feeds";
        return refuse(Fault::Text(reason.to_owned())).key("text");
    }
    let computed = sha256(&line.text);
    if computed != line.sha256 {
        return refuse(Fault::Hash { computed }).key("sha256");
    }
    Ok(Text::new(line.text.as_ref()))
}

fn owned(metadata: wire::Metadata<'_>) -> BTreeMap<String, String> {
    metadata
        .0
        .into_iter()
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect()
}

fn languages(
    article: Option<wire::Language<'_>>,
    paragraphs: Vec<wire::Paragraph<'_>>,
    text: &Text,
) -> Checked<Vec<LanguageMark>> {
    let mut marks = Vec::with_capacity(paragraphs.len() + 1);
    if let Some(stated) = article {
        let (detector, detector_version, by_hand) = detected_by(&stated.by);
        marks.push(LanguageMark {
            id: LanguageId(1),
            document: DOCUMENT,
            extent: None,
            tag: name(&stated.tag, "tag").key("language")?,
            confidence: confidence(stated.confidence).key("language")?,
            guess: None,
            detector: detector.to_owned(),
            detector_version: detector_version.to_owned(),
            by_hand,
        });
    }
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mark = paragraph_language(paragraph, number(marks.len())?, text);
        marks.push(mark.item(at).key("paragraphs")?);
    }
    Ok(marks)
}

/// Detector, its version, and whether it was a person instead.
fn detected_by(by: &str) -> (&str, &str, bool) {
    match by.rsplit_once(' ') {
        Some((detector, version)) => (detector, version, false),
        None if by == PERSON => ("", "", true),
        None => (by, "", false),
    }
}

fn paragraph_language(
    paragraph: &wire::Paragraph<'_>,
    id: u32,
    text: &Text,
) -> Checked<LanguageMark> {
    let (detector, detector_version, by_hand) = detected_by(&paragraph.by);
    Ok(LanguageMark {
        id: LanguageId(id),
        document: DOCUMENT,
        extent: Some(extent(text, paragraph.start, paragraph.end)?),
        tag: name(&paragraph.language, "language")?,
        confidence: confidence(paragraph.confidence)?,
        guess: None,
        detector: detector.to_owned(),
        detector_version: detector_version.to_owned(),
        by_hand,
    })
}

fn zones(
    lines: &[wire::Zone<'_>],
    text: &Text,
    people: &people::People,
    uids: &mut Uids,
) -> Checked<Vec<Zone>> {
    let mut zones = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let extent = extent(text, line.start, line.end).item(at)?;
        zones.push(Zone {
            id: ZoneId(number(at)?),
            uid: uids.take(line.uid).item(at)?,
            document: DOCUMENT,
            start: extent.start,
            end: extent.end,
            kind: line.kind,
            reason: line.reason.to_string(),
            state: line.state,
            by: line.by.as_ref().map(|by| people.get(by).id),
        });
    }
    Ok(zones)
}

fn entities(lines: &[wire::Entity<'_>], uids: &mut Uids) -> Checked<Vec<Entity>> {
    let mut known = Known::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        known.insert(uids.take(line.uid).item(at)?, EntityId(number(at)?));
    }
    let mut entities = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        entities.push(entity(line, number(at)?, &known).item(at)?);
    }
    Ok(entities)
}

pub(super) fn entity(line: &wire::Entity<'_>, id: u32, known: &Known<EntityId>) -> Checked<Entity> {
    let merged_into = match line.merged_into {
        Some(uid) => Some(find(known, uid, "entity", "list of entities").key("merged_into")?),
        None => None,
    };
    Ok(Entity {
        id: EntityId(id),
        uid: line.uid,
        kind: name(&line.kind, "kind")?,
        name: line.name.clone().into_owned(),
        aliases: line.aliases.iter().map(|alias| alias.to_string()).collect(),
        attributes: attributes(&line.attributes, &line.by_rule)?,
        note: line.note.clone().into_owned(),
        merged_into,
    })
}

/// The row id of `uid`.
pub(super) fn find<T: Copy>(
    known: &Known<T>,
    uid: Uid,
    what: &'static str,
    container: &'static str,
) -> Checked<T> {
    match known.get(&uid) {
        Some(id) => Ok(*id),
        None => refuse(Fault::Missing {
            what,
            container,
            uid,
        }),
    }
}

pub(super) fn attributes(
    values: &wire::Values<'_>,
    by_rule: &[Cow<'_, str>],
) -> Checked<Attributes> {
    let mut attributes: Attributes = values
        .0
        .iter()
        .map(|(id, value)| {
            (
                id.to_string(),
                Attribute::by_hand(value.0.clone().into_owned()),
            )
        })
        .collect();
    for (at, id) in by_rule.iter().enumerate() {
        match attributes.get_mut(id.as_ref()) {
            Some(attribute) => attribute.by_rule = true,
            None => {
                let fault = Fault::RuleWithoutValue(id.to_string());
                return refuse(fault).item(at).key("by_rule");
            }
        }
    }
    Ok(attributes)
}
