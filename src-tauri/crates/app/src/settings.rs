//! Settings of the program: kept in one JSON file, written whole or not at
//! all.

use crate::environment::Home;
use crate::wire::SettingsView;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many projects the list of recent ones holds.
const RECENT: usize = 8;

/// What the program remembers between starts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The annotator's name and uid, asked for at the first start.
    pub annotator: Option<Person>,
    /// This installation, so that copies of one layer can be told apart.
    pub installation: Option<postil_core::id::Uid>,
    /// The window's.
    pub window: SettingsView,
    /// Projects opened before, the latest first.
    pub recent: Vec<PathBuf>,
}

/// The person at this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Uid.
    pub uid: postil_core::id::Uid,
    /// Name.
    pub name: String,
}

impl Settings {
    /// Reads the settings; a missing or damaged file gives fresh ones, because
    /// nothing in it is a person's work.
    #[must_use]
    pub fn load(home: &Home) -> Self {
        std::fs::read_to_string(file(home))
            .ok()
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or_default()
    }

    /// Writes the settings beside the old ones and then in their place.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn save(&self, home: &Home) -> std::io::Result<()> {
        std::fs::create_dir_all(&home.settings)?;
        let path = file(home);
        let temporary = path.with_extension("json.new");
        let mut written = std::fs::File::create(&temporary)?;
        written.write_all(&serde_json::to_vec_pretty(self)?)?;
        written.sync_all()?;
        std::fs::rename(&temporary, &path)
    }

    /// Puts a project at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(RECENT);
    }
}

fn file(home: &Home) -> PathBuf {
    home.settings.join("settings.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_damaged_file_gives_fresh_ones() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let mut settings = Settings::load(&home);
        assert_eq!(settings, Settings::default());
        settings.remember(Path::new("/a.postil"));
        settings.remember(Path::new("/b.postil"));
        settings.remember(Path::new("/a.postil"));
        settings.save(&home).unwrap();
        assert_eq!(
            Settings::load(&home).recent,
            [Path::new("/a.postil"), Path::new("/b.postil")]
        );
        std::fs::write(file(&home), "{").unwrap();
        assert_eq!(Settings::load(&home), Settings::default());
    }
}
