//! The program, its settings and the open project.

use super::{ArticleList, Message, SchemeView};
use postil_core::id::{AnnotatorId, DocumentId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the window needs when it opens.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// The annotator's name; `None` at the first start.
    pub annotator: Option<String>,
    /// The project that was open or given on the command line.
    pub project: Option<ProjectView>,
    /// Settings.
    pub settings: SettingsView,
    /// Projects opened before, the latest first.
    pub recent: Vec<RecentProject>,
    /// Version of the program.
    pub version: String,
    /// Something to say at the start, such as a project that did not open.
    pub problem: Option<crate::problem::Problem>,
}

/// A project opened before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentProject {
    /// File name without its ending.
    pub name: String,
    /// Path.
    pub path: String,
}

/// Settings of the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SettingsView {
    /// Colours.
    pub theme: Theme,
    /// Font of the article: `serif`, `sans`, `monospace`, `system` or the name
    /// of an installed one; empty for the program's own choice.
    pub font: String,
    /// Text size of the article in CSS pixels, 12 to 32.
    pub text_size: u32,
    /// How large the whole window is shown, in percent, 50 to 300.
    pub zoom: u32,
    /// Height of a line of the article in percent of its text size, 120 to 260.
    pub line_height: u32,
    /// Width of the article's column in units of its text size, 24 to 90.
    pub column_width: u32,
    /// What is not the article is shown in grey.
    pub dim_zones: bool,
    /// What is not the article is folded when an article is opened.
    pub fold_zones: bool,
    /// A strip beside the article shows where claims are in the whole of it.
    pub show_overview: bool,
    /// Keys bound by the person: action id to key.
    pub keys: BTreeMap<String, String>,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            font: String::new(),
            text_size: 17,
            zoom: 100,
            line_height: 175,
            column_width: 44,
            dim_zones: true,
            fold_zones: false,
            show_overview: true,
            keys: BTreeMap::new(),
        }
    }
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white.
    HighContrast,
    /// White on black.
    HighContrastDark,
}

/// An open project.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectView {
    /// File name without its ending.
    pub name: String,
    /// Path.
    pub path: String,
    /// Nothing can be changed.
    pub read_only: bool,
    /// Whose layers are shown.
    pub annotator: AnnotatorView,
    /// The scheme.
    pub scheme: SchemeView,
    /// Articles that are not in the bin.
    pub documents: ArticleList,
    /// What undo and redo would do.
    pub history: HistoryView,
    /// A word of warning, such as a folder that is synchronised.
    pub notice: Option<Message>,
}

/// An annotator.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnnotatorView {
    /// Row id.
    #[ts(type = "number")]
    pub id: AnnotatorId,
    /// Name.
    pub name: String,
}

/// What undo and redo would do: message keys of the steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct HistoryView {
    /// The step that undo takes back.
    pub undo: Option<String>,
    /// The step that redo does again.
    pub redo: Option<String>,
}

/// An article in the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// `new`, `started` or `done`, for the annotator whose layers are shown.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: postil_core::layer::LayerStatus,
    /// BCP 47, or `und`.
    pub language: String,
    /// Claims marked by the annotator.
    pub claims: u32,
    /// An article for practice, which has a reference to compare with.
    pub practice: bool,
    /// Where it was published, or empty.
    pub outlet: String,
    /// ISO 8601 as far as known, or empty.
    pub published: String,
}
