//! The scheme as its editor needs it.

use super::Message;
use postil_core::scheme::Part;
use serde::Serialize;
use ts_rs::TS;

/// A scheme file that comes with the program.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SchemeTemplate {
    /// Its uid.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is for.
    pub help: String,
}

/// What is wrong with a draft, and how its colours do.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct SchemeVerdict {
    /// What is wrong, in the order of the file.
    pub faults: Vec<SchemeFault>,
    /// The contrast of each label in each theme, in the order of the labels.
    pub contrasts: Vec<Vec<ContrastView>>,
}

/// Something wrong with a draft.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SchemeFault {
    /// JSON pointer into the file, such as `/labels/0/key`.
    pub pointer: String,
    /// What to say.
    pub message: Message,
    /// Whether the draft is refused; else it is a warning.
    pub refuses: bool,
}

/// How a colour does in a theme.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ContrastView {
    /// Name of the theme.
    pub theme: String,
    /// From 1 to 21, as WCAG 2 computes it.
    pub ratio: f64,
    /// What is needed there.
    pub needed: f64,
}

/// What taking a draft would do to annotations.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct SchemeEffects {
    /// One for each part in use that is gone from the draft.
    pub effects: Vec<SchemeEffect>,
    /// Whether every one of them is decided.
    pub decided: bool,
}

/// What becomes of a part that is in use and gone from the draft.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SchemeEffect {
    /// The part.
    pub part: Part,
    /// The titles on the way to it, such as "Claim › form › direct".
    pub title: String,
    /// What takes its place; `null` keeps it as retired.
    pub instead: Option<String>,
    /// Whether a person decided.
    pub decided: bool,
    /// Spans that have it.
    pub spans: u32,
    /// Links that are of it.
    pub links: u32,
    /// Values that are of it, or are it.
    pub values: u32,
    /// Articles in which it is used, those in the bin too.
    pub articles: u32,
    /// Values that find no place under what takes its place.
    pub lost_values: u32,
    /// Links that the scheme does not allow there.
    pub lost_links: u32,
    /// What could take its place.
    pub choices: Vec<PartChoice>,
}

/// What could take the place of a part.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PartChoice {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
}
