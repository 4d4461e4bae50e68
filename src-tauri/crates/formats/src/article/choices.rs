//! What a person chose for a file, where its content leaves it open.

use std::collections::BTreeMap;

/// What a column of a table can give an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its text.
    Text,
    /// Its title.
    Title,
    /// Who publishes.
    Outlet,
    /// Who wrote it.
    Author,
    /// When it was published.
    Published,
    /// Its address.
    Url,
    /// Its language, as a tag of BCP 47.
    Language,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Title,
        Self::Outlet,
        Self::Author,
        Self::Published,
        Self::Url,
        Self::Language,
    ];

    /// Its name for scripts; for what is stored as metadata, the name it has there.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Published => "published",
            Self::Url => "url",
            Self::Language => "language",
        }
    }

    /// The field called `id`.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }
}

/// What a person chose; by default nothing, and everything is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The encoding of a text, by any name that browsers know ("windows-1251", "big5").
    pub encoding: Option<String>,
    /// The columns of a table that give the fields, by their names, or by their numbers from 1
    /// where no column has that name. Fields that are not named here are guessed; one with an
    /// empty name is taken from no column.
    pub columns: BTreeMap<Field, String>,
}
