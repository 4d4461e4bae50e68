//! Articles as tables: the sheets of a workbook, and how they become articles
//! again.
//!
//! Offsets are code points. `claims` and `places` are for people; the other
//! sheets hold everything, cells with JSON where one word is not enough.

mod inward;
mod outward;
mod spool;
mod table;

pub(crate) use inward::Given;
pub(crate) use outward::Sheets;
pub(crate) use spool::Spool;
pub(crate) use table::Filling;

pub(crate) const ARTICLES: &str = "articles";
pub(crate) const LAYERS: &str = "layers";
pub(crate) const SPANS: &str = "spans";
pub(crate) const LINKS: &str = "links";
pub(crate) const ENTITIES: &str = "entities";
pub(crate) const CLAIMS: &str = "claims";
pub(crate) const PLACES: &str = "places of claims";

const ARTICLE_COLUMNS: &[&str] = &[
    "article_id",
    "title",
    "outlet",
    "date",
    "text",
    "language",
    "language_confidence",
    "language_by",
    "metadata",
    "paragraphs",
    "zones",
    "entities",
    "scheme",
    "scheme_version",
];

/// Before those of [`crate::line::WORK`].
const LAYER_COLUMNS: &[&str] = &[
    "article_id",
    "layer_id",
    "annotator_id",
    "annotator",
    "kind",
    "status",
];

const SPAN_COLUMNS: &[&str] = &[
    "article_id",
    "layer_id",
    "annotator",
    "span_id",
    "label",
    "text",
    "start",
    "end",
    "fragments",
    "entity_id",
    "entity",
    "attributes",
    "by_rule",
    "flags",
    "note",
];

const LINK_COLUMNS: &[&str] = &[
    "article_id",
    "layer_id",
    "annotator",
    "link_id",
    "kind",
    "from_span",
    "from",
    "to_span",
    "to_entity",
    "to_special",
    "to",
    "attributes",
    "by_rule",
    "note",
];

const ENTITY_COLUMNS: &[&str] = &[
    "entity_id",
    "kind",
    "name",
    "aliases",
    "attributes",
    "by_rule",
    "note",
    "merged_into",
];

/// A sheet with its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub name: &'static str,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    fn new(name: &'static str, columns: &[&str]) -> Self {
        Self {
            name,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: Vec::new(),
        }
    }
}
