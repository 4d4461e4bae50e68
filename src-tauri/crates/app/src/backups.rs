//! Backups made while the program runs: when a project is on screen, and again
//! after work on it, on a thread of their own.

use crate::environment::Home;
use crate::log;
use crate::problem::Problem;
use postil_store::{Access, Project};
use std::path::PathBuf;

/// Work goes on for at most this many milliseconds without a backup.
const EVERY_MS: i64 = 20 * 60 * 1_000;

/// When the project was last backed up, and when it is due again.
#[derive(Debug, Default)]
pub struct Backups {
    last: Option<i64>,
}

impl Backups {
    /// Whether a backup is due at a time (Unix milliseconds).
    #[must_use]
    pub fn due(&self, now: i64) -> bool {
        self.last
            .is_none_or(|last| now.saturating_sub(last) >= EVERY_MS)
    }

    /// Begins a backup of a project into its folder below the user's backups.
    /// One that fails is written to the log: the work itself is safe, and a
    /// person who annotates can do nothing about it.
    pub fn begin(&mut self, home: &Home, project: &Project, now: i64) {
        self.last = Some(now);
        let (home, path) = (home.clone(), project.path().to_path_buf());
        let folder: PathBuf = home.backups.join(project.uid().to_string());
        let started = std::thread::Builder::new()
            .name("postil-backup".to_owned())
            .spawn({
                let home = home.clone();
                move || {
                    let made = Project::open(&path, Access::Read)
                        .and_then(|project| project.back_up(&folder, now));
                    if let Err(error) = made {
                        log::record(&home, now, "backup", &Problem::internal(error));
                    }
                }
            });
        if let Err(error) = started {
            log::record(&home, now, "backup", &Problem::internal(error));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_at_first_and_then_after_twenty_minutes() {
        let mut backups = Backups::default();
        assert!(backups.due(5));
        backups.last = Some(5);
        assert!(!backups.due(5 + EVERY_MS - 1));
        assert!(backups.due(5 + EVERY_MS));
    }
}
