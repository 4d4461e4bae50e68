//! Snapshots and backups.

use crate::sample::{NOW, sample, span};
use postil_store::{Access, Project, StoreError};
use std::path::Path;

const HOUR: i64 = 3_600_000;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_snapshot_holds_what_the_project_held() {
    let mut sample = sample();
    let path = sample.folder.path().join("copy.postil");
    std::fs::write(&path, "an older copy").unwrap();
    sample.project.snapshot_to(&path).unwrap();
    let before = sample.project.bundle(sample.document, |_| true).unwrap();
    sample
        .project
        .edit("mark", None, NOW, |edits| {
            edits.insert_span(span(sample.layer, "claim", &[(0, 5)]))
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    let copy = Project::open(&path, Access::Read).unwrap();
    assert_eq!(copy.bundle(sample.document, |_| true).unwrap(), before);
    assert!(copy.check(true).unwrap().is_clean());
    let other_name = sample.folder.path().join(".").join("p.postil");
    for own in [sample.project.path(), &other_name] {
        assert!(matches!(
            sample.project.snapshot_to(own),
            Err(StoreError::Invalid(_))
        ));
    }
    assert_eq!(
        names(sample.folder.path()),
        [
            "copy.postil",
            "p.postil",
            "p.postil-journal",
            "p.postil.lock"
        ]
    );
}

#[test]
fn backups_thin_out_with_age() {
    let sample = sample();
    let folder = sample.folder.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    for n in 0..60 {
        sample
            .project
            .back_up(&folder, NOW + n * 12 * HOUR)
            .unwrap();
    }
    let kept = names(&folder);
    // 2023-11-14 22:13 and every twelve hours after it, to 2023-12-14 10:13.
    assert_eq!(
        kept,
        [
            "2023-11-19T22-13-20.000Z.postil",
            "2023-11-26T22-13-20.000Z.postil",
            "2023-11-30T22-13-20.000Z.postil",
            "2023-12-03T22-13-20.000Z.postil",
            "2023-12-08T22-13-20.000Z.postil",
            "2023-12-09T22-13-20.000Z.postil",
            "2023-12-10T22-13-20.000Z.postil",
            "2023-12-11T22-13-20.000Z.postil",
            "2023-12-12T10-13-20.000Z.postil",
            "2023-12-12T22-13-20.000Z.postil",
            "2023-12-13T10-13-20.000Z.postil",
            "2023-12-13T22-13-20.000Z.postil",
            "2023-12-14T10-13-20.000Z.postil",
            "notes.txt",
        ]
    );
    let last = Project::open(&folder.join(&kept[12]), Access::Read).unwrap();
    assert_eq!(last.uid(), sample.project.uid());
}

#[test]
fn a_damaged_project_replaces_no_backup() {
    let sample = sample();
    let folder = sample.folder.path().join("backups");
    let good = sample.project.back_up(&folder, NOW).unwrap();
    let path = sample.project.path().to_owned();
    sample.project.close().unwrap();
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF; UPDATE layer SET document = 99")
        .unwrap();
    drop(raw);
    let damaged = Project::open(&path, Access::Write).unwrap();
    assert!(!damaged.check(false).unwrap().is_clean());
    assert!(matches!(
        damaged.back_up(&folder, NOW + HOUR),
        Err(StoreError::FileDamaged(_))
    ));
    assert_eq!(
        names(&folder),
        [good.file_name().unwrap().to_str().unwrap()]
    );
}
