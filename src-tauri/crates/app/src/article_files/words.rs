//! What a person is told of a file.

use crate::problem::{Code, Problem};
use crate::transfer::counted;
use crate::view::message;
use crate::wire::Message;
use postil_formats::article::{FoundBy, LeftPart, Reading, Refusal};
use std::path::Path;

/// A refusal as a sentence that names the file.
#[must_use]
pub fn refused(path: &Path, refusal: &Refusal) -> Problem {
    problem(refusal)
        .with("path", path.display().to_string())
        .cause(refusal)
}

fn problem(refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::TooLarge { bytes, limit } => {
            Problem::new(Code::TooLarge, "problem-file-too-large")
                .with("size", mebibytes(*bytes))
                .with("limit", mebibytes(*limit))
                .hint("hint-too-large")
        }
        Refusal::UnpacksTooLarge { limit } => {
            Problem::new(Code::TooLarge, "problem-file-unpacks-too-large")
                .with("limit", mebibytes(*limit))
        }
        Refusal::TooManyEntries { entries, limit } => {
            Problem::new(Code::TooLarge, "problem-file-too-many-entries")
                .count("entries", counted(*entries))
                .count("limit", counted(*limit))
        }
        Refusal::TooDeep { limit } => {
            Problem::new(Code::Invalid, "problem-file-too-deep").count("limit", counted(*limit))
        }
        Refusal::TooManyRows { limit } => {
            Problem::new(Code::TooLarge, "problem-file-too-many-rows")
                .count("limit", counted(*limit))
        }
        Refusal::TooManyColumns { limit } => {
            Problem::new(Code::TooLarge, "problem-file-too-many-columns")
                .count("limit", counted(*limit))
        }
        Refusal::Entities => Problem::new(Code::Invalid, "problem-file-entities"),
        Refusal::NoText => Problem::new(Code::Invalid, "problem-file-no-text"),
        Refusal::Scanned { pages } => {
            Problem::new(Code::Unreadable, "problem-file-scanned").count("pages", counted(*pages))
        }
        Refusal::Encrypted => Problem::new(Code::Unreadable, "problem-file-encrypted"),
        Refusal::NotWhatItSays { named } => {
            Problem::new(Code::Unreadable, "problem-file-not-what-it-says").with("kind", named.id())
        }
        Refusal::UnknownKind { extension } => {
            Problem::new(Code::Unsupported, "problem-file-unknown-kind")
                .with("extension", extension)
        }
        Refusal::Stranger(stranger) => {
            Problem::new(Code::Unsupported, "problem-file-stranger").with("what", stranger.id())
        }
        Refusal::UnknownEncoding { name } => {
            Problem::new(Code::Invalid, "problem-file-encoding").with("encoding", name)
        }
        Refusal::UnknownColumn { name, columns } => {
            Problem::new(Code::NotFound, "problem-file-column")
                .with("column", name)
                .with("columns", columns.join(", "))
        }
        Refusal::Damaged { kind, detail } => {
            Problem::new(Code::FileDamaged, "problem-article-file-damaged")
                .with("kind", kind.id())
                .with("reason", detail)
        }
        Refusal::TooSlow { seconds } => {
            let seconds = u32::try_from(*seconds).unwrap_or(u32::MAX);
            Problem::new(Code::TooLarge, "problem-file-too-slow").count("seconds", seconds)
        }
    }
}

/// What else is to be said of a file that could be read, each naming the file.
#[must_use]
pub fn notes(path: &Path, reading: &Reading) -> Vec<Message> {
    let mut notes = Vec::new();
    if let Some(named) = reading.named {
        let said = message("note-file-kind").with("named", named.id());
        notes.push(said.with("kind", reading.kind.id()));
    }
    if let Some(encoding) = reading.encoding {
        if encoding.found_by == FoundBy::Guess {
            notes.push(message("note-file-encoding-guessed").with("encoding", encoding.name));
        }
        if encoding.replaced > 0 {
            let said = message("note-file-replaced").with("encoding", encoding.name);
            notes.push(said.count("count", counted(encoding.replaced)));
        }
    }
    notes.extend(reading.left_out.iter().map(left_out));
    let path = path.display().to_string();
    notes
        .into_iter()
        .map(|note| note.with("path", path.clone()))
        .collect()
}

fn left_out(part: &LeftPart) -> Message {
    let examples = match part.examples.as_slice() {
        [] => String::new(),
        examples => format!(" ({})", examples.join("; ")),
    };
    message("note-file-left-out")
        .with("what", part.what.id())
        .count("count", counted(part.count))
        .with("examples", examples)
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1_048_576.0)
}
