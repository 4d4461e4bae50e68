//! One thread owns the program: commands come through a channel and are done
//! in the order in which they came, so that edits need no locks.

use crate::app::App;
use crate::commands::dispatch;
use crate::problem::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc as finished;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// The window may take this long to close a project, which is far more than
/// it needs; a project that is not closed is only checked at the next opening.
const LONGEST_FINISH: Duration = Duration::from_secs(5);

enum Task {
    Command(Request),
    /// Files that were dropped on the window or opened with the program.
    Given(Vec<PathBuf>),
    /// What a second start was given, and whether this window takes it.
    Take(Option<PathBuf>, Vec<PathBuf>, finished::Sender<bool>),
    /// Files are dragged over the window, or no longer.
    Dragged(bool),
    Finish(finished::Sender<()>),
}

struct Request {
    command: String,
    json: String,
    answer: oneshot::Sender<Result<String, Problem>>,
}

/// The way to the thread.
#[derive(Clone)]
pub struct Worker {
    tasks: mpsc::UnboundedSender<Task>,
}

impl Worker {
    /// Starts the thread; `make` runs on it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(make: impl FnOnce() -> App + Send + 'static) -> std::io::Result<Self> {
        let (tasks, mut waiting) = mpsc::unbounded_channel::<Task>();
        std::thread::Builder::new()
            .name("postil-worker".to_owned())
            .spawn(move || {
                let mut app = make();
                while let Some(task) = next(&mut app, &mut waiting) {
                    let request = match task {
                        Task::Command(request) => request,
                        Task::Given(paths) => {
                            give(&mut app, paths);
                            continue;
                        }
                        Task::Take(project, files, answer) => {
                            let mine = app.has_open(project.as_deref());
                            // Whoever asked may have lost patience.
                            let heard = answer.send(mine).is_ok();
                            if mine && heard && !files.is_empty() {
                                give(&mut app, files);
                            }
                            continue;
                        }
                        Task::Dragged(over) => {
                            app.tell_dragged(over);
                            continue;
                        }
                        Task::Finish(done) => {
                            // Dropping the project closes its file.
                            app.stop_job();
                            app.open = None;
                            let _ = done.send(());
                            continue;
                        }
                    };
                    let answer = answer(&mut app, &request.command, &request.json);
                    if let Err(problem) = &answer {
                        crate::log::record(
                            &app.home,
                            app.environment.now(),
                            &request.command,
                            problem,
                        );
                    }
                    // Whoever asked may be gone with its window.
                    let _ = request.answer.send(answer);
                }
            })?;
        Ok(Self { tasks })
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What the command refuses, or an internal problem when the thread has
    /// ended.
    pub async fn call(&self, command: String, json: String) -> Result<String, Problem> {
        let (answer, answered) = oneshot::channel();
        let gone = || Problem::internal("the worker has ended");
        let request = Request {
            command,
            json,
            answer,
        };
        self.tasks
            .send(Task::Command(request))
            .map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }

    /// Hands over files that were dropped on the window or opened with the
    /// program; the window hears what became of them.
    pub fn give(&self, paths: Vec<PathBuf>) {
        // A worker that has ended has no window either.
        let _ended = self.tasks.send(Task::Given(paths));
    }

    /// Takes what a second start was given, if it is for this window: its own
    /// project, or files alone. A program that is busy longer does not.
    #[must_use]
    pub fn take(&self, project: Option<PathBuf>, files: Vec<PathBuf>, patience: Duration) -> bool {
        let (answer, answered) = finished::channel();
        let asked = self.tasks.send(Task::Take(project, files, answer));
        asked.is_ok() && answered.recv_timeout(patience).unwrap_or(false)
    }

    /// Says that files are dragged over the window, or no longer.
    pub fn dragged(&self, over: bool) {
        let _ended = self.tasks.send(Task::Dragged(over));
    }

    /// Waits until everything asked for is done and the project is closed.
    pub fn finish(&self) {
        let (done, closed) = finished::channel();
        if self.tasks.send(Task::Finish(done)).is_ok() {
            let _ = closed.recv_timeout(LONGEST_FINISH);
        }
    }
}

/// Files from outside the window: a panic leaves the program as it is.
fn give(app: &mut App, paths: Vec<PathBuf>) {
    if catch_unwind(AssertUnwindSafe(|| app.take_given(paths))).is_err() {
        let problem = Problem::internal("taking files panicked");
        crate::log::record(&app.home, app.environment.now(), "given", &problem);
    }
}

/// The next task; while none waits, the job that changes the project goes on.
fn next(app: &mut App, waiting: &mut mpsc::UnboundedReceiver<Task>) -> Option<Task> {
    while app.jobs.has_slices() {
        match waiting.try_recv() {
            Ok(task) => return Some(task),
            Err(mpsc::error::TryRecvError::Disconnected) => return None,
            Err(mpsc::error::TryRecvError::Empty) => {}
        }
        let done = catch_unwind(AssertUnwindSafe(|| app.slice(&|| !waiting.is_empty())));
        if done.is_err() {
            app.slice_failed(Problem::internal("a slice of a job panicked"));
        }
    }
    waiting.blocking_recv()
}

/// A panic is our bug: the transaction under way rolls back, the article is
/// read anew from the file, and the program goes on.
fn answer(app: &mut App, command: &str, json: &str) -> Result<String, Problem> {
    catch_unwind(AssertUnwindSafe(|| dispatch(app, command, json))).unwrap_or_else(|panic| {
        if let Some(open) = &mut app.open {
            open.article = None;
        }
        let said = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
        Err(Problem::internal(format!(
            "{command} panicked: {}",
            said.unwrap_or_default()
        )))
    })
}
