//! Into a project: the articles of all files in one step, or none when it is stopped.
//!
//! A thread reads; what it reads comes in by slices that nobody sees, and is shown at the end.

use super::{AddedArticle, AddedFile, Stamp, find_article_files, read_article_file};
use crate::environment::{Environment, SystemEnvironment};
use crate::intake::{self, Draft};
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::transfer::counted;
use postil_core::bundle::{Bundle, SchemeVersion};
use postil_core::id::Uid;
use postil_formats::article::Choices;
use postil_store::{Batch, Project};
use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

/// Files that may wait to be added: memory holds no more of them.
const WAITING: usize = 2;
/// How long a slice waits for the reader before it looks whether it should end.
const WAIT: Duration = Duration::from_millis(5);

/// A file to be added.
#[derive(Clone, Debug, Default)]
pub struct FileToAdd {
    /// The file.
    pub path: PathBuf,
    /// What a person chose for it.
    pub choices: Choices,
    /// How it was when a person looked at it, if one did: it is not added otherwise.
    pub stamp: Option<Stamp>,
}

/// Files on their way in.
pub struct AddFiles {
    pieces: Receiver<Piece>,
    progress: Progress,
    clock: Moment,
    scheme: SchemeVersion,
    batch: Batch,
    read_to_the_end: bool,
    /// The time and uid of the article before.
    last: Option<(i64, Uid)>,
    files: Vec<AddedFile>,
    /// Articles of the last file of `files`.
    drafts: VecDeque<(u64, Draft)>,
    /// Articles of the slice under way.
    origins: Vec<Origin>,
}

/// A file with what it gave.
struct Piece {
    file: AddedFile,
    drafts: Vec<(u64, Draft)>,
}

/// Where an article came from.
struct Origin {
    uid: Uid,
    title: String,
    file: usize,
    row: u64,
}

/// The clock stands still for one addition.
struct Moment(i64);

impl Environment for Moment {
    fn now(&self) -> i64 {
        self.0
    }

    fn random(&mut self) -> [u8; 10] {
        SystemEnvironment.random()
    }
}

impl AddFiles {
    /// Begins to read files. `now` is Unix milliseconds.
    ///
    /// # Errors
    /// When the project cannot be written or already takes articles in.
    pub fn begin(
        project: &mut Project,
        files: Vec<FileToAdd>,
        now: i64,
        progress: Progress,
    ) -> Result<Self, Problem> {
        let scheme = project.scheme()?;
        let batch = project.begin_batch()?;
        Ok(Self {
            pieces: read(files, progress.clone())?,
            progress,
            clock: Moment(now),
            scheme: SchemeVersion {
                uid: scheme.uid,
                version: scheme.version,
            },
            batch,
            read_to_the_end: false,
            last: None,
            files: Vec::new(),
            drafts: VecDeque::new(),
            origins: Vec::new(),
        })
    }

    /// Brings in what was read, until `enough` says so or nothing is left; answers whether
    /// something is.
    ///
    /// # Errors
    /// `Stopped`, and what the project refuses. What came in must be cleared then.
    pub fn slice(
        &mut self,
        project: &mut Project,
        enough: impl Fn() -> bool,
    ) -> Result<bool, Problem> {
        let mut stopped = None;
        // Nothing is written as long as there is nothing to write.
        let mut first = self.next(&enough, &mut stopped);
        if first.is_some() {
            let before = (self.batch.added.len(), self.batch.duplicates.len());
            let mut batch = std::mem::take(&mut self.batch);
            let added = project.add_to_batch(&mut batch, self.clock.0, || {
                first.take().or_else(|| {
                    (!enough())
                        .then(|| self.next(&enough, &mut stopped))
                        .flatten()
                })
            });
            self.batch = batch;
            added?;
            self.take_down(project, before)?;
        }
        match stopped {
            Some(problem) => Err(problem),
            None => Ok(!self.read_to_the_end),
        }
    }

    fn next(
        &mut self,
        enough: &impl Fn() -> bool,
        stopped: &mut Option<Problem>,
    ) -> Option<Bundle> {
        loop {
            if let Err(problem) = self.progress.go_on() {
                *stopped = Some(problem);
                return None;
            }
            if let Some((row, draft)) = self.drafts.pop_front() {
                match intake::bundle(&mut self.clock, draft, self.scheme.clone()) {
                    Ok(bundle) => return Some(self.take_in(bundle, row)),
                    Err(problem) => {
                        if let Some(file) = self.files.last_mut() {
                            file.refuse(problem, row);
                        }
                    }
                }
                continue;
            }
            match self.pieces.recv_timeout(WAIT) {
                Ok(piece) => {
                    self.files.push(piece.file);
                    self.drafts = piece.drafts.into();
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

    /// The library lists by the time of adding, then uid: where the uid alone would change the
    /// order of the files, a millisecond is added.
    fn take_in(&mut self, mut bundle: Bundle, row: u64) -> Bundle {
        let uid = bundle.document.uid;
        let time = match self.last {
            Some((time, last)) if uid < last => time.saturating_add(1),
            Some((time, _)) => time,
            None => self.clock.0,
        };
        self.last = Some((time, uid));
        bundle.document.added_at = time;
        bundle.document.changed_at = time;
        self.origins.push(Origin {
            uid,
            title: bundle.document.title.clone(),
            file: self.files.len().saturating_sub(1),
            row,
        });
        bundle
    }

    /// Which articles of the slice came in, and which were there.
    fn take_down(&mut self, project: &Project, before: (usize, usize)) -> Result<(), Problem> {
        let mut added = HashMap::new();
        for id in self.batch.added.iter().skip(before.0) {
            added.insert(project.document(*id)?.uid, *id);
        }
        let mut duplicates = self.batch.duplicates.iter().skip(before.1);
        for origin in self.origins.drain(..) {
            let Some(file) = self.files.get_mut(origin.file) else {
                continue;
            };
            let article = |id| AddedArticle {
                title: origin.title.clone(),
                id,
                row: origin.row,
            };
            if let Some(id) = added.get(&origin.uid) {
                file.added.push(article(*id));
            } else if let Some((_, same)) = duplicates.next() {
                file.duplicates.push(article(*same));
            }
        }
        Ok(())
    }

    /// Shows what came in, as one step, and says what became of each file.
    ///
    /// # Errors
    /// What the project refuses; what came in must be cleared then.
    pub fn finish(&mut self, project: &mut Project) -> Result<Vec<AddedFile>, Problem> {
        let shown = project.show_batch(&self.batch, "step-add", self.clock.0, |_| {
            Ok::<(), postil_store::StoreError>(())
        });
        shown?;
        Ok(std::mem::take(&mut self.files))
    }
}

/// Reads the files on a thread of its own, which ends when the receiver does.
fn read(files: Vec<FileToAdd>, progress: Progress) -> Result<Receiver<Piece>, Problem> {
    let (pieces, receiver) = sync_channel(WAITING);
    std::thread::Builder::new()
        .name("postil-files".to_owned())
        .spawn(move || read_all(files, &pieces, &progress))
        .map_err(Problem::internal)?;
    Ok(receiver)
}

fn read_all(files: Vec<FileToAdd>, pieces: &SyncSender<Piece>, progress: &Progress) {
    let total = counted(files.len());
    for (done, file) in files.into_iter().enumerate() {
        if progress.at(counted(done), total).is_err() {
            return;
        }
        let mut added = AddedFile::at(file.path);
        let changed = file
            .stamp
            .is_some_and(|stamp| Stamp::of(&added.path) != Some(stamp));
        let stop = || progress.go_on().is_err();
        let drafts = if changed {
            let problem = Problem::new(Code::Stale, "problem-file-changed");
            added.refuse(problem, 0);
            Vec::new()
        } else {
            match read_article_file(&added.path, &file.choices, &stop) {
                Ok(reading) => added.read(reading),
                Err(problem) => {
                    added.refuse(problem, 0);
                    Vec::new()
                }
            }
        };
        let piece = Piece {
            file: added,
            drafts,
        };
        if pieces.send(piece).is_err() {
            return;
        }
    }
}

/// Finds, reads and adds the articles of files and folders, in one step that undo hides. A file
/// that is refused does not keep the others out. `now` is Unix milliseconds.
///
/// # Errors
/// When the project refuses; then nothing is added.
pub fn add_article_files(
    project: &mut Project,
    paths: &[PathBuf],
    choices: &Choices,
    now: i64,
) -> Result<Vec<AddedFile>, Problem> {
    let found = find_article_files(paths, &|| false);
    let files = found.files.into_iter().map(|path| FileToAdd {
        path,
        choices: choices.clone(),
        stamp: None,
    });
    let mut adding = AddFiles::begin(project, files.collect(), now, Progress::silent())?;
    let whole = loop {
        match adding.slice(project, || false) {
            Ok(true) => {}
            Ok(false) => break adding.finish(project),
            Err(problem) => break Err(problem),
        }
    };
    if whole.is_err() {
        while project.clear_batch()? {}
    }
    let mut files = whole?;
    files.extend(found.refused.into_iter().map(|problem| AddedFile {
        refused: vec![problem],
        ..AddedFile::default()
    }));
    Ok(files)
}
