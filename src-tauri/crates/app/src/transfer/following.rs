//! The files of an export, read while they are still being written.
//!
//! What is read back comes from the files, never from what the writer holds:
//! a reader waits until the bytes it wants were handed to the disk.

use super::on_disk::OnDisk;
use super::pace::Pace;
use super::verify::BUFFER;
use postil_formats::files::{Parts, Source};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What the writer says to the reader.
pub(super) enum News {
    /// A file that lies here, for now.
    Begun { name: String, path: PathBuf },
    /// So many bytes of it can be read.
    Grown { name: String, length: u64 },
    /// All files are whole.
    Ended,
}

/// The reader's side.
pub(super) struct Following<'a> {
    news: Receiver<News>,
    files: RefCell<BTreeMap<String, (PathBuf, u64)>>,
    ended: Cell<bool>,
    pace: &'a Pace<'a>,
}

impl<'a> Following<'a> {
    pub fn new(pace: &'a Pace<'a>) -> (Sender<News>, Self) {
        let (sender, news) = channel();
        let following = Self {
            news,
            files: RefCell::default(),
            ended: Cell::new(false),
            pace,
        };
        (sender, following)
    }

    /// Waits for one piece of news.
    fn hear(&self) -> io::Result<()> {
        let Ok(news) = self.news.recv() else {
            return Err(io::Error::new(
                io::ErrorKind::BrokenPipe,
                "the export was given up",
            ));
        };
        let mut files = self.files.borrow_mut();
        match news {
            News::Begun { name, path } => drop(files.insert(name, (path, 0))),
            News::Grown { name, length } => {
                if let Some((_, known)) = files.get_mut(&name) {
                    *known = length;
                }
            }
            News::Ended => self.ended.set(true),
        }
        Ok(())
    }

    /// Waits until all files are whole; answers whether they became so.
    fn hear_all(&self) -> bool {
        while !self.ended.get() {
            if self.hear().is_err() {
                return false;
            }
        }
        true
    }

    /// Waits until more than so many bytes of a file can be read, or all
    /// files are whole.
    fn grown_beyond(&self, name: &str, at: u64) -> io::Result<()> {
        let length = || {
            self.files
                .borrow()
                .get(name)
                .map_or(0, |(_, length)| *length)
        };
        while length() <= at && !self.ended.get() {
            self.hear()?;
        }
        Ok(())
    }
}

impl Source for Following<'_> {
    fn names(&self) -> Vec<String> {
        self.hear_all();
        self.files.borrow().keys().cloned().collect()
    }

    fn has(&self, name: &str) -> bool {
        self.hear_all();
        self.files.borrow().contains_key(name)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead + '_>> {
        self.grown_beyond(name, 0)?;
        let path = self.files.borrow().get(name).map(|(path, _)| path.clone());
        let Some(path) = path else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let growing = Growing {
            file: File::open(path)?,
            name: name.to_owned(),
            at: 0,
            following: self,
        };
        Ok(Box::new(BufReader::with_capacity(BUFFER, growing)))
    }

    fn parts(&self, name: &str) -> io::Result<Option<Arc<dyn Parts>>> {
        // Its end is asked for first.
        self.hear_all();
        let path = self.files.borrow().get(name).map(|(path, _)| path.clone());
        let Some(path) = path else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let file = OnDisk::open(&path, Arc::default())?;
        self.pace.read(file.length())?;
        Ok(Some(file))
    }
}

/// A file whose end is where the writer says, until it says that all is
/// written: then it is where the disk says.
struct Growing<'a> {
    file: File,
    name: String,
    at: u64,
    following: &'a Following<'a>,
}

impl Read for Growing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.following.grown_beyond(&self.name, self.at)?;
        let read = self.file.read(buffer)?;
        let more = u64::try_from(read).unwrap_or(u64::MAX);
        self.at = self.at.saturating_add(more);
        self.following.pace.read(more)?;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Progress;
    use std::io::Write as _;

    #[test]
    fn a_file_is_read_while_it_grows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("growing");
        let progress = Progress::silent();
        let pace = Pace::new(&progress);
        let (news, following) = Following::new(&pace);
        let (heard, lines) = channel();
        std::thread::scope(|scope| {
            let reader = scope.spawn(move || {
                for line in following.open(".txt").unwrap().lines() {
                    heard.send(line.unwrap()).unwrap();
                }
                following.names()
            });
            let mut file = File::create(&path).unwrap();
            let name = || ".txt".to_owned();
            let begun = News::Begun {
                name: name(),
                path: path.clone(),
            };
            news.send(begun).unwrap();
            let mut length = 0;
            for (part, line) in [("one\ntw", "one"), ("o\nthr", "two")] {
                file.write_all(part.as_bytes()).unwrap();
                length += part.len() as u64;
                let name = name();
                news.send(News::Grown { name, length }).unwrap();
                assert_eq!(lines.recv().unwrap(), line);
            }
            // What the disk has at the end counts, whatever was said.
            file.write_all(b"ee\nfour").unwrap();
            news.send(News::Ended).unwrap();
            assert_eq!(reader.join().unwrap(), [".txt"]);
        });
        assert_eq!(lines.iter().collect::<Vec<_>>(), ["three", "four"]);
    }

    #[test]
    fn a_writer_that_gives_up_ends_the_reader() {
        let progress = Progress::silent();
        let pace = Pace::new(&progress);
        let (news, following) = Following::new(&pace);
        drop(news);
        let refused = following.open(".txt").err().unwrap();
        assert_eq!(refused.kind(), io::ErrorKind::BrokenPipe);
        assert!(!following.has(".txt"));
    }
}
