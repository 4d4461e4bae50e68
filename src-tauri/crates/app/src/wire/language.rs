//! Languages of articles and paragraphs.

use super::TextRange;
use serde::Serialize;
use ts_rs::TS;

/// A detected or chosen language.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LanguageView {
    /// BCP 47, or `und` where the detector abstains.
    pub tag: String,
    /// The best guess then, shown in grey.
    pub guess: Option<String>,
    /// Languages that are hard to tell from that guess.
    pub siblings: Vec<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// A person's choice.
    pub by_hand: bool,
}

/// The language of a paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ParagraphView {
    /// The paragraph.
    pub range: TextRange,
    /// Its language.
    pub language: LanguageView,
}

/// The languages to choose from, as BCP 47.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LanguageChoices {
    /// Those the text may well be in, the likeliest first.
    pub close: Vec<String>,
    /// Every language that is ever detected, in alphabetical order.
    pub known: Vec<String>,
}
