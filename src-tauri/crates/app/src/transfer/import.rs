//! Into a project: all articles of all files, or none when a line is refused.

use super::file::named;
use super::given::Given;
use super::{Imported, counted};
use crate::problem::{Code, Problem};
use crate::view::message;
use crate::wire::Message;
use postil_core::bundle::{Bundle, Register};
use postil_core::entity::{Entity, EntityLink};
use postil_core::id::{EntityId, EntityLinkId, Uid};
use postil_core::link::circles;
use postil_core::scheme::{LinkKind, Scheme, StoredScheme};
use postil_formats::option::Options;
use postil_formats::repair::{Repair, Repaired};
use postil_formats::{Format, ReadError, Reading};
use postil_store::{Project, StoreError};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// How to read the files of an import.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Their format; one that can be read.
    pub format: &'static Format,
    /// What was chosen of it.
    pub options: Options,
    /// Whether offsets may be repaired where it is clear how.
    pub repair: bool,
}

impl Manner {
    /// A format with its defaults, and nothing repaired.
    #[must_use]
    pub fn of(format: &'static Format) -> Self {
        Self {
            format,
            options: Options::default(),
            repair: false,
        }
    }
}

/// Reads files, or all files in folders, with what belongs beside them. `now`
/// is Unix milliseconds. Articles that the project has, by text or uid, are
/// listed and left as they are.
///
/// # Errors
/// At the first place that is refused, with its file, line and column;
/// nothing is added then.
pub fn import_files(
    project: &mut Project,
    manner: &Manner,
    paths: &[PathBuf],
    now: i64,
) -> Result<Imported, Problem> {
    let Some(read) = manner.format.reader else {
        let problem = Problem::new(Code::Unsupported, "problem-format-not-read");
        return Err(problem.with("format", manner.format.title));
    };
    let given = Given::of(manner.format, paths)?;
    let scheme = Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))?;
    let mut imported = Imported::default();
    let mut reader = read(Reading {
        source: &given,
        scheme: &scheme,
        options: &manner.options,
        repair: manner.repair,
        now,
    });
    let mut bundles = Vec::new();
    for bundle in &mut reader {
        bundles.push(bundle.map_err(|error| refused(&error))?);
    }
    imported.files = given.paths();
    let refused = |error: ReadError| refused(&error);
    let registers = reader.registers().map_err(refused)?;
    let schemes = reader.schemes().map_err(refused)?;
    imported.losses.merge(reader.losses().clone());
    if let Some(repairs) = reader.repairs() {
        imported.notes.extend(repairs.iter().map(repair_message));
    }
    let beside = schemes.iter().map(|(name, _)| name);
    let beside = beside.chain(registers.iter().map(|(name, _)| name));
    imported.files.extend(beside.map(PathBuf::from));
    let registers: Vec<Register> = registers
        .into_iter()
        .map(|(_, register)| register)
        .collect();
    let mut taken = 0_u32;
    for (name, json) in schemes {
        let took = take_scheme(project, Path::new(&name), json, now, &mut imported)?;
        taken = taken.saturating_add(u32::from(took));
    }
    note_unknown_labels(project, &bundles, &mut imported.notes)?;
    note_parts_of_themselves(project, &bundles, &mut imported.notes)?;
    note_other_entities(project, &bundles, &registers, &mut imported.notes)?;
    in_file_order(&mut bundles, now);
    let counts: HashMap<Uid, (u32, u32)> = bundles
        .iter()
        .map(|bundle| (bundle.document.uid, counts(bundle)))
        .collect();
    let report = match project.add_documents("step-import", bundles, now) {
        Ok(report) => report,
        Err(error) => {
            for _ in 0..taken {
                project.undo(now)?;
            }
            return Err(error.into());
        }
    };
    for id in &report.added {
        let (spans, links) = counts
            .get(&project.document(*id)?.uid)
            .copied()
            .unwrap_or_default();
        imported.spans = imported.spans.saturating_add(spans);
        imported.links = imported.links.saturating_add(links);
    }
    imported.added = report.added;
    imported.duplicates = report.duplicates;
    for register in registers {
        // The articles are in, with the entities they mention: what else
        // cannot come in is said, not a reason to take them out again.
        if let Err(problem) = add_register(project, register, now) {
            let reason = problem.cause.unwrap_or(problem.key);
            imported
                .notes
                .push(message("note-entities-refused").with("reason", reason));
        }
    }
    Ok(imported)
}

fn repair_message((repair, repaired): (Repair, &Repaired)) -> Message {
    message("note-repaired")
        .count("articles", counted(repaired.articles))
        .count("spans", counted(repaired.spans))
        .with("what", repair.to_string())
        .with("examples", repaired.examples.join("; "))
}

fn refused(error: &ReadError) -> Problem {
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    Problem::new(Code::Unreadable, "problem-line")
        .with("path", error.file.clone())
        .count("line", number(error.line))
        .count("column", number(error.column))
        .with("reason", error.fault.to_string())
        .cause(error)
}

/// A project that is still empty takes the scheme of what it imports; any
/// other keeps its own and says so. Whether it was taken.
fn take_scheme(
    project: &mut Project,
    path: &Path,
    json: String,
    now: i64,
    imported: &mut Imported,
) -> Result<bool, Problem> {
    let own = project.scheme()?;
    if json == own.json {
        return Ok(false);
    }
    let scheme = Scheme::accept(&json).map_err(|error| {
        named(Problem::new(Code::Unreadable, "problem-scheme-file"), path)
            .with("reason", error.to_string())
            .cause(error)
    })?;
    let said = |key: &str| {
        message(key)
            .with("title", scheme.title.clone())
            .with("path", path.display().to_string())
    };
    let counts = project.counts()?;
    if counts.documents > 0 || counts.in_bin > 0 {
        imported.notes.push(said("note-scheme-kept"));
        return Ok(false);
    }
    let taken = StoredScheme {
        id: own.id,
        uid: scheme.uid.clone(),
        version: scheme.version,
        json,
    };
    project.edit("step-scheme", None, now, |edits| {
        edits.update_scheme(&taken)
    })?;
    imported.notes.push(said("note-scheme-taken"));
    Ok(true)
}

fn note_unknown_labels(
    project: &Project,
    bundles: &[Bundle],
    notes: &mut Vec<Message>,
) -> Result<(), Problem> {
    let scheme = Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))?;
    let layers = || bundles.iter().flat_map(|bundle| &bundle.layers);
    let labels = layers()
        .flat_map(|layer| &layer.spans)
        .map(|span| span.label.as_str())
        .filter(|label| scheme.label(label).is_none());
    let links = layers()
        .flat_map(|layer| &layer.links)
        .map(|link| link.kind.as_str())
        .filter(|kind| scheme.link(kind).is_none());
    let unknown: BTreeSet<&str> = labels.chain(links).collect();
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.into_iter().collect();
        notes.push(message("note-unknown-labels").with("labels", names.join(", ")));
    }
    Ok(())
}

/// Claims that are parts of themselves come in as they are, and are said.
fn note_parts_of_themselves(
    project: &Project,
    bundles: &[Bundle],
    notes: &mut Vec<Message>,
) -> Result<(), Problem> {
    let scheme = Scheme::parse(&project.scheme()?.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))?;
    let kinds: Vec<&LinkKind> = scheme
        .links
        .iter()
        .filter(|kind| kind.is_part_of())
        .collect();
    let mut titles = BTreeSet::new();
    let mut claims = 0;
    for bundle in bundles {
        for (kind, layer) in kinds
            .iter()
            .flat_map(|kind| bundle.layers.iter().map(move |layer| (kind, layer)))
        {
            let found = circles(layer.links.iter().filter(|link| link.kind == kind.id));
            if !found.is_empty() {
                titles.insert(bundle.document.title.as_str());
                claims += found.iter().map(Vec::len).sum::<usize>();
            }
        }
    }
    if claims > 0 {
        let titles: Vec<&str> = titles.into_iter().take(3).collect();
        let said = message("note-parts-of-themselves").count("count", counted(claims));
        notes.push(said.with("examples", titles.join("; ")));
    }
    Ok(())
}

/// Entities that the project has stay as they are, so what a file says
/// otherwise of them is lost and must be said.
fn note_other_entities(
    project: &Project,
    bundles: &[Bundle],
    registers: &[Register],
    notes: &mut Vec<Message>,
) -> Result<(), Problem> {
    let own = project.entities()?;
    let own: HashMap<Uid, &Entity> = own.iter().map(|entity| (entity.uid, entity)).collect();
    let mentioned = bundles.iter().flat_map(|bundle| &bundle.entities);
    let registered = registers.iter().flat_map(|register| &register.entities);
    let other: BTreeMap<Uid, &str> = mentioned
        .chain(registered)
        .filter(|entity| {
            own.get(&entity.uid)
                .is_some_and(|own| !says_the_same(own, entity))
        })
        .map(|entity| (entity.uid, entity.name.as_str()))
        .collect();
    if !other.is_empty() {
        let names: Vec<&str> = other.values().take(3).copied().collect();
        let said = message("note-entities-kept").count("count", counted(other.len()));
        notes.push(said.with("examples", names.join("; ")));
    }
    Ok(())
}

fn says_the_same(own: &Entity, other: &Entity) -> bool {
    fn said(entity: &Entity) -> impl PartialEq + '_ {
        (
            &entity.kind,
            &entity.name,
            &entity.aliases,
            &entity.attributes,
            &entity.note,
            entity.merged_into.is_some(),
        )
    }
    said(own) == said(other)
}

/// The library lists by the time of adding, then uid: where the uid alone
/// would change the order of the files, a millisecond is added.
fn in_file_order(bundles: &mut [Bundle], now: i64) {
    let mut time = now;
    let mut last = None;
    for bundle in bundles {
        let uid = bundle.document.uid;
        if last.is_some_and(|last| uid < last) {
            time = time.saturating_add(1);
        }
        last = Some(uid);
        bundle.document.added_at = time;
        bundle.document.changed_at = time;
    }
}

fn counts(bundle: &Bundle) -> (u32, u32) {
    let spans = bundle.layers.iter().map(|layer| layer.spans.len()).sum();
    let links = bundle.layers.iter().map(|layer| layer.links.len()).sum();
    (counted(spans), counted(links))
}

/// Adds the entities and links that the project does not have; those it has
/// are left as they are.
fn add_register(project: &mut Project, register: Register, now: i64) -> Result<(), Problem> {
    let mut known: HashMap<Uid, EntityId> = project
        .entities()?
        .into_iter()
        .map(|entity| (entity.uid, entity.id))
        .collect();
    let links: BTreeSet<Uid> = project
        .entity_links()?
        .into_iter()
        .map(|link| link.uid)
        .collect();
    let uids: HashMap<EntityId, Uid> = register
        .entities
        .iter()
        .map(|entity| (entity.id, entity.uid))
        .collect();
    project.edit("step-import", None, now, |edits| {
        let mut merged = Vec::new();
        for entity in register.entities {
            if known.contains_key(&entity.uid) {
                continue;
            }
            let uid = entity.uid;
            let into = entity.merged_into;
            let entity = Entity {
                id: EntityId::UNSTORED,
                merged_into: None,
                ..entity
            };
            let id = edits.insert_entity(entity.clone())?;
            known.insert(uid, id);
            merged.extend(into.map(|into| (Entity { id, ..entity }, into)));
        }
        let own = |id: EntityId| {
            let uid = uids.get(&id);
            uid.and_then(|uid| known.get(uid))
                .copied()
                .ok_or_else(|| StoreError::NotFound {
                    what: format!("entity {id}"),
                })
        };
        for (entity, into) in merged {
            let merged_into = Some(own(into)?);
            edits.update_entity(&Entity {
                merged_into,
                ..entity
            })?;
        }
        for link in register.links {
            if !links.contains(&link.uid) {
                edits.insert_entity_link(EntityLink {
                    id: EntityLinkId::UNSTORED,
                    head: own(link.head)?,
                    tail: own(link.tail)?,
                    ..link
                })?;
            }
        }
        Ok::<(), StoreError>(())
    })?;
    Ok(())
}
