//! Edits, undo and redo.

use crate::sample::{NOW, link, sample, span};
use postil_core::change::Row;
use postil_core::id::SpanId;
use postil_core::link::Target;
use postil_store::{Project, StoreError};

pub fn mark(
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
