//! The files that formats write and read, by name; where they lie is the
//! caller's to know.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, BufRead};
use std::sync::Arc;

/// Takes the files of an export.
///
/// A name is relative to the export: the end of a file's name such as
/// `.jsonl` where a format writes files, a path with `/` in it such as
/// `Ada/0001.ann` where it fills a folder.
pub trait Sink {
    /// Writes on in a file, which stays open until the export ends.
    ///
    /// # Errors
    /// When the disk or pipe refuses.
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;

    /// Writes a file that nothing is added to, and closes it.
    ///
    /// # Errors
    /// When the disk or pipe refuses.
    fn whole(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.append(name, bytes)
    }
}

/// Gives the files of an import, or those of an export to be read back.
pub trait Source {
    /// The names of the files given, in the order in which they are read.
    fn names(&self) -> Vec<String>;

    /// Whether there is a file of this name, given or beside those given.
    fn has(&self, name: &str) -> bool;

    /// Opens a file.
    ///
    /// # Errors
    /// When there is none of this name, or it cannot be read.
    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead + '_>>;

    /// Opens a file of which any part can be read, for formats whose files
    /// begin to be read at their end; `None` where it has to be read whole.
    ///
    /// # Errors
    /// As [`Self::open`].
    fn parts(&self, name: &str) -> io::Result<Option<Arc<dyn Parts>>> {
        let _ = name;
        Ok(None)
    }
}

/// A file of which any part can be read.
pub trait Parts: Send + Sync {
    /// How long it is, in bytes.
    fn length(&self) -> u64;

    /// Fills `buffer` with what stands from byte `at` on.
    ///
    /// # Errors
    /// When it cannot be read, or ends before.
    fn read_at(&self, at: u64, buffer: &mut [u8]) -> io::Result<()>;
}

/// Files in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InMemory {
    /// Content by name.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Sink for InMemory {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        match self.files.get_mut(name) {
            Some(file) => file.extend_from_slice(bytes),
            None => drop(self.files.insert(name.to_owned(), bytes.to_vec())),
        }
        Ok(())
    }
}

impl Source for InMemory {
    fn names(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead + '_>> {
        match self.files.get(name) {
            Some(file) => Ok(Box::new(file.as_slice())),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// Stands for the names and contents of files without keeping them.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    files: BTreeMap<String, DefaultHasher>,
}

impl Digest {
    /// A number that another set of files has by an unlikely chance only.
    #[must_use]
    pub fn finish(&self) -> u64 {
        let mut all = DefaultHasher::new();
        for (name, file) in &self.files {
            all.write(name.as_bytes());
            all.write_u8(0xff);
            all.write_u64(file.finish());
        }
        all.finish()
    }
}

impl Sink for Digest {
    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        match self.files.get_mut(name) {
            Some(file) => file.write(bytes),
            None => {
                let mut file = DefaultHasher::new();
                file.write(bytes);
                self.files.insert(name.to_owned(), file);
            }
        }
        Ok(())
    }
}

/// All bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read_whole(source: &dyn Source, name: &str) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut source.open(name)?, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(parts: &[(&str, &str)]) -> u64 {
        let mut digest = Digest::default();
        for (name, part) in parts {
            digest.append(name, part.as_bytes()).unwrap();
        }
        digest.finish()
    }

    #[test]
    fn a_digest_follows_contents_and_not_the_pieces_they_came_in() {
        let whole = digest(&[("a", "one two three"), ("b", "four")]);
        assert_eq!(
            whole,
            digest(&[("a", "one"), ("b", "fo"), ("a", " two three"), ("b", "ur")])
        );
        assert_ne!(whole, digest(&[("a", "one two threefour")]));
        assert_ne!(whole, digest(&[("a", "four"), ("b", "one two three")]));
        assert_ne!(digest(&[]), digest(&[("a", "")]), "an empty file is one");
    }

    #[test]
    fn files_in_memory_are_read_as_written() {
        let mut files = InMemory::default();
        files.append("a", b"one ").unwrap();
        files.append("a", b"two").unwrap();
        assert_eq!(read_whole(&files, "a").unwrap(), b"one two");
        assert!(files.has("a") && !files.has("b"));
        assert!(read_whole(&files, "b").is_err());
    }
}
