//! Where results, notes and refusals go.

use crate::words;
use postil_app::problem::{Code, Problem};
use postil_app::wire::Message;
use std::io::{self, Write};

/// Results on standard output, the rest on standard error.
#[derive(Debug, Default)]
pub struct Output {
    refused: bool,
}

impl Output {
    /// Whether something was refused, or problems were found.
    pub const fn refused(&self) -> bool {
        self.refused
    }

    /// A line of the result.
    ///
    /// # Errors
    /// When standard output refuses.
    pub fn line(&mut self, text: &str) -> Result<(), Problem> {
        self.bytes(|out| writeln!(out, "{text}"))
    }

    /// A sentence of the result.
    ///
    /// # Errors
    /// When standard output refuses.
    pub fn say(&mut self, message: &Message) -> Result<(), Problem> {
        self.line(&words::message(message))
    }

    /// Writes the result itself.
    ///
    /// # Errors
    /// When standard output refuses; a reader that has seen enough is no
    /// refusal.
    pub fn bytes(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Problem> {
        let mut out = Patient(io::stdout().lock());
        write(&mut out)
            .and_then(|()| out.flush())
            .map_err(|error| unwritten(&error))
    }

    /// What a person should know beside the result.
    pub fn note(&mut self, message: &Message) {
        self.error(&words::message(message));
    }

    /// The report where the result itself fills standard output.
    pub fn aside(&mut self, report: &str) {
        // Without standard error there is nobody left to tell.
        let _unheard = writeln!(io::stderr(), "{report}");
    }

    /// A refusal; others may still succeed.
    pub fn problem(&mut self, problem: &Problem) {
        self.refused = true;
        self.error(&words::problem(problem));
    }

    /// Something was refused, and the result says what.
    pub const fn refuse(&mut self) {
        self.refused = true;
    }

    /// A problem that was found, already in words.
    ///
    /// # Errors
    /// When standard output refuses.
    pub fn found(&mut self, sentence: &str) -> Result<(), Problem> {
        self.refused = true;
        self.line(sentence)
    }

    fn error(&mut self, sentence: &str) {
        // Without standard error there is nobody left to tell.
        let _unheard = writeln!(io::stderr(), "postil: {sentence}");
    }
}

/// Standard output, whose reader may leave early: that is no failure.
struct Patient(io::StdoutLock<'static>);

impl Write for Patient {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            other => other,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

fn unwritten(error: &io::Error) -> Problem {
    let full = error.kind() == io::ErrorKind::StorageFull;
    let (code, key) = if full {
        (Code::DiskFull, "problem-export-disk-full")
    } else {
        (Code::Unreadable, "problem-export-failed")
    };
    Problem::new(code, key)
        .with("path", "standard output")
        .with("reason", error.to_string())
}
