//! Row ids, valid inside one project file, and uids, valid everywhere.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! row_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of a row that is not stored yet; stored ids start at 1.
            pub const UNSTORED: Self = Self(0);
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )+};
}

row_ids! {
    /// An article.
    DocumentId,
    /// The language of a paragraph or article.
    LanguageId,
    /// A zone.
    ZoneId,
    /// An annotator.
    AnnotatorId,
    /// One person's annotations of one article.
    LayerId,
    /// A span.
    SpanId,
    /// A link.
    LinkId,
    /// A question for the team.
    QuestionId,
    /// An entity.
    EntityId,
    /// A link between entities.
    EntityLinkId,
    /// A scheme.
    SchemeId,
    /// A step of the journal.
    StepId,
}

/// A UUID (version 7 when made by Postil): the name of a thing outside its
/// project file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Uid(pub uuid::Uuid);

impl Uid {
    /// Reads the usual text form.
    ///
    /// # Errors
    /// When `text` is not a UUID.
    pub fn parse(text: &str) -> Result<Self, uuid::Error> {
        uuid::Uuid::parse_str(text).map(Self)
    }

    /// The 16 bytes kept in the project file.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// From the 16 bytes kept in the project file.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(uuid::Uuid::from_bytes(bytes))
    }

    /// A version 7 UUID from a time (Unix milliseconds) and ten random bytes,
    /// so that this crate needs neither a clock nor randomness.
    #[must_use]
    pub fn at(milliseconds: u64, random: &[u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(milliseconds, random).into_uuid())
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}
