//! What only the connection itself can tell.

use super::{APPLICATION_ID, Access, SHAPE};
use crate::{Edits, Project, StoreError};
use postil_core::id::{AnnotatorId, Uid};
use postil_core::layer::Annotator;
use postil_core::scheme::DEFAULT;
use rusqlite::Connection;
use std::path::PathBuf;
use tempfile::TempDir;

fn made() -> (TempDir, PathBuf, Project) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.postil");
    let project = Project::create(&path, 0, || [1; 10], DEFAULT).unwrap();
    (folder, path, project)
}

fn pragma(project: &Project, name: &str) -> String {
    project
        .connection
        .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
        .map(|value| match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => format!("{other:?}"),
        })
        .unwrap()
}

fn add(project: &mut Project, name: &str) -> Result<AnnotatorId, StoreError> {
    let uid = Uid::at(
        7,
        &name
            .bytes()
            .cycle()
            .take(10)
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_default(),
    );
    let annotator = Annotator {
        id: AnnotatorId::UNSTORED,
        uid,
        name: name.to_owned(),
    };
    project
        .edit("add", None, 0, |edits: &mut Edits<'_>| {
            edits.insert_annotator(annotator)
        })
        .map(|(id, _)| id)
}

#[test]
fn every_edit_is_durable_before_it_is_acknowledged() {
    let (_folder, path, project) = made();
    let check = |project: &Project| {
        assert_eq!(pragma(project, "journal_mode"), "truncate");
        assert_eq!(pragma(project, "synchronous"), "2");
        assert_eq!(pragma(project, "fullfsync"), "1");
        assert_eq!(pragma(project, "foreign_keys"), "1");
        assert_eq!(pragma(project, "locking_mode"), "normal");
        assert_eq!(
            pragma(project, "application_id"),
            APPLICATION_ID.to_string()
        );
        assert_eq!(pragma(project, "user_version"), SHAPE.to_string());
    };
    check(&project);
    project.close().unwrap();
    check(&Project::open(&path, Access::Write).unwrap());
    assert_eq!(
        pragma(&Project::open(&path, Access::Read).unwrap(), "query_only"),
        "1"
    );
}

#[test]
fn a_full_disk_loses_nothing_and_editing_goes_on_when_there_is_room() {
    let (_folder, _path, mut project) = made();
    add(&mut project, "Ada").unwrap();
    let pages: u32 = pragma(&project, "page_count").parse().unwrap();
    let limit = |project: &Project, pages: u32| {
        project
            .connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    };
    limit(&project, pages);
    let long = "B".repeat(1_000_000);
    assert!(matches!(
        add(&mut project, &long),
        Err(StoreError::DiskFull)
    ));
    assert_eq!(project.annotators().unwrap().len(), 1);
    assert_eq!(project.next_undo().unwrap().unwrap().id.0, 1);
    assert!(project.check(true).unwrap().is_clean());
    limit(&project, 1_000_000);
    add(&mut project, &long).unwrap();
    assert_eq!(project.annotators().unwrap().len(), 2);
}

#[test]
fn a_newer_file_is_opened_only_if_it_says_so() {
    let (_folder, path, project) = made();
    project.close().unwrap();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA user_version = 9; UPDATE project SET readable_by = 9")
        .unwrap();
    let bytes = std::fs::read(&path).unwrap();
    for access in [Access::Read, Access::Write] {
        let refused = Project::open(&path, access);
        assert!(matches!(
            refused,
            Err(StoreError::FileTooNew {
                found: 9,
                ours: SHAPE
            })
        ));
    }
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    raw.execute_batch("UPDATE project SET readable_by = 1")
        .unwrap();
    drop(raw);
    let mut newer = Project::open(&path, Access::Write).unwrap();
    add(&mut newer, "Ada").unwrap();
    assert_eq!(pragma(&newer, "user_version"), "9");
}

#[test]
fn another_database_is_not_ours() {
    let (folder, _path, _project) = made();
    let path = folder.path().join("other.postil");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    assert!(matches!(
        Project::open(&path, Access::Write),
        Err(StoreError::FileNotOurs)
    ));
}

#[test]
fn the_file_says_whether_it_was_closed_and_is_checked_if_not() {
    let (_folder, path, mut project) = made();
    let clean = |path: &PathBuf| -> bool {
        let raw = Connection::open(path).unwrap();
        raw.query_row("SELECT clean FROM project", [], |row| row.get(0))
            .unwrap()
    };
    assert!(clean(&path));
    add(&mut project, "Ada").unwrap();
    assert!(!clean(&path));
    project.close().unwrap();
    assert!(clean(&path));
    let raw = Connection::open(&path).unwrap();
    let root: i64 = raw
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_annotator_1'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    drop(raw);
    // An index page that is no longer one: only the check notices.
    let mut bytes = std::fs::read(&path).unwrap();
    let page = usize::try_from((root - 1) * 4096).unwrap();
    bytes[page] = 0x0D;
    std::fs::write(&path, &bytes).unwrap();
    drop(Project::open(&path, Access::Write).unwrap());
    Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE project SET clean = 0")
        .unwrap();
    assert!(matches!(
        Project::open(&path, Access::Write),
        Err(StoreError::FileDamaged(_))
    ));
}

#[test]
fn undo_refuses_when_something_else_has_changed_the_row() {
    let (_folder, _path, mut project) = made();
    let id = add(&mut project, "Ada").unwrap();
    project
        .connection
        .execute("UPDATE annotator SET name = 'Bea'", [])
        .unwrap();
    let next = project.next_undo().unwrap();
    assert!(matches!(project.undo(0), Err(StoreError::Stale)));
    assert_eq!(project.next_undo().unwrap(), next);
    assert_eq!(project.annotator(id).unwrap().name, "Bea");
    project
        .connection
        .execute("UPDATE annotator SET name = 'Ada'", [])
        .unwrap();
    assert!(project.undo(0).unwrap().is_some());
}

#[test]
fn the_search_table_is_fed_again_when_its_function_has_changed() {
    let (_folder, path, project) = made();
    project
        .connection
        .execute_batch("UPDATE project SET search_version = 0")
        .unwrap();
    project
        .connection
        .execute_batch("INSERT INTO search (rowid, title) VALUES (5, 'left over')")
        .unwrap();
    project.close().unwrap();
    let project = Project::open(&path, Access::Write).unwrap();
    let rows: u32 = project
        .connection
        .query_row("SELECT count(*) FROM search", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 0);
    let version: u32 = project
        .connection
        .query_row("SELECT search_version FROM project", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, crate::SEARCH_VERSION);
}
