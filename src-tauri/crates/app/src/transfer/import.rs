//! Into a project: all articles of all files, or none when a line is refused.
//!
//! A thread reads; the articles it reads come in by slices that nobody sees,
//! and are shown at the end as one step.

mod additions;
mod circles;
mod look;
pub mod mapping;
mod pieces;
mod register;
mod unknown;

use super::file::named;
use super::{Imported, counted};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::view::message;
use crate::wire::Message;
use additions::Additions;
use circles::Circles;
pub use look::{Found, Look};
use mapping::{LeftOut, Mapping};
use pieces::{Beside, Origin, Piece};
use postil_core::bundle::{Bundle, Register};
use postil_core::entity::Entity;
use postil_core::id::Uid;
use postil_core::layer::Annotator;
use postil_core::scheme::{Scheme, StoredScheme};
use postil_formats::option::Options;
use postil_formats::{Format, Reader, Reading};
use postil_store::{Batch, Project, StoreError};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;
use unknown::Unknown;

/// How long a slice waits for the reader before it looks whether it should
/// end.
const WAIT: Duration = Duration::from_millis(5);

/// How to read the files of an import.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Their format; one that can be read.
    pub format: &'static Format,
    /// What was chosen of it.
    pub options: Options,
    /// Whether offsets may be repaired where it is clear how.
    pub repair: bool,
    /// What the labels and links of the files become.
    pub mapping: Mapping,
    /// Whether a project that is still empty takes the scheme of the files.
    pub take_scheme: bool,
    /// What is read are other projects, by way of `format`.
    pub projects: bool,
    /// Whose layers become a person's own: their name in the files, and the
    /// person.
    pub own: Option<(String, Annotator)>,
}

impl Manner {
    /// A format with its defaults, and nothing repaired.
    #[must_use]
    pub fn of(format: &'static Format) -> Self {
        Self {
            format,
            options: Options::default(),
            repair: false,
            mapping: Mapping::default(),
            take_scheme: true,
            projects: false,
            own: None,
        }
    }
}

/// An import on its way.
pub struct Import {
    pieces: Receiver<Piece>,
    progress: Progress,
    now: i64,
    batch: Batch,
    read_to_the_end: bool,
    /// The time and uid of the article before.
    last: Option<(i64, Uid)>,
    beside: Beside,
    unknown: Unknown,
    scheme: Scheme,
    manner: Manner,
    additions: Additions,
    left_out: LeftOut,
    circles: Circles,
    /// Entities as the project had them, and those that a file has otherwise.
    own: HashMap<Uid, Entity>,
    other: BTreeMap<Uid, String>,
}

impl Import {
    /// Begins to read files, or all files in folders, with what belongs
    /// beside them. `now` is Unix milliseconds. Articles that the project has,
    /// by text or uid, are listed and left as they are.
    ///
    /// # Errors
    /// When the format is not read, a file is not there, or the project
    /// cannot be written or already takes articles in.
    pub fn begin(
        project: &mut Project,
        manner: &Manner,
        paths: &[PathBuf],
        now: i64,
        progress: Progress,
    ) -> Result<Self, Problem> {
        let reader = reader_of(manner.format)?;
        let origin = Origin::of(project, manner, paths)?;
        let scheme = parsed(&project.scheme()?)?;
        if let Some(name) = manner.mapping.unknown_target(&scheme) {
            let problem = Problem::new(Code::NotFound, "problem-map-target");
            return Err(problem.with("name", name));
        }
        let entities = project.entities()?;
        let batch = project.begin_batch()?;
        Ok(Self {
            pieces: pieces::read(
                pieces::Files {
                    origin,
                    reader,
                    scheme: scheme.clone(),
                    manner: manner.clone(),
                    now,
                    past_refusals: 0,
                },
                progress.clone(),
            ),
            progress,
            now,
            batch,
            read_to_the_end: false,
            last: None,
            beside: Beside::default(),
            unknown: Unknown::default(),
            scheme,
            manner: manner.clone(),
            additions: Additions::default(),
            left_out: LeftOut::default(),
            circles: Circles::default(),
            own: entities
                .into_iter()
                .map(|entity| (entity.uid, entity))
                .collect(),
            other: BTreeMap::new(),
        })
    }

    /// Brings in what was read, until `enough` says so or nothing is left;
    /// answers whether something is.
    ///
    /// # Errors
    /// The first line that is refused, with its file, line and column, and
    /// what the project refuses. What came in must be cleared then.
    pub fn slice(
        &mut self,
        project: &mut Project,
        enough: impl Fn() -> bool,
    ) -> Result<bool, Problem> {
        let mut refused = None;
        // Nothing is written as long as there is nothing to write.
        let mut first = self.next(&enough, &mut refused);
        if first.is_some() {
            let mut batch = std::mem::take(&mut self.batch);
            let added = project.add_to_batch(&mut batch, self.now, || {
                first.take().or_else(|| {
                    (!enough())
                        .then(|| self.next(&enough, &mut refused))
                        .flatten()
                })
            });
            self.batch = batch;
            added?;
        }
        match refused {
            Some(problem) => Err(problem),
            None => Ok(!self.read_to_the_end),
        }
    }

    fn next(
        &mut self,
        enough: &impl Fn() -> bool,
        refused: &mut Option<Problem>,
    ) -> Option<Bundle> {
        loop {
            if let Err(stopped) = self.progress.go_on() {
                *refused = Some(stopped);
                return None;
            }
            match self.pieces.recv_timeout(WAIT) {
                Ok(Piece::Article(bundle)) => return Some(self.take_in(*bundle)),
                Ok(Piece::Beside(beside)) => self.beside = *beside,
                Ok(Piece::Refused(problem)) => {
                    *refused = Some(*problem);
                    return None;
                }
                Err(RecvTimeoutError::Timeout) if enough() => return None,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.read_to_the_end = true;
                    return None;
                }
            }
        }
    }

    /// The library lists by the time of adding, then uid: where the uid alone
    /// would change the order of the files, a millisecond is added.
    fn take_in(&mut self, mut bundle: Bundle) -> Bundle {
        if let Some((name, person)) = &self.manner.own {
            let layers = bundle.layers.iter_mut();
            for layer in layers.filter(|layer| layer.annotator.name == *name) {
                layer.annotator.uid = person.uid;
                layer.annotator.name.clone_from(&person.name);
            }
        }
        let mapping = &self.manner.mapping;
        if !mapping.is_empty() {
            for layer in &bundle.layers {
                self.additions.look(layer, mapping, &self.scheme);
            }
        }
        let mut bundle = mapping.apply(bundle, &self.scheme, &mut self.left_out);
        let uid = bundle.document.uid;
        let time = match self.last {
            Some((time, last)) if uid < last => time.saturating_add(1),
            Some((time, _)) => time,
            None => self.now,
        };
        self.last = Some((time, uid));
        bundle.document.added_at = time;
        bundle.document.changed_at = time;
        for layer in &bundle.layers {
            self.unknown.look(layer, &self.scheme);
        }
        self.circles.look(&bundle);
        self.compare(&bundle.entities);
        bundle
    }

    /// Entities that the project has stay as they are, so what a file says
    /// otherwise of them is lost and must be said.
    fn compare(&mut self, entities: &[Entity]) {
        for entity in entities {
            let own = self.own.get(&entity.uid);
            if own.is_some_and(|own| !says_the_same(own, entity)) {
                self.other.insert(entity.uid, entity.name.clone());
            }
        }
    }

    /// Shows what came in, as one step.
    ///
    /// # Errors
    /// What the project refuses; what came in must be cleared then.
    pub fn finish(&mut self, project: &mut Project) -> Result<Imported, Problem> {
        let mut imported = Imported::default();
        let Beside {
            files,
            losses,
            repairs,
            registers,
            schemes,
        } = std::mem::take(&mut self.beside);
        imported.files = files;
        imported.losses = losses;
        imported.notes = repairs;
        if self.left_out != LeftOut::default() {
            let said = message("note-left-out").count("spans", counted(self.left_out.spans));
            let said = said.count("links", counted(self.left_out.links));
            imported
                .notes
                .push(said.count("values", counted(self.left_out.values)));
        }
        for register in &registers {
            self.compare(&register.entities);
        }
        let taken = self.scheme_after(project, schemes, &mut imported.notes)?;
        let scheme = match &taken {
            Some(taken) => parsed(taken)?,
            None => parsed(&project.scheme()?)?,
        };
        // What the project had already brings nothing unknown.
        if !self.batch.added.is_empty() {
            imported.notes.extend(self.unknown.notes(&scheme));
        }
        imported.notes.extend(self.circles.note(&scheme));
        if !self.other.is_empty() {
            let names: Vec<&str> = self.other.values().take(3).map(String::as_str).collect();
            let said = message("note-entities-kept").count("count", counted(self.other.len()));
            imported.notes.push(said.with("examples", names.join("; ")));
        }
        let report = match self.show(project, taken.as_ref(), &registers) {
            Err(problem) if !registers.is_empty() => {
                // The entities that the articles mention come with them: what
                // else cannot come in is said, and no reason to refuse all.
                let reason = problem.cause.unwrap_or(problem.key);
                let refused = message("note-entities-refused").with("reason", reason);
                imported.notes.push(refused);
                self.show(project, taken.as_ref(), &[])
            }
            shown => shown,
        }?;
        imported.spans = counted(self.batch.spans);
        imported.links = counted(self.batch.links);
        imported.added = report.added;
        imported.duplicates = report.duplicates;
        Ok(imported)
    }

    /// The scheme that the project has from now on, if it is another one.
    fn scheme_after(
        &self,
        project: &Project,
        files: Vec<(String, String)>,
        notes: &mut Vec<Message>,
    ) -> Result<Option<StoredScheme>, Problem> {
        let theirs: Vec<Scheme> = files
            .iter()
            .filter_map(|(_, json)| Scheme::accept(json).ok())
            .collect();
        let taken = choose_scheme(project, files, self.manner.take_scheme, notes)?;
        let stored = match &taken {
            Some(taken) => taken.clone(),
            None => project.scheme()?,
        };
        let mut scheme = parsed(&stored)?;
        // What the project had already brings nothing along.
        let added = match self.batch.added.is_empty() {
            true => 0,
            false => self.additions.add_to(&mut scheme, &theirs),
        };
        if added == 0 {
            return Ok(taken);
        }
        notes.push(message("note-names-added").count("count", counted(added)));
        scheme.version = stored.version.saturating_add(1);
        let json = serde_json::to_string_pretty(&scheme).map_err(Problem::internal)?;
        Ok(Some(StoredScheme {
            version: scheme.version,
            json,
            ..stored
        }))
    }

    fn show(
        &self,
        project: &mut Project,
        scheme: Option<&StoredScheme>,
        registers: &[Register],
    ) -> Result<postil_store::AddReport, Problem> {
        let mut known = register::Known::of(project)?;
        let shown = project.show_batch(&self.batch, "step-import", self.now, |edits| {
            if let Some(scheme) = scheme {
                edits.update_scheme(scheme)?;
            }
            for register in registers {
                known.add(edits, register)?;
            }
            Ok::<(), StoreError>(())
        });
        Ok(shown?.1)
    }
}

/// Reads files, or all files in folders, in one go.
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
    let mut import = Import::begin(project, manner, paths, now, Progress::silent())?;
    let whole = loop {
        match import.slice(project, || false) {
            Ok(true) => {}
            Ok(false) => break import.finish(project),
            Err(problem) => break Err(problem),
        }
    };
    if whole.is_err() {
        while project.clear_batch()? {}
    }
    whole
}

type ReaderOf = for<'a> fn(Reading<'a>) -> Box<dyn Reader + 'a>;

fn reader_of(format: &Format) -> Result<ReaderOf, Problem> {
    format.reader.ok_or_else(|| {
        let problem = Problem::new(Code::Unsupported, "problem-format-not-read");
        problem.with("format", format.title)
    })
}

/// Whether a project has no article, in the bin neither.
///
/// # Errors
/// When it cannot be read.
pub fn is_empty(project: &Project) -> Result<bool, Problem> {
    let counts = project.counts()?;
    Ok(counts.documents == 0 && counts.in_bin == 0)
}

fn parsed(scheme: &StoredScheme) -> Result<Scheme, Problem> {
    Scheme::parse(&scheme.json)
        .map_err(|error| Problem::new(Code::FileDamaged, "problem-scheme").cause(error))
}

/// A project that is still empty takes the scheme of what it imports; any
/// other keeps its own and says so.
fn choose_scheme(
    project: &Project,
    files: Vec<(String, String)>,
    take: bool,
    notes: &mut Vec<Message>,
) -> Result<Option<StoredScheme>, Problem> {
    let own = project.scheme()?;
    let empty = take && is_empty(project)?;
    let mut taken: Option<StoredScheme> = None;
    for (path, json) in files {
        if taken.as_ref().unwrap_or(&own).json == json {
            continue;
        }
        let scheme = Scheme::accept(&json).map_err(|error| {
            let problem = Problem::new(Code::Unreadable, "problem-scheme-file");
            named(problem, Path::new(&path))
                .with("reason", error.to_string())
                .cause(error)
        })?;
        let said = |key: &str| {
            message(key)
                .with("title", scheme.title.clone())
                .with("path", path.clone())
        };
        if !empty {
            notes.push(said("note-scheme-kept"));
            continue;
        }
        notes.push(said("note-scheme-taken"));
        taken = Some(StoredScheme {
            id: own.id,
            uid: scheme.uid,
            version: scheme.version,
            json,
        });
    }
    Ok(taken)
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
