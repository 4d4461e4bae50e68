//! Which files a person means: those named, and those in the folders named.

use super::read::unreadable;
use crate::problem::{Code, Problem};
use crate::transfer::counted;
use postil_formats::article::Kind;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders in folders are looked through this deep.
const DEEPEST: usize = 32;
/// As many files are taken at once.
const MOST: usize = 100_000;

/// The files with articles, and what is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundFiles {
    /// The files in the order given; those of a folder by name, each once.
    pub files: Vec<PathBuf>,
    /// Files in folders that are of no kind Postil reads, and links, which are not followed.
    pub passed_over: Vec<PathBuf>,
    /// What could not be looked through, and folders without any file.
    pub refused: Vec<Problem>,
}

/// Looks through the folders among `paths`. A file that is named is taken whatever it is called;
/// in a folder those are taken whose names end as articles do. Hidden files and folders are not
/// looked at. `stop` is asked whether to go on.
#[must_use]
pub fn find_article_files(paths: &[PathBuf], stop: &dyn Fn() -> bool) -> FoundFiles {
    let mut search = Search {
        found: FoundFiles::default(),
        seen: BTreeSet::new(),
        full: false,
        stop,
    };
    for path in paths {
        if path.is_dir() {
            let before = search.found.files.len();
            let refused = search.found.refused.len();
            search.folder(path, 0);
            let nothing = search.found.files.len() == before;
            if nothing && search.found.refused.len() == refused {
                search.refuse(
                    Problem::new(Code::NotFound, "problem-folder-no-articles"),
                    path,
                );
            }
        } else {
            search.file(path.clone());
        }
    }
    search.found
}

struct Search<'a> {
    found: FoundFiles,
    seen: BTreeSet<PathBuf>,
    full: bool,
    stop: &'a dyn Fn() -> bool,
}

impl Search<'_> {
    fn file(&mut self, path: PathBuf) {
        if self.found.files.len() >= MOST {
            if !self.full {
                self.full = true;
                let problem = Problem::new(Code::TooLarge, "problem-too-many-files");
                self.refuse(problem.count("most", counted(MOST)), &path);
            }
        } else if self.seen.insert(path.clone()) {
            self.found.files.push(path);
        }
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        if self.full || (self.stop)() {
            return;
        }
        if depth >= DEEPEST {
            let problem = Problem::new(Code::TooLarge, "problem-folder-too-deep");
            return self.refuse(problem.count("deepest", counted(DEEPEST)), folder);
        }
        let mut entries = Vec::new();
        let read = fs::read_dir(folder).and_then(|inside| {
            for entry in inside {
                let entry = entry?;
                entries.push((entry.path(), entry.file_type()?));
            }
            Ok(())
        });
        if let Err(error) = read {
            self.found.refused.push(unreadable(folder, &error));
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (path, what) in entries {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            // A link may lead out of the folder, or back into it for ever.
            if what.is_dir() {
                self.folder(&path, depth + 1);
            } else if what.is_file() && Kind::by_name(&name).is_some() {
                self.file(path);
            } else {
                self.found.passed_over.push(path);
            }
        }
    }

    fn refuse(&mut self, problem: Problem, path: &Path) {
        let problem = problem.with("path", path.display().to_string());
        self.found.refused.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_looked_through_in_order_and_links_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("b/inner")).unwrap();
        fs::create_dir_all(at(".hidden")).unwrap();
        fs::create_dir_all(at("empty")).unwrap();
        for name in [
            "b/inner/z.html",
            "a.txt",
            "b/y.TXT",
            ".c.txt",
            ".hidden/d.txt",
            "e.png",
        ] {
            fs::write(at(name), "text").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("again")).unwrap();
        let found = find_article_files(
            &[folder.path().to_path_buf(), at("a.txt"), at("e.png")],
            &|| false,
        );
        let expected = ["a.txt", "b/inner/z.html", "b/y.TXT", "e.png"].map(at);
        assert_eq!(found.files, expected);
        let passed_over: &[PathBuf] = if cfg!(unix) {
            &[at("again"), at("e.png")]
        } else {
            &[at("e.png")]
        };
        assert_eq!(found.passed_over, passed_over);
        assert_eq!(found.refused, []);

        let nothing = find_article_files(&[at("empty")], &|| false);
        assert_eq!(nothing.refused[0].key, "problem-folder-no-articles");
    }

    #[test]
    fn folders_end_somewhere() {
        let folder = tempfile::tempdir().unwrap();
        let deep = (0..DEEPEST + 4).fold(folder.path().to_path_buf(), |path, _| path.join("d"));
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("a.txt"), "text").unwrap();
        let found = find_article_files(&[folder.path().to_path_buf()], &|| false);
        assert!(found.files.is_empty());
        assert_eq!(found.refused[0].key, "problem-folder-too-deep");
    }
}
