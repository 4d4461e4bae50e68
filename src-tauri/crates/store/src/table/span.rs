//! Spans with their fragments.

use super::Stored;
use super::column::{insert_id, inserted_id, json_unless, to_json, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::{EntityId, LayerId, SpanId};
use postil_core::span::{Fragment, Span};
use postil_core::text::offsets::CodePoint;
use rusqlite::{CachedStatement, Connection, Params, Statement, params};

/// Reads spans: `condition` follows the SELECT and orders the rows so that
/// the fragments of a span stand together, in order.
pub(crate) fn select(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
) -> Result<Vec<Span>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let mut spans: Vec<Span> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = SpanId(row.get(0)?);
        let fragment = row
            .get::<_, Option<u32>>(9)?
            .map(|start| -> rusqlite::Result<Fragment> {
                Ok(Fragment {
                    start: CodePoint(start),
                    end: CodePoint(row.get(10)?),
                    quote: row.get(11)?,
                })
            })
            .transpose()?;
        if let Some(last) = spans.last_mut()
            && last.id == id
        {
            last.fragments.extend(fragment);
            continue;
        }
        spans.push(Span {
            id,
            uid: uid(row, 1)?,
            layer: LayerId(row.get(2)?),
            label: row.get(3)?,
            fragments: Vec::from_iter(fragment),
            attributes: json_unless(row, 4, "{}")?,
            entity: row.get::<_, Option<u32>>(5)?.map(EntityId),
            note: row.get(6)?,
            flags: json_unless(row, 7, "[]")?,
            scheme_version: row.get(8)?,
        });
    }
    Ok(spans)
}

/// Inserts one span after another.
pub(crate) struct Inserting<'a> {
    connection: &'a Connection,
    span: CachedStatement<'a>,
    fragment: CachedStatement<'a>,
}

impl<'a> Inserting<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            span: connection.prepare_cached(include_str!("span/insert.sql"))?,
            fragment: connection.prepare_cached(FRAGMENT)?,
        })
    }

    pub(crate) fn insert(&mut self, span: &Span) -> Result<u32, StoreError> {
        self.span.execute(params![
            insert_id(span.id.0),
            span.uid.as_bytes(),
            span.layer.0,
            span.label,
            to_json(&span.attributes)?,
            span.entity.map(|entity| entity.0),
            span.note,
            to_json(&span.flags)?,
            span.scheme_version,
        ])?;
        let id = inserted_id(self.connection)?;
        insert_fragments(&mut self.fragment, id, &span.fragments)?;
        Ok(id)
    }
}

const FRAGMENT: &str = include_str!("span/insert_fragment.sql");

fn insert_fragments(
    statement: &mut Statement<'_>,
    id: u32,
    fragments: &[Fragment],
) -> Result<(), StoreError> {
    for (n, fragment) in (0_i64..).zip(fragments) {
        statement.execute(params![
            id,
            n,
            fragment.start.0,
            fragment.end.0,
            fragment.quote
        ])?;
    }
    Ok(())
}

fn delete_fragments(connection: &Connection, id: u32) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM fragment WHERE span = ?1")?
        .execute([id])?;
    Ok(())
}

impl Stored for Span {
    const NAME: &'static str = "span";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = SpanId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let sql = concat!(
            include_str!("span/select.sql"),
            " WHERE span.id = ?1 ORDER BY fragment.n"
        );
        Ok(select(connection, sql, [id])?.pop())
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        Inserting::begin(connection)?.insert(self)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("span/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.layer.0,
                self.label,
                to_json(&self.attributes)?,
                self.entity.map(|entity| entity.0),
                self.note,
                to_json(&self.flags)?,
                self.scheme_version,
            ])?;
        delete_fragments(connection, self.id.0)?;
        let mut statement = connection.prepare_cached(FRAGMENT)?;
        insert_fragments(&mut statement, self.id.0, &self.fragments)
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        delete_fragments(connection, id)?;
        connection
            .prepare_cached("DELETE FROM span WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Span(self)
    }
}

/// The spans of a layer by start, end descending, label, uid.
pub(crate) fn of_layer(connection: &Connection, layer: LayerId) -> Result<Vec<Span>, StoreError> {
    let sql = concat!(
        include_str!("span/select.sql"),
        " WHERE span.layer = ?1 ORDER BY span.id, fragment.n"
    );
    let mut spans = select(connection, sql, [layer.0])?;
    spans.sort_by(|one, other| {
        let (a, b) = (one.hull(), other.hull());
        (a.start, b.end)
            .cmp(&(b.start, a.end))
            .then_with(|| (&one.label, one.uid).cmp(&(&other.label, other.uid)))
    });
    Ok(spans)
}
