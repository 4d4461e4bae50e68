//! Links.

use super::Stored;
use super::column::{insert_id, inserted_id, json_unless, optional_word, to_json, to_word, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::{EntityId, LayerId, LinkId, SpanId};
use postil_core::link::{Link, Target};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, params};

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Link> {
    let tail: Option<u32> = row.get(5)?;
    let entity = row.get::<_, Option<u32>>(6)?.map(EntityId);
    let target = match (tail, entity, optional_word(row, 7)?) {
        (Some(span), entity, None) => Target::Mention {
            span: SpanId(span),
            entity,
        },
        (None, Some(entity), None) => Target::Entity(entity),
        (None, None, Some(special)) => Target::Special(special),
        _ => {
            return Err(rusqlite::Error::InvalidColumnType(
                5,
                "target".to_owned(),
                rusqlite::types::Type::Null,
            ));
        }
    };
    Ok(Link {
        id: LinkId(row.get(0)?),
        uid: uid(row, 1)?,
        layer: LayerId(row.get(2)?),
        kind: row.get(3)?,
        head: SpanId(row.get(4)?),
        target,
        attributes: json_unless(row, 8, "{}")?,
        note: row.get(9)?,
        by_rule: row.get(10)?,
    })
}

fn special(target: &Target) -> Result<Option<String>, StoreError> {
    match target {
        Target::Special(special) => to_word(special).map(Some),
        _ => Ok(None),
    }
}

/// Inserts one link after another.
pub(crate) struct Inserting<'a> {
    connection: &'a Connection,
    statement: CachedStatement<'a>,
}

impl<'a> Inserting<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            statement: connection.prepare_cached(include_str!("link/insert.sql"))?,
        })
    }

    pub(crate) fn insert(&mut self, link: &Link) -> Result<u32, StoreError> {
        self.statement.execute(params![
            insert_id(link.id.0),
            link.uid.as_bytes(),
            link.layer.0,
            link.kind,
            link.head.0,
            link.target.span().map(|span| span.0),
            link.target.entity().map(|entity| entity.0),
            special(&link.target)?,
            to_json(&link.attributes)?,
            link.note,
            link.by_rule
        ])?;
        inserted_id(self.connection)
    }
}

impl Stored for Link {
    const NAME: &'static str = "link";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = LinkId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("link/select.sql"), " WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        Inserting::begin(connection)?.insert(self)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        connection
            .prepare_cached(include_str!("link/update.sql"))?
            .execute(params![
                self.id.0,
                self.uid.as_bytes(),
                self.layer.0,
                self.kind,
                self.head.0,
                self.target.span().map(|span| span.0),
                self.target.entity().map(|entity| entity.0),
                special(&self.target)?,
                to_json(&self.attributes)?,
                self.note,
                self.by_rule
            ])?;
        Ok(())
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM link WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Link(self)
    }
}

/// The links from a span of a layer, oldest first.
pub(crate) fn of(
    connection: &Connection,
    layer: LayerId,
    head: SpanId,
) -> Result<Vec<Link>, StoreError> {
    let sql = concat!(
        include_str!("link/select.sql"),
        " WHERE layer = ?1 AND head = ?2 ORDER BY id"
    );
    select(connection, sql, [layer.0, head.0])
}

/// The links from a span, oldest first.
pub(crate) fn of_head(connection: &Connection, head: SpanId) -> Result<Vec<Link>, StoreError> {
    let sql = concat!(
        include_str!("link/select.sql"),
        " WHERE layer = (SELECT layer FROM span WHERE id = ?1) AND head = ?1 ORDER BY id"
    );
    select(connection, sql, [head.0])
}

/// The links to a span, oldest first.
pub(crate) fn to_tail(connection: &Connection, tail: SpanId) -> Result<Vec<Link>, StoreError> {
    let sql = concat!(
        include_str!("link/select.sql"),
        " WHERE layer = (SELECT layer FROM span WHERE id = ?1) AND tail = ?1 ORDER BY id"
    );
    select(connection, sql, [tail.0])
}

/// The links of a layer, oldest first.
pub(crate) fn of_layer(connection: &Connection, layer: LayerId) -> Result<Vec<Link>, StoreError> {
    let sql = concat!(
        include_str!("link/select.sql"),
        " WHERE layer = ?1 ORDER BY id"
    );
    select(connection, sql, [layer.0])
}

fn select(
    connection: &Connection,
    sql: &str,
    parameters: impl Params,
) -> Result<Vec<Link>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_map(parameters, read)?
        .collect::<Result<_, _>>()?)
}
