//! What the reading thread hands over.

use super::Manner;
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::transfer::counted;
use crate::transfer::given::Given;
use crate::transfer::projects::Spools;
use crate::view::message;
use crate::wire::Message;
use postil_core::bundle::{Bundle, Register};
use postil_core::scheme::Scheme;
use postil_formats::repair::{Repair, Repaired};
use postil_formats::{Losses, ReadError, Reader, Reading};
use postil_store::Project;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Articles that may wait to be written: memory holds no more of them.
const WAITING: usize = 16;

/// A kilobyte, the unit of progress, in bytes.
const KILOBYTE: u64 = 1_024;

pub(super) enum Piece {
    Article(Box<Bundle>),
    /// After the articles.
    Beside(Box<Beside>),
    /// The last piece, unless the reader goes on past refusals.
    Refused(Box<Problem>),
}

/// What the files say beside their articles.
#[derive(Default)]
pub(super) struct Beside {
    pub files: Vec<PathBuf>,
    pub losses: Losses,
    /// What was repaired.
    pub repairs: Vec<Message>,
    pub registers: Vec<Register>,
    /// Each with the name of its file.
    pub schemes: Vec<(String, String)>,
}

/// Where articles come from.
pub(super) enum Origin {
    Files(Given),
    /// Other projects; `own` is the one that they come into.
    Projects {
        own: PathBuf,
        paths: Vec<PathBuf>,
    },
}

impl Origin {
    pub fn of(project: &Project, manner: &Manner, paths: &[PathBuf]) -> Result<Self, Problem> {
        if manner.projects {
            return Ok(Self::Projects {
                own: project.path().to_path_buf(),
                paths: paths.to_vec(),
            });
        }
        Given::of(manner.format, paths).map(Self::Files)
    }
}

/// The files, and how they are read.
pub(super) struct Files {
    pub origin: Origin,
    pub reader: for<'a> fn(Reading<'a>) -> Box<dyn Reader + 'a>,
    pub scheme: Scheme,
    pub manner: Manner,
    pub now: i64,
    /// How many refusals are gone past; 0 where the first one ends it.
    pub past_refusals: usize,
}

/// Reads the files on a thread of its own, which ends when the receiver does.
pub(super) fn read(files: Files, progress: Progress) -> Receiver<Piece> {
    let (pieces, receiver) = sync_channel(WAITING);
    let refusals = pieces.clone();
    let started = std::thread::Builder::new()
        .name("postil-reader".to_owned())
        .spawn(move || {
            if let Err(problem) = read_origin(&files, &pieces, &progress) {
                let _gone = pieces.send(Piece::Refused(Box::new(problem)));
            }
        });
    if let Err(error) = started {
        let _gone = refusals.send(Piece::Refused(Box::new(Problem::internal(error))));
    }
    receiver
}

fn read_origin(
    files: &Files,
    pieces: &SyncSender<Piece>,
    progress: &Progress,
) -> Result<(), Problem> {
    let (own, paths) = match &files.origin {
        Origin::Files(given) => return read_all(files, given, None, pieces, progress),
        Origin::Projects { own, paths } => (own, paths),
    };
    let mut spools = Spools::new()?;
    let mut losses = Losses::new();
    for path in paths {
        progress.go_on()?;
        losses.merge(spools.write(own, path)?);
    }
    let given = Given::of(files.manner.format, &spools.files())?;
    let spooled = Spooled {
        spools,
        losses,
        paths,
    };
    read_all(files, &given, Some(&spooled), pieces, progress)
}

/// What stands in for other projects while it is read.
struct Spooled<'a> {
    spools: Spools,
    /// What projects have and their files do not.
    losses: Losses,
    paths: &'a [PathBuf],
}

fn read_all(
    files: &Files,
    given: &Given,
    spooled: Option<&Spooled<'_>>,
    pieces: &SyncSender<Piece>,
    progress: &Progress,
) -> Result<(), Problem> {
    let kilobytes = |bytes: u64| u32::try_from(bytes / KILOBYTE).unwrap_or(u32::MAX);
    let refused = |error: &ReadError| {
        let problem = refused(error);
        match spooled {
            Some(spooled) => spooled.spools.refusal(problem),
            None => problem,
        }
    };
    let mut reader = (files.reader)(Reading {
        source: given,
        scheme: &files.scheme,
        options: &files.manner.options,
        repair: files.manner.repair,
        now: files.now,
    });
    let mut refusals = 0;
    for bundle in &mut reader {
        let bundle = match bundle.map_err(|error| refused(&error)) {
            Ok(bundle) => bundle,
            Err(problem) if refusals + 1 < files.past_refusals => {
                refusals += 1;
                if pieces.send(Piece::Refused(Box::new(problem))).is_err() {
                    return Ok(());
                }
                continue;
            }
            Err(problem) => return Err(problem),
        };
        if pieces.send(Piece::Article(Box::new(bundle))).is_err() {
            return Ok(());
        }
        progress.at(kilobytes(given.read()), kilobytes(given.bytes()))?;
    }
    let registers = reader.registers().map_err(|error| refused(&error))?;
    let mut schemes = reader.schemes().map_err(|error| refused(&error))?;
    let beside = schemes.iter().map(|(name, _)| name);
    let beside = beside.chain(registers.iter().map(|(name, _)| name));
    let mut all = given.paths();
    all.extend(beside.map(PathBuf::from));
    let mut losses = reader.losses().clone();
    if let Some(spooled) = spooled {
        all = spooled.paths.to_vec();
        losses.merge(spooled.losses.clone());
        for (name, _) in &mut schemes {
            *name = spooled.spools.renamed(name);
        }
    }
    let repairs = reader.repairs().into_iter();
    let beside = Beside {
        files: all,
        losses,
        repairs: repairs
            .flat_map(|repairs| repairs.iter().map(repair_message))
            .collect(),
        registers: registers
            .into_iter()
            .map(|(_, register)| register)
            .collect(),
        schemes,
    };
    let _gone = pieces.send(Piece::Beside(Box::new(beside)));
    Ok(())
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
