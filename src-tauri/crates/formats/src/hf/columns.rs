//! Nested rows as flat columns with levels, as Parquet keeps them: the
//! definition level counts what of a value and all around it is there, the
//! repetition level the lists that go on. Everything may be missing by its
//! type, as `datasets` wants it; nothing ever is.

use crate::line::{list, text};
use postil_core::scheme::Scheme;
use serde_json::Value;

/// A field of a row.
pub(super) struct Field {
    pub name: &'static str,
    pub kind: Kind,
}

/// What a field holds.
pub(super) enum Kind {
    Text,
    Whole,
    YesNo,
    /// One of the labels.
    Label,
    /// One of the kinds of links.
    Relation,
    /// Rows of their own.
    List(&'static [Field]),
}

/// The names of classes, by number.
pub(super) struct Classes {
    pub labels: Vec<String>,
    pub links: Vec<String>,
}

impl Classes {
    /// Those of the scheme; others follow as they come.
    pub fn new(scheme: &Scheme) -> Self {
        let labels = scheme.labels.iter().filter(|label| !label.zone);
        Self {
            labels: labels.map(|label| label.id.clone()).collect(),
            links: scheme.links.iter().map(|link| link.id.clone()).collect(),
        }
    }
}

fn number(names: &mut Vec<String>, name: &str) -> i64 {
    let known = names.iter().position(|known| known == name);
    let at = known.unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    });
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// The values of a column.
#[derive(Debug, PartialEq)]
pub(super) enum Values {
    Text(Vec<String>),
    Whole(Vec<i64>),
    YesNo(Vec<bool>),
}

/// One column.
#[derive(Debug, PartialEq)]
pub(super) struct Column {
    pub values: Values,
    pub definition: Vec<i16>,
    pub repetition: Vec<i16>,
}

/// All columns, depth first.
pub(super) struct Columns {
    fields: &'static [Field],
    pub all: Vec<Column>,
}

impl Columns {
    pub fn new(fields: &'static [Field]) -> Self {
        let mut all = Vec::new();
        empty(fields, &mut all);
        Self { fields, all }
    }

    pub fn add(&mut self, row: &Value, classes: &mut Classes) {
        let level = Level {
            definition: 0,
            repetition: 0,
            depth: 0,
        };
        shred(self.fields, Some(row), level, &mut self.all, classes);
    }
}

fn empty(fields: &[Field], all: &mut Vec<Column>) {
    for field in fields {
        let values = match field.kind {
            Kind::Text => Values::Text(Vec::new()),
            Kind::Whole | Kind::Label | Kind::Relation => Values::Whole(Vec::new()),
            Kind::YesNo => Values::YesNo(Vec::new()),
            Kind::List(inner) => {
                empty(inner, all);
                continue;
            }
        };
        all.push(Column {
            values,
            definition: Vec::new(),
            repetition: Vec::new(),
        });
    }
}

#[derive(Clone, Copy)]
struct Level {
    definition: i16,
    repetition: i16,
    /// Lists around.
    depth: i16,
}

/// Puts one row into its columns; `row` is none where a list around it is
/// empty.
fn shred(
    fields: &[Field],
    row: Option<&Value>,
    level: Level,
    columns: &mut [Column],
    classes: &mut Classes,
) {
    let mut rest = columns;
    for field in fields {
        let width = match field.kind {
            Kind::List(inner) => leaves(inner),
            _ => 1,
        };
        let Some((own, further)) = rest.split_at_mut_checked(width) else {
            return;
        };
        rest = further;
        if let Kind::List(inner) = field.kind {
            let rows = row.map_or(&[][..], |row| list(row, field.name));
            let depth = level.depth + 1;
            if rows.is_empty() {
                let outside = Level {
                    definition: level.definition + i16::from(row.is_some()),
                    depth,
                    ..level
                };
                shred(inner, None, outside, own, classes);
            }
            for (at, row) in rows.iter().enumerate() {
                let inside = Level {
                    // The list, its element, and that this is something.
                    definition: level.definition + 3,
                    repetition: if at == 0 { level.repetition } else { depth },
                    depth,
                };
                shred(inner, Some(row), inside, own, classes);
            }
        } else if let Some(column) = own.first_mut() {
            let there = i16::from(row.is_some());
            column.definition.push(level.definition + there);
            column.repetition.push(level.repetition);
            if let Some(row) = row {
                push(column, field, row, classes);
            }
        }
    }
}

fn push(column: &mut Column, field: &Field, row: &Value, classes: &mut Classes) {
    match &mut column.values {
        Values::Text(texts) => texts.push(text(row, field.name).to_owned()),
        Values::YesNo(all) => all.push(row.get(field.name) == Some(&Value::Bool(true))),
        Values::Whole(all) => all.push(match field.kind {
            Kind::Label => number(&mut classes.labels, text(row, field.name)),
            Kind::Relation => number(&mut classes.links, text(row, field.name)),
            _ => {
                let number = row.get(field.name).and_then(Value::as_i64);
                number.unwrap_or_default()
            }
        }),
    }
}

fn leaves(fields: &[Field]) -> usize {
    fields
        .iter()
        .map(|field| match field.kind {
            Kind::List(inner) => leaves(inner),
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const FIELDS: &[Field] = &[
        Field {
            name: "id",
            kind: Kind::Text,
        },
        Field {
            name: "outer",
            kind: Kind::List(&[
                Field {
                    name: "label",
                    kind: Kind::Label,
                },
                Field {
                    name: "inner",
                    kind: Kind::List(&[Field {
                        name: "at",
                        kind: Kind::Whole,
                    }]),
                },
            ]),
        },
        Field {
            name: "last",
            kind: Kind::YesNo,
        },
    ];

    #[test]
    fn levels_say_where_lists_begin_and_which_are_empty() {
        let mut classes = Classes {
            labels: vec!["a".to_owned()],
            links: Vec::new(),
        };
        let mut columns = Columns::new(FIELDS);
        let outer = json!([
            {"label": "b", "inner": [{"at": 1}, {"at": 2}]},
            {"label": "a", "inner": []},
        ]);
        columns.add(
            &json!({"id": "x", "outer": outer, "last": true}),
            &mut classes,
        );
        columns.add(
            &json!({"id": "y", "outer": [], "last": false}),
            &mut classes,
        );
        let levels: Vec<_> = columns
            .all
            .iter()
            .map(|column| (column.definition.as_slice(), column.repetition.as_slice()))
            .collect();
        assert_eq!(levels[0], (&[1, 1][..], &[0, 0][..]));
        assert_eq!(levels[1], (&[4, 4, 1][..], &[0, 1, 0][..]));
        assert_eq!(levels[2], (&[7, 7, 4, 1][..], &[0, 2, 1, 0][..]));
        assert_eq!(levels[3], (&[1, 1][..], &[0, 0][..]));
        assert_eq!(columns.all[1].values, Values::Whole(vec![1, 0]));
        assert_eq!(columns.all[2].values, Values::Whole(vec![1, 2]));
        assert_eq!(classes.labels, ["a", "b"]);
    }
}
