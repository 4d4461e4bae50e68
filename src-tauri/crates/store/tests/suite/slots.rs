//! What fills the slots of a claim, and what becomes of it.

use crate::sample::{NOW, entity, link, sample, span};
use postil_core::id::SpanId;
use postil_core::link::{Special, Target};
use postil_store::{Project, StoreError};

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
fn what_is_in_use_is_not_deleted_and_the_refusal_can_be_read() {
    let mut sample = sample();
    let layer = sample.project.layer(sample.layer).unwrap();
    let refused = sample.project.edit("delete", None, NOW, |edits| {
        edits.delete_annotator(layer.annotator)
    });
    let message = refused
        .map_err(|error: StoreError| error.to_string())
        .unwrap_err();
    assert_eq!(
        message,
        "something else refers to this, or it refers to something that does not exist"
    );
    let refused = sample.project.edit("rename", None, NOW, |edits| {
        let mut annotator = edits.annotator(layer.annotator)?;
        annotator.name.clear();
        edits.update_annotator(&annotator)
    });
    let message = refused
        .map_err(|error: StoreError| error.to_string())
        .unwrap_err();
    assert_eq!(message, "a value is not allowed: name <> ''");
    let missing = sample
        .project
        .edit("delete", None, NOW, |edits| edits.delete_span(SpanId(99)));
    let message = missing
        .map_err(|error: StoreError| error.to_string())
        .unwrap_err();
    assert_eq!(message, "span 99 does not exist");
    assert_eq!(sample.project.next_undo().unwrap().unwrap().step, "begin");
}

#[test]
fn deleting_an_entity_leaves_its_mentions() {
    let mut sample = sample();
    let layer = sample.layer;
    let ((patel, other, mention, claim), _) = sample
        .project
        .edit("mark", None, NOW, |edits| -> Result<_, StoreError> {
            let patel = edits.insert_entity(entity("person", "Patel"))?;
            let mut short = entity("person", "V. Patel");
            short.merged_into = Some(patel);
            let other = edits.insert_entity(short)?;
            let claim = edits.insert_span(span(layer, "claim", &[(12, 41)]))?;
            let mut named = span(layer, "speaker", &[(0, 5)]);
            named.entity = Some(patel);
            let mention = edits.insert_span(named)?;
            let target = Target::Mention {
                span: mention,
                entity: Some(patel),
            };
            edits.insert_link(link(layer, "said_by", claim, target))?;
            edits.insert_link(link(layer, "addressed_to", claim, Target::Entity(patel)))?;
            Ok((patel, other, mention, claim))
        })
        .unwrap();
    let before = sample.project.bundle(sample.document, |_| true).unwrap();
    let used = sample.project.entity_use(patel).unwrap();
    assert_eq!(
        (used.mentions.len(), used.links.len(), used.merged.len()),
        (1, 2, 1)
    );
    sample
        .project
        .edit("delete_entity", None, NOW, |edits| {
            edits.delete_entity(patel)
        })
        .map_err(|error: StoreError| error)
        .unwrap();
    assert_eq!(sample.project.span(mention).unwrap().entity, None);
    assert_eq!(sample.project.entity(other).unwrap().merged_into, None);
    let links = sample.project.links(layer).unwrap();
    let targets: Vec<_> = links.iter().map(|link| (link.head, link.target)).collect();
    assert_eq!(
        targets,
        [(
            claim,
            Target::Mention {
                span: mention,
                entity: None
            }
        )]
    );
    sample.project.undo(NOW).unwrap().unwrap();
    assert_eq!(
        sample.project.bundle(sample.document, |_| true).unwrap(),
        before
    );
}

#[test]
fn a_merge_leads_to_an_entity_that_is_not_merged_itself() {
    let mut sample = sample();
    let ((a, b, c), _) = sample
        .project
        .edit("add", None, NOW, |edits| -> Result<_, StoreError> {
            let mut add = |name| edits.insert_entity(entity("person", name));
            Ok((add("a")?, add("b")?, add("c")?))
        })
        .unwrap();
    let merge = |project: &mut Project, one, into| {
        project
            .edit("merge", None, NOW, |edits| -> Result<(), StoreError> {
                let mut merged = edits.entity(one)?;
                merged.merged_into = Some(into);
                edits.update_entity(&merged)
            })
            .map(|(_, changes)| changes.len())
    };
    assert_eq!(merge(&mut sample.project, a, b).unwrap(), 1);
    assert!(matches!(
        merge(&mut sample.project, b, a),
        Err(StoreError::Invalid(_))
    ));
    assert_eq!(merge(&mut sample.project, b, c).unwrap(), 2);
    assert_eq!(sample.project.entity(a).unwrap().merged_into, Some(c));
    sample.project.undo(NOW).unwrap();
    assert_eq!(sample.project.entity(a).unwrap().merged_into, Some(b));
    assert_eq!(sample.project.entity(b).unwrap().merged_into, None);
}
