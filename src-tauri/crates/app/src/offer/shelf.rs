//! The files themselves, and the thread that reads one after another.

use crate::article_files::{SeenFile, find_article_files, look_at};
use crate::problem::Problem;
use postil_formats::article::Choices;
use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Hears that more is known, and whether nothing is left to be read.
pub type Told = Arc<dyn Fn(bool) + Send + Sync>;

/// A file on offer.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The file.
    pub path: PathBuf,
    /// What a person chose for it.
    pub choices: Choices,
    /// It is to be added.
    pub wanted: bool,
    /// What it would bring; `None` before it is read.
    pub seen: Option<Result<Arc<SeenFile>, Problem>>,
    /// How often it was read.
    pub readings: u32,
}

/// Everything on the shelf.
#[derive(Default)]
pub(super) struct Files {
    pub list: Vec<Offered>,
    pub looking: bool,
    pub passed_over: usize,
    pub problems: Vec<Problem>,
    known: BTreeSet<PathBuf>,
    /// Not looked through yet.
    given: VecDeque<Vec<PathBuf>>,
    /// To be read, in this order.
    waiting: VecDeque<usize>,
    /// A thread reads.
    busy: bool,
}

pub(super) struct Shelf {
    files: Mutex<Files>,
    idle: Condvar,
    stopped: AtomicBool,
    tell: Told,
}

/// What the thread does next.
enum Task {
    LookThrough(Vec<PathBuf>),
    Read(usize, PathBuf, Choices),
}

impl Shelf {
    pub fn new(tell: Told) -> Arc<Self> {
        Arc::new(Self {
            files: Mutex::default(),
            idle: Condvar::new(),
            stopped: AtomicBool::new(false),
            tell,
        })
    }

    /// The files as they are now.
    pub fn files(&self) -> MutexGuard<'_, Files> {
        // Nothing is left half done by a panic: each change is one assignment.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    pub fn finish(&self) {
        let mut files = self.files();
        while files.busy {
            let waited = self.idle.wait(files);
            files = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub fn look_through(shelf: &Arc<Self>, paths: Vec<PathBuf>) {
        let mut files = shelf.files();
        files.given.push_back(paths);
        files.looking = true;
        Self::work(shelf, files);
    }

    /// Reads a file again with what `choose` makes of its choices and of what was seen.
    pub fn read_anew(
        shelf: &Arc<Self>,
        at: usize,
        choose: impl FnOnce(&mut Choices, Option<&SeenFile>),
    ) {
        let mut files = shelf.files();
        let Some(file) = files.list.get_mut(at) else {
            return;
        };
        let seen = file.seen.take();
        let seen = seen.as_ref().and_then(|seen| seen.as_ref().ok());
        choose(&mut file.choices, seen.map(AsRef::as_ref));
        // A person waits for it.
        files.waiting.push_front(at);
        Self::work(shelf, files);
    }

    /// Has a thread work, unless one does.
    fn work(shelf: &Arc<Self>, mut files: MutexGuard<'_, Files>) {
        if files.busy {
            return;
        }
        let worker = Arc::clone(shelf);
        let thread = std::thread::Builder::new().name("postil-offer".to_owned());
        files.busy = thread.spawn(move || worker.run()).is_ok();
        if !files.busy {
            let problem = Problem::internal("the system gives no thread");
            files.problems.push(problem);
            files.looking = false;
        }
    }

    fn run(&self) {
        let stop = || self.stopped.load(Ordering::Relaxed);
        while let Some(task) = self.next() {
            match task {
                Task::LookThrough(paths) => {
                    let found = find_article_files(&paths, &stop);
                    let mut files = self.files();
                    files.passed_over += found.passed_over.len();
                    files.problems.extend(found.refused);
                    for path in found.files {
                        if files.known.insert(path.clone()) {
                            let at = files.list.len();
                            files.waiting.push_back(at);
                            files.list.push(Offered {
                                path,
                                choices: Choices::default(),
                                wanted: true,
                                seen: None,
                                readings: 0,
                            });
                        }
                    }
                    files.looking = !files.given.is_empty();
                }
                Task::Read(at, path, choices) => {
                    let seen = look_at(&path, &choices, &stop).map(Arc::new);
                    let mut files = self.files();
                    if let Some(file) = files.list.get_mut(at)
                        // Something else may have been chosen meanwhile: it is read again then.
                        && file.choices == choices
                    {
                        file.readings = file.readings.saturating_add(1);
                        file.seen = Some(seen);
                    }
                }
            }
            let files = self.files();
            let over = files.waiting.is_empty() && files.given.is_empty();
            drop(files);
            (self.tell)(over);
        }
        self.idle.notify_all();
    }

    fn next(&self) -> Option<Task> {
        let mut files = self.files();
        if !self.stopped.load(Ordering::Relaxed) {
            if let Some(paths) = files.given.pop_front() {
                return Some(Task::LookThrough(paths));
            }
            if let Some(at) = files.waiting.pop_front() {
                let file = files.list.get(at)?;
                return Some(Task::Read(at, file.path.clone(), file.choices.clone()));
            }
        }
        files.busy = false;
        files.looking = false;
        None
    }
}
