//! Changes: what one action did to the rows of a project.
//!
//! A list of changes is the undo step, the redo step, the audit trail and the
//! patch that the window applies.

use crate::document::{Document, LanguageMark, Zone};
use crate::entity::{Entity, EntityLink};
use crate::layer::{Annotator, Layer};
use crate::link::Link;
use crate::question::Question;
use crate::scheme::StoredScheme;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One whole thing before and after an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// `None`: it was made.
    pub before: Option<Row>,
    /// `None`: it was deleted.
    pub after: Option<Row>,
}

/// A thing that a change is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "table", content = "row", rename_all = "snake_case")]
pub enum Row {
    /// An article without its text.
    Document(Document),
    /// The language of an article or paragraph.
    Language(LanguageMark),
    /// A zone.
    Zone(Zone),
    /// An annotator.
    Annotator(Annotator),
    /// A layer.
    Layer(Layer),
    /// A span with its fragments.
    Span(Span),
    /// A link.
    Link(Link),
    /// An entity.
    Entity(Entity),
    /// A link between entities.
    EntityLink(EntityLink),
    /// The scheme.
    Scheme(StoredScheme),
    /// A question for the team.
    Question(Question),
}

/// Which table a row lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub enum Table {
    Document,
    Language,
    Zone,
    Annotator,
    Layer,
    Span,
    Link,
    Entity,
    EntityLink,
    Scheme,
    Question,
}

impl Row {
    /// The table it lies in.
    #[must_use]
    pub const fn table(&self) -> Table {
        match self {
            Self::Document(_) => Table::Document,
            Self::Language(_) => Table::Language,
            Self::Zone(_) => Table::Zone,
            Self::Annotator(_) => Table::Annotator,
            Self::Layer(_) => Table::Layer,
            Self::Span(_) => Table::Span,
            Self::Link(_) => Table::Link,
            Self::Entity(_) => Table::Entity,
            Self::EntityLink(_) => Table::EntityLink,
            Self::Scheme(_) => Table::Scheme,
            Self::Question(_) => Table::Question,
        }
    }

    /// Its row id.
    #[must_use]
    pub const fn id(&self) -> u32 {
        match self {
            Self::Document(row) => row.id.0,
            Self::Language(row) => row.id.0,
            Self::Zone(row) => row.id.0,
            Self::Annotator(row) => row.id.0,
            Self::Layer(row) => row.id.0,
            Self::Span(row) => row.id.0,
            Self::Link(row) => row.id.0,
            Self::Entity(row) => row.id.0,
            Self::EntityLink(row) => row.id.0,
            Self::Scheme(row) => row.id.0,
            Self::Question(row) => row.id.0,
        }
    }
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }
}
