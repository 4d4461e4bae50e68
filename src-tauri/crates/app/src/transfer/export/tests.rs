//! Exports of many articles: the same as article by article.

use super::*;
use crate::transfer::{Manner, import_files};
use postil_core::id::Uid;
use postil_core::scheme::DEFAULT;
use postil_core::text::sha256;
use postil_formats::jsonl::{self, Reader, write_article};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

const NOW: i64 = 1_700_000_000_000;
const GOLDEN: &[u8] = include_bytes!("../../../../../../tests/golden/jsonl/articles.jsonl");
/// Copies of each golden article, each with a text and uids of its own.
const COPIES: u8 = 12;

fn moved(uid: Uid, copy: u8) -> Uid {
    let mut bytes = *uid.as_bytes();
    bytes[15] ^= copy;
    bytes[14] ^= copy;
    Uid::from_bytes(bytes)
}

/// A project of many articles in several scripts, of two annotators.
fn project() -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let mut lines: Vec<u8> = Vec::new();
    for copy in 0..COPIES {
        for bundle in Reader::new(GOLDEN, "golden".to_owned()) {
            let mut bundle = bundle.unwrap();
            bundle.text.push_str(&format!("\n{copy}"));
            bundle.document.sha256 = sha256(&bundle.text);
            bundle.document.uid = moved(bundle.document.uid, copy);
            for zone in &mut bundle.zones {
                zone.uid = moved(zone.uid, copy);
            }
            for layer in &mut bundle.layers {
                layer.layer.uid = moved(layer.layer.uid, copy);
                for span in &mut layer.spans {
                    span.uid = moved(span.uid, copy);
                }
                for link in &mut layer.links {
                    link.uid = moved(link.uid, copy);
                }
                for question in &mut layer.questions {
                    question.uid = moved(question.uid, copy);
                }
            }
            write_article(&mut lines, &bundle).unwrap();
        }
    }
    let file = folder.path().join("in.jsonl");
    fs::write(&file, lines).unwrap();
    let path = folder.path().join("p.postil");
    let mut project = Project::create(&path, NOW, || [7; 10], DEFAULT).unwrap();
    let manner = Manner::of(&jsonl::ROW);
    let imported = import_files(&mut project, &manner, &[file], NOW).unwrap();
    assert!(imported.added.len() > usize::from(COPIES));
    (folder, project)
}

fn export(project: &Project, to: &Path, progress: &Progress) -> Result<Exported, Problem> {
    let (options, selection) = (Options::default(), Selection::default());
    export_watched(project, &jsonl::ROW, &options, to, &selection, progress)
}

#[test]
fn many_articles_are_written_as_each_alone() {
    let (folder, project) = project();
    let out = folder.path().join("out.jsonl");
    let exported = export(&project, &out, &Progress::silent()).unwrap();
    let mut alone: Vec<u8> = Vec::new();
    let ids = project.document_ids().unwrap();
    for id in &ids {
        let bundle = project.bundle(*id, |_| true).unwrap();
        write_article(&mut alone, &bundle).unwrap();
    }
    assert_eq!(exported.articles, counted(ids.len()));
    assert!(fs::read(&out).unwrap() == alone);
    let mut streamed: Vec<u8> = Vec::new();
    let (options, selection) = (Options::default(), Selection::default());
    let sink = &mut streamed;
    let again = export_to(&project, &jsonl::ROW, &options, sink, &selection).unwrap();
    assert!(streamed == alone);
    assert_eq!(again.losses, exported.losses);
}

#[test]
fn progress_reaches_its_end() {
    let (folder, project) = project();
    let told = Arc::new(Mutex::new(Vec::new()));
    let progress = Progress::new({
        let told = Arc::clone(&told);
        move |done, all| told.lock().unwrap().push((done, all))
    });
    export(&project, &folder.path().join("out"), &progress).unwrap();
    let told = told.lock().unwrap();
    let all = 2 * counted(project.document_ids().unwrap().len());
    assert!(told.iter().all(|(done, of)| *of == all && done <= of));
    assert_eq!(told.last().unwrap().0, all);
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let (folder, project) = project();
    let names = || -> Vec<PathBuf> {
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
    };
    let before = names();
    let all = 2 * counted(project.document_ids().unwrap().len());
    for at in [0, 3, all / 2] {
        let stop: Arc<Mutex<Option<Progress>>> = Arc::default();
        let progress = Progress::new({
            let stop = Arc::clone(&stop);
            move |done, _| {
                if done >= at {
                    stop.lock().unwrap().as_ref().unwrap().stop();
                }
            }
        });
        *stop.lock().unwrap() = Some(progress.clone());
        let problem = export(&project, &folder.path().join("out"), &progress).unwrap_err();
        assert_eq!(problem.code, Code::Stopped, "at {at}");
        assert_eq!(names(), before);
    }
}
