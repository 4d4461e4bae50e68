//! How far an export is: it is written and read back at the same time.

use super::counted;
use crate::problem::Problem;
use crate::progress::Progress;
use std::io;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// Counts articles that were written, and for how many of them the bytes were
/// read back.
pub(super) struct Pace<'a> {
    progress: &'a Progress,
    articles: AtomicU32,
    all: AtomicU32,
    written: AtomicU64,
    read: AtomicU64,
}

impl<'a> Pace<'a> {
    pub fn new(progress: &'a Progress) -> Self {
        Self {
            progress,
            articles: AtomicU32::new(0),
            all: AtomicU32::new(0),
            written: AtomicU64::new(0),
            read: AtomicU64::new(0),
        }
    }

    /// So many of all articles are dealt with by the writer.
    ///
    /// # Errors
    /// `Stopped`.
    pub fn articles(&self, done: u32, all: usize) -> Result<(), Problem> {
        self.articles.store(done, Ordering::Relaxed);
        self.all.store(counted(all), Ordering::Relaxed);
        self.tell()
    }

    /// So many more bytes went to the disk.
    pub fn written(&self, bytes: u64) {
        self.written.fetch_add(bytes, Ordering::Relaxed);
    }

    /// So many more bytes were read back.
    ///
    /// # Errors
    /// When the export was stopped.
    pub fn read(&self, bytes: u64) -> io::Result<()> {
        self.read.fetch_add(bytes, Ordering::Relaxed);
        // An error that nobody tries again.
        self.tell().map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// Nothing, unless the export was stopped.
    ///
    /// # Errors
    /// `Stopped`.
    pub fn go_on(&self) -> Result<(), Problem> {
        self.progress.go_on()
    }

    /// Reading back is half of the work.
    fn tell(&self) -> Result<(), Problem> {
        let written = self.written.load(Ordering::Relaxed).max(1);
        let read = self.read.load(Ordering::Relaxed).min(written);
        let articles = self.articles.load(Ordering::Relaxed);
        let back = u128::from(articles) * u128::from(read) / u128::from(written);
        let back = u32::try_from(back).unwrap_or(articles);
        let all = self.all.load(Ordering::Relaxed).saturating_mul(2);
        self.progress
            .at(articles.saturating_add(back).min(all), all)
    }
}
