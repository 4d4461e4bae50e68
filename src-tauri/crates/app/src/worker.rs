//! One thread owns the program: commands come through a channel and are done
//! in the order in which they came, so that edits need no locks.

use crate::app::App;
use crate::commands::dispatch;
use crate::problem::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc as finished;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// The window may take this long to close a project, which is far more than
/// it needs; a project that is not closed is only checked at the next opening.
const LONGEST_FINISH: Duration = Duration::from_secs(5);

enum Task {
    Command(Request),
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

    /// Waits until everything asked for is done and the project is closed.
    pub fn finish(&self) {
        let (done, closed) = finished::channel();
        if self.tasks.send(Task::Finish(done)).is_ok() {
            let _ = closed.recv_timeout(LONGEST_FINISH);
        }
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
