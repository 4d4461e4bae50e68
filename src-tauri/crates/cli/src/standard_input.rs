//! `-` among paths: standard input, kept in a file until it was read.

use postil_app::problem::{Code, Problem};
use postil_app::wire::Argument;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What standard input may hold, in bytes: 2 GiB.
const MOST: u64 = 2 * 1024 * 1024 * 1024;

/// What a person calls it.
const NAME: &str = "standard input";

/// How a zip begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// Standard input in a file of its own, deleted with this.
pub struct StandardInput {
    folder: TempDir,
    path: PathBuf,
}

impl StandardInput {
    /// Whether it is asked for.
    pub fn is_among(paths: &[PathBuf]) -> bool {
        paths.iter().any(|path| path == Path::new("-"))
    }

    /// Reads it to its end. Its file is called `standard input` and then `end`, or `.zip` where
    /// it holds one.
    ///
    /// # Errors
    /// When it cannot be read or kept, or is larger than 2 GiB.
    pub fn read(end: &str) -> Result<Self, Problem> {
        Self::keep(io::stdin().lock(), end, MOST)
    }

    fn keep(mut input: impl Read, end: &str, most: u64) -> Result<Self, Problem> {
        let unkept = |error: io::Error| {
            Problem::new(Code::ReadOnly, "problem-no-temporary-folder")
                .with("reason", error.to_string())
        };
        let unread = |error: io::Error| {
            Problem::new(Code::Unreadable, "problem-standard-input")
                .with("reason", error.to_string())
        };
        let folder = tempfile::tempdir().map_err(unkept)?;
        let mut head = Vec::new();
        let start = u64::try_from(ZIP.len()).unwrap_or_default();
        input
            .by_ref()
            .take(start)
            .read_to_end(&mut head)
            .map_err(unread)?;
        let end = if head == ZIP { ".zip" } else { end };
        let path = folder.path().join(format!("{NAME}{end}"));
        let mut file = File::create(&path).map_err(unkept)?;
        let mut all = head.as_slice().chain(input).take(most.saturating_add(1));
        let length = io::copy(&mut all, &mut file).map_err(unread)?;
        if length > most {
            return Err(Problem::new(Code::TooLarge, "problem-standard-input-large"));
        }
        Ok(Self { folder, path })
    }

    /// The paths with its file in place of `-`.
    pub fn among(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        let own = |path: &PathBuf| match path == Path::new("-") {
            true => self.path.clone(),
            false => path.clone(),
        };
        paths.iter().map(own).collect()
    }

    /// `path` as a person knows it.
    pub fn named(&self, path: PathBuf) -> PathBuf {
        match path.starts_with(self.folder.path()) {
            true => PathBuf::from(NAME),
            false => path,
        }
    }

    /// A refusal without the name of the file that nobody has made.
    pub fn refusal(&self, mut problem: Problem) -> Problem {
        self.rename(problem.arguments.values_mut());
        problem
    }

    /// The same in the arguments of a message.
    pub fn rename<'a>(&self, arguments: impl Iterator<Item = &'a mut Argument>) {
        let own = self.path.display().to_string();
        for argument in arguments {
            if let Argument::Text(text) = argument {
                *text = text.replace(&own, NAME);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn it_is_kept_whole_under_a_name_that_says_what_it_is() {
        for (given, name) in [
            (&b"PK\x03\x04rest"[..], "standard input.zip"),
            (&b"PK"[..], "standard input.jsonl"),
            (&b""[..], "standard input.jsonl"),
            (&b"{\"format\":1}\n"[..], "standard input.jsonl"),
        ] {
            let kept = StandardInput::keep(given, ".jsonl", 100).unwrap();
            let paths = kept.among(&["a".into(), "-".into()]);
            assert_eq!(paths[0], Path::new("a"));
            assert_eq!(paths[1].file_name().unwrap().to_str().unwrap(), name);
            assert_eq!(fs::read(&paths[1]).unwrap(), given);
            assert_eq!(kept.named(paths[1].clone()), Path::new("standard input"));
            let problem =
                Problem::new(Code::Invalid, "x").with("path", paths[1].display().to_string());
            let said = kept.refusal(problem);
            assert_eq!(said.arguments["path"], Argument::Text(NAME.to_owned()));
        }
    }

    #[test]
    fn it_has_an_end() {
        let Err(problem) = StandardInput::keep(io::repeat(b'x'), ".txt", 1000) else {
            panic!("kept");
        };
        assert_eq!(problem.key, "problem-standard-input-large");
        let kept = StandardInput::keep(io::repeat(b'x').take(1000), ".txt", 1000);
        assert!(kept.is_ok());
    }
}
