//! A file on the disk of which any part can be read.

use postil_formats::files::Parts;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Counts what is read of it.
pub(super) struct OnDisk {
    file: Mutex<File>,
    length: u64,
    read: Arc<AtomicU64>,
}

impl OnDisk {
    /// Opens it; `read` counts its bytes, each of them once as a rule.
    pub fn open(path: &Path, read: Arc<AtomicU64>) -> io::Result<Arc<dyn Parts>> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let file = Mutex::new(file);
        Ok(Arc::new(Self { file, length, read }))
    }
}

impl Parts for OnDisk {
    fn length(&self) -> u64 {
        self.length
    }

    fn read_at(&self, at: u64, buffer: &mut [u8]) -> io::Result<()> {
        let broken = |_| io::Error::other("a reader of the file broke off");
        let mut file = self.file.lock().map_err(broken)?;
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(buffer)?;
        let count = u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        self.read.fetch_add(count, Ordering::Relaxed);
        Ok(())
    }
}
