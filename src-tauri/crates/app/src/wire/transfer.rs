//! Formats, and what an export would write.

use super::{AnnotatorView, Message};
use crate::commands::{ExportAsked, ImportAsked};
use crate::problem::Problem;
use crate::transfer::Becomes;
use serde::Serialize;
use ts_rs::TS;

/// What an export or import can be asked for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormatView {
    /// Id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What can be chosen.
    pub options: Vec<FormatOptionView>,
    /// It fills a folder.
    pub folder: bool,
    /// Texts can be left out of it.
    pub withholds: bool,
    /// It can be read.
    pub readable: bool,
}

/// A choice that a format offers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FormatOptionView {
    /// Id.
    pub id: String,
    /// Its values, the default first; `yes` and `no` for a switch.
    pub values: Vec<String>,
}

/// What an export would write, as far as it is known.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportSurvey {
    /// All articles were looked at.
    pub whole: bool,
    /// Articles looked at.
    pub read: u32,
    /// Articles of the project.
    pub all: u32,
    /// Articles that go out.
    pub articles: u32,
    /// Spans that do.
    pub spans: u32,
    /// Links that do.
    pub links: u32,
    /// What the format does not hold.
    pub losses: Vec<Message>,
    /// Articles of each part, once all were looked at.
    pub parts: Vec<u32>,
    /// Articles that stay in one part with others that are nearly the same.
    pub together: u32,
    /// The titles of some of these, group by group.
    pub groups: Vec<Vec<String>>,
    /// The first lines of what would be written.
    pub files: Vec<PreviewFileView>,
    /// Why it would be refused.
    pub problem: Option<Problem>,
}

/// What an export can be asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExportChoices {
    /// What the last export of this project was asked for.
    pub asked: ExportAsked,
    /// The formats, in the order in which they are offered.
    pub formats: Vec<FormatView>,
    /// Everybody who annotated here.
    pub annotators: Vec<AnnotatorView>,
}

/// The beginning of a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewFileView {
    /// The end of its name, or its path in the folder.
    pub name: String,
    /// Its first lines.
    pub lines: Vec<String>,
    /// Whether it is text.
    pub text: bool,
}

/// Files that were chosen for an import.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportOffer {
    /// The import, with the format that the files are most likely in.
    pub asked: ImportAsked,
    /// The formats.
    pub formats: Vec<FormatView>,
}

/// What an import would bring, as far as it is known.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct ImportSurvey {
    /// All files were read.
    pub whole: bool,
    /// Articles that the project does not have.
    pub articles: u32,
    /// Articles that it has.
    pub duplicates: u32,
    /// Spans of the new articles.
    pub spans: u32,
    /// Links of them.
    pub links: u32,
    /// Whose layers the files hold, by name.
    pub annotators: Vec<String>,
    /// Whose of these become the annotator's own; empty for nobody's.
    pub own: String,
    /// The labels of spans, and what becomes of them.
    pub labels: Vec<NameFound>,
    /// The kinds of links.
    pub links_found: Vec<NameFound>,
    /// Attributes that the scheme does not have.
    pub attributes_found: Vec<ValueFound>,
    /// Values that attributes of the scheme do not have.
    pub values_found: Vec<ValueFound>,
    /// What cannot be read, with file and line: the first 20.
    pub problems: Vec<Problem>,
    /// What would be read past.
    pub losses: Vec<Message>,
    /// Offsets that would have to be repaired.
    pub repairs: Vec<Message>,
    /// The titles of the schemes that the files bring.
    pub schemes: Vec<String>,
    /// The project has no article yet, so that it can take such a scheme.
    pub takes: bool,
    /// Why nothing can be read at all.
    pub problem: Option<Problem>,
}

/// A label or a kind of links that files have.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NameFound {
    /// Its name there.
    pub name: String,
    /// How many have it.
    pub count: u32,
    /// The scheme has it too.
    pub known: bool,
    /// What becomes of it: as was chosen, or else as is most likely.
    pub becomes: Becomes,
}

/// An attribute that files have, or a value of one.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ValueFound {
    /// What [`ImportAsked`](crate::commands::request::ImportAsked) calls it.
    pub id: String,
    /// What has it: the label or link, and a value's attribute.
    pub of: Vec<String>,
    /// Its name there.
    pub name: String,
    /// How many have it.
    pub count: u32,
    /// The scheme can take it as a new one.
    pub adds: bool,
    /// What it may become, as the scheme has it.
    pub ours: Vec<OurName>,
    /// What becomes of it: as was chosen, or else as is most likely.
    pub becomes: Becomes,
}

/// An attribute or a value of the scheme.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OurName {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}
