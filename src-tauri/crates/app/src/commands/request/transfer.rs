//! What exports are asked with.

use crate::transfer::Becomes;
use postil_core::id::AnnotatorId;
use postil_core::span::Flag;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// An export: what goes out, and how. What is left away is as by default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ExportAsked {
    /// The id of a format.
    pub format: String,
    /// What was chosen of each format: by its id, then by the option's.
    pub options: BTreeMap<String, BTreeMap<String, String>>,
    /// Which articles, by how far they are.
    pub scope: ExportScope,
    /// The layers of one annotator only.
    #[ts(type = "number | null")]
    pub annotator: Option<AnnotatorId>,
    /// Spans with these labels only.
    pub labels: Vec<String>,
    /// Articles in these languages only; `und` for none known.
    pub languages: Vec<String>,
    /// Spans with one of these flags only.
    #[ts(type = "Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>")]
    pub with_flags: BTreeSet<Flag>,
    /// Spans with none of these flags.
    #[ts(type = "Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>")]
    pub without_flags: BTreeSet<Flag>,
    /// Articles published then or later: 2026, 2026-01 or 2026-01-14.
    pub from: String,
    /// Articles published then or earlier.
    pub to: String,
    /// Leaves out what is marked where the article is not.
    pub without_skipped: bool,
    /// Calls annotators A1, A2 and so on.
    pub anonymous: bool,
    /// Annotators who agreed to be named.
    #[ts(type = "number[]")]
    pub named: Vec<AnnotatorId>,
    /// Leaves the texts out, where the format can.
    pub without_text: bool,
    /// Quotes of at most this many code points stay without the texts.
    pub quotes: u32,
    /// Parts with their shares; none for one whole.
    pub parts: Vec<PartAsked>,
    /// Decides which article goes into which part.
    pub seed: String,
    /// Languages are spread evenly over the parts.
    pub stratify_language: bool,
    /// Labels are.
    pub stratify_label: bool,
}

impl Default for ExportAsked {
    fn default() -> Self {
        Self {
            format: postil_formats::jsonl::ROW.id.to_owned(),
            options: BTreeMap::new(),
            scope: ExportScope::default(),
            annotator: None,
            labels: Vec::new(),
            languages: Vec::new(),
            with_flags: BTreeSet::new(),
            without_flags: BTreeSet::new(),
            from: String::new(),
            to: String::new(),
            without_skipped: false,
            anonymous: true,
            named: Vec::new(),
            without_text: false,
            quotes: 0,
            parts: Vec::new(),
            seed: "1".to_owned(),
            stratify_language: false,
            stratify_label: false,
        }
    }
}

/// Which articles go out, by how far they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportScope {
    /// Those that are done, and gold ones.
    #[default]
    Finished,
    /// Those that somebody began, too.
    Begun,
    /// All.
    All,
}

/// A part of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartAsked {
    /// What its files are called after.
    pub name: String,
    /// Its share, any number above 0.
    pub share: u32,
}

/// Looks at what an export would write.
#[derive(Debug, Deserialize, TS)]
pub struct SurveyExport {
    /// The export.
    pub asked: ExportAsked,
    /// The project may have changed: what was found is found again.
    pub anew: bool,
}

/// Which files an import reads.
#[derive(Debug, Deserialize, TS)]
pub struct ChooseImport {
    /// A folder, or else files.
    pub folder: bool,
}

/// An import: which files, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ImportAsked {
    /// Files and folders; where there are none, they are asked for.
    pub paths: Vec<String>,
    /// The id of a format; found out where it is empty.
    pub format: String,
    /// What was chosen of it.
    pub options: BTreeMap<String, String>,
    /// Offsets may be repaired.
    pub repair: bool,
    /// A project without articles takes the scheme of the files.
    pub take_scheme: bool,
    /// The name in the files whose layers become those of the annotator;
    /// empty for none, `null` for what is most likely.
    pub own: Option<String>,
    /// What becomes of labels.
    #[ts(type = "{ [name in string]: Becomes }")]
    pub labels: BTreeMap<String, Becomes>,
    /// What becomes of kinds of links.
    #[ts(type = "{ [name in string]: Becomes }")]
    pub links: BTreeMap<String, Becomes>,
    /// What becomes of attributes, by the id that the survey gives them.
    #[ts(type = "{ [id in string]: Becomes }")]
    pub attributes: BTreeMap<String, Becomes>,
    /// What becomes of values, by the id that the survey gives them.
    #[ts(type = "{ [id in string]: Becomes }")]
    pub values: BTreeMap<String, Becomes>,
}

impl Default for ImportAsked {
    fn default() -> Self {
        Self {
            paths: Vec::new(),
            format: String::new(),
            options: BTreeMap::new(),
            repair: false,
            take_scheme: true,
            own: None,
            labels: BTreeMap::new(),
            links: BTreeMap::new(),
            attributes: BTreeMap::new(),
            values: BTreeMap::new(),
        }
    }
}

/// Looks at what an import would bring.
#[derive(Debug, Deserialize, TS)]
pub struct SurveyImport {
    /// The import.
    pub asked: ImportAsked,
    /// The files may have changed: they are read again.
    pub anew: bool,
}

/// A file that an export wrote.
#[derive(Debug, Deserialize, TS)]
pub struct OfFile {
    /// Where it lies.
    pub path: String,
}
