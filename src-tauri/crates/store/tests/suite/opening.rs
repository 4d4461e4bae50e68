//! Making, opening and closing project files.

use crate::sample::{NOW, empty, sample};
use postil_core::scheme::DEFAULT;
use postil_store::{Access, Project, StoreError};
use std::time::Instant;

#[test]
fn a_project_is_there_again_after_closing() {
    let sample = sample();
    let (path, uid) = (sample.project.path().to_owned(), sample.project.uid());
    let before = sample.project.bundle(sample.document, |_| true).unwrap();
    sample.project.close().unwrap();
    let again = Project::open(&path, Access::Write).unwrap();
    assert_eq!((again.uid(), again.is_read_only()), (uid, false));
    assert_eq!(again.bundle(sample.document, |_| true).unwrap(), before);
    assert_eq!(again.scheme().unwrap().json, DEFAULT);
    assert!(again.check(true).unwrap().is_clean());
    let mut names: Vec<_> = std::fs::read_dir(sample.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["p.postil", "p.postil.lock"]);
}

#[test]
fn an_existing_file_is_not_made_again() {
    let (folder, project) = empty();
    let again = Project::create(project.path(), NOW, || [7; 10], DEFAULT);
    assert!(matches!(again, Err(StoreError::Duplicate { .. })));
    let path = folder.path().join("q.postil");
    assert!(matches!(
        Project::create(&path, NOW, || [7; 10], "{}"),
        Err(StoreError::Unreadable(_))
    ));
    assert!(!path.exists());
    assert!(matches!(
        Project::open(&path, Access::Write),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn foreign_damaged_and_empty_files_are_told_apart_and_left_alone() {
    let (folder, project) = empty();
    let whole = std::fs::read(project.path()).unwrap();
    project.close().unwrap();
    let jpeg = [&[0xFF, 0xD8, 0xFF, 0xE0][..], &[0x4A; 5000]].concat();
    let cases: [(&[u8], &str); 4] = [
        (&jpeg, "the file is not a Postil project"),
        (
            &whole[..whole.len() / 2],
            "the project file is damaged: database disk image is malformed",
        ),
        (&[], "the project file is damaged: the file is empty"),
        (b"SQLite format 3\0", "the file is not a Postil project"),
    ];
    for (n, (bytes, message)) in cases.into_iter().enumerate() {
        for access in [Access::Read, Access::Write] {
            let path = folder.path().join(format!("case-{n}.postil"));
            std::fs::write(&path, bytes).unwrap();
            let error = Project::open(&path, access).err().unwrap();
            assert_eq!(error.to_string(), message, "case {n} {access:?}");
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
        }
    }
    assert!(matches!(
        Project::open(folder.path(), Access::Write),
        Err(StoreError::FileNotOurs)
    ));
}

#[test]
fn a_reader_reads_beside_the_writer_and_a_second_writer_is_told() {
    let mut sample = sample();
    let path = sample.project.path().to_owned();
    let mut reader = Project::open(&path, Access::Read).unwrap();
    assert!(reader.is_read_only());
    let refused = reader.edit("x", None, NOW, |edits| edits.delete_layer(sample.layer));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    let before = reader.layer(sample.layer).unwrap();
    let asked = Instant::now();
    assert!(matches!(
        Project::open(&path, Access::Write),
        Err(StoreError::FileBusy)
    ));
    assert!(asked.elapsed().as_millis() >= 2_000);
    sample
        .project
        .edit("work", None, NOW, |edits| -> Result<(), StoreError> {
            let mut layer = edits.layer(sample.layer)?;
            layer.active_ms = 60_000;
            edits.update_layer(&layer)
        })
        .unwrap();
    assert_eq!(before.active_ms, 0);
    assert_eq!(reader.layer(sample.layer).unwrap().active_ms, 60_000);
    sample.project.close().unwrap();
    Project::open(&path, Access::Write).unwrap();
}
