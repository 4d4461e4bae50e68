//! Near duplicates.

use postil_core::id::DocumentId;
use serde::Serialize;
use ts_rs::TS;

/// Near duplicates of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearPage {
    /// All articles are read; until then ask again.
    pub whole: bool,
    /// Articles read.
    pub read: u32,
    /// Pairs found.
    pub total: u32,
    /// The pairs most alike, at most 500.
    pub pairs: Vec<NearPairView>,
}

/// Two articles that have much in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearPairView {
    /// The article that was added first.
    pub first: NearArticle,
    /// The other.
    pub second: NearArticle,
    /// How much of the shorter one stands in the other, 50 to 100.
    pub percent: u32,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearArticle {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// Where it was published, or empty.
    pub outlet: String,
    /// ISO 8601 as far as known, or empty.
    pub published: String,
}

/// What a text is like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearTo {
    /// All articles are read; until then ask again.
    pub whole: bool,
    /// The articles most alike.
    pub near: Vec<LikeArticle>,
}

/// An article that a text is like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LikeArticle {
    /// The article.
    pub article: NearArticle,
    /// How much of the shorter one stands in the other, 50 to 100.
    pub percent: u32,
}

/// Lines that stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BesideView {
    /// The line of the first article.
    pub first: Option<Vec<PieceView>>,
    /// The line of the second article.
    pub second: Option<Vec<PieceView>>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PieceView {
    /// Its characters.
    pub text: String,
    /// Whether the other article has something else here.
    pub differs: bool,
}
