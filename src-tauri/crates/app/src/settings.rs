//! Settings of the program: kept in one JSON file, written whole or not at
//! all.

use crate::commands::{ExportAsked, LibraryAsked};
use crate::environment::Home;
use crate::problem::{Code, Problem};
use crate::wire::SettingsView;
use postil_core::id::Uid;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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
    pub installation: Option<Uid>,
    /// The window's.
    pub window: SettingsView,
    /// Projects opened before, the latest first.
    pub recent: Vec<PathBuf>,
    /// How the list of each project was left, by the project's uid.
    pub lists: BTreeMap<Uid, LibraryAsked>,
    /// What the last export of each project was asked for, by its uid.
    pub exports: BTreeMap<Uid, ExportAsked>,
}

/// The person at this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Uid.
    pub uid: Uid,
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

/// The longest name of a font that is taken, in code points.
const LONGEST_FONT: usize = 80;

/// Settings of the window with sizes brought into their range.
///
/// # Errors
/// When the font has a name that no font can have.
pub fn within_range(asked: SettingsView) -> Result<SettingsView, Problem> {
    let font = asked.font.trim();
    // It becomes part of a style.
    let odd = |letter: char| letter.is_control() || "\"'\\;{}<>".contains(letter);
    if font.chars().count() > LONGEST_FONT || font.contains(odd) {
        return Err(Problem::new(Code::Invalid, "problem-font").with("name", font));
    }
    Ok(SettingsView {
        font: font.to_owned(),
        text_size: asked.text_size.clamp(12, 32),
        zoom: asked.zoom.clamp(50, 300),
        line_height: asked.line_height.clamp(120, 260),
        column_width: asked.column_width.clamp(24, 90),
        ..asked
    })
}

fn file(home: &Home) -> PathBuf {
    home.settings.join("settings.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_into_their_range_and_a_font_needs_a_name_like_one() {
        let asked = |font: &str, size| SettingsView {
            font: font.to_owned(),
            text_size: size,
            line_height: size,
            column_width: size,
            ..SettingsView::default()
        };
        let kept = within_range(asked(" Noto Serif CJK SC ", 1_000)).unwrap();
        assert_eq!(kept.font, "Noto Serif CJK SC");
        assert_eq!(
            (kept.text_size, kept.line_height, kept.column_width),
            (32, 260, 90)
        );
        let kept = within_range(asked("宋体", 0)).unwrap();
        assert_eq!(
            (kept.text_size, kept.line_height, kept.column_width),
            (12, 120, 24)
        );
        for font in ["x\"; color: red", "a}b", "a\nb", &"x".repeat(81)] {
            assert_eq!(
                within_range(asked(font, 17)).unwrap_err().key,
                "problem-font"
            );
        }
    }

    #[test]
    fn settings_of_an_older_version_keep_what_they_say() {
        let old: Settings =
            serde_json::from_str(r#"{"window":{"theme":"dark","textSize":20}}"#).unwrap();
        assert_eq!(
            (old.window.theme, old.window.text_size),
            (crate::wire::Theme::Dark, 20)
        );
        assert_eq!((old.window.line_height, old.window.dim_zones), (175, true));
        assert!(old.window.show_overview);
    }

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
