//! Questions for the team.

use super::Stored;
use super::column::{insert_id, inserted_id, json, to_json, uid};
use crate::error::StoreError;
use postil_core::change::Row;
use postil_core::id::{AnnotatorId, LayerId, QuestionId, SpanId};
use postil_core::question::{Answer, Question};
use rusqlite::{Connection, OptionalExtension, params};

macro_rules! select {
    ($rest:literal) => {
        concat!(include_str!("question/select.sql"), $rest)
    };
}

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Question> {
    let answer = row
        .get::<_, Option<String>>(7)?
        .map(|text| -> rusqlite::Result<Answer> {
            Ok(Answer {
                text,
                at: row.get(8)?,
                by: AnnotatorId(row.get(9)?),
                subject: json(row, 10)?,
                scheme_version: row.get(11)?,
            })
        })
        .transpose()?;
    Ok(Question {
        id: QuestionId(row.get(0)?),
        uid: uid(row, 1)?,
        layer: LayerId(row.get(2)?),
        span: SpanId(row.get(3)?),
        text: row.get(4)?,
        asked_at: row.get(5)?,
        asked_by: AnnotatorId(row.get(6)?),
        answer,
    })
}

fn write(
    question: &Question,
    id: Option<u32>,
    sql: &str,
    connection: &Connection,
) -> Result<(), StoreError> {
    let answer = question.answer.as_ref();
    let subject = answer.map(|answer| to_json(&answer.subject)).transpose()?;
    connection.prepare_cached(sql)?.execute(params![
        id,
        question.uid.as_bytes(),
        question.layer.0,
        question.span.0,
        question.text,
        question.asked_at,
        question.asked_by.0,
        answer.map(|answer| answer.text.as_str()),
        answer.map(|answer| answer.at),
        answer.map(|answer| answer.by.0),
        subject,
        answer.map(|answer| answer.scheme_version),
    ])?;
    Ok(())
}

impl Stored for Question {
    const NAME: &'static str = "question";

    fn id(&self) -> u32 {
        self.id.0
    }

    fn with_id(mut self, id: u32) -> Self {
        self.id = QuestionId(id);
        self
    }

    fn load(connection: &Connection, id: u32) -> Result<Option<Self>, StoreError> {
        let mut statement = connection.prepare_cached(select!(" WHERE id = ?1"))?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn insert(&self, connection: &Connection) -> Result<u32, StoreError> {
        let sql = include_str!("question/insert.sql");
        write(self, insert_id(self.id.0), sql, connection)?;
        inserted_id(connection)
    }

    fn update(&self, connection: &Connection) -> Result<(), StoreError> {
        let sql = include_str!("question/update.sql");
        write(self, Some(self.id.0), sql, connection)
    }

    fn delete(connection: &Connection, id: u32) -> Result<(), StoreError> {
        connection
            .prepare_cached("DELETE FROM question WHERE id = ?1")?
            .execute([id])?;
        Ok(())
    }

    fn into_row(self) -> Row {
        Row::Question(self)
    }
}

/// The questions about spans of a layer, oldest first.
pub(crate) fn of_layer(
    connection: &Connection,
    layer: LayerId,
) -> Result<Vec<Question>, StoreError> {
    let sql = select!(" WHERE layer = ?1 ORDER BY asked_at, id");
    crate::read::all(connection, sql, [layer.0], read)
}

/// The questions about a span, oldest first.
pub(crate) fn of_span(connection: &Connection, span: SpanId) -> Result<Vec<Question>, StoreError> {
    let sql = select!(
        " WHERE layer = (SELECT layer FROM span WHERE id = ?1) AND span = ?1 ORDER BY asked_at, id"
    );
    crate::read::all(connection, sql, [span.0], read)
}
