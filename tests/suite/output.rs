//! Disks that are full and folders that may not be written.

use super::folder::{Folder, assert_sentences};
#[cfg(target_os = "linux")]
use super::folder::{POSTIL, said};
use std::process::Stdio;

#[test]
fn an_export_replaces_a_file_whole_and_leaves_nothing_beside_it() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.write("out.jsonl", "old");
    folder.done(&[
        "export",
        "p.postil",
        "--all",
        "--format",
        "jsonl",
        "--out",
        "out.jsonl",
    ]);
    assert_eq!(folder.read("out.jsonl").lines().count(), 5);
    let expected = [
        "out.entities.jsonl",
        "out.jsonl",
        "out.scheme.json",
        "p.postil",
        "p.postil.lock",
    ];
    assert_eq!(folder.names(), expected);
    let said = folder.refused(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "none/out",
    ]);
    assert!(said.contains("folder does not exist"), "{said}");
    std::fs::create_dir(folder.path("dir.jsonl")).unwrap();
    let said = folder.refused(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "dir",
    ]);
    assert!(said.contains("is a folder"), "{said}");
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    let mut command = folder.command(&[
        "export", "p.postil", "--all", "--format", "jsonl", "--out", "-",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_sentences(&String::from_utf8(output.stderr).unwrap());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = Folder::new();
    folder.golden_project("p.postil");
    for format in ["jsonl", "csv"] {
        let said = folder.refused(&[
            "export",
            "p.postil",
            "--all",
            "--format",
            format,
            "--out",
            "/dev/full",
        ]);
        assert!(
            said.contains("/dev/full") && said.contains("disk is full"),
            "{said}"
        );
    }
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = folder.command(&["list", "p.postil", "--json"]);
    let said = said(command.stdout(full).output().unwrap());
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("disk is full"), "{said:?}");
    assert_sentences(&said.err);
}

/// Root may write anywhere, so the command is run as nobody.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_can_still_be_read() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.golden_project("p.postil");
    folder.write("a.txt", "Rain");
    // Nobody may not enter the folders where the program is built.
    let copy = Folder::new();
    std::fs::copy(POSTIL, copy.path("postil")).unwrap();
    let mode = |path: std::path::PathBuf, mode| {
        set_permissions(path, Permissions::from_mode(mode)).unwrap()
    };
    mode(copy.path(""), 0o755);
    mode(folder.path("p.postil"), 0o444);
    mode(folder.path(""), 0o555);
    let root = std::process::Command::new("id")
        .arg("-u")
        .output()
        .unwrap()
        .stdout
        == b"0\n";
    let run = |arguments: &[&str]| {
        let mut command = if root {
            let mut command = std::process::Command::new("setpriv");
            command
                .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
                .arg(copy.path("postil"));
            command
        } else {
            std::process::Command::new(copy.path("postil"))
        };
        said(
            command
                .args(arguments)
                .current_dir(folder.path(""))
                .output()
                .unwrap(),
        )
    };
    let list = run(&["list", "p.postil"]);
    assert_eq!((list.code, list.out.lines().count()), (0, 5), "{list:?}");
    let refusals = [
        run(&["add", "p.postil", "a.txt"]),
        run(&["new", "q.postil"]),
        run(&[
            "export", "p.postil", "--all", "--format", "jsonl", "--out", "out",
        ]),
        run(&[
            "export", "p.postil", "--all", "--format", "csv", "--out", "out",
        ]),
    ];
    for refusal in &refusals {
        assert_eq!(refusal.code, 1, "{refusal:?}");
        assert_sentences(&refusal.err);
    }
    assert!(refusals[2].err.contains("out.jsonl"), "{:?}", refusals[2]);
    let names = folder.names();
    mode(folder.path(""), 0o755);
    assert!(
        !names
            .iter()
            .any(|name| name.contains("out") || name.starts_with('q')),
        "{names:?}"
    );
}
