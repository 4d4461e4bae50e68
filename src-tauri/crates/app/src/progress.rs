//! How far long work is, and the way to stop it.

use crate::problem::{Code, Problem};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

type Tell = dyn Fn(u32, u32) + Send + Sync;

/// How much was said to be done, and of how much.
#[derive(Default)]
struct Said {
    done: AtomicU32,
    total: AtomicU32,
}

/// Handed to long work: it says how far it is, and hears that it should stop.
#[derive(Clone)]
pub struct Progress {
    stop: Arc<AtomicBool>,
    said: Arc<Said>,
    tell: Arc<Tell>,
}

impl Progress {
    /// Work that nobody watches.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(|_, _| ())
    }

    /// Tells how much is done, and of how much.
    #[must_use]
    pub fn new(tell: impl Fn(u32, u32) + Send + Sync + 'static) -> Self {
        Self {
            stop: Arc::default(),
            said: Arc::default(),
            tell: Arc::new(tell),
        }
    }

    /// Says how far the work is.
    ///
    /// # Errors
    /// `Stopped` when a person stopped it.
    pub fn at(&self, done: u32, total: u32) -> Result<(), Problem> {
        self.go_on()?;
        self.said.done.store(done, Ordering::Relaxed);
        self.said.total.store(total, Ordering::Relaxed);
        (self.tell)(done, total);
        Ok(())
    }

    /// Says that one more is done, of as many as before.
    ///
    /// # Errors
    /// `Stopped`.
    pub fn one_more(&self) -> Result<(), Problem> {
        let total = self.said.total.load(Ordering::Relaxed);
        let done = self.said.done.load(Ordering::Relaxed).saturating_add(1);
        self.at(done.min(total), total)
    }

    /// Nothing, unless the work was stopped.
    ///
    /// # Errors
    /// `Stopped`.
    pub fn go_on(&self) -> Result<(), Problem> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Problem::new(Code::Stopped, "problem-stopped"));
        }
        Ok(())
    }

    /// Stops the work at its next step.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn stopped_work_hears_it_at_its_next_step_and_tells_no_more() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let progress = Progress::new({
            let told = Arc::clone(&told);
            move |done, total| told.lock().unwrap().push((done, total))
        });
        progress.at(1, 3).unwrap();
        progress.one_more().unwrap();
        progress.clone().stop();
        assert_eq!(progress.at(3, 3).unwrap_err().code, Code::Stopped);
        assert_eq!(*told.lock().unwrap(), [(1, 3), (2, 3)]);
    }
}
