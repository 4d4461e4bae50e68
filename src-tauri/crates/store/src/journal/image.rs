//! The images of rows in the journal.

use super::few;
use crate::error::{StoreError, unreadable_row};
use crate::table::column::{to_json, to_word, word};
use postil_core::change::{Change, Row, Table};
use rusqlite::{Connection, Statement, params};
use serde_json::{Map, Value};

/// The format of the images written by this version: the fields of a row as
/// JSON, an update with those fields only that differ.
const FORMAT: u32 = 1;

pub(crate) type Fields = Map<String, Value>;

/// One side of a change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Image {
    /// The row was not there.
    Absent,
    /// All fields, as JSON.
    Whole(String),
    /// The fields that the other side has otherwise.
    Fields(Fields),
    /// An added article, in the bin.
    Hidden,
    /// An added article, in the library.
    Shown,
}

/// One change of the journal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    pub(crate) table: Table,
    pub(crate) row: u32,
    pub(crate) before: Image,
    pub(crate) after: Image,
}

impl Record {
    /// What the journal keeps of a change.
    pub(crate) fn of(change: &Change) -> Result<Self, StoreError> {
        let (row, before, after) = match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                let (old, new) = match few::between(before, after)? {
                    Some(few) => few,
                    None => differing(before, after)?,
                };
                (after, Image::Fields(old), Image::Fields(new))
            }
            (Some(before), None) => (before, Image::Whole(whole(before)?), Image::Absent),
            (None, Some(after)) => (after, Image::Absent, Image::Whole(whole(after)?)),
            (None, None) => return Err(StoreError::Invalid("a change has two sides".to_owned())),
        };
        Ok(Self {
            table: row.table(),
            row: row.id(),
            before,
            after,
        })
    }

    /// The adding of an article.
    pub(crate) const fn added(document: u32) -> Self {
        Self {
            table: Table::Document,
            row: document,
            before: Image::Hidden,
            after: Image::Shown,
        }
    }

    /// The record that takes this one back.
    pub(crate) fn inverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }
}

fn differing(before: &Row, after: &Row) -> Result<(Fields, Fields), StoreError> {
    let (mut old, mut new) = (image(before)?, image(after)?);
    let same: Vec<String> = old
        .iter()
        .filter(|(field, value)| new.get(*field) == Some(*value))
        .map(|(field, _)| field.clone())
        .collect();
    for field in same {
        old.remove(&field);
        new.remove(&field);
    }
    Ok((old, new))
}

/// All fields of a row, as JSON.
pub(crate) fn whole(row: &Row) -> Result<String, StoreError> {
    crate::table::by_row!(row, thing => to_json(thing))
}

/// Whether these are the fields of a row.
pub(crate) fn is_of(whole_image: &str, row: &Row) -> Result<bool, StoreError> {
    Ok(whole_image == whole(row)? || fields(whole_image)? == image(row)?)
}

/// The fields of a row.
pub(crate) fn image(row: &Row) -> Result<Fields, StoreError> {
    match serde_json::to_value(row) {
        Ok(Value::Object(mut tagged)) => match tagged.remove("row") {
            Some(Value::Object(fields)) => Ok(fields),
            _ => Err(StoreError::Invalid("a row without fields".to_owned())),
        },
        Ok(_) => Err(StoreError::Invalid("a row without fields".to_owned())),
        Err(error) => Err(unreadable_row(&error)),
    }
}

/// The row with all these fields, as JSON.
pub(crate) fn row_of(table: Table, whole_image: &str) -> Result<Row, StoreError> {
    row(table, fields(whole_image)?)
}

/// The row with these fields.
pub(crate) fn row(table: Table, fields: Fields) -> Result<Row, StoreError> {
    let mut tagged = Map::new();
    tagged.insert("table".to_owned(), Value::String(to_word(&table)?));
    tagged.insert("row".to_owned(), Value::Object(fields));
    serde_json::from_value(Value::Object(tagged)).map_err(|error| unreadable_row(&error))
}

/// The row with these fields after, if it has those before.
pub(crate) fn brought(current: &Row, before: &Fields, after: Fields) -> Result<Row, StoreError> {
    let mut whole = image(current)?;
    if before
        .iter()
        .any(|(field, value)| whole.get(field) != Some(value))
    {
        return Err(StoreError::Stale);
    }
    whole.extend(after);
    row(current.table(), whole)
}

/// Writes the changes of a step, in the order in which they were made.
pub(crate) fn write_all(
    connection: &Connection,
    step: u32,
    records: impl Iterator<Item = Result<Record, StoreError>>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("insert_change.sql"))?;
    for (n, record) in (0_i64..).zip(records) {
        write(&mut statement, step, n, &record?)?;
    }
    Ok(())
}

fn write(
    statement: &mut Statement<'_>,
    step: u32,
    n: i64,
    record: &Record,
) -> Result<(), StoreError> {
    let kind = match (&record.before, &record.after) {
        (Image::Absent, _) => "insert",
        (_, Image::Absent) => "delete",
        (Image::Fields(_), _) => "update",
        _ => "add",
    };
    statement.execute(params![
        step,
        n,
        kind,
        to_word(&record.table)?,
        record.row,
        FORMAT,
        text(&record.before)?,
        text(&record.after)?,
    ])?;
    Ok(())
}

fn text(image: &Image) -> Result<Option<String>, StoreError> {
    match image {
        Image::Whole(fields) => Ok(Some(fields.clone())),
        Image::Fields(fields) => to_json(fields).map(Some),
        Image::Absent | Image::Hidden | Image::Shown => Ok(None),
    }
}

/// The changes of a step, in the order in which they were made.
pub(crate) fn read(connection: &Connection, step: u32) -> Result<Vec<Record>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("select_changes.sql"))?;
    let mut rows = statement.query([step])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let format: u32 = row.get(3)?;
        if format > FORMAT {
            return Err(StoreError::FileTooNew {
                found: format,
                ours: FORMAT,
            });
        }
        let before: Option<String> = row.get(4)?;
        let after: Option<String> = row.get(5)?;
        let (before, after) = match (kind.as_str(), before, after) {
            ("insert", None, Some(after)) => (Image::Absent, Image::Whole(after)),
            ("delete", Some(before), None) => (Image::Whole(before), Image::Absent),
            ("update", Some(before), Some(after)) => (
                Image::Fields(fields(&before)?),
                Image::Fields(fields(&after)?),
            ),
            ("add", None, None) => (Image::Hidden, Image::Shown),
            _ => {
                return Err(StoreError::FileDamaged(format!(
                    "step {step} of the journal cannot be read"
                )));
            }
        };
        records.push(Record {
            table: word(row, 1)?,
            row: row.get(2)?,
            before,
            after,
        });
    }
    Ok(records)
}

fn fields(text: &str) -> Result<Fields, StoreError> {
    serde_json::from_str(text).map_err(|error| unreadable_row(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil_core::attribute::Attribute;
    use postil_core::id::{AnnotatorId, EntityId, LayerId, LinkId, QuestionId, SpanId, Uid};
    use postil_core::link::{Link, Target};
    use postil_core::question::{Answer, Question, Subject};
    use postil_core::span::{Flag, Fragment, Span};
    use postil_core::text::offsets::CodePoint;

    fn span() -> Span {
        Span {
            id: SpanId(3),
            uid: Uid::from_bytes([7; 16]),
            layer: LayerId(2),
            label: "claim".to_owned(),
            fragments: vec![Fragment {
                start: CodePoint(0),
                end: CodePoint(2),
                quote: "ab".to_owned(),
            }],
            attributes: [("form".to_owned(), Attribute::by_rule("direct"))].into(),
            entity: None,
            note: String::new(),
            flags: [Flag::Unsure].into(),
            scheme_version: 1,
        }
    }

    /// Saved projects hold these names: a field of another name needs a new
    /// format and a reader for this one.
    #[test]
    fn images_have_the_form_of_format_1() {
        let kept = |row: Row| Value::Object(image(&row).unwrap()).to_string();
        assert_eq!(
            kept(Row::Span(span())),
            r#"{"attributes":{"form":{"by_rule":true,"value":"direct"}},"entity":null,"flags":["unsure"],"fragments":[{"end":2,"quote":"ab","start":0}],"id":3,"label":"claim","layer":2,"note":"","scheme_version":1,"uid":"07070707-0707-0707-0707-070707070707"}"#
        );
        let link = Link {
            id: LinkId(4),
            uid: Uid::from_bytes([7; 16]),
            layer: LayerId(2),
            kind: "said_by".to_owned(),
            head: SpanId(3),
            target: Target::Mention {
                span: SpanId(5),
                entity: Some(EntityId(6)),
            },
            attributes: postil_core::attribute::Attributes::new(),
            note: String::new(),
            by_rule: false,
        };
        assert_eq!(
            kept(Row::Link(link)),
            r#"{"attributes":{},"by_rule":false,"head":3,"id":4,"kind":"said_by","layer":2,"note":"","target":{"mention":{"entity":6,"span":5}},"uid":"07070707-0707-0707-0707-070707070707"}"#
        );
        let question = Question {
            id: QuestionId(8),
            uid: Uid::from_bytes([7; 16]),
            layer: LayerId(2),
            span: SpanId(3),
            text: "Why?".to_owned(),
            asked_at: 5,
            asked_by: AnnotatorId(1),
            answer: Some(Answer {
                text: "So.".to_owned(),
                at: 6,
                by: AnnotatorId(2),
                subject: Subject {
                    link: None,
                    label: "claim".to_owned(),
                    attribute: Some("form".to_owned()),
                    value: None,
                },
                scheme_version: 2,
            }),
        };
        assert_eq!(
            kept(Row::Question(question)),
            r#"{"answer":{"at":6,"by":2,"scheme_version":2,"subject":{"attribute":"form","label":"claim","value":null},"text":"So."},"asked_at":5,"asked_by":1,"id":8,"layer":2,"span":3,"text":"Why?","uid":"07070707-0707-0707-0707-070707070707"}"#
        );
    }

    #[test]
    fn an_update_keeps_only_what_differs() {
        let after = Span {
            note: "why".to_owned(),
            ..span()
        };
        let change = Change {
            before: Some(Row::Span(span())),
            after: Some(Row::Span(after)),
        };
        let record = Record::of(&change).unwrap();
        assert_eq!(
            text(&record.before).unwrap().as_deref(),
            Some(r#"{"note":""}"#)
        );
        assert_eq!(
            text(&record.after).unwrap().as_deref(),
            Some(r#"{"note":"why"}"#)
        );
    }
}
