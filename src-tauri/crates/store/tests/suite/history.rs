//! Edits, undo and redo.

use crate::sample::{NOW, TEXT, article, entity, link, sample, span};
use postil_core::change::Row;
use postil_core::id::SpanId;
use postil_core::link::{Special, Target};
use postil_store::{Project, StoreError};

fn mark(
    project: &mut Project,
    sample: (postil_core::id::DocumentId, postil_core::id::LayerId),
    at: (u32, u32),
) -> SpanId {
    project
        .edit("mark_span", Some(sample.0), NOW, |edits| {
            edits.insert_span(span(sample.1, "claim", &[at]))
        })
        .map_err(|error: StoreError| error)
        .unwrap()
        .0
}

#[test]
fn an_edit_answers_its_changes_and_is_undone_and_redone_under_the_same_ids() {
    let mut sample = sample();
    let (ids, changes) = sample
        .project
        .edit(
            "mark_claim",
            Some(sample.document),
            NOW,
            |edits| -> Result<_, StoreError> {
                let claim = edits.insert_span(span(sample.layer, "claim", &[(12, 41)]))?;
                let speaker = edits.insert_span(span(sample.layer, "speaker", &[(0, 5)]))?;
                let target = Target::Mention {
                    span: speaker,
                    entity: None,
                };
                let link = edits.insert_link(link(sample.layer, "said_by", claim, target))?;
                Ok((claim, speaker, link))
            },
        )
        .unwrap();
    assert_eq!(changes.len(), 3);
    let before = (
        sample.project.spans(sample.layer).unwrap(),
        sample.project.links(sample.layer).unwrap(),
    );
    assert_eq!(before.0.len(), 2);
    assert_eq!(before.0[1].quote(), "\"We look forward 😀 to talks.\"");

    let next = sample.project.next_undo().unwrap().unwrap();
    assert_eq!(
        (next.step.as_str(), next.document),
        ("mark_claim", Some(sample.document))
    );
    let undone = sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(undone.step, "mark_claim");
    assert!(matches!(&undone.changes[0].before, Some(Row::Link(link)) if link.id == ids.2));
    assert!(sample.project.spans(sample.layer).unwrap().is_empty());

    assert_eq!(
        sample.project.next_redo().unwrap().unwrap().step,
        "mark_claim"
    );
    let redone = sample.project.redo(NOW).unwrap().unwrap();
    assert_eq!(redone.changes, changes);
    let after = (
        sample.project.spans(sample.layer).unwrap(),
        sample.project.links(sample.layer).unwrap(),
    );
    assert_eq!(before, after);
    assert!(sample.project.redo(NOW).unwrap().is_none());
}

#[test]
fn an_edit_that_fails_or_changes_nothing_leaves_no_step() {
    let mut sample = sample();
    let here = (sample.document, sample.layer);
    let id = mark(&mut sample.project, here, (0, 5));
    let next = sample.project.next_undo().unwrap();
    let refused = sample.project.edit("mark_span", None, NOW, |edits| {
        edits.delete_span(id)?;
        let mut wrong = span(sample.layer, "claim", &[(0, 4)]);
        wrong.fragments[0].quote = "Batel".to_owned();
        edits.insert_span(wrong)
    });
    assert!(matches!(refused, Err(StoreError::Invalid(_))));
    let nothing = sample
        .project
        .edit("mark_span", None, NOW, |edits| -> Result<_, StoreError> {
            let there = edits.span(id)?;
            edits.update_span(&there)?;
            let again = edits.insert_span(span(sample.layer, "claim", &[(0, 4)]))?;
            edits.delete_span(again)
        });
    assert_eq!(nothing.unwrap(), (0, Vec::new()));
    assert_eq!(sample.project.next_undo().unwrap(), next);
    assert_eq!(sample.project.spans(sample.layer).unwrap().len(), 1);
}

#[test]
fn a_new_edit_closes_the_redo_line_and_the_journal_keeps_everything() {
    let mut sample = sample();
    let here = (sample.document, sample.layer);
    let first = mark(&mut sample.project, here, (0, 5));
    mark(&mut sample.project, here, (6, 10));
    sample.project.undo(NOW).unwrap();
    sample.project.undo(NOW).unwrap();
    sample.project.redo(NOW).unwrap();
    let third = mark(&mut sample.project, here, (12, 15));
    assert!(sample.project.next_redo().unwrap().is_none());
    let ids = |project: &Project| -> Vec<SpanId> {
        project
            .spans(here.1)
            .unwrap()
            .iter()
            .map(|span| span.id)
            .collect()
    };
    assert_eq!(ids(&sample.project), [first, third]);
    sample.project.undo(NOW).unwrap();
    assert_eq!(ids(&sample.project), [first]);
    sample.project.undo(NOW).unwrap();
    sample.project.redo(NOW).unwrap();
    sample.project.redo(NOW).unwrap();
    assert_eq!(ids(&sample.project), [first, third]);
}

#[test]
fn nudges_within_two_seconds_are_one_step() {
    let mut sample = sample();
    let here = (sample.document, sample.layer);
    let id = mark(&mut sample.project, here, (0, 5));
    let before = sample.project.span(id).unwrap();
    for (n, end) in [6, 7, 8].into_iter().enumerate() {
        let at = NOW + 1_500 * i64::try_from(n).unwrap();
        nudge(&mut sample, id, end, at);
    }
    nudge(&mut sample, id, 9, NOW + 10_000);
    assert_eq!(sample.project.undo(NOW).unwrap().unwrap().changes.len(), 1);
    assert_eq!(sample.project.span(id).unwrap().hull().end.0, 8);
    assert_eq!(sample.project.undo(NOW).unwrap().unwrap().changes.len(), 3);
    assert_eq!(sample.project.span(id).unwrap(), before);
    sample.project.redo(NOW).unwrap();
    assert_eq!(sample.project.span(id).unwrap().hull().end.0, 8);
    sample.project.redo(NOW).unwrap();
    assert_eq!(sample.project.span(id).unwrap().hull().end.0, 9);
    sample.project.undo(NOW).unwrap();
    sample.project.undo(NOW).unwrap();
    assert_eq!(
        sample.project.next_undo().unwrap().unwrap().step,
        "mark_span"
    );
}

fn nudge(sample: &mut crate::sample::Sample, id: SpanId, end: u32, at: i64) {
    sample
        .project
        .edit("nudge", Some(sample.document), at, |edits| {
            edits.coalesce_with_previous("end of 1");
            let mut there = edits.span(id)?;
            there.fragments = span(sample.layer, "claim", &[(0, end)]).fragments;
            edits.update_span(&there)
        })
        .map_err(|error: StoreError| error)
        .unwrap();
}

#[test]
fn deleting_a_mention_keeps_its_entity_in_the_slot() {
    let mut sample = sample();
    let layer = sample.layer;
    let (ids, _) = sample
        .project
        .edit("mark_claim", None, NOW, |edits| -> Result<_, StoreError> {
            let patel = edits.insert_entity(entity("person", "Patel"))?;
            let claim = edits.insert_span(span(layer, "claim", &[(12, 41)]))?;
            let known = edits.insert_span(span(layer, "speaker", &[(0, 5)]))?;
            let unknown = edits.insert_span(span(layer, "cue", &[(6, 10)]))?;
            let slot = edits.insert_link(link(
                layer,
                "said_by",
                claim,
                Target::Mention {
                    span: known,
                    entity: None,
                },
            ))?;
            let mut mention = edits.span(known)?;
            mention.entity = Some(patel);
            edits.update_span(&mention)?;
            edits.insert_link(link(
                layer,
                "cued_by",
                claim,
                Target::Mention {
                    span: unknown,
                    entity: None,
                },
            ))?;
            Ok((patel, claim, known, unknown, slot))
        })
        .unwrap();
    let (patel, claim, known, unknown, slot) = ids;
    let followed = Target::Mention {
        span: known,
        entity: Some(patel),
    };
    assert_eq!(sample.project.link(slot).unwrap().target, followed);
    let delete = |project: &mut Project, id| {
        project
            .edit("delete", None, NOW, |edits| edits.delete_span(id))
            .map_err(|error: StoreError| error)
            .unwrap()
            .0
    };
    assert_eq!(delete(&mut sample.project, known), 0);
    assert_eq!(
        sample.project.link(slot).unwrap().target,
        Target::Entity(patel)
    );
    assert_eq!(delete(&mut sample.project, unknown), 1);
    assert_eq!(delete(&mut sample.project, claim), 1);
    assert!(sample.project.links(layer).unwrap().is_empty());
    for _ in 0..3 {
        sample.project.undo(NOW).unwrap().unwrap();
    }
    assert_eq!(sample.project.link(slot).unwrap().target, followed);
    assert_eq!(sample.project.links(layer).unwrap().len(), 2);
}

#[test]
fn no_other_source_stands_beside_the_author() {
    let mut sample = sample();
    let layer = sample.layer;
    let refused = sample.project.edit("say", None, NOW, |edits| {
        let claim = edits.insert_span(span(layer, "claim", &[(12, 41)]))?;
        let speaker = edits.insert_span(span(layer, "speaker", &[(0, 5)]))?;
        edits.insert_link(link(
            layer,
            "said_by",
            claim,
            Target::Special(Special::Author),
        ))?;
        edits.insert_link(link(
            layer,
            "said_by",
            claim,
            Target::Mention {
                span: speaker,
                entity: None,
            },
        ))
    });
    assert!(matches!(refused, Err(StoreError::Invalid(_))));
}

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
