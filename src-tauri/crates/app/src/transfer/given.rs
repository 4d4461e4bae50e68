//! The files that a person gives to an import.

use super::file::{named, unreadable};
use super::on_disk::OnDisk;
use super::verify::BUFFER;
use crate::problem::{Code, Problem};
use postil_formats::files::{Parts, Source};
use postil_formats::sample::{LENGTH, Sample};
use postil_formats::{Format, Place};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Folders in folders that are looked through.
const DEEPEST: usize = 16;

/// Files looked at to tell a format.
const SAMPLES: usize = 200;

/// Files by the names that refusals call them by.
pub(super) struct Given {
    files: Vec<(String, PathBuf)>,
    bytes: u64,
    read: Arc<AtomicU64>,
}

impl Given {
    /// The files, and for a format that fills folders all those in the
    /// folders given, by name.
    ///
    /// # Errors
    /// When one is not there, or is a folder and the format fills none.
    pub fn of(format: &Format, paths: &[PathBuf]) -> Result<Self, Problem> {
        let mut files = Vec::new();
        for path in paths {
            let found = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
            if !found.is_dir() {
                files.push(path.clone());
            } else if format.place == Place::Folder {
                gather(path, DEEPEST, &mut files)?;
            } else {
                let problem = Problem::new(Code::Unreadable, "problem-file-is-folder");
                return Err(named(problem, path));
            }
        }
        let length = |path: &PathBuf| fs::metadata(path).map_or(0, |found| found.len());
        let bytes = files.iter().map(length).sum();
        let called = |path: PathBuf| (path.display().to_string(), path);
        Ok(Self {
            files: files.into_iter().map(called).collect(),
            bytes,
            read: Arc::default(),
        })
    }

    /// Where they lie.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files.iter().map(|(_, path)| path.clone()).collect()
    }

    /// How long they are together, in bytes.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The format that they are most likely in.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn likely_format(&self) -> Result<Option<&'static Format>, Problem> {
        for (name, path) in self.files.iter().take(SAMPLES) {
            let mut head = Vec::new();
            File::open(path)
                .and_then(|file| file.take(LENGTH).read_to_end(&mut head))
                .map_err(|error| unreadable(path, &error))?;
            let sample = Sample { name, head: &head };
            if let Some(format) = Format::of_samples(&[sample]) {
                return Ok(Some(format));
            }
        }
        Ok(None)
    }

    /// How many bytes were read so far.
    pub fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    fn path(&self, name: &str) -> PathBuf {
        let known = self.files.iter().find(|(known, _)| known == name);
        known.map_or_else(|| PathBuf::from(name), |(_, path)| path.clone())
    }
}

fn gather(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    let refused = |error: io::Error| unreadable(folder, &error);
    let entries = fs::read_dir(folder).map_err(refused)?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(refused)?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if deep > 0 {
                gather(&path, deep - 1, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A file that counts what is read of it.
struct Watched {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        let more = u64::try_from(count).unwrap_or(u64::MAX);
        self.read.fetch_add(more, Ordering::Relaxed);
        Ok(count)
    }
}

impl Source for Given {
    fn names(&self) -> Vec<String> {
        self.files.iter().map(|(name, _)| name.clone()).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.path(name).is_file()
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead + '_>> {
        let file = Watched {
            file: File::open(self.path(name))?,
            read: Arc::clone(&self.read),
        };
        Ok(Box::new(BufReader::with_capacity(BUFFER, file)))
    }

    fn parts(&self, name: &str) -> io::Result<Option<Arc<dyn Parts>>> {
        OnDisk::open(&self.path(name), Arc::clone(&self.read)).map(Some)
    }
}
