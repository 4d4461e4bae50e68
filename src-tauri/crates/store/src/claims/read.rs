//! Reading articles and their claims.

use super::names::Part;
use super::{Article, ClaimTable, Entry, Place};
use crate::error::StoreError;
use crate::table::column::{optional_word, to_json, to_word};
use postil_core::id::{DocumentId, LayerId, SpanId};
use postil_core::layer::LayerStatus;
use postil_core::link::Special;
use postil_core::text::fold;
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;

macro_rules! documents {
    ($rest:literal) => {
        concat!(include_str!("documents.sql"), $rest)
    };
}

/// The ends of the links of one claim.
#[derive(Default)]
struct Ends {
    speakers: Vec<Part>,
    cues: Vec<Part>,
    places: Vec<Part>,
}

pub(super) struct Reader<'a> {
    connection: &'a Connection,
    table: &'a mut ClaimTable,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(connection: &'a Connection, table: &'a mut ClaimTable) -> Self {
        Self { connection, table }
    }

    /// The articles that follow a place, at most `limit`.
    pub(super) fn articles(
        &mut self,
        after: Place,
        limit: u32,
    ) -> Result<Vec<Article>, StoreError> {
        let viewer = &self.table.scope.viewer;
        let parameters = params![
            viewer.annotator.0,
            to_word(&viewer.kind)?,
            after.0,
            after.1,
            limit
        ];
        let sql = documents!(
            "AND (document.added_at, document.uid) > (?3, ?4)
             ORDER BY document.added_at, document.uid LIMIT ?5"
        );
        let mut articles: Vec<Article> =
            crate::read::all(self.connection, sql, parameters, article)?;
        for article in &mut articles {
            article.claims = self.claims(article.layer)?;
        }
        Ok(articles)
    }

    /// One article; `None` in the bin.
    pub(super) fn article(&mut self, id: DocumentId) -> Result<Option<Article>, StoreError> {
        let viewer = &self.table.scope.viewer;
        let parameters = params![viewer.annotator.0, to_word(&viewer.kind)?, id.0];
        let sql = documents!("AND document.id = ?3");
        let found = crate::read::all(self.connection, sql, parameters, article)?;
        let Some(mut article) = found.into_iter().next() else {
            return Ok(None);
        };
        article.claims = self.claims(article.layer)?;
        Ok(Some(article))
    }

    fn claims(&mut self, layer: Option<LayerId>) -> Result<Vec<Entry>, StoreError> {
        let Some(layer) = layer else {
            return Ok(Vec::new());
        };
        let mut claims = self.spans(layer)?;
        if claims.is_empty() {
            return Ok(claims);
        }
        let mut ends = self.ends(layer)?;
        let mentions = self.table.scope.mentions;
        for claim in &mut claims {
            let names = &mut self.table.names;
            let ends = ends.remove(&claim.span).unwrap_or_default();
            if !mentions {
                claim.speakers = names.number(self.connection, ends.speakers)?;
            }
            claim.cues = names.number(self.connection, ends.cues)?;
            claim.places = names.number(self.connection, ends.places)?;
        }
        claims.sort_by_key(|claim| (claim.start, std::cmp::Reverse(claim.end), claim.span));
        Ok(claims)
    }

    fn spans(&mut self, layer: LayerId) -> Result<Vec<Entry>, StoreError> {
        let labels = to_json(&self.table.scope.labels)?;
        let mut statement = self.connection.prepare_cached(include_str!("spans.sql"))?;
        let mut rows = statement.query(params![layer.0, labels])?;
        let mut claims: Vec<Entry> = Vec::new();
        while let Some(row) = rows.next()? {
            let span = SpanId(row.get(0)?);
            let text = |column| -> rusqlite::Result<&str> { Ok(row.get_ref(column)?.as_str()?) };
            let words = fold(text(7)?);
            if let Some(last) = claims.last_mut()
                && last.span == span
            {
                last.end = row.get(6)?;
                last.words = format!("{} … {words}", last.words).into_boxed_str();
                continue;
            }
            let flags = text(3)?;
            let flags: Vec<String> = if flags == "[]" {
                Vec::new()
            } else {
                crate::table::column::json(row, 3)?
            };
            let entity: Option<u32> = row.get(8)?;
            let mentioned = entity.filter(|_| self.table.scope.mentions);
            let mentioned = mentioned.map(Part::Entity).into_iter().collect();
            claims.push(Entry {
                span,
                start: row.get(5)?,
                end: row.get(6)?,
                label: self.table.labels.number(row.get(1)?).0,
                speakers: self.table.names.number(self.connection, mentioned)?,
                cues: 0,
                places: 0,
                values: self.table.values.number(text(2)?)?,
                flags: self.table.flags.number(flags).0,
                words: words.into_boxed_str(),
                note: fold(text(4)?).into_boxed_str(),
            });
        }
        Ok(claims)
    }

    fn ends(&mut self, layer: LayerId) -> Result<HashMap<SpanId, Ends>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("links.sql"))?;
        let mut rows = statement.query([layer.0])?;
        let mut ends: HashMap<SpanId, Ends> = HashMap::new();
        while let Some(row) = rows.next()? {
            let (head, kind): (u32, String) = (row.get(0)?, row.get(1)?);
            let tail: Option<String> = row.get(4)?;
            let Some(part) = part(row)? else { continue };
            let scope = &self.table.scope;
            let has = |labels: &[String]| tail.as_ref().is_some_and(|tail| labels.contains(tail));
            let (source, cue) = (scope.source_links.contains(&kind), has(&scope.cue_labels));
            let place = has(&scope.place_labels)
                || match (&tail, &part) {
                    (None, Part::Entity(id)) => {
                        self.table.names.entity(self.connection, *id)?.kind == "place"
                    }
                    _ => false,
                };
            let ends = ends.entry(SpanId(head)).or_default();
            if source {
                ends.speakers.push(part.clone());
            }
            if cue {
                ends.cues.push(part.clone());
            }
            if place {
                ends.places.push(part);
            }
        }
        Ok(ends)
    }
}

fn part(row: &Row<'_>) -> Result<Option<Part>, StoreError> {
    if let Some(entity) = row.get(2)? {
        return Ok(Some(Part::Entity(entity)));
    }
    if let Some(special) = optional_word::<Special>(row, 3)? {
        return Ok(Some(Part::Special(special)));
    }
    Ok(row.get::<_, Option<String>>(5)?.map(Part::Words))
}

fn article(row: &Row<'_>) -> rusqlite::Result<Article> {
    let title: String = row.get(1)?;
    Ok(Article {
        id: DocumentId(row.get(0)?),
        folded: fold(&title),
        title,
        published: row.get(2)?,
        language: row.get(3)?,
        layer: row.get::<_, Option<u32>>(4)?.map(LayerId),
        status: optional_word(row, 5)?.unwrap_or(LayerStatus::New),
        place: (row.get(6)?, row.get(7)?),
        claims: Vec::new(),
    })
}
