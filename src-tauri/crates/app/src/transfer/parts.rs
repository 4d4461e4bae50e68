//! The files of an export, beside their places until all are kept.

use super::file::{Beside, named, unreadable, unwritable};
use super::following::{Following, News};
use super::pace::Pace;
use super::verify::BUFFER;
use crate::problem::{Code, Problem};
use postil_formats::files::{Digest, Sink};
use postil_formats::{Format, Place};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};

/// Where the main file of an export to `path` lies: `NAME.jsonl`, or the
/// folder itself where the format fills one.
#[must_use]
pub fn main_file(format: &Format, path: &Path) -> PathBuf {
    match format.place {
        Place::Folder => path.to_path_buf(),
        Place::Files => with_end(path, stem(format, path), format.main()),
    }
}

fn stem<'a>(format: &Format, path: &'a Path) -> &'a str {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or_default();
    let mut ends = std::iter::once(format.main()).chain(format.also.iter().copied());
    ends.find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

fn with_end(path: &Path, stem: &str, end: &str) -> PathBuf {
    path.with_file_name(format!("{stem}{end}"))
}

/// The files being written. Dropped before they are kept, they leave nothing.
pub(super) struct Parts<'a> {
    format: &'static Format,
    /// The path without an end, or the folder.
    target: PathBuf,
    /// A folder's files until they are kept.
    folder: Option<FolderPart>,
    /// Files that are written on in, in the order in which they were begun.
    open: Vec<(String, BufWriter<Told<'a>>)>,
    besides: BTreeMap<String, Beside>,
    written: BTreeMap<String, u64>,
    digest: Digest,
    pace: &'a Pace<'a>,
    /// To whoever reads the files back.
    news: Sender<News>,
    /// Why a file was refused, with its place.
    refused: Option<Problem>,
}

impl<'a> Parts<'a> {
    /// Starts an export to `path`; the other side reads what is written.
    ///
    /// # Errors
    /// When a folder of that name has files in it, or nothing can be written
    /// there.
    pub fn new(
        format: &'static Format,
        path: &Path,
        pace: &'a Pace<'a>,
    ) -> Result<(Self, Following<'a>), Problem> {
        let folder = match format.place {
            Place::Files => None,
            Place::Folder => Some(FolderPart::create(path)?),
        };
        let target = match format.place {
            Place::Folder => path.to_path_buf(),
            Place::Files => with_end(path, stem(format, path), ""),
        };
        let (news, following) = Following::new(pace);
        let parts = Self {
            format,
            target,
            folder,
            open: Vec::new(),
            besides: BTreeMap::new(),
            written: BTreeMap::new(),
            digest: Digest::default(),
            pace,
            news,
            refused: None,
        };
        Ok((parts, following))
    }

    /// Where the file `name` will lie.
    pub fn place(&self, name: &str) -> PathBuf {
        match self.format.place {
            Place::Folder => self.target.join(name),
            Place::Files => {
                let stem = self.target.file_name().unwrap_or_default();
                with_end(&self.target, &stem.to_string_lossy(), name)
            }
        }
    }

    /// Where it lies until it is kept.
    fn part(&self, name: &str) -> PathBuf {
        match &self.folder {
            Some(folder) => folder.path.join(name),
            None => self
                .besides
                .get(name)
                .map_or_else(PathBuf::new, |beside| beside.part().to_path_buf()),
        }
    }

    fn create(&mut self, name: &str) -> Result<Told<'a>, Problem> {
        let file = self.created(name)?;
        let path = self.part(name);
        let name = name.to_owned();
        self.tell(News::Begun {
            name: name.clone(),
            path,
        });
        Ok(Told {
            file,
            name,
            length: 0,
            pace: self.pace,
            news: self.news.clone(),
        })
    }

    fn created(&mut self, name: &str) -> Result<File, Problem> {
        self.written.entry(name.to_owned()).or_default();
        if self.folder.is_none() {
            let (beside, file) = Beside::create(&self.place(name))?;
            self.besides.insert(name.to_owned(), beside);
            return Ok(file);
        }
        let part = self.part(name);
        let made = match part.parent() {
            Some(parent) => fs::create_dir_all(parent),
            None => Ok(()),
        };
        made.and_then(|()| File::create(part))
            .map_err(|error| unwritable(&self.place(name), &error))
    }

    /// Why the last writer was refused, if it was by a file.
    pub fn refused(&mut self) -> Option<Problem> {
        self.refused.take()
    }

    fn count(&mut self, name: &str, bytes: &[u8]) {
        let more = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        match self.written.get_mut(name) {
            Some(written) => *written = written.saturating_add(more),
            None => drop(self.written.insert(name.to_owned(), more)),
        }
    }

    /// Ends all files, lets them be read to their ends, and has the disk take
    /// them.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn end(&mut self) -> Result<(), Problem> {
        let mut files = Vec::with_capacity(self.open.len());
        for (name, out) in std::mem::take(&mut self.open) {
            let file = out.into_inner().map_err(io::IntoInnerError::into_error);
            files.push(file.map_err(|error| unwritable(&self.place(&name), &error))?);
        }
        self.tell(News::Ended);
        for file in files {
            let synced = file.file.sync_all();
            synced.map_err(|error| unwritable(&self.place(&file.name), &error))?;
        }
        Ok(())
    }

    /// Ends whoever reads the files back.
    pub fn give_up(&mut self) {
        let (silent, _) = channel();
        self.open.clear();
        self.news = silent;
    }

    /// A reader that is gone has its own reasons.
    fn tell(&self, news: News) {
        let _gone = self.news.send(news);
    }

    /// Whether what is on the disk has the lengths that were written: a table
    /// cut behind its last letter has the same cells.
    ///
    /// # Errors
    /// With the file that differs.
    pub fn compare_lengths(&self) -> Result<(), Problem> {
        for (name, written) in &self.written {
            let place = self.place(name);
            let found =
                fs::metadata(self.part(name)).map_err(|error| unreadable(&place, &error))?;
            super::verify::compare(&place, *written, found.len())?;
        }
        Ok(())
    }

    /// Stands for all that was written.
    pub fn digest(&self) -> u64 {
        self.digest.finish()
    }

    /// Puts the files into their places; says where, the main file first.
    ///
    /// # Errors
    /// When one of them cannot be put there.
    pub fn keep(mut self) -> Result<Vec<PathBuf>, Problem> {
        if let Some(mut folder) = self.folder.take() {
            let files = self.written.keys().map(|name| self.place(name)).collect();
            let refused = |error: io::Error| unwritable(&self.target, &error);
            if self.target.is_dir() {
                fs::remove_dir(&self.target).map_err(refused)?;
            }
            fs::rename(&folder.path, &self.target).map_err(refused)?;
            folder.kept = true;
            return Ok(files);
        }
        let ends = self.format.extensions.iter().map(|end| (*end).to_owned());
        let others: Vec<String> = self.besides.keys().cloned().collect();
        let mut kept = Vec::new();
        for name in ends.chain(others) {
            if let Some(beside) = self.besides.remove(&name) {
                kept.push(beside.keep()?);
            }
        }
        Ok(kept)
    }
}

/// A folder being filled beside the place where it will stand. Dropped before
/// it is kept, it leaves nothing behind.
struct FolderPart {
    path: PathBuf,
    kept: bool,
}

impl FolderPart {
    /// Starts a folder that will become `target`, where nothing may lie that
    /// an export would replace.
    fn create(target: &Path) -> Result<Self, Problem> {
        let taken = match fs::read_dir(target) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(unwritable(target, &error)),
        };
        if taken {
            let problem = Problem::new(Code::Invalid, "problem-export-folder-taken");
            return Err(named(problem, target).hint("hint-other-folder"));
        }
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(".{}.part", std::process::id()));
        let path = target.with_file_name(name);
        fs::create_dir(&path).map_err(|error| unwritable(target, &error))?;
        Ok(Self { path, kept: false })
    }
}

impl Drop for FolderPart {
    fn drop(&mut self) {
        if !self.kept {
            // Nothing more can be done about a folder that will not go.
            let _left = fs::remove_dir_all(&self.path);
        }
    }
}

impl Parts<'_> {
    fn try_append(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let known = self.open.iter().position(|(open, _)| open == name);
        let at = match known {
            Some(at) => at,
            None => {
                let file = self.create(name)?;
                let out = BufWriter::with_capacity(BUFFER, file);
                self.open.push((name.to_owned(), out));
                self.open.len() - 1
            }
        };
        match self.open.get_mut(at).map(|(_, out)| out.write_all(bytes)) {
            Some(Err(error)) => Err(unwritable(&self.place(name), &error)),
            _ => Ok(()),
        }
    }

    fn try_whole(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let mut out = self.create(name)?;
        out.write_all(bytes)
            .and_then(|()| out.file.sync_all())
            .map_err(|error| unwritable(&self.place(name), &error))
    }

    fn noted(&mut self, name: &str, bytes: &[u8], done: Result<(), Problem>) -> io::Result<()> {
        if let Err(problem) = done {
            self.refused = Some(problem);
            return Err(io::Error::other("a file of the export was refused"));
        }
        self.count(name, bytes);
        self.digest.append(name, bytes)
    }
}

impl Sink for Parts<'_> {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let done = self.try_append(name, bytes);
        self.noted(name, bytes, done)
    }

    fn whole(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let done = self.try_whole(name, bytes);
        self.noted(name, bytes, done)
    }
}

/// A file that says how far it can be read.
struct Told<'a> {
    file: File,
    name: String,
    length: u64,
    pace: &'a Pace<'a>,
    news: Sender<News>,
}

impl Write for Told<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        let more = u64::try_from(count).unwrap_or(u64::MAX);
        self.length = self.length.saturating_add(more);
        self.pace.written(more);
        let (name, length) = (self.name.clone(), self.length);
        let _gone = self.news.send(News::Grown { name, length });
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Progress;

    #[test]
    fn names_get_their_ends_once() {
        let named = |id, path| {
            let format = Format::by_id(id).unwrap();
            main_file(format, Path::new(path))
        };
        assert_eq!(named("jsonl", "a/b"), Path::new("a/b.jsonl"));
        assert_eq!(named("jsonl", "a/b.jsonl"), Path::new("a/b.jsonl"));
        assert_eq!(named("csv", "b"), Path::new("b.claims.csv"));
        assert_eq!(named("csv", "b.csv"), Path::new("b.claims.csv"));
        assert_eq!(named("csv", "b.claims.csv"), Path::new("b.claims.csv"));
        let progress = Progress::silent();
        let pace = Pace::new(&progress);
        let row = &postil_formats::jsonl::ROW;
        let (parts, _) = Parts::new(row, Path::new("a/b.jsonl"), &pace).unwrap();
        assert_eq!(parts.place(".scheme.json"), Path::new("a/b.scheme.json"));
    }

    #[test]
    fn what_is_not_kept_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.jsonl");
        fs::write(&path, "before").unwrap();
        let progress = Progress::silent();
        let pace = Pace::new(&progress);
        let row = &postil_formats::jsonl::ROW;
        let (mut parts, _) = Parts::new(row, &path, &pace).unwrap();
        parts.append(".jsonl", b"after").unwrap();
        parts.whole(".scheme.json", b"{}").unwrap();
        parts.end().unwrap();
        parts.compare_lengths().unwrap();
        drop(parts);
        assert_eq!(fs::read_to_string(&path).unwrap(), "before");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
