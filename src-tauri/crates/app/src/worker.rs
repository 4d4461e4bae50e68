//! One thread owns the program: commands come through a channel and are done
//! in the order in which they came, so that edits need no locks.

use crate::app::App;
use crate::commands::dispatch;
use crate::problem::Problem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::{mpsc, oneshot};

struct Request {
    command: String,
    json: String,
    answer: oneshot::Sender<Result<String, Problem>>,
}

/// The way to the thread.
#[derive(Clone)]
pub struct Worker {
    requests: mpsc::UnboundedSender<Request>,
}

impl Worker {
    /// Starts the thread; `make` runs on it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(make: impl FnOnce() -> App + Send + 'static) -> std::io::Result<Self> {
        let (requests, mut waiting) = mpsc::unbounded_channel::<Request>();
        std::thread::Builder::new()
            .name("postil-worker".to_owned())
            .spawn(move || {
                let mut app = make();
                while let Some(request) = waiting.blocking_recv() {
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
        Ok(Self { requests })
    }

    /// Runs a command.
    ///
    /// # Errors
    /// What the command refuses, or an internal problem when the thread has
    /// ended.
    pub async fn call(&self, command: String, json: String) -> Result<String, Problem> {
        let (answer, answered) = oneshot::channel();
        let gone = || Problem::internal("the worker has ended");
        self.requests
            .send(Request {
                command,
                json,
                answer,
            })
            .map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }
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
