//! A folder that cannot be written.

use crate::sample::{NOW, sample, span};
use postil_core::scheme::DEFAULT;
use postil_store::{Access, Project, StoreError};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

const FOLDER: &str = "POSTIL_TEST_READ_ONLY_FOLDER";

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_project_in_a_folder_that_cannot_be_written_is_read_only() {
    let sample = sample();
    let folder = sample.folder.path().to_owned();
    sample.project.close().unwrap();
    std::fs::remove_file(folder.join("p.postil.lock")).unwrap();
    set_mode(&folder, 0o555);
    set_mode(&folder.join("p.postil"), 0o444);
    if std::fs::metadata(&folder).unwrap().uid() == 0 {
        // Modes do not bind root, so the rest runs as nobody.
        let own = tempfile::tempdir().unwrap();
        set_mode(own.path(), 0o755);
        let program = own.path().join("suite");
        std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
        let status = Command::new("setpriv")
            .args(["--reuid=65534", "--clear-groups"])
            .arg(program)
            .args(["--exact", "read_only::as_somebody"])
            .env(FOLDER, &folder)
            .status()
            .unwrap();
        assert!(status.success());
    } else {
        refused(&folder);
    }
    set_mode(&folder, 0o755);
}

/// The rest of the test, for another user.
#[test]
fn as_somebody() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        refused(Path::new(&folder));
    }
}

fn refused(folder: &Path) {
    let path = folder.join("p.postil");
    let bytes = std::fs::read(&path).unwrap();
    assert!(matches!(
        Project::open(&path, Access::Write),
        Err(StoreError::ReadOnly)
    ));
    let created = Project::create(&folder.join("q.postil"), NOW, || [1; 10], DEFAULT);
    assert!(matches!(created, Err(StoreError::ReadOnly)));
    let mut reader = Project::open(&path, Access::Read).unwrap();
    let document = reader.document_ids().unwrap()[0];
    let layer = reader.layers(document).unwrap()[0].id;
    let edited = reader.edit("mark", None, NOW, |edits| {
        edits.insert_span(span(layer, "claim", &[(0, 1)]))
    });
    assert!(matches!(edited, Err(StoreError::ReadOnly)));
    assert!(matches!(
        reader.snapshot_to(&folder.join("copy.postil")),
        Err(StoreError::ReadOnly)
    ));
    drop(reader);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
}
