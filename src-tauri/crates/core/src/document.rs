//! Articles, their languages and zones.

use crate::id::{AnnotatorId, DocumentId, LanguageId, Uid, ZoneId};
use crate::text::{CodePoint, Extent};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An article, without its text: the text is stored once and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Row id.
    pub id: DocumentId,
    /// Uid.
    pub uid: Uid,
    /// The title it is listed under.
    pub title: String,
    /// Lower-case hex SHA-256 over the UTF-8 of the text.
    pub sha256: String,
    /// Outlet, author, published, url and whatever an import brought.
    pub metadata: BTreeMap<String, String>,
    /// The article whose text this one corrects.
    pub version_of: Option<DocumentId>,
    /// Unix milliseconds.
    pub added_at: i64,
    /// Unix milliseconds; set while the article is in the bin. [`REPLACED`]
    /// once it has a newer version.
    pub removed_at: Option<i64>,
    /// Unix milliseconds.
    pub changed_at: i64,
    /// Who changed it last.
    pub changed_by: Option<AnnotatorId>,
}

/// `removed_at` of an article that has a newer version: it is neither in the
/// library nor in the bin.
pub const REPLACED: i64 = -1;

impl Document {
    /// Whether a newer version took its place.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        self.removed_at == Some(REPLACED)
    }
}

/// The language of the whole article or of one paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanguageMark {
    /// Row id.
    pub id: LanguageId,
    /// The article.
    pub document: DocumentId,
    /// The paragraph; `None` for the whole article.
    pub extent: Option<Extent>,
    /// BCP 47; `und` where the detector abstains.
    pub tag: String,
    /// 0 to 1.
    pub confidence: f64,
    /// The best guess when `tag` is `und`, for a grey suggestion.
    pub guess: Option<String>,
    /// Which detector.
    pub detector: String,
    /// Its version.
    pub detector_version: String,
    /// A person's choice, which no detector overwrites.
    pub by_hand: bool,
}

/// A part of the article with a role of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Row id.
    pub id: ZoneId,
    /// Uid.
    pub uid: Uid,
    /// The article.
    pub document: DocumentId,
    /// First code point.
    pub start: CodePoint,
    /// One past the last code point.
    pub end: CodePoint,
    /// What it is.
    pub kind: ZoneKind,
    /// Why it was proposed, or a value of the scheme's reasons.
    pub reason: String,
    /// Whether a person agreed.
    pub state: ZoneState,
    /// Who decided.
    pub by: Option<AnnotatorId>,
}

/// What a zone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// Not the article: menus, lists of other headlines, page dates.
    Skip,
    /// Headline.
    Headline,
    /// Subheading.
    Subheading,
    /// Byline.
    Byline,
    /// Dateline.
    Dateline,
    /// Caption.
    Caption,
}

/// What became of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneState {
    /// Proposed by Postil.
    Proposed,
    /// Made or accepted by a person.
    Accepted,
    /// Refused by a person.
    Refused,
}

impl Zone {
    /// Where it lies.
    #[must_use]
    pub const fn extent(&self) -> Extent {
        Extent {
            start: self.start,
            end: self.end,
        }
    }
}
