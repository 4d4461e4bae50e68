//! A second start hands what it was given over to the window that is there.
//!
//! Each window listens at a place of its own in the settings folder of this user. A window takes
//! the project that it has open, and files of articles; another project gets a window of its own.

use crate::start::Start;
use interprocess::local_socket::traits::{ListenerExt, Stream as _};
use interprocess::local_socket::{Listener, ListenerOptions, Name, Stream};
use postil_app::environment::Home;
use postil_app::settings::Settings;
use postil_app::worker::Worker;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A window that does not answer within this time is as good as gone.
const PATIENCE: Duration = Duration::from_secs(3);
/// A request is no longer, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// What a second start was given; the paths are absolute.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Request {
    project: Option<PathBuf>,
    files: Vec<PathBuf>,
}

/// Where the windows of this user are written down.
fn folder(home: &Home) -> PathBuf {
    home.settings.join("windows")
}

/// Whether a window that is there has taken what this start was given, so that it can end.
#[must_use]
pub fn taken(start: &Start, home: &Home) -> bool {
    if start.demo {
        return false;
    }
    let last = || Settings::load(home).recent.into_iter().next();
    let project = match (&start.project, start.files.is_empty()) {
        (Some(project), _) => Some(project.clone()),
        // Without arguments the last project is meant.
        (None, true) => match last() {
            Some(last) => Some(last),
            None => return false,
        },
        (None, false) => None,
    };
    let request = Request {
        project,
        files: start.files.clone(),
    };
    let windows = std::fs::read_dir(folder(home)).into_iter().flatten();
    windows
        .flatten()
        .any(|window| asked(&window.path(), &request).unwrap_or(false))
}

/// Asks the window at a place. A place where nobody listens is cleared.
fn asked(place: &Path, request: &Request) -> io::Result<bool> {
    let stream = match Stream::connect(name(place)?) {
        Ok(stream) => stream,
        Err(error) => {
            if matches!(
                error.kind(),
                io::ErrorKind::ConnectionRefused | io::ErrorKind::NotFound
            ) {
                std::fs::remove_file(place)?;
            }
            return Err(error);
        }
    };
    stream.set_recv_timeout(Some(PATIENCE))?;
    stream.set_send_timeout(Some(PATIENCE))?;
    let mut stream = BufReader::new(stream);
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    stream.get_mut().write_all(&line)?;
    let mut answer = String::new();
    stream.take(16).read_line(&mut answer)?;
    Ok(answer.trim() == "taken")
}

/// The name of a place: a socket there, or a pipe called like it where files are none.
fn name(place: &Path) -> io::Result<Name<'static>> {
    #[cfg(unix)]
    {
        use interprocess::local_socket::{GenericFilePath, ToFsName};
        place.to_path_buf().to_fs_name::<GenericFilePath>()
    }
    #[cfg(not(unix))]
    {
        use interprocess::local_socket::{GenericNamespaced, ToNsName};
        let file = place.file_name().unwrap_or_default().to_string_lossy();
        format!("postil-{file}").to_ns_name::<GenericNamespaced>()
    }
}

/// A place at which this window listens.
pub struct Place(PathBuf);

impl Place {
    /// Leaves it: second starts do not find this window any more.
    pub fn leave(&self) {
        // What is left, the next start clears.
        let _left = std::fs::remove_file(&self.0);
    }
}

/// Listens for second starts on a thread of its own; `raise` brings the window forward.
///
/// # Errors
/// When the system gives no place to listen at: second starts then get windows of their own.
pub fn listen(home: &Home, worker: Worker, raise: impl Fn() + Send + 'static) -> io::Result<Place> {
    let folder = folder(home);
    std::fs::create_dir_all(&folder)?;
    let place = folder.join(std::process::id().to_string());
    // A process that was killed may have had the same number.
    let _left = std::fs::remove_file(&place);
    let listener = ListenerOptions::new().name(name(&place)?).create_sync()?;
    #[cfg(not(unix))]
    std::fs::write(&place, b"")?;
    std::thread::Builder::new()
        .name("postil-windows".to_owned())
        .spawn(move || serve(&listener, &worker, &raise))?;
    Ok(Place(place))
}

fn serve(listener: &Listener, worker: &Worker, raise: &impl Fn()) {
    for stream in listener.incoming().flatten() {
        // Whoever broke off gets no answer, and starts for itself.
        let _broken = answer(stream, worker, raise);
    }
}

fn answer(stream: Stream, worker: &Worker, raise: &impl Fn()) -> io::Result<()> {
    stream.set_recv_timeout(Some(PATIENCE))?;
    stream.set_send_timeout(Some(PATIENCE))?;
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    stream.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    let taken = worker.take(request.project, request.files, PATIENCE);
    if taken {
        raise();
    }
    let said: &[u8] = if taken { b"taken\n" } else { b"not mine\n" };
    stream.get_mut().write_all(said)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use postil_app::app::App;
    use postil_app::environment::{SystemEnvironment, WrittenAnswers};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Instant;

    struct Desk {
        home: Home,
        folder: PathBuf,
    }

    impl Desk {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("postil-{name}-{}", std::process::id()));
            Self {
                home: Home::below(&folder),
                folder,
            }
        }

        /// A worker with `one.postil` open.
        fn worker(&self) -> Worker {
            let (home, project) = (self.home.clone(), self.folder.join("one.postil"));
            let (ready, is_ready) = std::sync::mpsc::channel();
            let worker = Worker::start(move || {
                let answers = WrittenAnswers::new(PathBuf::new());
                let mut app = App::new(home, Box::new(SystemEnvironment), Box::new(answers));
                // The demo names its annotator.
                app.begin(true, None);
                app.create_path(&project).unwrap();
                ready.send(()).unwrap();
                app
            });
            is_ready.recv().unwrap();
            worker.unwrap()
        }

        fn start(&self, project: Option<&str>, files: &[&str]) -> Start {
            Start {
                demo: false,
                project: project.map(|project| self.folder.join(project)),
                files: files.iter().map(PathBuf::from).collect(),
            }
        }
    }

    impl Drop for Desk {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.folder).unwrap();
        }
    }

    #[test]
    fn a_window_takes_its_own_project_and_files_and_leaves_other_projects() {
        let desk = Desk::new("handed");
        let raised = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&raised);
        let worker = desk.worker();
        let raise = move || {
            count.fetch_add(1, Ordering::Relaxed);
        };
        assert!(!taken(&desk.start(None, &["/a.txt"]), &desk.home));
        let place = listen(&desk.home, worker.clone(), raise).unwrap();
        assert!(taken(&desk.start(Some("one.postil"), &[]), &desk.home));
        assert!(taken(&desk.start(None, &["/a.txt"]), &desk.home));
        // Nothing given: the last project, which is this one.
        assert!(taken(&desk.start(None, &[]), &desk.home));
        assert_eq!(raised.load(Ordering::Relaxed), 3);
        assert!(!taken(
            &desk.start(Some("two.postil"), &["/a.txt"]),
            &desk.home
        ));
        let demo = Start {
            demo: true,
            ..Start::default()
        };
        assert!(!taken(&demo, &desk.home));
        assert_eq!(raised.load(Ordering::Relaxed), 3);

        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.unwrap();
        let begun = Instant::now();
        loop {
            let asked = r#"{"first":0,"count":9}"#.to_owned();
            let offer = runtime.block_on(worker.call("offer".to_owned(), asked));
            if offer.unwrap().contains("a.txt") {
                break;
            }
            assert!(begun.elapsed() < Duration::from_secs(20));
        }
        place.leave();
        assert!(!taken(&desk.start(Some("one.postil"), &[]), &desk.home));
        worker.finish();
    }

    #[test]
    fn a_window_that_was_killed_is_forgotten() {
        let desk = Desk::new("killed");
        let windows = folder(&desk.home);
        std::fs::create_dir_all(&windows).unwrap();
        let place = windows.join("77");
        drop(std::os::unix::net::UnixListener::bind(&place).unwrap());
        assert!(place.exists());
        assert!(!taken(&desk.start(None, &["/a.txt"]), &desk.home));
        assert!(!place.exists());
    }
}
