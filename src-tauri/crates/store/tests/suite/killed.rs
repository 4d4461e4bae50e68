//! A program killed in the middle of its edits loses none that it had
//! acknowledged.

use crate::sample::{NOW, sample, span};
use postil_core::id::{DocumentId, LayerId};
use postil_store::{Access, Project, StoreError};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const FILE: &str = "POSTIL_TEST_KILLED_FILE";
const ROUNDS: u32 = 24;

/// The program that is killed: edits and says so, for ever.
#[test]
fn editing() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let mut project = Project::open(Path::new(&path), Access::Write).unwrap();
    let (document, layer) = place(&project);
    for n in 0_u32.. {
        let marked = project.edit(
            "mark",
            Some(document),
            NOW,
            |edits| -> Result<_, StoreError> {
                let mut made = span(layer, "claim", &[(0, 1 + n % 40)]);
                made.uid = postil_core::id::Uid::at(
                    NOW.unsigned_abs() + u64::from(std::process::id()),
                    &{
                        let mut random = [0; 10];
                        random[..4].copy_from_slice(&n.to_be_bytes());
                        random
                    },
                );
                let uid = made.uid;
                edits.insert_span(made)?;
                Ok(uid)
            },
        );
        let uid = marked.unwrap().0;
        println!("\nkept {uid}");
        if n % 5 == 4 {
            // Killed in between, it may be there or not.
            println!("\nback {uid}");
            project.undo(NOW).unwrap().unwrap();
            project.redo(NOW).unwrap().unwrap();
            println!("\nkept {uid}");
        }
    }
}

fn place(project: &Project) -> (DocumentId, LayerId) {
    let document = project.document_ids().unwrap()[0];
    (document, project.layers(document).unwrap()[0].id)
}

/// Takes down what the program says; whether it said that an edit is kept.
fn note(line: &str, kept: &mut BTreeSet<String>) -> bool {
    if let Some(uid) = line.strip_prefix("back ") {
        kept.remove(uid);
    }
    line.strip_prefix("kept ")
        .is_some_and(|uid| kept.insert(uid.to_owned()))
}

#[test]
fn every_acknowledged_edit_survives_a_kill() {
    let sample = sample();
    let path = sample.project.path().to_owned();
    sample.project.close().unwrap();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "killed::editing",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let enough = 1 + (round * 7) % 13;
        let mut here = 0;
        while here < enough {
            let line = lines.next().expect("the program ended by itself").unwrap();
            here += u32::from(note(&line, &mut kept));
        }
        // Not always at the same place of an edit.
        std::hint::black_box((0..u64::from(round) * 20_000).fold(0_u64, u64::wrapping_add));
        child.kill().unwrap();
        for line in lines.map_while(Result::ok) {
            note(&line, &mut kept);
        }
        child.wait().unwrap();
        let project = Project::open(&path, Access::Write).unwrap();
        let there: BTreeSet<String> = project
            .spans(place(&project).1)
            .unwrap()
            .iter()
            .map(|span| span.uid.to_string())
            .collect();
        let lost: Vec<_> = kept.difference(&there).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        // One more at most in each round: committed, not yet acknowledged.
        assert!(there.len() <= kept.len() + usize::try_from(round).unwrap() + 1);
        assert_eq!(project.check(true).unwrap().problems, Vec::<String>::new());
    }
    assert!(kept.len() >= usize::try_from(ROUNDS).unwrap());
}
