//! PDFs are read by a process of their own: what goes on for ever can be ended there, what panics
//! prints nothing, and what takes all memory does not take the program with it.

use postil_formats::article::{PDF_SECONDS, PDF_THREAD, Printed, Refusal, read_pdf};
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The argument that makes a program of ours such a process.
const ARGUMENT: &str = "--read-pdf-from-standard-input";
/// The process ends itself earlier; this is for one that does not.
const LONGEST: Duration = Duration::from_secs(PDF_SECONDS + 5);
/// How often a person who stops is heard.
const LOOKED: Duration = Duration::from_millis(50);

/// The program that reads, once it is known.
static READER: OnceLock<Reader> = OnceLock::new();

/// A program that calls [`read_if_asked`] first of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader(PathBuf);

impl Reader {
    /// This program.
    fn own() -> io::Result<Self> {
        std::env::current_exe().map(Self)
    }

    /// Another program of ours.
    #[must_use]
    pub const fn at(program: PathBuf) -> Self {
        Self(program)
    }

    /// Has a PDF read; `None` where the process could not be begun. `stop` is asked whether to go
    /// on.
    #[must_use]
    pub fn read(
        &self,
        bytes: &[u8],
        longest: Duration,
        stop: &dyn Fn() -> bool,
    ) -> Option<Result<Printed, Refusal>> {
        let child = Command::new(&self.0)
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        Some(answer(Process(child), bytes.to_vec(), longest, stop))
    }
}

/// A process that does not outlive this.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _known = self.0.wait();
    }
}

fn answer(
    mut process: Process,
    bytes: Vec<u8>,
    longest: Duration,
    stop: &dyn Fn() -> bool,
) -> Result<Printed, Refusal> {
    let (Some(mut into), Some(mut from)) = (process.0.stdin.take(), process.0.stdout.take()) else {
        return Err(broken());
    };
    // Both ends close with the process.
    std::thread::spawn(move || into.write_all(&bytes));
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut said = Vec::new();
        let read = from.read_to_end(&mut said);
        let _gone = sender.send(read.map(|_| said));
    });
    let begun = Instant::now();
    loop {
        match receiver.recv_timeout(LOOKED) {
            Ok(said) => {
                let said = said.map_err(|_| broken())?;
                return serde_json::from_slice(&said).unwrap_or_else(|_| Err(broken()));
            }
            Err(RecvTimeoutError::Disconnected) => return Err(broken()),
            Err(RecvTimeoutError::Timeout) if stop() || begun.elapsed() > longest => {
                let seconds = begun.elapsed().as_secs();
                return Err(Refusal::TooSlow { seconds });
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn broken() -> Refusal {
    Refusal::Damaged {
        kind: postil_formats::article::Kind::Pdf,
        detail: "it is not whole".to_owned(),
    }
}

/// To be called first in every program: where this process was begun to read a PDF, that is done,
/// and the program is to end with the answer. Otherwise this program reads PDFs from now on, and
/// what panics in reading one here all the same is not printed.
#[must_use]
pub fn read_if_asked() -> Option<ExitCode> {
    if std::env::args_os().nth(1).as_deref() == Some(OsStr::new(ARGUMENT)) {
        return Some(read_here());
    }
    if let Ok(reader) = Reader::own() {
        READER.get_or_init(|| reader);
    }
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PDF_THREAD) {
            usual(panic);
        }
    }));
    None
}

fn read_here() -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let mut bytes = Vec::new();
    if io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    let read = read_pdf(&bytes);
    let said = serde_json::to_vec(&read).unwrap_or_default();
    match io::stdout().lock().write_all(&said) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Reads a PDF, by a process of its own where there is a program for it.
pub(super) fn read(bytes: &[u8], stop: &dyn Fn() -> bool) -> Result<Printed, Refusal> {
    let elsewhere = READER
        .get()
        .and_then(|reader| reader.read(bytes, LONGEST, stop));
    elsewhere.unwrap_or_else(|| read_pdf(bytes))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    fn program(folder: &tempfile::TempDir, script: &str) -> Reader {
        let path = folder.path().join("reader");
        // Another test that starts a process meanwhile would hold it open for
        // writing, and what is being written cannot be started.
        let mut writer = Command::new("sh")
            .args(["-c", "cat > \"$0\" && chmod +x \"$0\""])
            .arg(&path)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let written = format!("#!/bin/sh\n{script}\n");
        writer
            .stdin
            .take()
            .unwrap()
            .write_all(written.as_bytes())
            .unwrap();
        assert!(writer.wait().unwrap().success());
        Reader::at(path)
    }

    fn id(folder: &tempfile::TempDir) -> String {
        std::fs::read_to_string(folder.path().join("id")).unwrap()
    }

    #[test]
    fn what_goes_on_for_ever_is_ended() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("id").display().to_string();
        let reader = program(&folder, &format!("echo $$ > '{note}'\nexec sleep 600"));
        let longest = Duration::from_millis(400);
        let read = reader.read(b"%PDF-1.4", longest, &|| false).unwrap();
        assert_eq!(read, Err(Refusal::TooSlow { seconds: 0 }));
        let process = format!("/proc/{}", id(&folder).trim());
        assert!(!std::path::Path::new(&process).exists());

        let stopped = Instant::now();
        let noted = std::path::Path::new(&note);
        std::fs::remove_file(noted).unwrap();
        let read = reader.read(&vec![0; 1 << 20], LONGEST, &|| noted.exists());
        assert!(matches!(read, Some(Err(Refusal::TooSlow { .. }))));
        assert!(stopped.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn what_breaks_off_or_answers_nonsense_is_a_damaged_file() {
        let folder = tempfile::tempdir().unwrap();
        for script in ["exit 3", "cat > /dev/null; echo '{\"Ok\":'", "kill -9 $$"] {
            let reader = program(&folder, script);
            let read = reader.read(b"%PDF-1.4", LONGEST, &|| false).unwrap();
            assert_eq!(read, Err(broken()), "{script}");
        }
        assert_eq!(
            Reader::at(folder.path().join("none")).read(b"", LONGEST, &|| false),
            None
        );
    }

    #[test]
    fn the_answer_of_the_process_is_the_reading() {
        let folder = tempfile::tempdir().unwrap();
        let printed = Printed {
            article: postil_formats::article::FileArticle {
                text: "Rain – مطر\n".to_owned(),
                ..Default::default()
            },
            ..Printed::default()
        };
        let said = |read: &Result<Printed, Refusal>| serde_json::to_string(read).unwrap();
        for expected in [Ok(printed), Err(Refusal::Scanned { pages: 3 })] {
            let script = format!("cat > /dev/null\ncat <<'END'\n{}\nEND", said(&expected));
            let read = program(&folder, &script).read(b"%PDF-1.4", LONGEST, &|| false);
            assert_eq!(read, Some(expected));
        }
    }
}
