//! Adding articles, emptying the bin, and counting revisions of layers.

use crate::history::mark;
use crate::sample::{NOW, TEXT, article, sample};
use postil_store::StoreError;

#[test]
fn adding_articles_is_one_step_that_undo_hides() {
    let mut sample = sample();
    let again = sample
        .project
        .add_documents("paste", vec![article("Again", TEXT)], NOW)
        .unwrap();
    assert_eq!(again.duplicates, [("Again".to_owned(), sample.document)]);
    assert!(again.added.is_empty());
    let report = sample
        .project
        .add_documents("import", vec![article("B", "b"), article("C", "c")], NOW)
        .unwrap();
    assert_eq!(sample.project.document_ids().unwrap().len(), 3);
    let undone = sample.project.undo(NOW + 1).unwrap().unwrap();
    assert_eq!((undone.step.as_str(), undone.changes.len()), ("import", 2));
    assert_eq!(sample.project.document_ids().unwrap(), [sample.document]);
    let binned = sample
        .project
        .add_documents("paste", vec![article("B again", "b")], NOW)
        .unwrap();
    assert_eq!(binned.duplicates, [("B again".to_owned(), report.added[0])]);
    sample.project.redo(NOW + 2).unwrap().unwrap();
    assert_eq!(sample.project.document_ids().unwrap().len(), 3);
}

#[test]
fn each_step_counts_a_revision_of_the_layers_it_touches() {
    let mut sample = sample();
    let here = (sample.document, sample.layer);
    mark(&mut sample.project, here, (0, 5));
    assert!(sample.project.layer_versions(here.1).unwrap().is_empty());
    let (one, other) = (crate::sample::uid(), crate::sample::uid());
    let revisions = |sample: &crate::sample::Sample| sample.project.layer_versions(here.1).unwrap();
    sample.project.set_installation(one);
    mark(&mut sample.project, here, (6, 10));
    let first = revisions(&sample)[0].1;
    sample.project.undo(NOW).unwrap();
    assert_eq!(revisions(&sample), [(one, first + 1)]);
    sample.project.set_installation(other);
    mark(&mut sample.project, here, (6, 10));
    assert_eq!(revisions(&sample).len(), 2);
    // Undone to before the layer was made, and made again: never less.
    let before = revisions(&sample);
    sample.project.set_installation(one);
    for _ in 0..3 {
        sample.project.undo(NOW).unwrap().unwrap();
    }
    assert!(revisions(&sample).is_empty());
    sample.project.redo(NOW).unwrap().unwrap();
    assert!(revisions(&sample)[0].1 > before[0].1);
    assert_eq!(
        sample.project.check(true).unwrap().problems,
        Vec::<String>::new()
    );
}

#[test]
fn emptying_the_bin_deletes_for_good_and_closes_the_line() {
    let mut sample = sample();
    let here = (sample.document, sample.layer);
    mark(&mut sample.project, here, (0, 5));
    assert_eq!(sample.project.empty_bin(NOW).unwrap(), 0);
    assert!(sample.project.next_undo().unwrap().is_some());
    sample
        .project
        .add_documents("import", vec![article("B", "b")], NOW)
        .unwrap();
    sample
        .project
        .edit("bin", None, NOW, |edits| -> Result<(), StoreError> {
            let mut document = edits.document(here.0)?;
            document.removed_at = Some(NOW);
            edits.update_document(&document)
        })
        .unwrap();
    assert_eq!(sample.project.empty_bin(NOW).unwrap(), 1);
    assert!(matches!(
        sample.project.text(here.0),
        Err(StoreError::NotFound { .. })
    ));
    assert!(sample.project.undo(NOW).unwrap().is_none());
    assert!(sample.project.redo(NOW).unwrap().is_none());
    assert_eq!(
        sample.project.check(true).unwrap().problems,
        Vec::<String>::new()
    );
    // The same text may come in again, under an id that none had before.
    let again = sample
        .project
        .add_documents("paste", vec![article("Again", TEXT)], NOW)
        .unwrap();
    assert!(again.added[0] > here.0);
    sample.project.undo(NOW).unwrap().unwrap();
    assert!(sample.project.next_undo().unwrap().is_none());
}
