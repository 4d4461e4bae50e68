//! Reading articles and what their spans say.

use super::{Article, LibraryScope, Marks};
use crate::claims::names::{Names, Part};
use crate::error::StoreError;
use crate::table::column::{json, optional_word, to_json, to_word};
use postil_core::id::{DocumentId, LayerId};
use postil_core::layer::LayerStatus;
use postil_core::link::Special;
use postil_core::text::fold;
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

macro_rules! articles {
    ($rest:literal) => {
        concat!(include_str!("articles.sql"), $rest)
    };
}

/// All articles that are not in the bin, in order.
pub(super) fn articles(
    connection: &Connection,
    scope: &LibraryScope,
) -> Result<Vec<Article>, StoreError> {
    let viewer = &scope.viewer;
    crate::read::all(
        connection,
        articles!(" ORDER BY document.added_at, document.uid"),
        params![viewer.annotator.0, to_word(&viewer.kind)?],
        article,
    )
}

/// Some articles, in no order; none for those in the bin.
pub(super) fn some(
    connection: &Connection,
    scope: &LibraryScope,
    documents: &BTreeSet<DocumentId>,
) -> Result<Vec<Article>, StoreError> {
    let viewer = &scope.viewer;
    crate::read::all(
        connection,
        articles!(" AND document.id IN (SELECT value FROM json_each(?3))"),
        params![
            viewer.annotator.0,
            to_word(&viewer.kind)?,
            to_json(documents)?
        ],
        article,
    )
}

/// One article; `None` in the bin.
pub(super) fn one(
    connection: &Connection,
    scope: &LibraryScope,
    id: DocumentId,
) -> Result<Option<Article>, StoreError> {
    let viewer = &scope.viewer;
    let found = crate::read::all(
        connection,
        articles!(" AND document.id = ?3"),
        params![viewer.annotator.0, to_word(&viewer.kind)?, id.0],
        article,
    )?;
    Ok(found.into_iter().next())
}

/// Which of some articles the viewer has a layer of.
pub(super) fn with_layer(
    connection: &Connection,
    scope: &LibraryScope,
    documents: &BTreeSet<DocumentId>,
) -> Result<BTreeSet<DocumentId>, StoreError> {
    let viewer = &scope.viewer;
    let found = crate::read::all(
        connection,
        include_str!("with_layer.sql"),
        params![
            to_json(documents)?,
            viewer.annotator.0,
            to_word(&viewer.kind)?
        ],
        |row| row.get(0).map(DocumentId),
    )?;
    Ok(found.into_iter().collect())
}

fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    Ok(Article {
        id: DocumentId(row.get(0)?),
        title: row.get(1)?,
        outlet: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        published: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        language: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        layer: row.get::<_, Option<u32>>(5)?.map(LayerId),
        status: optional_word(row, 6)?.unwrap_or(LayerStatus::New),
        place: (row.get(7)?, row.get(8)?),
        marks: None,
    })
}

/// What the spans and links of a layer say.
pub(super) fn marks(
    connection: &Connection,
    scope: &LibraryScope,
    names: &mut Names,
    layer: Option<LayerId>,
) -> Result<Marks, StoreError> {
    let mut marks = Marks::default();
    let Some(layer) = layer else {
        marks.speakers = names.number(connection, Vec::new())?;
        return Ok(marks);
    };
    let mut statement = connection.prepare_cached(include_str!("spans.sql"))?;
    let mut rows = statement.query([layer.0])?;
    while let Some(row) = rows.next()? {
        let label: String = row.get(0)?;
        *marks.labels.entry(label).or_default() += 1;
        if row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? != "[]" {
            marks.flags.extend(json::<Vec<String>>(row, 1)?);
        }
        note(&mut marks, &row.get::<_, String>(2)?);
    }
    let mut statement = connection.prepare_cached(include_str!("links.sql"))?;
    let mut rows = statement.query(params![layer.0, to_json(&scope.source_links)?])?;
    let mut speakers = BTreeSet::new();
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        note(&mut marks, &row.get::<_, String>(0)?);
        let part = if let Some(entity) = row.get(1)? {
            Part::Entity(entity)
        } else if let Some(special) = optional_word::<Special>(row, 2)? {
            Part::Special(special)
        } else if let Some(words) = row.get(3)? {
            Part::Words(words)
        } else {
            continue;
        };
        if speakers.insert(format!("{part:?}")) {
            parts.push(part);
        }
    }
    marks.speakers = names.number(connection, parts)?;
    Ok(marks)
}

fn note(marks: &mut Marks, note: &str) {
    if !note.is_empty() {
        marks.flags.insert("note".to_owned());
        marks.notes.push_str(&fold(note));
        marks.notes.push('\n');
    }
}
