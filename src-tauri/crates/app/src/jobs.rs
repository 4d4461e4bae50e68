//! Work that takes longer than a command may: one piece of it at a time, with
//! progress and a way to stop.
//!
//! A job either has a thread of its own and a copy of what it needs, or it
//! changes the project by slices, between which commands are done.

use crate::app::{App, OpenProject};
use crate::offer::Told;
use crate::problem::{Code, Problem};
use crate::progress::Progress;
use crate::wire::{JobView, ProgramEvent, TransferReport, WorkUnit};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a slice may take while no command waits.
pub const SLICE: Duration = Duration::from_millis(200);

/// The window hears of progress at most this often.
const TOLD_EVERY: Duration = Duration::from_millis(100);

type Tell = Arc<dyn Fn(&ProgramEvent) + Send + Sync>;

/// Work that changes the project.
pub trait Sliced: Send {
    /// Does a part; answers whether something is left to do.
    ///
    /// # Errors
    /// What the project or a file refuses, or `Stopped`; what was done so far
    /// is then cleared.
    fn slice(&mut self, open: &mut OpenProject, enough: &dyn Fn() -> bool)
    -> Result<bool, Problem>;

    /// Ends the work: what it did is there from now on.
    ///
    /// # Errors
    /// What the project refuses; all is then cleared.
    fn finish(&mut self, open: &mut OpenProject) -> Result<TransferReport, Problem>;
}

enum Work {
    /// Over once it has said so, though its thread may not have ended yet.
    Thread(JoinHandle<()>, Arc<AtomicBool>),
    Slices(Box<dyn Sliced>),
    /// Nothing may be left behind of what was refused or stopped.
    Clearing(Problem),
}

struct Running {
    job: u32,
    progress: Progress,
    work: Work,
}

/// The job that runs, if one does.
pub struct Jobs {
    tell: Tell,
    last: u32,
    running: Option<Running>,
    /// The job whose slice is being done.
    slicing: Option<u32>,
}

impl Default for Jobs {
    fn default() -> Self {
        Self {
            tell: Arc::new(|_| ()),
            last: 0,
            running: None,
            slicing: None,
        }
    }
}

impl Jobs {
    /// Who hears how jobs go.
    pub fn told_to(&mut self, tell: impl Fn(&ProgramEvent) + Send + Sync + 'static) {
        self.tell = Arc::new(tell);
    }

    /// Tells the window something.
    pub fn tell(&self, event: &ProgramEvent) {
        (self.tell)(event);
    }

    /// What tells the window that more of the files on offer is known.
    pub(crate) fn tell_of_offer(&self) -> Told {
        let tell = Arc::clone(&self.tell);
        let told: Mutex<Option<Instant>> = Mutex::new(None);
        Arc::new(move |over| {
            let Ok(mut told) = told.lock() else { return };
            if over || told.is_none_or(|told| told.elapsed() >= TOLD_EVERY) {
                *told = Some(Instant::now());
                tell(&ProgramEvent::Offered {});
            }
        })
    }

    /// Refuses while a job runs.
    ///
    /// # Errors
    /// `FileBusy`, with what to do.
    pub fn require_none(&mut self) -> Result<(), Problem> {
        let over = |running: &Running| match &running.work {
            Work::Thread(_, over) => over.load(Ordering::Relaxed),
            Work::Slices(_) | Work::Clearing(_) => false,
        };
        if self.running.as_ref().is_some_and(over) {
            self.running = None;
        }
        match self.running {
            None => Ok(()),
            Some(_) => Err(Problem::new(Code::FileBusy, "problem-job").hint("hint-job")),
        }
    }

    /// Refuses another project while a job changes this one.
    ///
    /// # Errors
    /// As [`require_none`](Self::require_none).
    pub fn require_free_project(&mut self) -> Result<(), Problem> {
        if self.has_slices() {
            return self.require_none();
        }
        Ok(())
    }

    /// Whether there is something to do between two commands.
    #[must_use]
    pub fn has_slices(&self) -> bool {
        matches!(
            self.running,
            Some(Running {
                work: Work::Slices(_) | Work::Clearing(_),
                ..
            })
        )
    }

    fn begin(&mut self, unit: WorkUnit) -> Result<(u32, Progress), Problem> {
        self.require_none()?;
        self.last = self.last.saturating_add(1);
        let (job, tell) = (self.last, Arc::clone(&self.tell));
        let told: Mutex<Option<Instant>> = Mutex::new(None);
        let progress = Progress::new(move |done, total| {
            let Ok(mut told) = told.lock() else { return };
            if told.is_none_or(|told| told.elapsed() >= TOLD_EVERY) {
                *told = Some(Instant::now());
                tell(&ProgramEvent::Progress {
                    job,
                    done,
                    total,
                    unit,
                });
            }
        });
        Ok((job, progress))
    }

    /// Begins work that has a thread of its own.
    ///
    /// # Errors
    /// When another job runs, or the system gives no thread.
    pub fn begin_thread(
        &mut self,
        title: &str,
        unit: WorkUnit,
        work: impl FnOnce(&Progress) -> Result<TransferReport, Problem> + Send + 'static,
    ) -> Result<JobView, Problem> {
        let (job, progress) = self.begin(unit)?;
        let (tell, watched) = (Arc::clone(&self.tell), progress.clone());
        let over = Arc::new(AtomicBool::new(false));
        let is_over = Arc::clone(&over);
        let thread = std::thread::Builder::new()
            .name("postil-job".to_owned())
            .spawn(move || {
                let done = catch_unwind(AssertUnwindSafe(|| work(&watched)));
                let panicked = |_| Err(Problem::internal("a job panicked"));
                is_over.store(true, Ordering::Relaxed);
                tell(&ended(job, done.unwrap_or_else(panicked)));
            })
            .map_err(Problem::internal)?;
        self.running = Some(Running {
            job,
            progress,
            work: Work::Thread(thread, over),
        });
        Ok(JobView {
            job,
            title: title.to_owned(),
        })
    }

    /// Begins work that changes the project by slices.
    ///
    /// # Errors
    /// When another job runs, or `make` refuses.
    pub fn begin_slices(
        &mut self,
        title: &str,
        unit: WorkUnit,
        make: impl FnOnce(Progress) -> Result<Box<dyn Sliced>, Problem>,
    ) -> Result<JobView, Problem> {
        let (job, progress) = self.begin(unit)?;
        let work = Work::Slices(make(progress.clone())?);
        self.running = Some(Running {
            job,
            progress,
            work,
        });
        Ok(JobView {
            job,
            title: title.to_owned(),
        })
    }

    /// Stops a job; one that is over already is left as it is.
    pub fn stop(&mut self, job: u32) {
        if let Some(running) = self.running.as_ref().filter(|running| running.job == job) {
            running.progress.stop();
        }
    }
}

fn ended(job: u32, result: Result<TransferReport, Problem>) -> ProgramEvent {
    let (report, problem) = match result {
        Ok(report) => (Some(Box::new(report)), None),
        Err(problem) => (None, Some(problem)),
    };
    ProgramEvent::Ended {
        job,
        report,
        problem,
    }
}

impl App {
    /// Does a slice of the job that changes the project, until it took long
    /// enough or `waiting` says that a command waits.
    pub fn slice(&mut self, waiting: &dyn Fn() -> bool) {
        let Some(mut running) = self.jobs.running.take() else {
            return;
        };
        let Some(open) = self.open.as_mut() else {
            return;
        };
        self.jobs.slicing = Some(running.job);
        let begun = Instant::now();
        let enough = || begun.elapsed() >= SLICE || waiting();
        let done = match &mut running.work {
            Work::Thread(..) => Ok(None),
            Work::Slices(work) => match work.slice(open, &enough) {
                Ok(true) => Ok(None),
                Ok(false) => work.finish(open).map(Some),
                Err(problem) => Err(problem),
            },
            Work::Clearing(problem) => match open.project.clear_batch() {
                Ok(true) => Ok(None),
                Ok(false) => {
                    let problem = problem.clone();
                    (self.jobs.tell)(&ended(running.job, Err(problem)));
                    return;
                }
                // The next opening clears what is left.
                Err(error) => {
                    (self.jobs.tell)(&ended(running.job, Err(error.into())));
                    return;
                }
            },
        };
        self.jobs.slicing = None;
        match done {
            Ok(Some(report)) => (self.jobs.tell)(&ended(running.job, Ok(report))),
            Ok(None) => self.jobs.running = Some(running),
            Err(problem) => {
                running.work = Work::Clearing(problem);
                self.jobs.running = Some(running);
            }
        }
    }

    /// A slice failed by a bug of ours: what it did is cleared.
    pub fn slice_failed(&mut self, problem: Problem) {
        if let Some(job) = self.jobs.slicing.take() {
            self.jobs.running = Some(Running {
                job,
                progress: Progress::silent(),
                work: Work::Clearing(problem),
            });
        }
    }

    /// Waits until the job that runs is over.
    pub fn finish_job(&mut self) {
        while self.jobs.has_slices() {
            self.slice(&|| false);
        }
        if let Some(Running {
            work: Work::Thread(thread, _),
            ..
        }) = self.jobs.running.take()
        {
            // It ends with an event, whatever happened in it.
            let _ended = thread.join();
        }
    }

    /// Stops the job that runs and waits until nothing is left of it.
    pub fn stop_job(&mut self) {
        if let Some(running) = &self.jobs.running {
            running.progress.stop();
        }
        self.finish_job();
    }
}
