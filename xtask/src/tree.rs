//! Where things are in the checkout and in the target directory, and which of them are out of date.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::Outcome;

/// The top of the checkout.
pub(crate) fn checkout() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(package.clone(), Path::to_path_buf)
}

/// The folder of the user interface.
pub(crate) fn ui() -> PathBuf {
    checkout().join("ui")
}

/// The target directory, wherever the person's settings put it: this program lies in it.
///
/// # Errors
/// The operating system does not say where this program lies.
pub(crate) fn target() -> Outcome<PathBuf> {
    let program = env::current_exe()
        .map_err(|cause| format!("could not find the target directory: {cause}"))?;
    program
        .ancestors()
        .nth(2)
        .map(Path::to_path_buf)
        .ok_or_else(|| "could not find the target directory".to_owned())
}

/// A program Cargo built, by its name without ending.
///
/// # Errors
/// As [`target`].
pub(crate) fn built(program: &str, release: bool) -> Outcome<PathBuf> {
    let profile = if release { "release" } else { "debug" };
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    Ok(target()?.join(profile).join(file))
}

/// When a file was last written, or nothing where it is missing.
pub(crate) fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// The latest change in these files and folders and all they hold.
///
/// Folders count too: taking a file away changes only the folder it lay in.
pub(crate) fn newest(paths: &[PathBuf]) -> Option<SystemTime> {
    paths
        .iter()
        .filter_map(|path| {
            let inside: Vec<PathBuf> = fs::read_dir(path)
                .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
                .unwrap_or_default();
            modified(path).max(newest(&inside))
        })
        .max()
}

/// Whether what was made is missing or older than what it is made from.
pub(crate) fn is_stale(made: Option<SystemTime>, sources: Option<SystemTime>) -> bool {
    made.is_none_or(|made| sources.is_some_and(|sources| sources > made))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn stale_is_missing_or_older_than_its_sources() {
        let early = Some(SystemTime::UNIX_EPOCH);
        let late = Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
        assert!(is_stale(None, early));
        assert!(is_stale(None, None));
        assert!(is_stale(early, late));
        assert!(!is_stale(late, early));
        assert!(!is_stale(late, late));
        assert!(!is_stale(late, None));
    }

    #[test]
    fn the_newest_source_is_found_inside_folders() {
        let here = checkout().join("xtask");
        let this_file = modified(&here.join("src/tree.rs"));
        assert!(this_file.is_some());
        assert!(newest(&[here]) >= this_file);
        assert_eq!(newest(&[checkout().join("no such folder")]), None);
    }

    #[test]
    fn programs_lie_beside_each_other_in_the_target_directory() {
        let path = built("postil", true).unwrap();
        let inside = format!("release/postil{}", env::consts::EXE_SUFFIX);
        assert!(path.ends_with(inside), "{}", path.display());
    }
}
