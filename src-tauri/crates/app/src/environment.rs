//! Where the program keeps its things, what time it is, and where new uids
//! come from: all of it replaceable, so that tests are exact.

use postil_core::id::Uid;
use std::path::{Path, PathBuf};

/// Folders that Postil uses.
#[derive(Clone, Debug)]
pub struct Home {
    /// Settings.
    pub settings: PathBuf,
    /// Backups, by project uid.
    pub backups: PathBuf,
    /// The log of our own failures.
    pub logs: PathBuf,
    /// Where new projects are offered to lie.
    pub documents: PathBuf,
}

impl Home {
    /// The folders of this user; `POSTIL_HOME` moves them all.
    #[must_use]
    pub fn of_user() -> Self {
        if let Some(home) = std::env::var_os("POSTIL_HOME") {
            return Self::below(Path::new(&home));
        }
        let fallback = || Self::below(&std::env::temp_dir().join("postil"));
        let Some(projects) = directories::ProjectDirs::from("org", "Postil", "Postil") else {
            return fallback();
        };
        let documents = directories::UserDirs::new().and_then(|user| {
            user.document_dir()
                .map(Path::to_path_buf)
                .or_else(|| Some(user.home_dir().to_path_buf()))
        });
        let Some(documents) = documents else {
            return fallback();
        };
        Self {
            settings: projects.config_dir().to_path_buf(),
            backups: projects.data_dir().join("backups"),
            logs: projects.data_dir().join("logs"),
            documents,
        }
    }

    /// All folders below one.
    #[must_use]
    pub fn below(home: &Path) -> Self {
        Self {
            settings: home.join("settings"),
            backups: home.join("backups"),
            logs: home.join("logs"),
            documents: home.join("documents"),
        }
    }
}

/// The clock and the source of uids.
pub trait Environment: Send {
    /// Unix milliseconds.
    fn now(&self) -> i64;
    /// Bytes that nobody can foresee.
    fn random(&mut self) -> [u8; 10];
    /// A uid that was never given before.
    fn uid(&mut self) -> Uid {
        let milliseconds = u64::try_from(self.now()).unwrap_or(0);
        Uid::at(milliseconds, &self.random())
    }
}

/// The system's clock and random numbers.
#[derive(Debug, Default)]
pub struct SystemEnvironment;

impl Environment for SystemEnvironment {
    fn now(&self) -> i64 {
        let since = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn random(&mut self) -> [u8; 10] {
        let bytes = uuid::Uuid::new_v4().into_bytes();
        let mut random = [0; 10];
        random.copy_from_slice(&bytes[..10]);
        random
    }
}

/// Questions that only a person can answer: which file to open or write.
pub trait Dialogs: Send {
    /// A project to open.
    fn open_project(&mut self, folder: &Path) -> Option<PathBuf>;
    /// Where a new project goes.
    fn new_project(&mut self, suggested: &Path) -> Option<PathBuf>;
    /// Where an export goes; without an extension, a folder that it fills.
    fn export(&mut self, suggested: &Path, extension: &str) -> Option<PathBuf>;
    /// Shows a file or folder where it lies, without waiting for the person.
    ///
    /// # Errors
    /// When the system has nothing that shows it.
    fn show(&mut self, path: &Path) -> std::io::Result<()>;
    /// Files to import; without an extension, files of any kind.
    fn import(&mut self, folder: &Path, extension: &str) -> Option<Vec<PathBuf>>;
    /// Files to take articles from; `kinds` are the extensions of each kind that gives some.
    fn article_files(&mut self, folder: &Path, kinds: &[&[&str]]) -> Option<Vec<PathBuf>>;
    /// A folder of such files.
    fn article_folder(&mut self, folder: &Path) -> Option<PathBuf>;
}

/// Answers written down beforehand, for journeys through the window: a file
/// with one path a line, each line one answer; an empty line cancels. Where
/// several files may be answered, tabs stand between them.
#[derive(Debug)]
pub struct WrittenAnswers {
    file: PathBuf,
    read: usize,
}

impl WrittenAnswers {
    /// Reads answers from `file` as questions come.
    #[must_use]
    pub const fn new(file: PathBuf) -> Self {
        Self { file, read: 0 }
    }

    fn next(&mut self) -> Option<PathBuf> {
        let answers = std::fs::read_to_string(&self.file).ok()?;
        let answer = answers.lines().nth(self.read)?.to_owned();
        self.read = self.read.saturating_add(1);
        (!answer.is_empty()).then(|| PathBuf::from(answer))
    }
}

impl Dialogs for WrittenAnswers {
    fn open_project(&mut self, _folder: &Path) -> Option<PathBuf> {
        self.next()
    }

    fn new_project(&mut self, _suggested: &Path) -> Option<PathBuf> {
        self.next()
    }

    fn export(&mut self, _suggested: &Path, _extension: &str) -> Option<PathBuf> {
        self.next()
    }

    fn show(&mut self, _path: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn import(&mut self, _folder: &Path, _extension: &str) -> Option<Vec<PathBuf>> {
        self.next().map(|path| vec![path])
    }

    fn article_files(&mut self, _folder: &Path, _kinds: &[&[&str]]) -> Option<Vec<PathBuf>> {
        let answer = self.next()?.into_os_string().into_string().ok()?;
        Some(answer.split('\t').map(PathBuf::from).collect())
    }

    fn article_folder(&mut self, _folder: &Path) -> Option<PathBuf> {
        self.next()
    }
}
