//! Every constraint of the tables refuses what it is there to refuse.

use super::lay_out;
use rusqlite::{Connection, Error, ffi};
use std::collections::BTreeSet;

const ROWS: &str = include_str!("constraints/rows.sql");
const BROKEN: &str = include_str!("constraints/broken.sql");
const SCHEMA: &str = concat!(
    include_str!("../migrations/1.sql"),
    include_str!("../migrations/2.sql")
);

fn laid_out() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .pragma_update(None, "foreign_keys", true)
        .unwrap();
    lay_out(&connection).unwrap();
    connection.execute_batch(ROWS).unwrap();
    connection
}

fn statements(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(";\n")
        .map(str::trim)
        .filter(|statement| !statement.is_empty())
}

fn refusal(connection: &Connection, sql: &str) -> (i32, String) {
    match connection.execute(sql, []) {
        Err(Error::SqliteFailure(failure, message)) => {
            (failure.extended_code, message.unwrap_or_default())
        }
        other => panic!("{sql}: {other:?}"),
    }
}

/// The expressions of all checks, as SQLite quotes them when one fails.
fn checks() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (place, _) in SCHEMA.match_indices("CHECK (") {
        let rest = &SCHEMA[place + "CHECK (".len()..];
        let mut depth = 1;
        let end = rest
            .find(|character| {
                depth += i32::from(character == '(') - i32::from(character == ')');
                depth == 0
            })
            .unwrap();
        found.insert(rest[..end].to_owned());
    }
    found
}

#[test]
fn every_check_refuses_an_insert() {
    let connection = laid_out();
    let refused: BTreeSet<String> = statements(BROKEN)
        .map(|sql| {
            let (code, message) = refusal(&connection, sql);
            assert_eq!(code, ffi::SQLITE_CONSTRAINT_CHECK, "{sql}: {message}");
            message
                .trim_start_matches("CHECK constraint failed: ")
                .to_owned()
        })
        .collect();
    let unproven: Vec<_> = checks().difference(&refused).cloned().collect();
    assert!(unproven.is_empty(), "no insert breaks {unproven:#?}");
}

#[test]
fn every_foreign_key_refuses_an_insert_and_a_deletion() {
    let connection = laid_out();
    let keys: Vec<(String, String, String)> = connection
        .prepare(include_str!("constraints/foreign_keys.sql"))
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(keys.len(), 25, "{keys:?}");
    for (table, column, parent) in keys {
        let (code, message) = refusal(&connection, &copy_of(&connection, &table, &column));
        assert_eq!(
            code,
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY,
            "{table}.{column}: {message}"
        );
        if parent == "step" {
            continue;
        }
        let parent_row =
            format!("DELETE FROM {parent} WHERE id = (SELECT max({column}) FROM {table})");
        let (code, message) = refusal(&connection, &parent_row);
        assert!(
            code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY || code == ffi::SQLITE_CONSTRAINT_TRIGGER,
            "{parent_row}: {message}"
        );
    }
}

/// An insert like the first row of `table`, but for a `column` that refers to
/// nothing and for what has to be unique.
fn copy_of(connection: &Connection, table: &str, column: &str) -> String {
    let names: Vec<String> = connection
        .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let values: Vec<&str> = names
        .iter()
        .map(|name| match name.as_str() {
            name if name == column => "999",
            "id" => "NULL",
            "uid" => "randomblob(16)",
            "sha256" => "lower(hex(randomblob(32)))",
            "start" if table == "language" => "start + 1",
            "n" => "n + 100",
            other => other,
        })
        .collect();
    format!(
        "INSERT INTO {table} ({}) SELECT {} FROM {table} WHERE {column} IS NOT NULL LIMIT 1",
        names.join(", "),
        values.join(", ")
    )
}

#[test]
fn both_ends_of_a_link_lie_in_its_layer() {
    let connection = laid_out();
    for column in ["head", "tail"] {
        // Span 3 is there, in layer 2.
        let sql = copy_of(&connection, "link", column).replace("999", "3");
        let (code, message) = refusal(&connection, &sql);
        assert_eq!(
            code,
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY,
            "{column}: {message}"
        );
    }
}

#[test]
fn uids_texts_and_places_are_unique() {
    let connection = laid_out();
    for table in [
        "annotator",
        "document",
        "zone",
        "layer",
        "entity",
        "entity_link",
        "span",
        "link",
        "question",
    ] {
        let sql = copy_of(&connection, table, "rowid").replace("randomblob(16)", "uid");
        let (code, message) = refusal(&connection, &sql);
        assert_eq!(code, ffi::SQLITE_CONSTRAINT_UNIQUE, "{table}: {message}");
    }
    let same_text =
        copy_of(&connection, "document", "rowid").replace("lower(hex(randomblob(32)))", "sha256");
    let same_place = copy_of(&connection, "language", "rowid").replace("start + 1", "start");
    for sql in [same_text, same_place] {
        let (code, message) = refusal(&connection, &sql);
        assert_eq!(code, ffi::SQLITE_CONSTRAINT_UNIQUE, "{message}");
    }
}

#[test]
fn the_journal_only_grows_and_texts_never_change() {
    let connection = laid_out();
    for sql in [
        "DELETE FROM change",
        "UPDATE change SET row = row + 1",
        "DELETE FROM step",
        "UPDATE step SET name = 'other'",
        "UPDATE document SET text = 'Da', length = 2",
    ] {
        let (code, message) = refusal(&connection, sql);
        assert_eq!(code, ffi::SQLITE_CONSTRAINT_TRIGGER, "{sql}: {message}");
    }
}
